// From an understood question to a queued run: policy first, then the cluster, then one transaction.

import { type AuditEntry, whatIsChanged, whatIsFixed, whatIsRead } from "../../core/audit/audit-event.ts";
import { actionOf } from "../../core/authorization/action.ts";
import type { Allowed } from "../../core/authorization/refusal.ts";
import { isAgreedOn, requestedBefore } from "../../core/change/agreed-task.ts";
import type { ClusterRef } from "../../core/cluster-name.ts";
import type { ChangeRequest } from "../../core/command/change/change-request.ts";
import { type CommandRequest, commandText } from "../../core/command/grammar/command-request.ts";
import { parseKubectl } from "../../core/command/parse-command.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { Question } from "../../core/diagnosis/diagnosis.ts";
import type { ConversationRef, Run, RunTask, Sought } from "../../core/run/run.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import { resolveClientLocation } from "../cluster/client-location.ts";
import { clusterUnreadable, resolveCluster, sayUnnamed } from "../cluster/resolve-cluster.ts";
import { answerMessage, enqueueAnswer, runMessage } from "../delivery/outbox-messages.ts";
import {
  type AccessRequest,
  auditEntry,
  authorize,
  authorizeRequest,
  byPolicy,
  deniedEverywhere,
  policyBeforeAzure,
  recordAzureDenial,
  recordLaterDenial,
} from "../identity/authorize.ts";
import { incidentOf } from "../incident/incident-card.ts";
import type { ConversationContext, Services, SignedInRequest } from "../ports/services.ts";
import { whyNotHere } from "./emergency.ts";

/** What is wanted, before anything is known of the cluster; `command` as it was typed. */
export type RequestedTask = Readonly<
  | { kind: "diagnose"; client: Client; withoutInside?: true; question?: Question }
  | { kind: "access"; client: Client; asksOf?: string }
  | { kind: "command"; request: CommandRequest; command: string; sought?: Sought }
  /** Its cluster was named. `of`: the diagnosis that proposed it. */
  | { kind: "change"; request: ChangeRequest; reason: string | null; breakGlass?: true; of?: string }
>;

export async function submitRun(
  request: SignedInRequest,
  written: string | null,
  wanted: RequestedTask,
): Promise<void> {
  const { services, asker } = request;
  const post = (answer: Answer): Promise<void> => enqueueAnswer(services, asker, answer);
  const access: AccessRequest = {
    written,
    action: (cluster) => actionOf(unresolvedTask(wanted), cluster),
  };
  const closed = await deniedEverywhere(request, access);
  if (closed) return post(closed);
  const command = wanted.kind === "command" ? wanted.command : undefined;
  const resolved = await resolveCluster(request, written, command);
  if (!resolved.ok) return post(await policyBeforeAzure(request, access, resolved.answer));
  const { cluster } = resolved;
  const meant =
    "client" in wanted
      ? { ...wanted, client: await seenFrom(services, asker, wanted, cluster) }
      : wanted.kind === "command"
        ? withCommand(wanted, resolved.command)
        : wanted;
  const task = await taskFor(request, cluster, meant);
  if (!task.ok) {
    const fewer = meant.kind === "command" ? await withFewerTypes(request, meant.request, cluster) : {};
    return post(
      sayUnnamed(task.answer.kind === "denied" ? { ...task.answer, ...fewer } : task.answer, cluster),
    );
  }
  await submitTask(request, cluster, task.task);
}

/** What is to be done in a cluster that is known: by mode and policy, or a card that says why not. */
export async function submitTask(
  request: SignedInRequest,
  cluster: Run["cluster"],
  task: RunTask,
): Promise<void> {
  const { services, asker, credential, asked } = request;
  const action = actionOf(task, cluster);
  const authorized = await authorizeRequest(request, action);
  if (!authorized.ok) return enqueueAnswer(services, asker, sayUnnamed(authorized.answer, cluster));
  const { decision } = authorized;
  const failure = await whyNotHere(services, decision, asker);
  if (failure === null) return queue(services, asker, cluster, task, decision);
  await recordLaterDenial(services, credential, action, decision.rule, { because: failure.happened.is });
  await enqueueAnswer(services, asker, { kind: "failure", asked, failure, id: null });
}

/** What reads several types at once may be allowed for the pods among them, or for the first: only then it is offered. */
async function withFewerTypes(
  { services, credential }: SignedInRequest,
  request: CommandRequest,
  cluster: ClusterRef,
): Promise<Readonly<{ instead?: string }>> {
  const [first] = request.resources;
  if (request.verb !== "get" || first === undefined || request.resources.length < 2) return {};
  const only = request.resources.includes("pods") ? "pods" : first;
  const argv = request.argv.map((word) => (/^[a-z.]+(?:,[a-z.]+)+$/.test(word) ? only : word));
  const line = commandText({ ...request, argv });
  const parsed = parseKubectl(line);
  if (!parsed.ok) return {};
  const action = { kind: "run", cluster, request: parsed.request, clusterAdmin: false } as const;
  const { ok } = await authorize(services, credential, action, "alternative");
  return ok ? { instead: `${line} on ${cluster.name}` } : {};
}

/** Of a range that is asked about nobody said that they are in it, and of somebody else's place it says nothing. */
const seenFrom = (
  services: Services,
  asker: ConversationContext,
  wanted: Extract<RequestedTask, { client: Client }>,
  cluster: ClusterRef,
): Promise<Client> =>
  "asksOf" in wanted && wanted.asksOf !== undefined
    ? Promise.resolve(wanted.client)
    : resolveClientLocation(services, asker, wanted.client, cluster);

/** What was typed without the words that are its cluster; it has been parsed before. */
function withCommand(
  wanted: Extract<RequestedTask, { kind: "command" }>,
  command: string | undefined,
): RequestedTask {
  const parsed = command === undefined ? null : parseKubectl(command);
  return parsed?.ok ? { ...wanted, request: parsed.request } : wanted;
}

type TaskResult = Readonly<{ ok: true; task: RunTask } | { ok: false; answer: Answer }>;

const unresolvedTask = (wanted: RequestedTask): RunTask =>
  "client" in wanted ? wanted : sentTask(wanted, false);

/** What is sent into a cluster runs as the requester, or without Entra as cluster-admin. */
function sentTask(wanted: Exclude<RequestedTask, { client: Client }>, clusterAdmin: boolean): RunTask {
  if (wanted.kind === "change") return { ...wanted, clusterAdmin };
  const { request, sought } = wanted;
  return { kind: "command", request, clusterAdmin, ...(sought && { sought }) };
}

/** A command needs to know whether it would run as the requester or, without Entra, as cluster-admin. */
async function taskFor(
  request: SignedInRequest,
  cluster: ClusterRef,
  wanted: RequestedTask,
): Promise<TaskResult> {
  if ("client" in wanted) return { ok: true, task: wanted };
  const action = actionOf(sentTask(wanted, false), cluster);
  const early = await authorizeRequest(request, action);
  if (!early.ok) return { ok: false, answer: early.answer };
  const section = await request.services.reader.read(request.credential, cluster.id);
  if (section.status === "collected") {
    return { ok: true, task: sentTask(wanted, section.data.entra?.managed !== true) };
  }
  const answer = await clusterUnreadable(request, cluster, section);
  return { ok: false, answer: await recordAzureDenial(request, action, early.decision, answer) };
}

async function queue(
  services: Services,
  asker: ConversationContext,
  cluster: Run["cluster"],
  task: RunTask,
  allowed: Allowed,
): Promise<void> {
  const { store, clock, newId } = services;
  // Those who decide on a change are where it is asked for; of what is for its requester alone its card shows nothing there.
  const place = isAgreedOn(task) ? asker.conversation : await placeFor(services, asker, allowed, cluster);
  if (!place) return;
  const isHere = place.key === asker.conversation.key;
  const { waiting } = asker;
  // Neither its card nor its story tells a channel what is for whoever asked alone.
  const incident = allowed.show === "thread" ? await incidentOf(services, asker, cluster) : null;
  const run: Run = {
    id: (isHere ? waiting?.card : undefined) ?? newId("R"),
    requester: asker.requester,
    cluster,
    task,
    show: allowed.show,
    rule: allowed.rule,
    createdAt: waiting?.since ?? clock.now().toISOString(),
    conversation: place,
    ...(incident !== null && { incident }),
    status: { state: "queued" },
  };
  const edited = isHere ? (asker.editing ?? null) : null;
  const messages = [{ ...runMessage(run, "queued"), messageId: edited }];
  if (!isHere) messages.push(answerMessage(services, asker, { kind: "sentPrivately", run }));
  const created = await store.createRun(
    run,
    asker.question ?? null,
    messages,
    auditEntry(clock, asker.requester, {
      action: `${task.kind}.submit`,
      outcome: "allowed",
      cluster: cluster.id,
      runId: run.id,
      rule: run.rule,
      detail: { ...whatIsAsked(task), ...(incident !== null && { incident }), ...byPolicy(services) },
    }),
  );
  if (created === "created")
    return store.rememberCluster(asker.conversation.key, { id: cluster.id, name: cluster.name });
  // Pressed by two in one moment: neither saw the other's.
  if (created !== "notOurs")
    await enqueueAnswer(services, asker, { kind: "pressRefused", reason: requestedBefore(created.asked) });
}

function whatIsAsked(task: RunTask): AuditEntry["detail"] {
  if (task.kind === "command") return whatIsRead(task.request);
  if (task.kind === "fix") return whatIsFixed(task);
  if (task.kind !== "change") return {};
  const { request, reason, breakGlass = false, of } = task;
  return { ...whatIsChanged(request), reason, breakGlass, ...(of !== undefined && { of }) };
}

/** The thread, or the requester's own chat where the rule shows output to them alone. */
async function placeFor(
  services: Services,
  asker: ConversationContext,
  allowed: Allowed,
  cluster: ClusterRef,
): Promise<ConversationRef | null> {
  if (allowed.show === "thread" || asker.conversation.personal) return asker.conversation;
  const personal = await services.store.personalConversation(asker.userId);
  if (personal) return personal;
  await enqueueAnswer(services, asker, {
    kind: "failure",
    asked: `run on ${cluster.name}`,
    failure: {
      code: "noPersonalChat",
      happened: { is: "noPersonalChat", url: services.personalChatUrl, unmasked: false },
      done: "nothingSent",
    },
    id: null,
  });
  return null;
}
