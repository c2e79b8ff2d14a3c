// From an understood question to a queued run: policy first, then the cluster, then one transaction.
import type { Answer } from "../core/chat/answer.ts";
import type { CommandRequest } from "../core/command/command-request.ts";
import type { Client } from "../core/diagnosis/snapshot.ts";
import type { ClusterRef, PolicyAction } from "../core/policy/decision.ts";
import type { ConversationRef, Run, RunTask } from "../core/run/run.ts";
import { auditEntry, byPolicy, whatIsRead } from "./audit-entry.ts";
import { type Allowed, authorizeAction, noteAzureRefusal } from "./authorize-action.ts";
import { closedToEverything, policyFirst, type Wish } from "./policy-first.ts";
import type { RequesterCredential } from "./ports.ts";
import { clusterUnreadable, resolveCluster } from "./resolve-cluster.ts";
import type { Asker, Services } from "./services.ts";

/** What is wanted, before anything is known of the cluster. */
export type Wanted = Readonly<
  { kind: "diagnose" | "access"; client: Client } | { kind: "command"; request: CommandRequest }
>;

export async function submitRun(
  services: Services,
  asker: Asker,
  credential: RequesterCredential,
  asked: string,
  written: string | null,
  wanted: Wanted,
): Promise<void> {
  const post = async (answer: Answer): Promise<void> => {
    await services.notifier.post(asker.conversation, answer);
  };
  const wish: Wish = {
    asked,
    written,
    action: (cluster) => actionOf(unresolvedTask(wanted), cluster),
    may: wanted.kind === "command" ? "mayRun" : "mayDiagnose",
  };
  const closed = await closedToEverything(services, credential, wish);
  if (closed) return post(closed);
  const resolved = await resolveCluster(services, asker, credential, asked, written);
  if (!resolved.ok) return post(await policyFirst(services, credential, wish, resolved.answer));
  const task = await taskFor(services, credential, resolved.cluster, wanted, asked);
  if (!task.ok) return post(task.answer);
  const authorized = await authorizeAction(
    services,
    credential,
    actionOf(task.task, resolved.cluster),
    asked,
  );
  if (!authorized.ok) return post(authorized.answer);
  await queue(services, asker, resolved.cluster, task.task, authorized.decision);
}

/** The policy's question for a task on a cluster. */
export const actionOf = (task: RunTask, cluster: ClusterRef): PolicyAction =>
  task.kind === "command"
    ? { kind: "run", cluster, request: task.request, clusterAdmin: task.clusterAdmin }
    : { kind: "diagnose", cluster };

type TaskResult = Readonly<{ ok: true; task: RunTask } | { ok: false; answer: Answer }>;

const unresolvedTask = (wanted: Wanted): RunTask =>
  wanted.kind === "command" ? { ...wanted, clusterAdmin: false } : wanted;

/** A command needs to know whether it would run as the requester or, without Entra, as cluster-admin. */
async function taskFor(
  services: Services,
  credential: RequesterCredential,
  cluster: ClusterRef,
  wanted: Wanted,
  asked: string,
): Promise<TaskResult> {
  if (wanted.kind !== "command") return { ok: true, task: wanted };
  const action = actionOf({ ...wanted, clusterAdmin: false }, cluster);
  const early = await authorizeAction(services, credential, action, asked);
  if (!early.ok) return { ok: false, answer: early.answer };
  const section = await services.reader.read(credential, cluster.id);
  if (section.status === "collected") {
    return { ok: true, task: { ...wanted, clusterAdmin: section.data.entra?.managed !== true } };
  }
  const answer = clusterUnreadable(asked, cluster, credential, section);
  return { ok: false, answer: await noteAzureRefusal(services, credential, action, early.decision, answer) };
}

async function queue(
  services: Services,
  asker: Asker,
  cluster: ClusterRef,
  task: RunTask,
  allowed: Allowed,
): Promise<void> {
  const { store, clock, newId } = services;
  const place = await placeFor(services, asker, allowed, cluster);
  if (!place) return;
  const run: Run = {
    id: newId("R"),
    requester: asker.requester,
    cluster,
    task,
    show: allowed.show,
    rule: allowed.rule,
    createdAt: clock.now().toISOString(),
    conversation: place,
    messageId: null,
    status: { state: "queued" },
  };
  await store.createRun(
    run,
    auditEntry(clock, asker.requester, {
      action: `${task.kind}.submit`,
      outcome: "allowed",
      cluster: cluster.id,
      runId: run.id,
      rule: run.rule,
      detail: { ...(task.kind === "command" ? whatIsRead(task.request) : {}), ...byPolicy(services) },
    }),
  );
  await store.rememberCluster(asker.conversation.key, cluster);
  await announce(services, asker, run);
}

/** The run exists before its card does: whatever happens to us now, its worker finds it and answers. */
async function announce(services: Services, asker: Asker, run: Run): Promise<void> {
  const { store, notifier } = services;
  const messageId = await notifier.post(run.conversation, { kind: "run", run, page: 1 });
  if (messageId === null) return;
  await store.setRunMessage(run.id, messageId);
  if (run.conversation.key !== asker.conversation.key) {
    await notifier.post(asker.conversation, { kind: "sentPrivately", run });
  }
}

/** The thread, or the requester's own chat where the rule shows output to them alone. */
async function placeFor(
  services: Services,
  asker: Asker,
  allowed: Allowed,
  cluster: ClusterRef,
): Promise<ConversationRef | null> {
  if (allowed.show === "thread" || asker.conversation.personal) return asker.conversation;
  const personal = await services.store.personalConversation(asker.userId);
  if (personal) return personal;
  await services.notifier.post(asker.conversation, {
    kind: "failure",
    asked: `run on ${cluster.name}`,
    failure: {
      code: "noPersonalChat",
      happened: "The policy shows this output to you alone, and I have no chat with you yet.",
      done: "Nothing was sent to the cluster.",
      next: `Open a chat with me (${services.personalChatUrl}), write \`help\`, then ask again.`,
    },
    id: null,
  });
  return null;
}
