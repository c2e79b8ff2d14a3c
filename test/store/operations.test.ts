// What a diagnosis in a channel saw of an operation of its cluster, and what a mute of any kind keeps from ringing.
// What is posted in memory is told by test/app/diagnosis/keep-seen.test.ts.
import type { Store } from "../../src/app/ports/store.ts";
import type { AlertSeverity } from "../../src/core/alert/alert.ts";
import type { AuditEntry } from "../../src/core/audit/audit-event.ts";
import { incidentKey } from "../../src/core/delivery/message.ts";
import { muteOf } from "../../src/core/incident/watch.ts";
import type { MaintenanceConfiguration } from "../../src/core/snapshot/cluster.ts";
import { backends, openedFor } from "./backends.ts";
import {
  actOn,
  auditEntry,
  candidate,
  clock,
  minutesPass,
  place,
  received,
  unique,
  untaken,
} from "./samples.ts";

const alex = { objectId: "alex", tenantId: "tenant", displayName: "Alex Wilber" };
const upgrading = { by: alex, state: "Upgrading" };
type Place = ReturnType<typeof place>;

describe.each(backends.filter(([name]) => name !== "memory"))("%s", (_name, create) => {
  let store: Store;
  openedFor(create, (opened) => {
    store = opened;
  });

  const now = () => clock.now().toISOString();
  const watched = async () => {
    const where = place();
    await store.addWatch({ ...where, by: alex, since: now() }, auditEntry());
    return where;
  };
  const watchOf = async ({ conversation }: Place) =>
    (await store.watches()).find((watch) => watch.conversation.key === conversation.key);
  /** Its card stands there, unless its cluster is muted. */
  async function fires(where: Place, severity: AlertSeverity = "Sev2", stands = true) {
    const watch = await watchOf(where);
    const of = candidate();
    const one = candidate({ ...where, alert: { ...of.alert, severity }, muting: watch ?? {} });
    const key = unique("alert");
    await received(store, { key, condition: "fired", severity }, [one]);
    if (stands) await store.adoptMessage(incidentKey(one.id), unique("message"));
    return { id: one.id, key };
  }
  /** What was written of it. */
  async function see(where: Place, seen: typeof upgrading | null, readAt = now()) {
    const written: string[] = [];
    const audit = (what: "begins" | "ends"): AuditEntry => {
      written.push(what);
      return auditEntry({ action: `watch.operation.${what}` });
    };
    await store.seeOperation(where, seen, readAt, audit);
    return written;
  }
  /** The posts that wait beside the card of one: why they call people. Whatever else waits is shown. */
  async function rings({ id }: { id: string }): Promise<readonly string[]> {
    await store.ringOwed(now());
    const all: string[] = [];
    for (let looks = 0; looks < 4; looks += 1)
      for (const delivery of await store.takeMessages(64)) {
        const { content } = delivery;
        if (content.show === "incident" && content.incidentId === id && content.ring)
          all.push(`${content.ring.why}${"rule" in content.ring ? ` ${content.ring.severity}` : ""}`);
        const messageId = delivery.messageId ?? unique("m");
        await store.settleMessage(delivery, { next: { step: "done", messageId }, personal: null });
      }
    return all;
  }
  const callable = async ({ id }: { id: string }, minutes = 0) => {
    const before = new Date(clock.now().getTime() - minutes * 60_000).toISOString();
    const all: string[] = [];
    for (let looks = 0; looks < 20; looks += 1) all.push(...(await untaken(store, now(), before)));
    return all.includes(id);
  };

  test("mutes from when it was first seen until an hour later, however often it is seen again", async () => {
    const where = await watched();
    expect(await see(where, upgrading)).toEqual(["begins"]);
    const first = (await watchOf(where))?.operation;
    minutesPass(30);
    expect(await see(where, { ...upgrading, state: "Scaling" })).toEqual([]);
    const operation = (await watchOf(where))?.operation;
    expect(operation).toEqual({
      ...first,
      state: "Scaling",
      seenAt: expect.not.stringMatching(first?.seenAt ?? ""),
    });
    expect(Date.parse(operation?.until ?? "") - Date.parse(operation?.since ?? "")).toBe(3_600_000);
  });

  test("is on every card that is open there, and nobody is called for what it mutes", async () => {
    const where = await watched();
    const [mild, elsewhere] = [await fires(where), await fires(place())];
    await see(where, upgrading);
    expect(await store.incident(mild.id)).toMatchObject({ during: upgrading });
    expect(await store.incident(elsewhere.id)).not.toHaveProperty("during");
    expect(await callable(mild)).toBe(false);
  });

  test("that ends: what it kept from ringing rings, and waits anew for somebody to take it", async () => {
    const where = await watched();
    const mild = await fires(where, "Sev3");
    await see(where, upgrading);
    await fires(where, "Sev2", false);
    minutesPass(20);
    expect(await rings(mild)).toEqual([]);
    expect(await see(where, null)).toEqual(["ends"]);
    expect(await callable(mild, 5)).toBe(false);
    expect(await rings(mild)).toEqual(["worse Sev2"]);
    expect(await store.incident(mild.id)).not.toHaveProperty("during");
    expect(await callable(mild, 5)).toBe(false);
    minutesPass(6);
    expect(await callable(mild, 5)).toBe(true);
    expect(await see(where, null)).toEqual([]);
    expect(await rings(mild)).toEqual([]);
  });

  type Where = Readonly<{ where: Place; id: string; key: string; worse: string }>;
  const mutedByPerson = ({ where }: Where, minutes: number) => {
    const until = new Date(clock.now().getTime() + minutes * 60_000).toISOString();
    return store.setMute(where, { of: "person", by: alex, until, because: null }, now(), auditEntry());
  };
  const ended = (key: string) => received(store, { key, condition: "resolved" }, []);
  test.each<[string, (one: Where) => Promise<unknown>, readonly string[]]>([
    ["nothing more", async () => {}, ["worse Sev2"]],
    ["what is over by then", async ({ key, worse }) => [await ended(key), await ended(worse)], []],
    ["one of which the worse alert is over", ({ worse }) => ended(worse), []],
    ["what a person muted as well, for longer", (one) => mutedByPerson(one, 600), []],
    ["what a person muted as well, not so long", (one) => mutedByPerson(one, 10), ["worse Sev2"]],
    ["what somebody closed", ({ id }) => actOn(store, id, { act: "resolve", because: null }, alex), []],
    ["what somebody took", ({ id }) => actOn(store, id, { act: "take" }, alex), ["worse Sev2"]],
    [
      "what rang already, for an alert of Sev 1",
      async ({ where, id }) => [await fires(where, "Sev1", false), await rings({ id })],
      [],
    ],
    [
      "what is muted no more, as somebody says that it is Sev 1",
      async ({ id }) => [
        await actOn(store, id, { act: "setSeverity", severity: "Sev1" }, alex),
        expect(await rings({ id })).toEqual(["worse Sev2"]),
      ],
      [],
    ],
  ])("that ends, of: %s", async (_title, meanwhile, rang) => {
    const where = await watched();
    const one = await fires(where, "Sev3");
    await see(where, upgrading);
    const { key: worse } = await fires(where, "Sev2", false);
    await meanwhile({ where, ...one, worse });
    minutesPass(20);
    await rings(one);
    await see(where, null);
    expect(await rings(one)).toEqual(rang);
  });

  test("what it held back rings once quiet hours that began in it end", async () => {
    const where = await watched();
    const mild = await fires(where, "Sev3");
    await see(where, upgrading);
    await fires(where, "Sev2", false);
    const hour = (ahead: number) =>
      new Date(clock.now().getTime() + ahead * 3_600_000).toISOString().slice(11, 16);
    const quiet = { by: alex, windows: [{ from: hour(-1), to: hour(2), timeZone: "Etc/UTC" }] };
    await store.addWatch({ ...where, by: alex, since: now(), quiet }, auditEntry());
    await see(where, null);
    expect(await rings(mild)).toEqual([]);
    minutesPass(60);
    expect(await rings(mild)).toEqual([]);
    minutesPass(65);
    expect(await rings(mild)).toEqual(["worse Sev2"]);
  });

  test("many times: nothing rings that was heard of, and the call to those on call is not put off", async () => {
    const where = await watched();
    const mild = await fires(where);
    for (let times = 0; times < 3; times += 1) {
      await see(where, { ...upgrading, state: "Scaling" });
      minutesPass(4);
      await see(where, null);
      expect(await rings(mild)).toEqual([]);
    }
    expect(await callable(mild, 10)).toBe(true);
  });

  test("does not put off when it opened: that it is over is told, also where it was open again", async () => {
    const where = await watched();
    const one = await fires(where, "Sev3");
    await actOn(store, one.id, { act: "resolve", because: null }, alex);
    expect(await rings(one)).toEqual(["resolved"]);
    minutesPass(11);
    await see(where, upgrading);
    await fires(where, "Sev2", false);
    minutesPass(11);
    await see(where, null);
    expect(await rings(one)).toEqual(["reopened Sev2"]);
    await actOn(store, one.id, { act: "resolve", because: null }, alex);
    expect(await rings(one)).toEqual(["resolved"]);
  });

  test("read before it was seen to have ended, and told after that, begins nothing", async () => {
    const where = await watched();
    await see(where, upgrading);
    const early = now();
    minutesPass(1);
    expect(await see(where, null)).toEqual(["ends"]);
    expect(await see(where, upgrading, early)).toEqual([]);
    expect(await watchOf(where)).not.toHaveProperty("operation");
    minutesPass(1);
    expect(await see(where, upgrading)).toEqual(["begins"]);
  });

  test("holds back the card of an incident that begins meanwhile; at its end that is let go, and nothing rings beside it", async () => {
    const where = await watched();
    await see(where, upgrading);
    const held = await fires(where, "Sev3", false);
    expect((await store.incident(held.id))?.muted).toMatchObject({ of: "operation", state: "Upgrading" });
    const end = now();
    await see(where, null, end);
    expect((await store.incident(held.id))?.muted).toMatchObject({ of: "operation", until: end });
    expect(await rings(held)).toEqual([]);
  });

  test.each<[string, (one: Where) => Promise<unknown>, boolean]>([
    [
      "somebody says that it is Sev 1: it is let go",
      ({ id }) => actOn(store, id, { act: "setSeverity", severity: "Sev1" }, alex),
      false,
    ],
    ["the worst of its alerts is over: it waits as the others do", ({ worse }) => ended(worse), true],
  ])("a card is held back, and %s", async (_title, happens, isHeld) => {
    const where = await watched();
    const minutes = (ahead: number) => new Date(clock.now().getTime() + ahead * 60_000).toISOString();
    const mute = { of: "person", by: alex, until: minutes(10), because: null } as const;
    await store.setMute(where, mute, now(), auditEntry());
    await see(where, upgrading);
    const one = await fires(where, "Sev3", false);
    const { key: worse } = await fires(where, "Sev1", false);
    expect((await store.incident(one.id))?.muted).toMatchObject({ until: mute.until });
    minutesPass(isHeld ? 0 : 11);
    await happens({ where, ...one, worse });
    const until = (await store.incident(one.id))?.muted?.until ?? "";
    expect(until > minutes(20)).toBe(isHeld);
  });

  test("what it held back of an incident is owed by the one that it is merged into", async () => {
    const where = await watched();
    const first = await fires(where, "Sev3");
    await actOn(store, first.id, { act: "resolve", because: null }, alex);
    minutesPass(181);
    const second = await fires(where, "Sev3");
    await actOn(store, first.id, { act: "reopen" }, alex);
    await rings(second);
    await see(where, upgrading);
    await fires(where, "Sev2", false);
    await store.mergeIncidents(
      { from: second.id, into: first.id },
      { person: alex, at: now() },
      auditEntry(),
    );
    await see(where, null);
    expect(await rings(first)).toEqual(["worse Sev2"]);
  });

  test("whose end nobody saw mutes for an hour: what is open rings once, and it mutes no more until it has ended", async () => {
    const where = await watched();
    const mild = await fires(where, "Sev3");
    await see(where, upgrading);
    await fires(where, "Sev2", false);
    const end = () => store.endOperations(now(), () => auditEntry({ action: "watch.operation.ends" }));
    await end();
    expect(await rings(mild)).toEqual([]);
    minutesPass(61);
    await Promise.all([end(), end()]);
    expect(await rings(mild)).toEqual(["worse Sev2"]);
    expect(await see(where, upgrading)).toEqual([]);
    const watch = await watchOf(where);
    expect(watch && muteOf(watch, "Sev4", now())).toBeNull();
    expect(await store.incident(mild.id)).not.toHaveProperty("during");
    expect(await see(where, null)).toEqual(["ends"]);
    expect(await rings(mild)).toEqual([]);
    expect(await see(where, upgrading)).toEqual(["begins"]);
  });

  test.each([
    ["Scaling(2/3)", "Scaling(3/3)", []],
    ["Upgrading", "Scaling", ["begins"]],
  ])("is over, %s, and seen again, %s", async (before, after, written) => {
    const where = await watched();
    await see(where, { ...upgrading, state: before });
    minutesPass(61);
    await store.endOperations(now(), () => auditEntry());
    expect(await see(where, { ...upgrading, state: after })).toEqual(written);
    const watch = await watchOf(where);
    expect(watch && muteOf(watch, "Sev4", now()) !== null).toBe(written.length > 0);
  });

  test("is given out to be looked at three minutes after the last look, once, and not when its hour is over", async () => {
    const where = await watched();
    await see(where, upgrading);
    const isTaken = async () => {
      const taken = await Promise.all([take(), take()]);
      return taken.flat().filter(({ conversation }) => conversation.key === where.conversation.key).length;
    };
    const take = () => {
      const before = new Date(clock.now().getTime() - 3 * 60_000).toISOString();
      return store.takeOperations(now(), before);
    };
    expect(await isTaken()).toBe(0);
    minutesPass(3);
    expect(await isTaken()).toBe(1);
    expect(await isTaken()).toBe(0);
    minutesPass(2);
    expect(await see(where, upgrading)).toEqual([]);
    minutesPass(2);
    expect(await isTaken()).toBe(0);
    minutesPass(1);
    expect(await isTaken()).toBe(1);
    minutesPass(53);
    expect(await isTaken()).toBe(0);
  });

  test("seen a day after the last look is another one", async () => {
    const where = await watched();
    await see(where, upgrading);
    minutesPass(24 * 60 + 1);
    expect(await see(where, upgrading)).toEqual(["begins"]);
  });

  test("in a channel that does not follow the cluster is kept nowhere", async () => {
    expect(await see(place(), upgrading)).toEqual([]);
  });

  test("the planned maintenance is kept as it was read last, and lets go what the former held back", async () => {
    const where = await watched();
    const always: MaintenanceConfiguration = {
      name: "default",
      window: {
        ...{ schedule: { is: "daily", intervalDays: 1 }, startTime: "00:00", durationHours: 24 },
        ...{ utcOffset: "+00:00", notAllowedDates: [] },
      },
      ...{ weekHours: [], notAllowedTimes: [] },
    };
    const reads = (configurations: readonly MaintenanceConfiguration[], readAt: string) => {
      const planned = configurations.length === 0 ? null : { by: alex, readAt, configurations };
      return store.setPlanned(where, planned, readAt, auditEntry({ action: "watch.planned" }));
    };
    const early = now();
    minutesPass(1);
    await reads([always], now());
    await reads([], early);
    const held = await fires(where, "Sev3", false);
    expect((await store.incident(held.id))?.muted).toMatchObject({ of: "maintenance" });
    const end = now();
    await reads([], end);
    expect(await watchOf(where)).not.toHaveProperty("planned");
    expect((await store.incident(held.id))?.muted).toMatchObject({ until: end });
  });
});
