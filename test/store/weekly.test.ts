// What a channel's week is counted from, and that its card is sent once: which channels want it is the same table for memory (the
// fake of other tests), PGlite and PostgreSQL; what people and runs did is counted by PostgreSQL.
import type { Store } from "../../src/app/ports/store.ts";
import type { AlertFacts } from "../../src/core/alert/alert.ts";
import type { CountedWeek } from "../../src/core/incident/week.ts";
import type { PersonsRun, Run } from "../../src/core/run/run.ts";
import type { OpenedStore } from "../../src/store/open-store.ts";
import { brokenDiagnosis, healthyDiagnosis } from "../fixtures/diagnoses.ts";
import { type Backend, backends, type Opened } from "./backends.ts";
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
  watch,
} from "./samples.ts";

const [first, second, third] = ["2026-11-16", "2026-11-23", "2026-11-30"].map(
  (day) => `${day}T09:00:00.000Z`,
);
if (!first || !second || !third) throw new Error("three Mondays");

describe.each(backends)("%s: the weekly card", (_name, create) => {
  let backend: Backend;
  let current: Opened;
  let store: Store;
  beforeAll(async () => {
    backend = await create();
    current = await backend.open();
    store = current.store;
  });
  afterAll(async () => {
    await current.close();
    await backend.remove();
  });

  /** A channel that follows something, and gets the card since the first Monday. */
  async function channel() {
    const place = conversation();
    await store.addWatch(watch({ conversation: place }), auditEntry());
    await store.setWeekly(place, first ?? "", auditEntry());
    return place;
  }
  const due = async (monday: string, { key }: { key: string }) =>
    (await store.weeklyDue(monday)).filter((one) => one.key === key);
  const actions = async () => (await store.auditEvents(1_000)).map(({ action }) => action);

  test("is due from the Monday after it was asked for", async () => {
    const place = await channel();
    expect(await due(first, place)).toEqual([]);
    expect(await due(second, place)).toEqual([place]);
    expect(await store.hasWeekly(place.key)).toBe(true);
  });

  test("is sent once for a Monday, whoever is first, with its entry on the trail", async () => {
    const place = await channel();
    const send = async (monday: string) => {
      const entry = auditEntry();
      const sent = await store.sendWeekly(place.key, monday, message({ to: place }), entry);
      expect((await actions()).includes(entry.action)).toBe(sent);
      return sent;
    };
    expect((await Promise.all([send(second), send(second)])).toSorted()).toEqual([false, true]);
    expect(await due(second, place)).toEqual([]);
    expect(await send(second)).toBe(false);
    expect(await due(third, place)).toEqual([place]);
    expect(await send(third)).toBe(true);
  });

  test("is not due where the channel follows nothing any more", async () => {
    const place = conversation();
    await store.setWeekly(place, first, auditEntry());
    expect(await due(second, place)).toEqual([]);
  });

  test("is switched on once, and off once; then nothing is sent", async () => {
    const place = await channel();
    const [again, off] = [auditEntry(), auditEntry()];
    expect(await store.setWeekly(place, second, again)).toBe(false);
    expect(await due(second, place)).toEqual([place]);
    expect(await store.endWeekly(place.key, off)).toBe(true);
    expect(await store.endWeekly(place.key, again)).toBe(false);
    expect(await actions()).toEqual(expect.arrayContaining([off.action]));
    expect(await actions()).not.toContain(again.action);
    expect(await store.hasWeekly(place.key)).toBe(false);
    expect(await store.sendWeekly(place.key, second, message({ to: place }), auditEntry())).toBe(false);
  });
});

describe("a week is counted", () => {
  let server: Databases;
  let product: OpenedStore;
  let place: ReturnType<typeof conversation>;
  beforeAll(async () => {
    server = await databases();
    product = await opened({ databaseUrl: await server.newDatabase() });
  });
  afterAll(async () => {
    await product.close();
    await server.stop();
  });
  beforeEach(() => {
    place = conversation();
  });

  const clusters = ["prod-1", "edge-1"].map((name) => ({ id: `/c/${name}`, name }));
  const [prod, edge] = clusters;
  const ago = (minutes: number): string => new Date(clock.now().getTime() - minutes * 60_000).toISOString();
  const day = 24 * 60;
  const week = (more: object = {}): Promise<CountedWeek> =>
    product.store.week({ place: place.key, clusters, from: ago(7 * day), to: ago(-1), ...more });

  async function incident(fields: Parameters<typeof declared>[0] = {}): Promise<string> {
    const one = declared({
      conversation: place,
      ...(prod && { cluster: prod }),
      openedAt: ago(60),
      ...fields,
    });
    const id = unique("I");
    await product.store.declareIncident({ ...one, id }, message({ to: place }), auditEntry());
    return id;
  }
  const over = { status: { state: "resolved", at: ago(10), by: null, because: null } } as const;
  const says = (id: string, action: string, more: object = {}) =>
    product.store.appendAudit(
      auditEntry({ action, time: ago(1), outcome: "recorded", detail: { incident: id, ...more } }),
    );
  const runs = (id: string, more: Partial<PersonsRun>) =>
    product.store.createRun(run({ incident: id, ...more }), null, [], auditEntry());
  const found = (diagnosis: typeof brokenDiagnosis): Run["status"] => ({
    ...{ state: "succeeded", finishedAt: ago(5), result: null, diagnosis },
  });

  /** It fires about a cluster, and its source ends it where `ends` says so; the incident that it opened or joined. */
  async function fires(more: Partial<AlertFacts> = {}, ends = true, cluster = prod): Promise<string> {
    const key = unique("alert");
    const one = candidate({
      ...{ conversation: place, ...(cluster && { cluster }), alert: { ...candidate().alert, ...more } },
    });
    await received(product.store, { key, condition: "fired" }, [one]);
    if (ends) await received(product.store, { key, condition: "resolved", resolvedAt: ago(0) }, []);
    const [newest] = await product.store.incidentsIn(place.key, 1);
    return newest?.id ?? "";
  }

  test("of these clusters in this channel, as long as the time is; and how many there were before", async () => {
    await incident(over);
    await incident({ ...over, openedAt: ago(8 * day) });
    await incident({ ...over, openedAt: ago(15 * day) });
    await incident({ conversation: conversation() });
    await incident({ cluster: { id: "/c/other", name: "other" } });
    const counted = await week();
    expect(counted).toMatchObject({ incidents: [{ severity: "Sev2" }], before: 1 });
    expect(await week({ clusters: [] })).toMatchObject({ incidents: [], before: 0 });
  });

  test("by rule and cluster: how often it fired, how severe at worst, and how many closed by themselves", async () => {
    const cpu = { rule: "cpu", severity: "Sev3" } as const;
    await fires(cpu);
    await fires({ ...cpu, severity: "Sev2" });
    await fires(cpu, false);
    await fires(cpu, true, edge);
    await fires({ rule: "disk", severity: "Sev1" }, false, edge);
    expect(await week()).toMatchObject({
      alerts: { fired: 5, alone: 3 },
      rules: [
        { rule: "cpu", cluster: "prod-1", severity: "Sev2", fired: 3, alone: 2 },
        { rule: "cpu", cluster: "edge-1", severity: "Sev3", fired: 1, alone: 1 },
        { rule: "disk", cluster: "edge-1", severity: "Sev1", fired: 1, alone: 0 },
      ],
    });
    expect(await week({ clusters: [edge] })).toMatchObject({ alerts: { fired: 2, alone: 1 } });
    expect(await week({ to: ago(day) })).toMatchObject({ alerts: { fired: 0, alone: 0 }, rules: [] });
  });

  test.each<[string, (id: string) => Promise<unknown>, number]>([
    ["somebody took it", (id) => says(id, "incident.take"), 0],
    ["somebody was handed it", (id) => says(id, "incident.handOver"), 0],
    ["somebody closed it", (id) => says(id, "incident.resolve"), 0],
    ["somebody split it", (id) => says(id, "incident.split", { rule: "cpu", into: "I-other" }), 0],
    ["somebody merged it", (id) => says(id, "incident.merge", { from: "I-merged" }), 0],
    [
      "somebody took what was merged into it",
      async (id) => {
        await says("I-merged", "incident.take");
        await says(id, "incident.merge", { from: "I-merged" });
      },
      0,
    ],
    ["somebody only wrote a note", (id) => says(id, "incident.note"), 1],
    ["a diagnosis found its cause", (id) => runs(id, { status: found(brokenDiagnosis) }), 0],
    ["a diagnosis found nothing", (id) => runs(id, { status: found(healthyDiagnosis) }), 1],
    ["somebody asked for a fix", (id) => runs(id, { task: fixTask(unique("R")) }), 0],
  ])("an alert whose incident had no other end than its source's, where %s", async (_, happens, alone) => {
    await happens(await fires());
    expect((await week()).alerts).toEqual({ fired: 1, alone });
  });

  test("by cause: of how many incidents a diagnosis of their thread named it last", async () => {
    const [one, two, three, none] = [
      await incident(over),
      await incident(over),
      await incident({ ...over, ...(edge && { cluster: edge }) }),
      await incident(over),
    ];
    for (const id of [one, one, two, three]) await runs(id, { status: found(brokenDiagnosis) });
    await runs(none, { show: "personal", status: found(brokenDiagnosis) });
    await runs(none, { status: found(healthyDiagnosis) });
    const { check, resourceId: on = null } = brokenDiagnosis.rootCause ?? {};
    expect((await week()).causes).toEqual([
      { check, cluster: "prod-1", on, incidents: 2 },
      { check, cluster: "edge-1", on, incidents: 1 },
    ]);
  });

  test.each([
    ["taken where either was", true],
    ["else acknowledged by whoever merged them", false],
  ])("one that was merged into another: as that one, then and before, %s", async (_name, isTaken) => {
    for (const openedAt of [ago(60), ago(8 * day)]) {
      const from = await incident({ openedAt });
      if (isTaken) await says(from, "incident.take");
      // One of its cluster is open at a time.
      await product.store.stepIncident(from, (current) => ({
        ...{ said: null, audit: null, messages: [] },
        to: { ...current, ...over },
      }));
      const into = await incident({ openedAt, ...over });
      const audit = auditEntry({
        action: "incident.merge",
        outcome: "recorded",
        detail: { incident: into, from },
      });
      const by = { person: { objectId: "alex", tenantId: "tenant", displayName: "Alex" }, at: ago(1) };
      expect(await product.store.mergeIncidents({ from, into }, by, audit)).toBe(true);
    }
    const { incidents, before } = await week();
    expect([incidents.length, before]).toEqual([1, 1]);
    expect(incidents[0]?.times.acknowledged).not.toBeNull();
  });

  test("how often somebody on call was mentioned", async () => {
    const id = await incident(over);
    await says(id, "incident.escalate", { mentioned: 2 });
    await says(id, "incident.escalate", { mentioned: 0 });
    expect((await week()).calls).toBe(1);
  });
});
