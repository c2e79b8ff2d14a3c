// What the numbers of incidents are counted from: the incidents, their trail, the runs of their threads, and what waits.

import type { Incident } from "../../src/core/incident/incident.ts";
import type { MeasuredIncident } from "../../src/core/incident/week.ts";
import type { PersonsRun, Run } from "../../src/core/run/run.ts";
import type { OpenedStore } from "../../src/store/open-store.ts";
import { brokenDiagnosis, healthyDiagnosis } from "../fixtures/diagnoses.ts";
import { type Databases, databases } from "./postgres-server.ts";
import {
  auditEntry,
  candidate,
  clock,
  conversation,
  declared,
  fixTask,
  message,
  opened,
  received,
  run,
  unique,
} from "./samples.ts";

let server: Databases;
let product: OpenedStore;
beforeEach(async () => {
  product = await opened({ databaseUrl: await server.newDatabase() });
});
afterEach(() => product.close());
beforeAll(async () => {
  server = await databases();
});
afterAll(() => server.stop());

const start = clock.now().getTime();
/** Minutes before these tests began. */
const ago = (minutes: number): string => new Date(start - minutes * 60_000).toISOString();
const minutes = (count: number) => count * 60_000;

/** It was opened 100 minutes ago. */
async function incident(fields: Partial<Incident> = {}): Promise<string> {
  const one = declared({ id: unique("I"), openedAt: ago(100), ...fields });
  await product.store.declareIncident(one, message({ to: one.conversation }), auditEntry());
  return one.id;
}
const says = (id: string, action: string, time: string, outcome: "recorded" | "denied" = "recorded") =>
  product.store.appendAudit(auditEntry({ action, time, outcome, detail: { incident: id } }));
const runs = (id: string, more: Partial<PersonsRun>) =>
  product.store.createRun(run({ incident: id, ...more }), null, [], auditEntry());
const ended = (finishedAt: string, more: object = {}): Run["status"] => ({
  ...{ state: "succeeded", finishedAt, result: null, diagnosis: null },
  ...more,
});
const counted = async (): Promise<readonly MeasuredIncident[]> => (await product.numbers()).incidents;
/** To a second. */
const rounded = (times: MeasuredIncident["times"] | undefined) =>
  Object.fromEntries(
    Object.entries(times ?? {}).map(([step, ms]) => [
      step,
      ms === null ? null : Math.round(ms / 1_000) * 1_000,
    ]),
  );
const none = { acknowledged: null, explained: null, mitigated: null, resolved: null };

test("of an incident in which nothing happened yet, that it was opened", async () => {
  await incident();
  const [one] = await counted();
  expect(one).toEqual({ severity: "Sev2", times: none, explains: null });
  expect((await product.numbers()).open).toEqual([{ severity: "Sev2", state: "open", count: 1 }]);
});

test("how long it took from its beginning until each step, the first time", async () => {
  const id = await incident({ status: { state: "resolved", at: ago(10), by: null, because: null } });
  await says(id, "incident.take", ago(99), "denied");
  await says(id, "incident.handOver", ago(90));
  await says(id, "incident.take", ago(80));
  await runs(id, { status: ended(ago(85), { diagnosis: healthyDiagnosis }) });
  await runs(id, { status: ended(ago(70), { diagnosis: brokenDiagnosis }) });
  await runs(id, { task: fixTask("R-1"), status: ended(ago(30)) });
  await runs(id, { task: { ...fixTask("R-1"), undoes: true }, status: ended(ago(40)) });
  const [one] = await counted();
  expect(rounded(one?.times)).toEqual({
    acknowledged: minutes(10),
    explained: minutes(30),
    mitigated: minutes(70),
    resolved: minutes(90),
  });
  expect((await product.numbers()).open).toEqual([]);
});

test("it begins with its first alert, and is as severe as the worst, unless somebody said how severe it is", async () => {
  const where = { cluster: { id: "/c/1", name: "prod-1" }, conversation: conversation() };
  const fires = (severity: "Sev1" | "Sev3", firedAt: string) =>
    received(product.store, { key: unique("alert"), condition: "fired" }, [
      candidate({ ...where, alert: { ...candidate().alert, severity, firedAt } }),
    ]);
  await fires("Sev3", ago(10));
  await fires("Sev1", ago(2));
  const [one] = await counted();
  expect(one?.severity).toBe("Sev1");
  const id = (await product.store.openIncident(where.cluster.id, where.conversation.key))?.id ?? "";
  await says(id, "incident.take", ago(4));
  expect(rounded((await counted())[0]?.times)).toEqual({ ...none, acknowledged: minutes(6) });
});

test("whether its newest cause explains its alerts", async () => {
  const where = { cluster: { id: "/c/1", name: "prod-1" }, conversation: conversation() };
  const crashes = {
    ...{ rule: "KubePodCrashLooping", firedAt: ago(10) },
    reason: { is: "labelled", said: null, values: [], where: ["namespace orders"] },
  } as const;
  await received(product.store, { key: unique("alert"), condition: "fired" }, [
    candidate({ ...where, alert: { ...candidate().alert, ...crashes } }),
  ]);
  const id = (await product.store.openIncident(where.cluster.id, where.conversation.key))?.id ?? "";
  const fits = async () => (await counted())[0]?.explains;
  await runs(id, { createdAt: ago(9), status: ended(ago(9), { diagnosis: healthyDiagnosis }) });
  expect(await fits()).toBeNull();
  await runs(id, { createdAt: ago(8), status: ended(ago(8), { diagnosis: brokenDiagnosis }) });
  expect(await fits()).toBe("no");
  const impact = { on: "pods", which: { is: "all" }, cannot: "resolveNames", works: null } as const;
  const changedAt = (time: string) => {
    const { changed, ...rootCause } = brokenDiagnosis.rootCause ?? { changed: undefined };
    return { ...brokenDiagnosis, impact, rootCause: { ...rootCause, changed: { ...changed, time } } };
  };
  await runs(id, { createdAt: ago(7), status: ended(ago(7), { diagnosis: changedAt(ago(9)) }) });
  expect(await fits()).toBe("unknown");
  const { changed: _unknown, ...rootCause } = brokenDiagnosis.rootCause ?? { changed: undefined };
  const diagnosis = { ...brokenDiagnosis, impact, rootCause };
  await runs(id, { createdAt: ago(6), status: ended(ago(6), { diagnosis }) });
  expect(await fits()).toBe("yes");
});

test("what is older than a week is not measured, and is counted as long as it is open", async () => {
  await incident({ openedAt: ago(7 * 24 * 60 + 1) });
  const { incidents, open } = await product.numbers();
  expect([incidents, open]).toEqual([[], [{ severity: "Sev2", state: "open", count: 1 }]]);
});

test("an alert that reached two channels is one; what it waited in is counted", async () => {
  const alert = { key: unique("alert"), condition: "fired" } as const;
  await received(product.store, alert, [candidate(), candidate()]);
  const { alerts, messages, waiting } = await product.numbers();
  expect(alerts).toEqual([{ source: "azureMonitor", count: 1 }]);
  expect(messages).toEqual([{ state: "waiting", count: 2 }]);
  expect(waiting.alert).toBe(0);
});

/** A rule fires so often, and each ends by itself a minute later. */
async function fires(rule: string, times: number, ends = times) {
  for (let count = 0; count < times; count += 1) {
    const key = unique("alert");
    const one = candidate({ alert: { ...candidate().alert, rule } });
    await received(product.store, { key, condition: "fired" }, [one]);
    if (count < ends) await received(product.store, { key, condition: "resolved", resolvedAt: ago(0) }, []);
  }
}

test("what each rule sent, and how many of that closed by themselves: of ten rules, and of all others together", async () => {
  await fires("cpu", 4, 3);
  await fires("disk", 3);
  for (let count = 0; count < 10; count += 1) await fires(`rule-${count}`, 1);
  const { rules } = await product.numbers();
  expect(rules).toHaveLength(11);
  expect(rules.slice(0, 2)).toEqual([
    { rule: "cpu", fired: 4, alone: 3 },
    { rule: "disk", fired: 3, alone: 3 },
  ]);
  expect(rules.at(-1)).toEqual({ rule: null, fired: 2, alone: 2 });
});

test("an alert of two channels closed by itself if nobody acted in either", async () => {
  const key = unique("alert");
  const [one, other] = [candidate(), candidate()];
  await received(product.store, { key, condition: "fired" }, [one, other]);
  await received(product.store, { key, condition: "resolved", resolvedAt: ago(0) }, []);
  expect((await product.numbers()).rules).toMatchObject([{ fired: 1, alone: 1 }]);
  await says(other.id, "incident.take", ago(0));
  expect((await product.numbers()).rules).toMatchObject([{ fired: 1, alone: 0 }]);
});

test("a title that a person wrote is no name of a rule", async () => {
  const one = candidate();
  await received(product.store, { key: unique("alert"), condition: "fired" }, [
    { ...one, alert: { ...one.alert, source: "pagerDuty", rule: "Alex cannot log in" } },
  ]);
  expect((await product.numbers()).rules).toEqual([{ rule: null, fired: 1, alone: 0 }]);
});

test("what the product found of its own trail", async () => {
  expect((await product.numbers()).auditFaults).toBe(0);
  await product.store.appendAudit(auditEntry({ action: "audit.verify", outcome: "failed", time: ago(1) }));
  await product.store.appendAudit(
    auditEntry({ action: "audit.verify", outcome: "failed", time: ago(11_000) }),
  );
  expect((await product.numbers()).auditFaults).toBe(1);
});

test("how long the oldest request waits", async () => {
  expect((await product.numbers()).waiting).toEqual({ message: 0, alert: 0, request: 0, seal: 0, head: 0 });
  const createdAt = ago(3);
  await product.store.createRun(run({ createdAt }), null, [], auditEntry());
  const waits = () => (clock.now().getTime() - Date.parse(createdAt)) / 1_000;
  const before = waits();
  const { request } = (await product.numbers()).waiting;
  expect(request).toBeGreaterThanOrEqual(before);
  expect(request).toBeLessThanOrEqual(waits());
});
