// From a delivered alert to its card, once in every channel that watches.
import { joinAlerts, receiveAlerts } from "../../../src/app/delivery/receive-alert.ts";
import { auditEntry } from "../../../src/app/identity/authorize.ts";
import { circumstancesOf } from "../../../src/app/identity/lookups.ts";
import { incidentKey } from "../../../src/core/delivery/message.ts";
import type { Ring } from "../../../src/core/incident/incident.ts";
import type { Circumstances } from "../../../src/core/policy/circumstances.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { alex, megan, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import {
  alert,
  another,
  channels,
  incidents,
  places,
  receive,
  resolved,
  sender,
  show,
  watching,
} from "../incident/watching.ts";
import { outdated, press } from "../pressing.ts";
import { allow, setMode, trail } from "../setup.ts";

const states = async (fake: FakeServices) =>
  (await incidents(fake)).map(
    ({ id, status }) => `${status.state} ${fake.memory.outbox.entries.get(incidentKey(id))?.state}`,
  );

describe("an alert", () => {
  test("becomes one incident in each channel that watches its cluster, as a new post", async () => {
    const fake = await watching();
    await receive(fake);
    await show(fake);
    expect(places(fake)).toEqual(channels);
    expect(fake.said[0]?.answer).toMatchObject({
      kind: "incident",
      incident: {
        cluster: { name: "prod-1" },
        alerts: { open: 1, listed: [{ alert: { rule: "node-cpu-high", severity: "Sev2" } }] },
      },
    });
    expect(fake.azure).toEqual([]);
    expect(trail(fake).slice(2)).toEqual([
      "alert.fired recorded null",
      "incident.post succeeded null",
      "incident.post succeeded null",
    ]);
    expect(fake.memory.audit[2]).toMatchObject({
      actor: sender.appId,
      cluster: ids.cluster,
      detail: {
        alert: "5a1e7c02-93df-4b16-8c40-7be2d95f10a8",
        name: "node-cpu-high",
        severity: "Sev2",
        channels: 2,
      },
    });
  });

  test("of less than a channel follows the cluster from does not reach it, and is on the trail", async () => {
    const fake = await watching();
    const [one] = await fake.services.store.watches();
    if (one === undefined) throw new Error("nothing is followed");
    const entry = auditEntry(fake.services.clock, alex, { action: "watch.add", outcome: "allowed" });
    await fake.services.store.addWatch({ ...one, severity: "Sev1" }, entry);
    await receive(fake, { severity: "Sev2" });
    await show(fake);
    expect(places(fake)).toEqual(channels.filter((channel) => channel !== one.conversation.key));
    expect(fake.memory.audit.find(({ action }) => action === "alert.fired")?.detail).toMatchObject({
      ...{ channels: 2, spared: 1 },
    });
    await receive(fake, another(1, { severity: "Sev1" }));
    await show(fake);
    expect(places(fake)).toEqual(expect.arrayContaining(channels));
  });

  test.each<[string, Record<string, unknown>, true | undefined, Circumstances["incident"]]>([
    ["by its id", {}, undefined, "Sev2"],
    ["by the id of a part of it", { alertTargetIDs: [`${ids.cluster}/agentPools/a`] }, undefined, "Sev2"],
    ["by its id, as one of little weight", { severity: "Sev4" }, undefined, "Sev4"],
    ["by what holds it", { alertTargetIDs: [ids.cluster.split("/providers/")[0]] }, undefined, "none"],
    [
      "by its id, in what a query gave",
      { alertTargetIDs: [], configurationItems: [ids.cluster] },
      undefined,
      "none",
    ],
    ["by its id, as the target of a query", { signalType: "Log" }, undefined, "none"],
    ["by its name", { signalType: "Log", alertTargetIDs: [], configurationItems: ["prod-1"] }, true, "none"],
  ])("that names the cluster %s: kept, and what rules for incidents see", async (...row) => {
    const [, essentials, byName, seen] = row;
    const fake = await watching({
      policy: policyOf(allow("urgent", "oncall", "show: thread, incidentOnly: true")),
    });
    await receive(fake, essentials);
    expect((await incidents(fake)).map(({ alerts }) => alerts.listed[0]?.alert.byName)).toEqual([
      byName,
      byName,
    ]);
    const { incident } = await circumstancesOf(fake.services, { id: ids.cluster, name: "prod-1" });
    expect(incident).toBe(seen);
  });

  test("delivered again, by whatever spelling of its id, changes nothing", async () => {
    const fake = await watching();
    await receive(fake);
    await show(fake);
    await receive(fake, { alertId: alert().id.toUpperCase() });
    await show(fake);
    expect(places(fake)).toEqual(channels);
    expect(trail(fake).filter((entry) => entry.startsWith("alert"))).toHaveLength(1);
  });

  test.each([
    ["another cluster", { alertTargetIDs: [`${ids.cluster}0`] }, `${ids.cluster}0`.toLowerCase()],
    ["no target", { alertTargetIDs: null, configurationItems: null }, null],
  ])("about %s: written down, and nothing is posted", async (_name, essentials, cluster) => {
    const fake = await watching();
    await receive(fake, essentials);
    expect(await incidents(fake)).toEqual([]);
    expect(fake.memory.audit.at(-1)).toMatchObject({
      action: "alert.fired",
      cluster,
      detail: { channels: 0 },
    });
  });

  test("that is resolved edits its cards, and says so below them, since whoever was called hears of no edit", async () => {
    const fake = await watching();
    await receive(fake);
    await show(fake);
    await receive(fake, resolved);
    await show(fake);
    expect(places(fake)).toEqual([...channels, ...belowCards]);
    expect(fake.said[1]).toMatchObject({
      edited: 1,
      answer: { incident: { status: { state: "resolved", at: "2026-03-22T14:03:16.000Z", by: null } } },
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["by an alert of its own with the same origin", { alertId: "/other" }, "resolved"],
    ["by its id, without an origin", { originAlertId: null }, "resolved"],
    ["not by a stranger", { alertId: "/other", originAlertId: "other" }, "open"],
    ["not by a stranger without an origin", { alertId: "/other", originAlertId: null }, "open"],
  ])("is resolved %s", async (_name, essentials, state) => {
    const fake = await watching();
    await receive(fake);
    await receive(fake, { ...resolved, ...essentials });
    expect((await incidents(fake)).map(({ status }) => status.state)).toEqual([state, state]);
  });

  test("resolved, of which nothing was posted: nothing", async () => {
    const fake = await watching();
    await receive(fake, resolved);
    expect([await incidents(fake), fake.said]).toEqual([[], []]);
    expect(trail(fake).at(-1)).toBe("alert.resolved recorded null");
  });

  test("that is heard of after it was resolved: its cards say so, and none stays open", async () => {
    const fake = await watching();
    await receive(fake, resolved);
    await receive(fake);
    await show(fake);
    expect(fake.said).toMatchObject(
      channels.map((to) => ({ to, edited: 0, answer: { incident: { status: { state: "resolved" } } } })),
    );
  });

  test("resolved before its card was posted: posted once, as what it is now", async () => {
    const fake = await watching({ teamsDown: "posts" });
    await receive(fake);
    await receive(fake, resolved);
    fake.world.teamsDown = "nothing";
    await show(fake);
    expect(fake.said).toMatchObject(
      channels.map((to) => ({ to, edited: 0, answer: { incident: { status: { state: "resolved" } } } })),
    );
  });
});

describe("an activity-log alert, whose id is its rule's", () => {
  const of = (minute: number) => ({
    alertId: "/subscriptions/s/resourceGroups/g/providers/microsoft.insights/activityLogAlerts/stopped",
    originAlertId: null,
    firedDateTime: `2026-03-22T13:${minute}:00Z`,
  });

  const listed = async (fake: FakeServices) =>
    (await incidents(fake))[0]?.alerts.listed.map(
      ({ alert: { firedAt }, status }) => `${firedAt.slice(11, 16)} ${status.state}`,
    );

  test("fires a second time: counted apart, on the same card", async () => {
    const fake = await watching();
    await receive(fake, of(10));
    await receive(fake, of(20));
    await receive(fake, of(20));
    expect(await listed(fake)).toEqual(["13:10 fired", "13:20 fired"]);
    expect(trail(fake).filter((entry) => entry.startsWith("alert"))).toHaveLength(2);
  });

  test("is resolved for the firing that it names, not for the one since", async () => {
    const fake = await watching();
    await receive(fake, of(10));
    await receive(fake, of(20));
    await receive(fake, { ...of(10), ...resolved, resolvedDateTime: "2026-03-22T13:30:00Z" });
    expect(await listed(fake)).toEqual(["13:20 fired", "13:10 resolved"]);
  });
});

/** What stands in the first channel, by its place among all that was posted. */
const onCard = (fake: FakeServices, at = 0) => {
  const answer = fake.said[at]?.answer;
  if (answer?.kind !== "incident") throw new Error(`no card, but ${answer?.kind}`);
  const { status, alerts } = answer.incident;
  return `${status.state}: ${alerts.open} open, ${alerts.resolved} resolved, ${alerts.listed[0]?.alert.rule}`;
};
/** The threads of the two cards. */
const belowCards = channels.map((channel, n) => `${channel};messageid=m${n + 1}`);
/** That it is over. */
const ends = belowCards.map((thread) => `${thread} resolved`);
const ringText = (ring: Ring): string =>
  ring.why === "resolved" ? ring.why : `${ring.why} ${ring.severity} ${ring.rule}`;
const ringsOf = (fake: FakeServices) =>
  fake.said.flatMap(({ to, answer }) =>
    answer.kind === "incidentRing" ? [`${to} ${ringText(answer.ring)}`] : [],
  );

describe("alerts about one cluster", () => {
  test("three hundred: one card in each channel, which counts them; each is on the trail", async () => {
    const fake = await watching();
    for (let n = 0; n < 300; n += 1) await receive(fake, another(n));
    await show(fake);
    expect(places(fake)).toEqual(channels);
    expect(fake.said.map(({ edited }) => edited)).toEqual([1, 1]);
    expect(onCard(fake)).toBe("open: 300 open, 0 resolved, rule-0");
    expect(trail(fake).filter((entry) => entry === "alert.fired recorded null")).toHaveLength(300);
  });

  test("one of which is worse than all before: it rings, since an edit notifies nobody, and what follows does not", async () => {
    const fake = await watching();
    await receive(fake, another(1));
    await receive(fake, another(2, { severity: "Sev0" }));
    await receive(fake, another(3, { severity: "Sev1" }));
    await show(fake);
    expect(places(fake)).toEqual([...channels, ...channels]);
    expect(ringsOf(fake)).toEqual(channels.map((channel) => `${channel} worse Sev0 rule-2`));
    expect(onCard(fake)).toBe("open: 3 open, 0 resolved, rule-2");
  });

  test("one of which is worse, before the card was sent: it joins, and the card is called after it", async () => {
    const fake = await watching({ teamsDown: "posts" });
    // Not begun: whoever shows it has not come to it.
    for (const n of [1, 2]) {
      await receiveAlerts(fake.services, sender, [
        alert(another(n, { severity: n === 1 ? "Sev3" : "Sev0" })),
      ]);
    }
    await joinAlerts(fake.services);
    fake.world.teamsDown = "nothing";
    await show(fake);
    expect(places(fake)).toEqual(channels);
    expect(onCard(fake)).toBe("open: 2 open, 0 resolved, rule-2");
  });

  test("one of which is resolved: the card counts it apart, and it is over when all are", async () => {
    const fake = await watching();
    await receive(fake, another(1));
    await receive(fake, another(2));
    await show(fake);
    expect(onCard(fake)).toBe("open: 2 open, 0 resolved, rule-1");
    await receive(fake, another(1, resolved));
    await show(fake);
    expect(onCard(fake)).toBe("open: 1 open, 1 resolved, rule-2");
    await receive(fake, another(2, { ...resolved, resolvedDateTime: "2026-03-22T14:09:00Z" }));
    await show(fake);
    expect(onCard(fake)).toBe("resolved: 0 open, 2 resolved, rule-1");
    expect((await incidents(fake))[0]?.status).toMatchObject({ at: "2026-03-22T14:09:00.000Z", by: null });
    expect(ringsOf(fake)).toEqual(ends);
  });

  test("a card that was resolved an hour ago: the next alert opens it again, and rings", async () => {
    const fake = await watching();
    await receive(fake, another(1));
    const now = () => fake.services.clock.now().toISOString();
    await receive(fake, another(1, { ...resolved, resolvedDateTime: now() }));
    await fake.services.clock.sleep(3_600_000);
    await receive(fake, another(2, { firedDateTime: now() }));
    await show(fake);
    expect(onCard(fake)).toBe("open: 1 open, 1 resolved, rule-2");
    expect(ringsOf(fake)).toEqual([...ends, ...channels.map((channel) => `${channel} reopened Sev2 rule-2`)]);
  });

  test("a card that was resolved five minutes ago: opened again without a call, since it flaps", async () => {
    const fake = await watching();
    await receive(fake, another(1));
    const now = () => fake.services.clock.now().toISOString();
    await receive(fake, another(1, { ...resolved, resolvedDateTime: now() }));
    await fake.services.clock.sleep(300_000);
    await receive(fake, another(2, { firedDateTime: now() }));
    await show(fake);
    expect([onCard(fake), ringsOf(fake)]).toEqual(["open: 1 open, 1 resolved, rule-2", ends]);
  });

  test("one of which is worse, and whose incident is merged before Teams takes the post: it rings for the other one", async () => {
    const fake = await watching();
    const { store, clock } = fake.services;
    const now = () => clock.now().toISOString();
    const entry = () => auditEntry(clock, alex, { action: "incident.merge", outcome: "recorded" });
    await receive(fake, another(1));
    const [first] = await incidents(fake);
    if (first === undefined) throw new Error("no incident");
    await receive(fake, another(1, { ...resolved, resolvedDateTime: now() }));
    await clock.sleep(4 * 3_600_000);
    await receive(fake, another(2, { firedDateTime: now() }));
    const { length } = ringsOf(fake);
    fake.world.teamsDown = "posts";
    await receive(fake, another(3, { severity: "Sev0", firedDateTime: now() }));
    const [second] = await store.incidentsIn(first.conversation.key, 1);
    if (second === undefined) throw new Error("no second incident");
    await store.mergeIncidents({ from: second.id, into: first.id }, { person: alex, at: now() }, entry());
    fake.world.teamsDown = "nothing";
    await show(fake);
    expect(ringsOf(fake).slice(length)).toContain(`${first.conversation.key} worse Sev0 rule-3`);
    const told = fake.said.flatMap(({ answer }) => (answer.kind === "incidentRing" ? [answer.now] : []));
    expect(told.map(({ incident }) => incident.id)).toContain(first.id);
    expect(told.map(({ incident }) => incident.id)).not.toContain(second.id);
  });

  test("the last of which is resolved, and that fire again before Teams takes a post: nobody hears that it is over", async () => {
    const fake = await watching();
    await receive(fake, another(1));
    fake.world.teamsDown = "posts";
    const now = fake.services.clock.now().toISOString();
    await receive(fake, another(1, { ...resolved, resolvedDateTime: now }));
    await receive(fake, another(2, { firedDateTime: now }));
    fake.world.teamsDown = "nothing";
    await show(fake);
    expect([onCard(fake), ringsOf(fake)]).toEqual(["open: 1 open, 1 resolved, rule-2", []]);
  });
});

const posts = (fake: FakeServices) => fake.memory.audit.filter(({ action }) => action === "incident.post");

describe("a card that Teams does not take", () => {
  test("now is tried again, and stands there once", async () => {
    const fake = await watching({ teamsDown: "posts" });
    await receive(fake);
    expect(await states(fake)).toEqual(["open waiting", "open waiting"]);
    fake.world.teamsDown = "nothing";
    await show(fake);
    await show(fake);
    expect(places(fake)).toEqual(channels);
    expect(fake.said.map(({ edited }) => edited)).toEqual([0, 0]);
  });

  test("for good, as it says, and is taken a moment later: it is shown, and the channel goes on following", async () => {
    const fake = await watching({ teamsDown: "closed" });
    await receive(fake);
    for (const _ of [1, 2, 3]) await show(fake);
    fake.world.teamsDown = "nothing";
    await show(fake);
    expect(places(fake)).toEqual(channels);
    expect(await fake.services.store.watches()).toHaveLength(2);
  });

  test("for good, for minutes: never again, the channel follows nothing any more, and whoever had it follow is told", async () => {
    const fake = await watching({ teamsDown: "closed" });
    await receive(fake);
    for (let refusals = 0; refusals < 20; refusals += 1) await show(fake);
    fake.world.teamsDown = "nothing";
    await show(fake);
    expect(await states(fake)).toEqual(["open refused", "open refused"]);
    expect(posts(fake).at(-1)).toMatchObject({ outcome: "failed", detail: { code: "403" } });
    expect(await fake.services.store.watches()).toEqual([]);
    expect(trail(fake)).toContain("watch.end recorded null");
    expect(fake.said.map(({ to, answer }) => [to, JSON.stringify(answer)])).toEqual(
      ["I-0000000001", "I-0000000002"].map((id) => [
        `opened|29:${alex.objectId}`,
        expect.stringMatching(new RegExp(`The incident is ${id}, in the channel that you had watch prod-1`)),
      ]),
    );
  });

  test("for good, and then after all: posted once, and the channel goes on following", async () => {
    const fake = await watching({ teamsDown: "closed" });
    await receive(fake);
    fake.world.teamsDown = "nothing";
    await show(fake);
    expect(await states(fake)).toEqual(["open resting", "open resting"]);
    expect(await fake.services.store.watches()).toHaveLength(2);
    expect(places(fake)).toEqual(channels);
  });

  test("as an edit is tried again", async () => {
    const fake = await watching();
    await receive(fake);
    await receive(fake, resolved);
    fake.world.teamsDown = "edits";
    await show(fake);
    fake.world.teamsDown = "nothing";
    await show(fake);
    expect(fake.said[0]?.edited).toBe(1);
  });
});

describe("a card of which nobody knows whether it stands there", () => {
  /** Its post was taken, and nobody heard of it: the first of each channel is m1 and m2. */
  const inDoubt = async () => {
    const fake = await watching({ teamsDown: "answers" });
    await receive(fake, another(1));
    fake.world.teamsDown = "nothing";
    return fake;
  };
  const look = (fake: FakeServices, messageId: string, who = megan, place = channels[0] ?? "") =>
    press(
      fake,
      { userId: `29:${who.objectId}`, requester: who, conversation: { ...threadOf(who), key: place } },
      { verb: "incident.show", incident: "I-0000000001", messageId },
    );

  test("is posted once more, with all that joined it meanwhile", async () => {
    const fake = await inDoubt();
    await receive(fake, another(2));
    await show(fake);
    expect(places(fake)).toEqual([...channels, ...channels]);
    expect(fake.said[2]?.answer).toMatchObject({ incident: { alerts: { open: 2 } } });
    expect(posts(fake).map(({ outcome, detail }) => [outcome, detail.again])).toEqual([
      ["succeeded", true],
      ["succeeded", true],
    ]);
  });

  test("three times: no more, the trail says so, and whoever had the channel follow is told", async () => {
    const fake = await watching({ teamsDown: "answers" });
    await receive(fake);
    for (const _ of [1, 2, 3, 4]) await show(fake);
    expect(places(fake).filter((to) => to === channels[0])).toHaveLength(3);
    expect(posts(fake)[0]).toMatchObject({ outcome: "lost", detail: { code: "unknown" } });
    expect(places(fake)).toContain(`opened|29:${alex.objectId}`);
    expect(await fake.services.store.watches()).toHaveLength(2);
  });

  test("and is seen by a client: that message is the card from then on, and no second one is posted", async () => {
    const fake = await inDoubt();
    expect(await look(fake, "m1")).toMatchObject({ card: { kind: "incident" } });
    await show(fake);
    expect(places(fake).filter((to) => to === channels[0])).toHaveLength(1);
    await receive(fake, another(1, resolved));
    await show(fake);
    expect(fake.said[0]?.answer).toMatchObject({ incident: { status: { state: "resolved" } } });
  });

  test("beside a second one, and is seen: it points to that, and is not taken for the card", async () => {
    const fake = await inDoubt();
    await show(fake);
    expect(await look(fake, "m1")).toMatchObject({
      card: { kind: "noted", text: "This incident goes on in another card here: I-0000000001." },
    });
    expect(JSON.stringify(fake.said[0]?.answer)).toContain("goes on in another card here: I-0000000001");
    expect(await look(fake, "m3")).toMatchObject({ card: { kind: "incident" } });
    expect(fake.said[2]?.answer).toMatchObject({ kind: "incident" });
  });

  test("the message of another card is never taken for a second one of this, whoever says so", async () => {
    const fake = await watching();
    await receive(fake, another(1));
    await receive(fake, another(1, resolved));
    await receive(fake, another(2));
    expect(await look(fake, "m5")).toMatchObject({ card: { kind: "incident" } });
    expect(onCard(fake, 4)).toBe("open: 1 open, 0 resolved, rule-2");
  });

  test("whoever is not in its channel gets nothing, and settles nothing", async () => {
    const fake = await inDoubt();
    expect(await look(fake, "m1", megan, "19:elsewhere@thread.tacv2")).toEqual(outdated);
    expect((await fake.services.store.incident("I-0000000001"))?.messageId).toBeNull();
  });

  test("Diagnose on it settles it too, and answers below the card that stands", async () => {
    const fake = await inDoubt();
    await show(fake);
    const asker = { userId: "29:megan", requester: megan, conversation: threadOf(megan, 7) };
    await press(fake, asker, { verb: "incident.diagnose", incident: "I-0000000001", messageId: "m1" });
    expect(JSON.stringify(fake.said[0]?.answer)).toContain("goes on in another card here");
    expect(places(fake).at(-1)).toBe(`${channels[0]};messageid=m3`);
  });
});

describe("a card that was deleted in Teams", () => {
  /** What stood there stays in the list, under an id that nobody knows. */
  const remove = (fake: FakeServices, at: number) => {
    const message = fake.said[at];
    if (message) fake.said[at] = { ...message, id: "deleted" };
  };
  /** The card of the first channel is deleted, then more becomes known. */
  const deleted = async (essentials: Record<string, unknown>) => {
    const fake = await watching();
    await receive(fake, another(1));
    remove(fake, 0);
    await receive(fake, essentials);
    for (const _ of [1, 2, 3]) await show(fake);
    return fake;
  };

  test("is posted once more while something is open", async () => {
    const fake = await deleted(another(2));
    expect(places(fake)).toEqual([...channels, channels[0]]);
    expect(fake.said[2]?.answer).toMatchObject({ incident: { alerts: { open: 2 } } });
  });

  test("with nothing open any more: left alone after a second look, and that is on the trail", async () => {
    const fake = await deleted(another(1, resolved));
    expect((await states(fake))[0]).toBe("resolved refused");
    expect(fake.said.filter(({ answer }) => answer.kind === "incident")).toHaveLength(2);
    expect(posts(fake).at(-1)).toMatchObject({ outcome: "failed", detail: { code: "404" } });
  });

  test("or only seemed so, each time once: edited, and never posted again", async () => {
    const fake = await watching();
    await receive(fake, another(1));
    for (const at of [2, 3]) {
      await receive(fake, another(at));
      fake.world.teamsDown = "edits";
      await show(fake);
      fake.world.teamsDown = "nothing";
      await show(fake);
    }
    expect(fake.said.map(({ edited }) => edited)).toEqual([2, 2]);
  });
});

test("while the product is switched off no card is posted, then or later, and that is on the trail", async () => {
  const fake = await watching();
  await setMode(fake, "off");
  await receive(fake);
  await show(fake);
  await setMode(fake, "full");
  await show(fake);
  expect(fake.said).toEqual([]);
  expect(trail(fake)).toContain("incident.post denied null");
});

test("resolved while the product is switched off: its card says so once it is on again", async () => {
  const fake = await watching();
  await receive(fake);
  await show(fake);
  await setMode(fake, "off");
  await receive(fake, resolved);
  await show(fake);
  await setMode(fake, "full");
  await show(fake);
  expect(fake.said.map(({ edited }) => edited)).toEqual([1, 1]);
});

test("a mode that cannot be read holds a card back until it can be, and loses none", async () => {
  const fake = await watching();
  const { mode } = fake.services.store;
  const away = () => Promise.reject(new Error("no database"));
  Object.assign(fake.services.store, { mode: away });
  await receive(fake);
  expect([fake.said, await states(fake)]).toEqual([[], ["open waiting", "open waiting"]]);
  Object.assign(fake.services.store, { mode });
  await show(fake);
  Object.assign(fake.services.store, { mode: away });
  await receive(fake, resolved);
  await show(fake);
  Object.assign(fake.services.store, { mode });
  await show(fake);
  expect(fake.said.map(({ to, edited }) => `${to} ${edited}`)).toEqual([
    ...channels.map((channel) => `${channel} 1`),
    ...belowCards.map((thread) => `${thread} 0`),
  ]);
});
