// What the tests of the use cases share: a policy, a world in order, and the way from a sentence to its run.
import { answerQuestion } from "../../src/app/conversation/answer-question.ts";
import { executeRun } from "../../src/app/conversation/execute-run.ts";
import { messageOf } from "../../src/app/delivery/outbox-messages.ts";
import { auditEntry } from "../../src/app/identity/authorize.ts";
import type { CommandProgress } from "../../src/app/ports/azure.ts";
import type { ConversationContext } from "../../src/app/ports/services.ts";
import type { AuditEntry } from "../../src/core/audit/audit-event.ts";
import type { ClusterSummary } from "../../src/core/conversation/cluster-answer.ts";
import type { Mode } from "../../src/core/mode.ts";
import type { Policy } from "../../src/core/policy/policy.ts";
import type { Run, RunState } from "../../src/core/run/run.ts";
import type { ManagedCluster } from "../../src/core/snapshot/cluster.ts";
import { collected } from "../../src/core/snapshot/section.ts";
import { memberOf, policyOf } from "../core/policy/policies.ts";
import { alex, askerIn, megan, threadOf } from "../fakes/people.ts";
import { everyRight, type FakeServices, fakeServices, type World } from "../fakes/services.ts";
import { healthy, ids } from "../fixtures/healthy-snapshot.ts";
import { failureInWords } from "../said.ts";

const everything = 'verbs: ["*"], resources: ["*"], namespaces: ["*"]';

/** A rule that allows all reading to `group`. */
export const allow = (id: string, group: string, more = "show: thread"): string =>
  `{ id: ${id}, effect: allow, groups: [${group}], clusters: ["*"], diagnose: true, run: { ${everything}, clusterScoped: true }, ${more} }`;

export const noSecrets =
  '{ id: no-secrets, effect: deny, groups: ["*"], clusters: ["*"], run: { verbs: ["*"], resources: [secrets], namespaces: ["*"] } }';
export const allClosed = `{ id: all-closed, effect: deny, groups: ["*"], clusters: ["*"], diagnose: true, run: { ${everything} } }`;
const leadsRead = allow("leads-read", "leads", "asClusterAdmin: true, show: thread");

/** On call and leads read everything but Secrets; leads also where there is no Entra. */
export const standardPolicy: Policy = policyOf(allow("oncall-reads", "oncall"), leadsRead, noSecrets);

if (healthy.managedCluster.status !== "collected") throw new Error("the healthy snapshot has a cluster");
export const prod: ManagedCluster = healthy.managedCluster.data;
const { entra: _none, ...localAccountsOnly } = prod;
export const withoutEntra = collected<ManagedCluster>(localAccountsOnly);

export const summaryOf = (name: string, resourceGroup = "rg-prod"): ClusterSummary => ({
  id: ids.cluster.replace("/prod-1", `/${name}`).replace("/rg-prod/", `/${resourceGroup}/`),
  name,
  resourceGroup,
  subscriptionId: prod.subscriptionId,
  location: prod.location,
  powerState: "Running",
  private: true,
});

/** What processes that are gone had taken and not answered, oldest first; from then on it counts as answered. */
export async function openQuestions({ services }: FakeServices): Promise<readonly string[]> {
  const texts: string[] = [];
  await services.store.takeOverQuestions(({ text, conversation }) => {
    texts.push(text);
    return messageOf(services, conversation, { kind: "signedOut" });
  });
  return texts;
}

export const finished = (output: string, exitCode: number | null = 0): CommandProgress => ({
  status: "finished",
  result: { exitCode, output, truncated: false, masked: 0, operationId: "op1" },
});
export const stillRunning: CommandProgress = { status: "running" };

/** Alex is on call, Megan a lead, everybody else in no group; one healthy cluster, Teams and Azure at their best. */
export function start(change: Partial<World> = {}): FakeServices {
  return fakeServices({
    signIn: null,
    exchange: null,
    memberships: { [alex.objectId]: memberOf("oncall"), [megan.objectId]: memberOf("leads") },
    clusters: collected({ clusters: [summaryOf("prod-1")], problem: null }),
    cluster: collected(prod),
    permissions: everyRight,
    snapshot: () => healthy,
    ...{ members: null, assignments: {}, roles: {}, groups: {} },
    start: () => ({ status: "accepted", operationId: "op1" }),
    progress: [finished("NAME  READY\napi   1/1\n")],
    policy: standardPolicy,
    upload: { ok: true },
    download: { ok: false, why: { is: "fileNotGot", code: "HTTP 404" } },
    teamsDown: "nothing",
    ...change,
  });
}

export const getPods = "run `kubectl get pods` on prod-1";

/** Asks, and returns the run that was queued for it. */
export async function submitted(
  fake: FakeServices,
  text = getPods,
  asker: ConversationContext = askerIn(threadOf),
): Promise<Run> {
  const before = new Set(fake.memory.audit.map(({ runId }) => runId));
  await answerQuestion(fake.services, asker, text);
  const entry = fake.memory.audit.find(({ runId }) => runId !== null && !before.has(runId));
  return stored(fake, entry?.runId);
}

export async function stored(fake: FakeServices, runId: string | null | undefined): Promise<Run> {
  const run = await fake.services.store.run(runId ?? "");
  if (!run) throw new Error(`no run ${runId}; said: ${JSON.stringify(fake.said.at(-1)?.answer)}`);
  return run;
}

/** Asks, lets the worker do it, and returns the run as it ended. */
export async function done(fake: FakeServices, text = getPods, asker?: ConversationContext): Promise<Run> {
  const run = await submitted(fake, text, asker);
  await executeRun(fake.services, run.id);
  return stored(fake, run.id);
}

/** With what people read of it. */
export function failureOf(status: RunState) {
  if (!("failure" in status)) throw new Error(`the run is ${status.state}`);
  return failureInWords(status.failure);
}

/** `action outcome rule`, oldest first. */
export const trail = (fake: FakeServices): string[] =>
  fake.memory.audit.map(({ action, outcome, rule }: AuditEntry) => `${action} ${outcome} ${rule}`);

/** What stands in Teams: the kind of each answer, with a run's state. */
export const kinds = (fake: FakeServices): string[] =>
  fake.said.map(({ answer }) => (answer.kind === "run" ? `run ${answer.run.status.state}` : answer.kind));

/** As Megan does it: in force at once, and on the trail. */
export const setMode = (
  { services: { store, clock } }: FakeServices,
  mode: Mode,
  reason: string | null = null,
) =>
  store.setMode(
    { mode, setBy: megan, since: "2026-11-25T03:00:00.000Z", reason },
    auditEntry(clock, megan, { action: "mode.set", outcome: "succeeded", detail: { mode } }),
  );
