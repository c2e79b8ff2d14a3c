// The card of an incident in the outbox: when an alert joins it, when it is edited, and what becomes of it in doubt.

import type { Delivered } from "../../src/app/ports/outbox.ts";
import type { Store } from "../../src/app/ports/store.ts";
import type { AuditEntry } from "../../src/core/audit/audit-event.ts";
import { incidentKey } from "../../src/core/delivery/message.ts";
import type { Ring } from "../../src/core/incident/incident.ts";
import type { OpenedStore } from "../../src/store/open-store.ts";
import { brokenDiagnosis } from "../fixtures/diagnoses.ts";
import { type Databases, databases } from "./postgres-server.ts";
import {
  at,
  auditEntry,
  candidate,
  clock,
  conversation,
  eventually,
  minutesPass,
  opened,
  place,
  received,
  run,
  unique,
  watch,
} from "./samples.ts";

let server: Databases;
let product: OpenedStore;
let store: Store;
beforeAll(async () => {
  server = await databases();
  product = await opened({ databaseUrl: await server.newDatabase() });
  store = product.store;
});
afterAll(async () => {
  await product.close();
  await server.stop();
});

const fired = (key: string) => ({ key, condition: "fired" }) as const;
const open = (alert: ReturnType<typeof fired>, one: ReturnType<typeof candidate>) =>
  received(store, alert, [one]);
const resolve = (key: string, resolvedAt = at(5)) =>
  received(store, { key, condition: "resolved", resolvedAt }, []);
type Severity = ReturnType<typeof candidate>["alert"]["severity"];
const about = (where: ReturnType<typeof place>, severity: Severity = "Sev2") =>
  candidate({ ...where, alert: { ...candidate().alert, severity } });
/** How many alerts its card shows. */
const shownBy = async ({ id }: { id: string }) => {
  const { open: fires, resolved } = (await store.incident(id))?.alerts ?? { open: 0, resolved: 0 };
  return fires + resolved;
};
/** Takes the message that shows it, as whoever delivers does. */
const taken = async ({ id }: { id: string }) => {
  const found = async () => (await store.takeMessages(64)).find(({ key }) => key === incidentKey(id));
  let delivery: Awaited<ReturnType<typeof found>>;
  await eventually(async () => {
    delivery = await found();
    return delivery !== undefined;
  }, 10);
  if (!delivery) throw new Error("no message");
  return delivery;
};
const becomes = async (one: { id: string }, next: Delivered["next"], audit?: AuditEntry) =>
  store.settleMessage(await taken(one), { next, personal: null, ...(audit && { audit }) });
const posted = (one: { id: string }, messageId = unique("m")) => becomes(one, { step: "done", messageId });

const textOf = (ring: Ring): string =>
  ring.why === "resolved" ? ring.why : `${ring.why} ${ring.severity} ${ring.rule}`;
/** What was posted beside the card, and is shown by that. */
async function ringsIn({ conversation: { key } }: ReturnType<typeof place>): Promise<readonly string[]> {
  const rings: string[] = [];
  for (const delivery of await store.takeMessages(64)) {
    const { to, content } = delivery;
    if (to.key !== key || content.show !== "incident" || content.ring === undefined) continue;
    rings.push(textOf(content.ring));
    await store.settleMessage(delivery, { next: { step: "done", messageId: unique("m") }, personal: null });
  }
  return rings;
}
const person = { objectId: "alex", tenantId: "tenant", displayName: "Alex Wilber" };
const now = () => clock.now().toISOString();

describe("a post beside the card, since an edit notifies nobody", () => {
  test.each<[string, readonly Severity[], readonly string[]]>([
    ["for what is worse than all that is open", ["Sev1"], ["worse Sev1 api-server-availability"]],
    ["none for what is as severe, or less", ["Sev3", "Sev4"], []],
  ])("%s", async (_name, severities, expected) => {
    const where = place();
    const first = about(where, "Sev3");
    await open(fired(unique("alert")), first);
    await posted(first);
    for (const severity of severities) await open(fired(unique("alert")), about(where, severity));
    expect(await shownBy(first)).toBe(1 + severities.length);
    expect(await ringsIn(where)).toEqual(expected);
  });

  test("none while the card has not been sent: it is called after the worse one", async () => {
    const where = place();
    const first = about(where, "Sev3");
    await open(fired(unique("alert")), first);
    await open(fired(unique("alert")), about(where, "Sev0"));
    expect(await ringsIn(where)).toEqual([]);
    expect(await shownBy(first)).toBe(2);
  });

  test("for what fires while the card is being sent", async () => {
    const where = place();
    const first = about(where, "Sev3");
    await open(fired(unique("alert")), first);
    const sending = await taken(first);
    await open(fired(unique("alert")), about(where, "Sev0"));
    await store.settleMessage(sending, { next: { step: "done", messageId: unique("m") }, personal: null });
    await eventually(async () => (await ringsIn(where)).length === 1, 10);
  });

  test("not before the card, where Teams did not take that yet", async () => {
    const where = place();
    const first = about(where, "Sev3");
    await open(fired(unique("alert")), first);
    const sending = await taken(first);
    await open(fired(unique("alert")), about(where, "Sev0"));
    const later = { ...{ messageId: null, unsure: 0, short: false, barred: 0 }, afterMilliseconds: 60_000 };
    await store.settleMessage(sending, { next: { step: "again", ...later }, personal: null });
    expect(await ringsIn(where)).toEqual([]);
  });

  test.each<[string, number, readonly string[]]>([
    ["for what fires 11 minutes after all was resolved", 11, ["reopened Sev2 api-server-availability"]],
    ["none within 10 minutes, as it flaps", 9, []],
  ])("%s", async (_name, minutes, expected) => {
    const where = place();
    const [alert, first] = [fired(unique("alert")), about(where)];
    await open(alert, first);
    await posted(first);
    await resolve(alert.key, now());
    expect(await ringsIn(where)).toEqual(["resolved"]);
    minutesPass(minutes);
    await open(fired(unique("alert")), about(where));
    expect(await ringsIn(where)).toEqual(expected);
    expect(await store.incident(first.id)).toMatchObject({ status: { state: "open" }, reopened: 1 });
  });

  describe("that it is over", () => {
    const stands = async (where: ReturnType<typeof place>) => {
      const [alert, first] = [fired(unique("alert")), about(where)];
      await open(alert, first);
      await posted(first);
      return { ...first, end: (resolvedAt = now()) => resolve(alert.key, resolvedAt) };
    };
    const byHand = { state: "resolved", at: at(7), by: null, because: null } as const;
    const close = ({ id }: { id: string }) =>
      store.stepIncident(id, (before) => ({
        ...{ said: true, to: { ...before, status: byHand }, messages: [], audit: null },
      }));

    test("by its last alert, and by hand; said once", async () => {
      const where = place();
      await (await stands(where)).end();
      expect(await ringsIn(where)).toEqual(["resolved"]);
      const other = place();
      const first = await stands(other);
      await close(first);
      await close(first);
      await first.end();
      expect(await ringsIn(other)).toEqual(["resolved"]);
    });

    test("none where its card was never posted", async () => {
      const where = place();
      const [alert, first] = [fired(unique("alert")), about(where)];
      await open(alert, first);
      await resolve(alert.key, now());
      expect(await ringsIn(where)).toEqual([]);
    });

    test("none while the channel wants to hear nothing of the cluster", async () => {
      const where = place();
      await store.addWatch(watch(where), auditEntry());
      const first = await stands(where);
      const until = "2999-01-01T00:00:00.000Z";
      await store.setMute(where, { of: "person", by: person, until, because: null }, now(), auditEntry());
      await first.end();
      expect(await ringsIn(where)).toEqual([]);
    });

    test.each<[string, number, readonly string[]]>([
      ["none for one that is open again for less than 10 minutes", 9, []],
      ["of one that is open again for longer", 10, ["resolved"]],
    ])("%s", async (_name, minutes, expected) => {
      const where = place();
      await (await stands(where)).end();
      await ringsIn(where);
      minutesPass(11);
      const again = fired(unique("alert"));
      await open(again, about(where));
      await ringsIn(where);
      minutesPass(minutes);
      await resolve(again.key, now());
      expect(await ringsIn(where)).toEqual(expected);
    });
  });
});

test("a card that was given up, and of which nobody knows whether it stands there, takes no alert: a new one does", async () => {
  const where = place();
  const [first, second] = [about(where), about(where)];
  await open(fired(unique("alert")), first);
  await becomes(first, { step: "giveUp", code: "403" });
  await open(fired(unique("alert")), second);
  expect([await shownBy(first), await shownBy(second)]).toEqual([1, 1]);
});

test("what somebody does is on the card at once; what an alert does, a moment later", async () => {
  const first = about(place());
  await open(fired(unique("alert")), first);
  await posted(first);
  const due = async () =>
    (await store.takeMessages(64)).map(({ key }) => key).includes(incidentKey(first.id));
  await store.stepIncident(first.id, ({ status, owner, severity, reopened }) => ({
    ...{ said: null, messages: [], audit: null },
    to: { status, owner, severity, reopened },
  }));
  expect(await due()).toBe(true);
});

test("a card that stands there is edited a moment later, once for all that came until then; one being sent, again", async () => {
  const where = place();
  const first = about(where);
  await open(fired(unique("alert")), first);
  const sending = await taken(first);
  await open(fired(unique("alert")), about(where));
  const messageId = unique("m");
  await store.settleMessage(sending, { next: { step: "done", messageId }, personal: null });
  await open(fired(unique("alert")), about(where));
  const edit = await taken(first);
  expect(edit).toMatchObject({ messageId, refused: 0, unsure: 0 });
  await store.settleMessage(edit, { next: { step: "done", messageId }, personal: null });
  expect((await store.takeMessages(64)).map(({ key }) => key)).not.toContain(incidentKey(first.id));
});

test("one that waits for its next try keeps its turn, and what Teams made of it", async () => {
  const where = place();
  const first = about(where);
  await open(fired(unique("alert")), first);
  const again = { step: "again", afterMilliseconds: 600_000, messageId: null, unsure: 1 } as const;
  await becomes(first, { ...again, short: false, barred: 1 });
  await open(fired(unique("alert")), about(where));
  expect((await store.takeMessages(64)).map(({ key }) => key)).not.toContain(incidentKey(first.id));
  expect(await shownBy(first)).toBe(2);
});

test("given up while nobody knew whether it stands there: posted once more with what is known next", async () => {
  const where = place();
  const [alert, first] = [fired(unique("alert")), about(where)];
  await open(alert, first);
  const again = { step: "again", afterMilliseconds: 0, messageId: null, unsure: 2 } as const;
  await becomes(first, { ...again, short: false, barred: 0 });
  await becomes(first, { step: "giveUp", code: "unknown" });
  await resolve(alert.key);
  expect(await taken(first)).toMatchObject({ messageId: null, unsure: 1 });
});

test("an edit was given up, as after a day without Teams: what is known next is edited into the card all the same", async () => {
  const where = place();
  const [alert, first] = [fired(unique("alert")), about(where)];
  await open(alert, first);
  await posted(first, "m-given-up");
  await open(fired(unique("alert")), about(where));
  await becomes(first, { step: "giveUp", code: "tooOld" });
  await resolve(alert.key);
  expect(await taken(first)).toMatchObject({ messageId: "m-given-up", unsure: 0 });
});

test("what became of a card is on the trail once, however often it is written down", async () => {
  const first = about(place());
  await open(fired(unique("alert")), first);
  const delivery = await taken(first);
  const audit = auditEntry();
  const delivered = { next: { step: "done", messageId: unique("m") }, personal: null, audit } as const;
  for (const _ of [1, 2]) await store.settleMessage(delivery, delivered);
  const written = (await store.auditEvents(1_000)).filter(({ action }) => action === audit.action);
  expect(written).toHaveLength(1);
});

test("is found by the message that is its card, in its channel alone", async () => {
  const opened = about(place());
  await open(fired(unique("alert")), opened);
  const messageId = unique("m");
  const of = (where: string, id: string) => store.incidentOfMessage(where, id);
  const { key } = opened.conversation;
  expect(await of(key, messageId)).toBeNull();
  await posted(opened, messageId);
  expect(await of(key, messageId)).toBe(opened.id);
  expect(await of(key, "m-other")).toBeNull();
  expect(await of("19:other@thread.tacv2", messageId)).toBeNull();
});

test("is found by a later post beside its card, too", async () => {
  const where = place();
  const first = about(where, "Sev3");
  await open(fired(unique("alert")), first);
  await posted(first);
  await open(fired(unique("alert")), about(where, "Sev1"));
  const ring = (await store.takeMessages(64)).find(({ to }) => to.key === where.conversation.key);
  if (!ring) throw new Error("no post");
  const messageId = unique("m");
  await store.settleMessage(ring, { next: { step: "done", messageId }, personal: null });
  expect(await store.incidentOfMessage(where.conversation.key, messageId)).toBe(first.id);
});

test("a card is edited when another one that it names, of the same cause, goes on", async () => {
  const where = place();
  const [first, second] = [about(where), about({ ...place(), conversation: where.conversation })];
  const rootCause = {
    check: "route.firewall",
    facts: [],
    confidence: "certain",
    resourceId: "/hub",
  } as const;
  const diagnosis = { ...brokenDiagnosis, rootCause };
  const status = { state: "succeeded", finishedAt: at(9), result: null, diagnosis } as const;
  for (const one of [first, second]) {
    await open(fired(unique("alert")), one);
    await posted(one);
    await store.createRun(run({ incident: one.id, status }), null, [], auditEntry());
  }
  const owner = { person, since: now() };
  await store.stepIncident(first.id, (before) => ({
    ...{ said: true, to: { ...before, owner }, messages: [], audit: null },
  }));
  await becomes(first, { step: "done", messageId: unique("m") });
  expect((await taken(second)).key).toBe(incidentKey(second.id));
});

test("of many that name each other every card is edited, however few one of them names", async () => {
  const where = place();
  const all = Array.from({ length: 6 }, () => about({ ...place(), conversation: where.conversation }));
  const origin = unique("event");
  const reason: NonNullable<(typeof all)[number]["alert"]["reason"]> = {
    ...{ is: "serviceHealth", incidentType: "Incident", stage: null, title: null, where: ["Global"] },
  };
  for (const one of all) {
    await received(store, { key: unique("alert"), condition: "fired", origin }, [
      { ...one, alert: { ...one.alert, reason } },
    ]);
    await store.adoptMessage(incidentKey(one.id), unique("m"));
  }
  const [first] = all;
  if (first === undefined) throw new Error("none");
  expect(await store.linkedIncidents(first.id)).toHaveLength(3);
  const shown = new Set<string>();
  const edit = async () => {
    for (const delivery of await store.takeMessages(64)) {
      if (delivery.to.key === where.conversation.key) shown.add(delivery.key);
      await store.settleMessage(delivery, {
        next: { step: "done", messageId: delivery.messageId },
        personal: null,
      });
    }
    return shown.size === all.length;
  };
  // What opening them changed on the others.
  await eventually(edit, 30);
  shown.clear();
  const owner = { person, since: now() };
  await store.stepIncident(first.id, (before) => ({
    ...{ said: true, to: { ...before, owner }, messages: [], audit: null },
  }));
  await eventually(edit, 30);
  expect([...shown].toSorted()).toEqual(all.map(({ id }) => incidentKey(id)).toSorted());
});

test("in one channel, a card that is new comes before what has changed on another", async () => {
  const channel = conversation();
  const where = { ...place(), conversation: channel };
  const [old, fresh] = [about(where), about({ ...place(), conversation: channel })];
  await open(fired(unique("alert")), old);
  await posted(old);
  await open(fired(unique("alert")), about(where));
  await new Promise((done) => setTimeout(done, 3_200));
  await open(fired(unique("alert")), fresh);
  const here = (await store.takeMessages(64)).filter(({ to }) => to.key === channel.key);
  expect(here.map(({ key }) => key)).toEqual([incidentKey(fresh.id)]);
});
