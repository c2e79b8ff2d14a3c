// Small values for store tests, each with its own id, and the store's clock and log.

import type { IncidentMove, IncidentStore, Joining } from "../../src/app/ports/incidents.ts";
import type { Pending, Question } from "../../src/app/ports/outbox.ts";
import type { Clock } from "../../src/app/ports/services.ts";
import type { Jobs, Store } from "../../src/app/ports/store.ts";
import type { Alert } from "../../src/core/alert/alert.ts";
import type { AuditEntry } from "../../src/core/audit/audit-event.ts";
import type { FixTask } from "../../src/core/change/agreed-task.ts";
import { incidentKey, type Message } from "../../src/core/delivery/message.ts";
import { afterAct, type Incident, type IncidentAct } from "../../src/core/incident/incident.ts";
import type { Watch } from "../../src/core/incident/watch.ts";
import type { Requester } from "../../src/core/requester.ts";
import type { ConversationRef, PersonsRun } from "../../src/core/run/run.ts";
import { readKeyFile } from "../../src/store/audit/trail-key.ts";
import type { StoreLog } from "../../src/store/kit/connection.ts";
import { type OpenedStore, openStore } from "../../src/store/open-store.ts";
import { newKeyFile } from "../fixtures/new-keys.ts";

type Handlers = Parameters<Jobs["start"]>[0];

let count = 0;
/** A new id on each call. */
export const unique = (name: string): string => `${name}-${++count}`;

export const at = (seconds: number): string => new Date(Date.UTC(2026, 10, 25, 10, 0, seconds)).toISOString();

export const conversation = (fields: Partial<ConversationRef> = {}): ConversationRef => ({
  key: unique("conversation"),
  userId: unique("29:user"),
  personal: false,
  serviceUrl: "https://smba.example/emea",
  ...fields,
});

export const question = (fields: Partial<Question> = {}): Question => ({
  key: unique("activity"),
  text: "diagnose prod-1",
  conversation: conversation(),
  receivedAt: at(0),
  ...fields,
});

export const run = (fields: Partial<PersonsRun> = {}): PersonsRun => ({
  id: unique("R"),
  requester: { objectId: unique("oid"), tenantId: "tenant", displayName: "Alex Wilber" },
  cluster: { id: "/subscriptions/s/managedClusters/prod-1", name: "prod-1" },
  task: { kind: "diagnose", client: {} },
  show: "thread",
  rule: "on-call",
  createdAt: at(0),
  conversation: conversation(),
  status: { state: "queued" },
  ...fields,
});

export const fixTask = (of: string): FixTask => ({
  ...{ kind: "fix", of, check: "dns.link-client", seenFrom: {}, way: null },
  writes: [
    {
      id: `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/${of}`,
      type: "Microsoft.Network/virtualNetworks",
      what: { do: "delete" },
    },
  ],
  fix: { steps: [], risks: [], disruptive: false, roles: [] },
});

/** Handlers of jobs that do nothing but what a test is about. */
export const handlers = (fields: Partial<Handlers> = {}): Handlers => ({
  execute: async () => {},
  recover: async () => {},
  joinAlerts: async () => {},
  diagnoseForIncidents: async () => {},
  escalateIncidents: async () => {},
  followOperations: async () => {},
  endMutes: async () => {},
  deliver: async () => ({ next: { step: "done", messageId: "m" }, personal: null }),
  recoverQuestions: async () => {},
  expireChanges: async () => {},
  ...fields,
});

export const message = (fields: Partial<Message> = {}): Message => ({
  key: unique("message"),
  to: conversation(),
  content: { show: "answer", answer: { kind: "signedOut" } },
  after: null,
  final: true,
  messageId: null,
  ...fields,
});

export const pending = (fields: Partial<Pending> = {}): Pending => ({
  id: unique("pending"),
  userId: unique("29:user"),
  reason: "signIn",
  text: "diagnose prod-1",
  conversation: conversation(),
  createdAt: at(0),
  ...fields,
});

export const watch = (fields: Partial<Watch> = {}): Watch => ({
  cluster: { id: `/subscriptions/s/managedClusters/${unique("cluster")}`, name: "prod-1" },
  conversation: conversation(),
  by: { objectId: "oid", tenantId: "tenant", displayName: "Alex Wilber" },
  since: at(0),
  ...fields,
});

/** A channel of its own, and a cluster of its own. */
export const place = () => ({
  conversation: conversation(),
  cluster: { id: `/c/${unique("c")}`, name: "prod-1" },
});

/** The incident that an alert opens where it joins none. */
export const candidate = (
  fields: Partial<Joining["candidates"][number]> = {},
): Joining["candidates"][number] => ({
  id: unique("I"),
  cluster: { id: "/subscriptions/s/managedClusters/prod-1", name: "prod-1" },
  conversation: conversation(),
  joinHours: 3,
  alert: {
    severity: "Sev1",
    rule: "api-server-availability",
    ...{ source: "azureMonitor", service: "Platform" },
    reason: { is: "operation", operation: "restart", caller: null, status: null },
    description: null,
    firedAt: at(0),
    link: null,
  },
  muting: {},
  ...fields,
});

/** As somebody declares it. */
export const declared = (fields: Partial<Incident> = {}): Parameters<IncidentStore["declareIncident"]>[0] => {
  const { id, cluster, conversation } = candidate();
  const by = { objectId: "oid", tenantId: "tenant", displayName: "Alex Wilber" };
  return {
    ...{ id, cluster, conversation, openedAt: at(0), status: { state: "open" }, owner: null },
    ...{ severity: "Sev2", declared: { by, because: "orders are stuck" }, reopened: 0 },
    ...fields,
  };
};

/** The message that shows an incident. */
export const card = ({ id, conversation }: Pick<Incident, "id" | "conversation">): Message =>
  message({
    ...{ key: incidentKey(id), to: conversation },
    content: { show: "incident", incidentId: id },
  });

/** Somebody does something with an incident: "done", or why nothing came of it. */
export const actOn = (
  store: Pick<IncidentStore, "stepIncident">,
  id: string,
  what: IncidentAct,
  by: Requester,
) =>
  store.stepIncident(id, (incident): IncidentMove<string> => {
    const after = afterAct(incident, what, by, clock.now().toISOString());
    const audit = auditEntry({ detail: { incident: id } });
    return after.ok
      ? { said: "done", to: after.to, messages: [], audit }
      : { said: after.why, to: null, messages: [], audit: null };
  });

const { firedAt, ...facts } = candidate().alert;

/** Takes an alert and joins it, and whatever else was left. False: this firing was delivered before. */
export async function received(
  store: Pick<IncidentStore, "takeAlerts" | "joinAlerts">,
  alert: Pick<Alert, "key" | "condition"> & Partial<Alert>,
  candidates: Joining["candidates"],
  audit: Joining["audit"] = [],
): Promise<boolean> {
  const about = { targets: [], setOn: [], names: [] };
  const whole = { ...facts, firedAt, id: alert.key, origin: null, resolvedAt: null, ...about };
  await store.takeAlerts([
    {
      alert: { ...whole, ...alert },
      sender: { by: "token", appId: "sender", tenantId: "tenant" },
      receivedAt: clock.now().toISOString(),
    },
  ]);
  let isNew = false;
  const join = (): Joining => {
    isNew = true;
    return { candidates, audit };
  };
  while (await store.joinAlerts(join));
  return isNew;
}

/** Ids of incidents that are given out, so that those on call are called; each of them calls so often. */
export const untaken = async (store: Store, now: string, before: string, calls = 1): Promise<string[]> =>
  (await store.takeUntaken(now, before, () => calls)).map(({ id }) => id);

/** It was. */
export const wasCalled = async (store: Store, id: string): Promise<void> => {
  const call = { at: clock.now().toISOString(), schedules: ["nights"], people: [] };
  await store.stepIncident(id, () => ({ said: null, to: null, messages: [], audit: null, call }));
  await store.settle(id, "call");
};

export const auditEntry = (fields: Partial<AuditEntry> = {}): AuditEntry => ({
  time: at(0),
  actor: "oid",
  tenant: "tenant",
  action: unique("action"),
  outcome: "allowed",
  cluster: "/subscriptions/s/managedClusters/prod-1",
  runId: null,
  rule: "on-call",
  detail: { verb: "get", count: 2, truncated: false, namespace: null },
  ...fields,
});

export const retention = { outputDays: 30, auditDays: 365 } as const;

let ahead = 0;
/** Puts the store's clock forward, for what depends on the time between two calls. */
export const minutesPass = (minutes: number): void => {
  ahead += minutes * 60_000;
};
/** One for all stores of a test, so that each proves what the others sealed; its parent's in a process of its own. */
export const keyFile = process.env.AUDIT_KEY_FILE ?? (await newKeyFile());
const read = await readKeyFile(keyFile);
if (!read.ok) throw new Error(read.reason);
export const { key } = read;
export const trail = { key, book: null } as const;

/** That files which people send are sealed with. */
export const filesKey = Buffer.alloc(32, 7);

export const clock: Clock = {
  now: () => new Date(Date.now() + ahead),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Keeps what was logged; most tests want nothing in it. */
export function recordingLog(): StoreLog & Readonly<{ lines: readonly string[] }> {
  const lines: string[] = [];
  const write = (message: string, fields: Record<string, unknown>) =>
    void lines.push(`${message} ${JSON.stringify(fields)}`);
  return { warn: write, error: write, lines };
}

/** Opens or throws with the reason. */
export async function opened(
  where: Readonly<{ databaseUrl: string } | { dataDir: string }>,
  log: StoreLog = recordingLog(),
): Promise<OpenedStore> {
  const result = await openStore({ ...where, clock, log, retention, trail, filesKey });
  if (!result.ok) throw new Error(result.reason);
  return result;
}

/** Waits until `done` holds. Throws after `seconds`. */
export async function eventually(done: () => boolean | Promise<boolean>, seconds = 240): Promise<void> {
  const deadline = Date.now() + seconds * 1_000;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error(`Not within ${seconds} s: ${done}`);
    await clock.sleep(10);
  }
}
