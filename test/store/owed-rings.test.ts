// Posts that call people and are held back, not by a mute alone: those of what may flap, and what moves to another incident.
// Mutes: operations.test.ts.
import pg from "pg";
import type { TakenAlert } from "../../src/app/ports/incidents.ts";
import type { Store } from "../../src/app/ports/store.ts";
import type { AlertSeverity } from "../../src/core/alert/alert.ts";
import { incidentKey } from "../../src/core/delivery/message.ts";
import type { IncidentAct } from "../../src/core/incident/incident.ts";
import type { OpenedStore } from "../../src/store/open-store.ts";
import { type Databases, databases } from "./postgres-server.ts";
import {
  actOn,
  auditEntry,
  candidate,
  card,
  clock,
  declared,
  minutesPass,
  opened,
  place,
  received,
  unique,
  untaken,
  wasCalled,
} from "./samples.ts";

const alex = { objectId: "alex", tenantId: "tenant", displayName: "Alex Wilber" };
type Place = ReturnType<typeof place>;
type One = Readonly<{ id: string }>;

let server: Databases;
let databaseUrl: string;
let one: OpenedStore;
let other: OpenedStore;
let store: Store;
beforeAll(async () => {
  server = await databases();
  databaseUrl = await server.newDatabase();
  [one, other] = await Promise.all([opened({ databaseUrl }), opened({ databaseUrl })]);
  store = one.store;
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await server.stop();
});

const now = () => clock.now().toISOString();
const later = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000).toISOString();
const watched = async (): Promise<Place> => {
  const where = place();
  await store.addWatch({ ...where, by: alex, since: now() }, auditEntry());
  return where;
};
const watchOf = async ({ conversation: { key } }: Place) =>
  (await store.watches()).find(({ conversation }) => conversation.key === key);
async function fires(where: Place, severity: AlertSeverity = "Sev2") {
  const [key, of] = [unique("alert"), candidate()];
  const muting = (await watchOf(where)) ?? {};
  const opens = candidate({ ...where, alert: { ...of.alert, severity }, muting });
  await received(store, { key, condition: "fired", severity }, [opens]);
  return { id: opens.id, key };
}
/** Delivered at this moment of the database, too. */
const taken = ({ alert }: ReturnType<typeof candidate>): TakenAlert => ({
  alert: {
    ...{ ...alert, key: unique("alert"), condition: "fired", id: unique("id"), origin: null },
    ...{ resolvedAt: null, targets: [], setOn: [], names: [] },
  },
  sender: { by: "token", appId: "sender", tenantId: "tenant" },
  receivedAt: new Date().toISOString(),
});
const stands = ({ id }: One) => store.adoptMessage(incidentKey(id), unique("message"));
const ends = (key: string) => received(store, { key, condition: "resolved", resolvedAt: now() }, []);
const act = ({ id }: One, what: IncidentAct) => actOn(store, id, what, alex);
const mute = (where: Place, minutes: number) =>
  store.setMute(where, { of: "person", by: alex, until: later(minutes), because: null }, now(), auditEntry());
const repaired = ({ id }: One) =>
  store.stepIncident(id, (incident) => ({
    ...{ said: true, to: { ...incident, status: { state: "mitigated", at: now() } }, messages: [] },
    audit: null,
  }));
/** The posts that wait beside its card: why they call people. Whatever else waits is shown. */
async function rings({ id }: One): Promise<readonly string[]> {
  await Promise.all([one.store.ringOwed(now()), other.store.ringOwed(now())]);
  const all: string[] = [];
  for (let looks = 0; looks < 4; looks += 1)
    for (const delivery of await store.takeMessages(64)) {
      const { content } = delivery;
      if (content.show === "incident" && content.incidentId === id && content.ring)
        all.push(
          [content.ring.why, "rule" in content.ring ? content.ring.severity : []].flat().join(" ") +
            ("heldSince" in content.ring ? " held" : ""),
        );
      const messageId = delivery.messageId ?? unique("m");
      await store.settleMessage(delivery, { next: { step: "done", messageId }, personal: null });
    }
  return all;
}
const isCalled = async ({ id }: One, minutes: number) => {
  const all: string[] = [];
  for (let looks = 0; looks < 20; looks += 1) all.push(...(await untaken(store, now(), later(-minutes))));
  return all.includes(id);
};

describe("opened again soon after the end that people heard of", () => {
  /** Five minutes after it. */
  const openedAgain = async (severity: AlertSeverity = "Sev2") => {
    const where = await watched();
    const first = await fires(where, "Sev2");
    await stands(first);
    await ends(first.key);
    expect(await rings(first)).toEqual(["resolved"]);
    minutesPass(5);
    const again = await fires(where, severity);
    return { where, first, again };
  };

  test("by what is worse than anything that they heard of it: it rings at once", async () => {
    const { first } = await openedAgain("Sev0");
    expect(await rings(first)).toEqual(["worse Sev0"]);
    minutesPass(11);
    expect(await rings(first)).toEqual([]);
  });

  test("it rings once it has been open for ten minutes, and once", async () => {
    const { first } = await openedAgain();
    minutesPass(9);
    expect(await rings(first)).toEqual([]);
    minutesPass(2);
    expect(await rings(first)).toEqual(["reopened Sev2"]);
    expect(await rings(first)).toEqual([]);
  });

  test("those on call are called as late as after any opening", async () => {
    const { first } = await openedAgain();
    minutesPass(4);
    expect(await isCalled(first, 5)).toBe(false);
    minutesPass(2);
    expect(await isCalled(first, 5)).toBe(true);
  });

  type Again = Awaited<ReturnType<typeof openedAgain>>;
  test.each<[string, (again: Again) => Promise<unknown>, readonly string[]]>([
    ["it ended again: it flaps, and nobody hears of either", ({ again }) => ends(again.key), []],
    ["somebody has taken it", ({ first }) => act(first, { act: "take" }), []],
    [
      "somebody ended it and opened it again: they know",
      async ({ first }) => {
        await act(first, { act: "resolve", because: null });
        await act(first, { act: "reopen" });
      },
      [],
    ],
    ["it became worse, which has rung", ({ where }) => fires(where, "Sev1"), ["worse Sev1"]],
    [
      "it flapped once more, and stays open: ten minutes after the last time",
      async ({ where, again }) => {
        await ends(again.key);
        minutesPass(5);
        await fires(where);
        minutesPass(6);
        expect(await rings(again)).toEqual([]);
      },
      ["reopened Sev2"],
    ],
    [
      "the channel is muted: when the mute ends",
      async ({ where, first }) => {
        await mute(where, 20);
        minutesPass(11);
        expect(await rings(first)).toEqual([]);
        minutesPass(10);
      },
      ["reopened Sev2"],
    ],
    [
      "somebody took it, and then a mute held back what is worse: that rings when the mute ends",
      async ({ where, first }) => {
        await act(first, { act: "take" });
        await mute(where, 20);
        await fires(where, "Sev1");
        minutesPass(21);
      },
      ["reopened Sev1 held"],
    ],
  ])("meanwhile %s", async (_name, happens, expected) => {
    const again = await openedAgain();
    await happens(again);
    minutesPass(11);
    expect(await rings(again.first)).toEqual(expected);
  });
});

describe("an alert on one that was repaired", () => {
  const mended = async () => {
    const where = await watched();
    const first = await fires(where, "Sev2");
    await stands(first);
    expect(await isCalled(first, 0)).toBe(true);
    await wasCalled(store, first.id);
    await repaired(first);
    return { where, first };
  };

  test("an hour ago rings, and those on call are called anew", async () => {
    const { where, first } = await mended();
    minutesPass(60);
    await fires(where, "Sev3");
    expect(await rings(first)).toEqual(["reopened Sev3"]);
    expect(await isCalled(first, 5)).toBe(false);
    minutesPass(6);
    expect(await isCalled(first, 5)).toBe(true);
  });

  test("just now may come late: it rings if it is open for ten minutes", async () => {
    const { where, first } = await mended();
    minutesPass(2);
    await fires(where, "Sev3");
    expect(await rings(first)).toEqual([]);
    minutesPass(11);
    expect(await rings(first)).toEqual(["reopened Sev2"]);
  });

  test("which is repaired again: it is what the next one tells", async () => {
    const { where, first } = await mended();
    minutesPass(2);
    await fires(where, "Sev3");
    await repaired(first);
    minutesPass(11);
    expect(await rings(first)).toEqual([]);
    await fires(where, "Sev3");
    expect(await rings(first)).toEqual(["reopened Sev3"]);
  });
});

test("what somebody set as mild rings and calls as what opens it again, through quiet hours too", async () => {
  const where = await watched();
  const first = await fires(where, "Sev2");
  await stands(first);
  await act(first, { act: "setSeverity", severity: "Sev4" });
  await ends(first.key);
  minutesPass(30);
  await mute(where, 60);
  await fires(where, "Sev0");
  expect(await store.incident(first.id)).toMatchObject({ severity: null });
  minutesPass(6);
  expect(await isCalled(first, 5)).toBe(true);
});

describe("merged into one that people know", () => {
  /** Two of one cluster, both open; the first is known. */
  const two = async () => {
    const where = await watched();
    const into = await fires(where, "Sev3");
    await stands(into);
    await act(into, { act: "resolve", because: null });
    minutesPass(181);
    await rings(into);
    return { where, into };
  };
  const merge = async (from: One, into: One) => {
    await act(into, { act: "reopen" });
    const by = { person: alex, at: now() };
    expect(await store.mergeIncidents({ from: from.id, into: into.id }, by, auditEntry())).toBe(true);
  };

  test.each<[AlertSeverity, readonly string[]]>([
    ["Sev2", ["worse Sev2 held"]],
    ["Sev3", []],
  ])("one whose card a mute held back, %s: the first rings if that is worse", async (severity, expected) => {
    const { where, into } = await two();
    await mute(where, 30);
    const from = await fires(where, severity);
    await merge(from, into);
    expect(await rings(into)).toEqual([]);
    minutesPass(31);
    expect(await rings(into)).toEqual(expected);
  });

  test("one that is open again, and neither has rung: the first rings, however mild it is", async () => {
    const { where, into } = await two();
    const from = await fires(where, "Sev3");
    await stands(from);
    await ends(from.key);
    minutesPass(11);
    await mute(where, 30);
    await fires(where, "Sev3");
    await merge(from, into);
    minutesPass(31);
    expect(await rings(into)).toEqual(["reopened Sev3 held"]);
  });
});

describe("the channel follows its cluster no more", () => {
  const unfollow = (where: Place) => store.removeWatch(where, auditEntry());
  /** At this moment of the database. */
  const follow = (where: Place) =>
    store.addWatch({ ...where, by: alex, since: new Date().toISOString() }, auditEntry());
  const isDue = async ({ id }: One) => {
    const found = (await store.takeMessages(64)).map(({ key }) => key);
    return found.includes(incidentKey(id));
  };

  test("what a mute held back rings once it is followed anew, and nobody is called before", async () => {
    const where = await watched();
    const first = await fires(where, "Sev3");
    await stands(first);
    await mute(where, 60);
    await fires(where, "Sev2");
    await unfollow(where);
    minutesPass(61);
    expect([await rings(first), await isCalled(first, 5)]).toEqual([[], false]);
    await follow(where);
    expect(await rings(first)).toEqual(["worse Sev2 held"]);
    minutesPass(6);
    expect(await isCalled(first, 5)).toBe(true);
  });

  test("a card that a mute held back is posted once it is followed anew, and not when the mute would have ended", async () => {
    const where = await watched();
    await store.setMute(
      where,
      { of: "person", by: alex, until: new Date(Date.now() + 1_500).toISOString(), because: null },
      new Date().toISOString(),
      auditEntry(),
    );
    const watch = await watchOf(where);
    const opens = candidate({ ...where, muting: watch ?? {} });
    await store.takeAlerts([taken(opens)]);
    await store.joinAlerts(() => ({ candidates: [opens], audit: [] }));
    await unfollow(where);
    await clock.sleep(2_000);
    expect(await isDue(opens)).toBe(false);
    await follow(where);
    expect(await isDue(opens)).toBe(true);
  });

  test("one that somebody declared calls all the same", async () => {
    const made = declared({ ...place(), openedAt: now() });
    await store.declareIncident(made, card(made), auditEntry());
    await stands(made);
    minutesPass(6);
    expect(await isCalled(made, 5)).toBe(true);
  });
});

test("whoever declares one while its cluster is muted wants somebody: those on call are called", async () => {
  const where = await watched();
  await mute(where, 60);
  const made = declared({ ...where, openedAt: now() });
  await store.declareIncident(made, card(made), auditEntry());
  await stands(made);
  minutesPass(6);
  expect(await isCalled(made, 5)).toBe(true);
});

test("so does whoever declares one that is open already: what gets worse in it rings at once, and so does its end", async () => {
  const where = await watched();
  const first = await fires(where, "Sev3");
  await stands(first);
  await mute(where, 60);
  const same = declared({ ...where, openedAt: now() });
  expect((await store.declareIncident(same, card(same), auditEntry()))?.id).toBe(first.id);
  await fires(where, "Sev2");
  expect(await rings(first)).toEqual(["worse Sev2"]);
  minutesPass(6);
  expect(await isCalled(first, 5)).toBe(true);
  await act(first, { act: "resolve", because: null });
  expect(await rings(first)).toEqual(["resolved"]);
});

// Whoever ends a mute does not see an incident that is being opened under it, and whoever opens that has seen the mute.
const always = { by: alex, windows: [{ from: "00:00", to: "24:00", timeZone: "Etc/UTC" }] };
test.each<[string, (where: Place) => Promise<unknown>, (where: Place) => Promise<unknown>]>([
  [
    "a mute is",
    (where) => mute(where, 24 * 60),
    (where) => other.store.setMute(where, null, now(), auditEntry()),
  ],
  [
    "quiet hours are",
    (where) => store.addWatch({ ...where, by: alex, since: now(), quiet: always }, auditEntry()),
    (where) => other.store.addWatch({ ...where, by: alex, since: now(), quiet: null }, auditEntry()),
  ],
])(
  "%s ended at the very moment at which an alert opens an incident: its card is posted",
  async (_, begin, end) => {
    const where = await watched();
    await begin(where);
    const held = new pg.Client(databaseUrl);
    await held.connect();
    await held.query("begin");
    // Whoever opens the incident has read what mutes it, and waits.
    await held.query("lock table outbox in share row exclusive mode");
    let ending: Promise<unknown> = Promise.resolve();
    const opens = candidate({ ...where, alert: { ...candidate().alert, severity: "Sev2" } });
    await store.takeAlerts([taken(opens)]);
    const joining = store.joinAlerts((_, watches) => {
      ending = end(where);
      const muting = watches.find(({ conversation }) => conversation.key === where.conversation.key) ?? {};
      return { candidates: [{ ...opens, muting }], audit: [] };
    });
    await clock.sleep(500);
    await Promise.race([ending, clock.sleep(500)]);
    await held.query("rollback");
    await held.end();
    await Promise.all([joining, ending]);
    const until = (await store.incident(opens.id))?.muted?.until ?? "";
    expect(until <= now()).toBe(true);
  },
);
