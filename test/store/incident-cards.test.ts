// The card of an incident in the outbox: when an alert joins it, when it is edited, and what becomes of it in doubt.

import type { Delivered } from "../../src/app/ports/outbox.ts";
import type { Store } from "../../src/app/ports/store.ts";
import type { AuditEntry } from "../../src/core/audit/audit-event.ts";
import { incidentKey } from "../../src/core/delivery/message.ts";
import type { OpenedStore } from "../../src/store/open-store.ts";
import { type Databases, databases } from "./postgres-server.ts";
import { at, auditEntry, conversation, eventually, incident, opened, received, unique } from "./samples.ts";

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
const open = (alert: ReturnType<typeof fired>, one: ReturnType<typeof incident>) =>
  received(store, alert, [one]);
const resolve = (key: string) => received(store, { key, condition: "resolved", resolvedAt: at(5) }, []);
const place = () => ({
  conversation: conversation(),
  cluster: { id: `/c/${unique("c")}`, name: "prod-1" },
});
type Severity = ReturnType<typeof incident>["alert"]["severity"];
const about = (where: ReturnType<typeof place>, severity: Severity = "Sev2") =>
  incident({ ...where, alert: { ...incident().alert, severity } });
/** How many alerts its card shows; one without a card of its own shows none but itself. */
const shownBy = async ({ id }: { id: string }) => {
  const { joined } = (await store.incident(id)) ?? {};
  return 1 + (joined?.fired ?? 0) + (joined?.resolved ?? 0);
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

test("worse than all that is open on a card that was sent: a card of its own, which what follows joins", async () => {
  const where = place();
  const [first, worse, same, less] = [
    about(where, "Sev3"),
    about(where, "Sev1"),
    about(where, "Sev1"),
    about(where, "Sev4"),
  ];
  await open(fired(unique("alert")), first);
  await posted(first);
  for (const one of [worse, same, less]) await open(fired(unique("alert")), one);
  expect([await shownBy(first), await shownBy(worse)]).toEqual([1, 3]);
  await posted(worse);
});

test("fired where all that was on the card is resolved: a card of its own, since the edit would notify nobody", async () => {
  const where = place();
  const [first, again, over] = [about(where), about(where), about(where)];
  const [alert, ended] = [fired(unique("alert")), fired(unique("alert"))];
  await open(alert, first);
  await posted(first);
  await resolve(alert.key);
  await resolve(ended.key);
  await open(ended, over);
  await open(fired(unique("alert")), again);
  expect([await shownBy(first), await shownBy(again)]).toEqual([2, 1]);
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

test("in one channel, a card that is new comes before what has changed on another", async () => {
  const channel = conversation();
  const [old, fresh] = [
    about({ ...place(), conversation: channel }),
    about({ ...place(), conversation: channel }),
  ];
  const alert = fired(unique("alert"));
  await open(alert, old);
  await posted(old);
  await resolve(alert.key);
  await new Promise((done) => setTimeout(done, 3_200));
  await open(fired(unique("alert")), fresh);
  const here = (await store.takeMessages(64)).filter(({ to }) => to.key === channel.key);
  expect(here.map(({ key }) => key)).toEqual([incidentKey(fresh.id)]);
});
