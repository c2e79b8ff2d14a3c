// From a delivered alert to its card, once in every channel that watches; and from the card's button to a diagnosis.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { joinAlerts, receiveAlert } from "../../../src/app/delivery/receive-alert.ts";
import { auditEntry } from "../../../src/app/identity/authorize.ts";
import { circumstancesOf } from "../../../src/app/identity/lookups.ts";
import type { Alert } from "../../../src/core/alert/alert.ts";
import { type Incident, overall } from "../../../src/core/alert/incident.ts";
import { parseAlert } from "../../../src/core/alert/parse-alert.ts";
import { incidentKey } from "../../../src/core/delivery/message.ts";
import type { Circumstances } from "../../../src/core/policy/circumstances.ts";
import type { ConversationRef } from "../../../src/core/run/run.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { adele, alex, askerIn, chatOf, megan, otherChannelOf, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { alertBody } from "../../fixtures/alerts.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { outdated, press } from "../pressing.ts";
import { allow, kinds, setMode, start, stored, trail } from "../setup.ts";

const sender = { appId: "461e8683-5575-4561-ac7f-899cc907d62a", tenantId: "tenant" };
const channels = ["19:incidents@thread.tacv2", "19:lunch@thread.tacv2"];

function alert(essentials: Record<string, unknown> = {}): Alert {
  const parsed = parseAlert(alertBody({ alertTargetIDs: [ids.cluster], ...essentials }));
  if (!parsed.ok) throw new Error(parsed.field ?? "the body");
  return parsed.alert;
}
const resolved = { monitorCondition: "Resolved", resolvedDateTime: "2026-03-22T14:03:16Z" };

/** Both channels watch the cluster. */
async function watching(change: Parameters<typeof start>[0] = {}): Promise<FakeServices> {
  const fake = start(change);
  const { places, store } = fake.services;
  for (const conversation of [threadOf(alex), otherChannelOf(alex)].map(places.channelOf))
    await store.addWatch(
      { cluster: { id: ids.cluster, name: "prod-1" }, conversation, by: alex, since: "2026-11-25T03:00:00Z" },
      auditEntry(fake.services.clock, alex, { action: "watch.add", outcome: "allowed" }),
    );
  return fake;
}

const receive = async (fake: FakeServices, essentials?: Record<string, unknown>) => {
  await receiveAlert(fake.services, sender, alert(essentials));
  await joinAlerts(fake.services);
};
const incidents = async (fake: FakeServices): Promise<Incident[]> => {
  const all = await Promise.all(
    ["I-0000000001", "I-0000000002"].map((id) => fake.services.store.incident(id)),
  );
  return all.filter((incident) => incident !== null);
};
/** One call to Teams for each card that waits for one. */
const show = (fake: FakeServices) => fake.memory.outbox.deliverWaiting();
const places = (fake: FakeServices) => fake.said.map(({ to }) => to);
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
      incident: { cluster: { name: "prod-1" }, alert: { rule: "node-cpu-high", severity: "Sev2" } },
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
    expect((await incidents(fake)).map((incident) => incident.alert.byName)).toEqual([byName, byName]);
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

  test("that is resolved edits its cards and posts none", async () => {
    const fake = await watching();
    await receive(fake);
    await show(fake);
    await receive(fake, resolved);
    await show(fake);
    expect(places(fake)).toEqual(channels);
    expect(fake.said[1]).toMatchObject({
      edited: 1,
      answer: { incident: { status: { state: "resolved", resolvedAt: "2026-03-22T14:03:16.000Z" } } },
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["by an alert of its own with the same origin", { alertId: "/other" }, "resolved"],
    ["by its id, without an origin", { originAlertId: null }, "resolved"],
    ["not by a stranger", { alertId: "/other", originAlertId: "other" }, "fired"],
    ["not by a stranger without an origin", { alertId: "/other", originAlertId: null }, "fired"],
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

  test("fires a second time: another card", async () => {
    const fake = await watching();
    await receive(fake, of(10));
    await fake.services.clock.sleep(60_000);
    await receive(fake, of(20));
    await receive(fake, of(20));
    const all = ["I-0000000001", "I-0000000003"].map((id) => fake.services.store.incident(id));
    expect(await Promise.all(all)).toMatchObject([
      { alert: { firedAt: "2026-03-22T13:10:00.000Z" }, joined: { fired: 0 }, messageId: "m1" },
      { alert: { firedAt: "2026-03-22T13:20:00.000Z" }, joined: { fired: 0 }, messageId: "m3" },
    ]);
    expect(trail(fake).filter((entry) => entry.startsWith("alert"))).toHaveLength(2);
  });

  test("is resolved for the firing that it names, not for the one since", async () => {
    const fake = await watching();
    await receive(fake, of(10));
    await fake.services.clock.sleep(60_000);
    await receive(fake, of(20));
    await receive(fake, { ...of(10), ...resolved, resolvedDateTime: "2026-03-22T13:30:00Z" });
    const all = ["I-0000000001", "I-0000000003"].map((id) => fake.services.store.incident(id));
    expect((await Promise.all(all)).map((incident) => incident?.status.state)).toEqual(["resolved", "fired"]);
  });
});

const another = (n: number, more: Record<string, unknown> = {}) => ({
  alertId: `/a/${n}`,
  originAlertId: `origin-${n}`,
  alertRule: `rule-${n}`,
  ...more,
});

describe("alerts about one cluster within a minute", () => {
  test("three hundred: one card in each channel, which counts them; each is on the trail", async () => {
    const fake = await watching();
    for (let n = 0; n < 300; n += 1) await receive(fake, another(n));
    await show(fake);
    expect(places(fake)).toEqual(channels);
    expect(fake.said.map(({ edited }) => edited)).toEqual([1, 1]);
    expect(fake.said[0]?.answer).toMatchObject({
      incident: { alert: { rule: "rule-0" }, joined: { fired: 299 } },
    });
    expect(trail(fake).filter((entry) => entry === "alert.fired recorded null")).toHaveLength(300);
  });

  test("one of which is worse than all before: it is posted, since an edit notifies nobody, and what follows joins it", async () => {
    const fake = await watching();
    await receive(fake, another(1));
    await receive(fake, another(2, { severity: "Sev0" }));
    await receive(fake, another(3, { severity: "Sev1" }));
    await show(fake);
    expect(places(fake)).toEqual([...channels, ...channels]);
    expect(fake.said[2]?.answer).toMatchObject({
      incident: { alert: { rule: "rule-2", severity: "Sev0" }, joined: { fired: 1 } },
    });
  });

  test("one of which is worse, before the card was sent: it joins, and the card is called after it", async () => {
    const fake = await watching({ teamsDown: "posts" });
    await receive(fake, another(1, { severity: "Sev3" }));
    await receive(fake, another(2, { severity: "Sev0" }));
    fake.world.teamsDown = "nothing";
    await show(fake);
    expect(places(fake)).toEqual(channels);
    const [card] = fake.said;
    const first = card?.answer.kind === "incident" ? overall(card.answer.incident).first : null;
    expect(first).toMatchObject({ alert: { rule: "rule-2", severity: "Sev0" } });
  });

  test("one of which is resolved: the card says which, and stays open until all are", async () => {
    const fake = await watching();
    await receive(fake, another(1));
    await receive(fake, another(2));
    await show(fake);
    const said = () => fake.said[0]?.answer;
    const state = () => {
      const answer = said();
      return answer?.kind === "incident" ? overall(answer.incident) : null;
    };
    expect(state()).toMatchObject({ state: "fired", open: 2, total: 2 });
    await receive(fake, another(1, resolved));
    await show(fake);
    expect(state()).toMatchObject({ state: "fired", open: 1, total: 2 });
    await receive(fake, another(2, { ...resolved, resolvedDateTime: "2026-03-22T14:09:00Z" }));
    await show(fake);
    expect(state()).toMatchObject({ state: "resolved", open: 0, resolvedAt: "2026-03-22T14:09:00.000Z" });
    expect(fake.said).toHaveLength(2);
  });
});

const posts = (fake: FakeServices) => fake.memory.audit.filter(({ action }) => action === "incident.post");

describe("a card that Teams does not take", () => {
  test("now is tried again, and stands there once", async () => {
    const fake = await watching({ teamsDown: "posts" });
    await receive(fake);
    expect(await states(fake)).toEqual(["fired waiting", "fired waiting"]);
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
    expect(await states(fake)).toEqual(["fired refused", "fired refused"]);
    expect(posts(fake).at(-1)).toMatchObject({ outcome: "failed", detail: { code: "403" } });
    expect(await fake.services.store.watches()).toEqual([]);
    expect(trail(fake)).toContain("watch.end recorded null");
    expect(fake.said.map(({ to, answer }) => [to, JSON.stringify(answer)])).toEqual(
      ["I-0000000001", "I-0000000002"].map((id) => [
        `opened|29:${alex.objectId}`,
        expect.stringMatching(new RegExp(`prod-1 may not stand in the channel.*node-cpu-high \\(${id}\\)`)),
      ]),
    );
  });

  test("for good, and then after all: posted once, and the channel goes on following", async () => {
    const fake = await watching({ teamsDown: "closed" });
    await receive(fake);
    fake.world.teamsDown = "nothing";
    await show(fake);
    expect(await states(fake)).toEqual(["fired resting", "fired resting"]);
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
    expect(fake.said[2]?.answer).toMatchObject({ incident: { joined: { fired: 1 } } });
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
      card: { kind: "noted", text: "This alert stands on another card here: I-0000000001." },
    });
    expect(JSON.stringify(fake.said[0]?.answer)).toContain("stands on another card here: I-0000000001");
    expect(await look(fake, "m3")).toMatchObject({ card: { kind: "incident" } });
    expect(fake.said[2]?.answer).toMatchObject({ kind: "incident" });
  });

  test("the message of another card is never taken for a second one of this, whoever says so", async () => {
    const fake = await watching();
    await receive(fake, another(1));
    await fake.services.clock.sleep(60_000);
    await receive(fake, another(2));
    expect(await look(fake, "m3")).toMatchObject({ card: { kind: "incident" } });
    expect(fake.said[2]?.answer).toMatchObject({ incident: { alert: { rule: "rule-2" } } });
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
    expect(JSON.stringify(fake.said[0]?.answer)).toContain("stands on another card here");
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
    expect(fake.said[2]?.answer).toMatchObject({ incident: { joined: { fired: 1 } } });
  });

  test("with nothing open any more: left alone after a second look, and that is on the trail", async () => {
    const fake = await deleted(another(1, resolved));
    expect((await states(fake))[0]).toBe("resolved refused");
    expect(fake.said).toHaveLength(2);
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

describe("Diagnose on the card", () => {
  const shown = async (change?: Parameters<typeof start>[0]) => {
    const fake = await watching(change);
    await receive(fake);
    await show(fake);
    const [incident] = await incidents(fake);
    fake.said.length = 0;
    return { fake, incident: incident?.id };
  };
  const inPlace = (where: (who: typeof alex) => ConversationRef, who = alex) => askerIn(where, who);
  const pressed = { verb: "incident.diagnose" };

  test.each([
    ["on the card", threadOf(megan, 7)],
    ["in the channel itself", { ...threadOf(megan), key: channels[0] ?? "" }],
  ])(
    "%s: as whoever presses, of the stored cluster, in the thread of the card",
    async (_name, conversation) => {
      const { fake, incident } = await shown();
      const asker = { userId: "29:megan", requester: megan, conversation };
      expect(await press(fake, asker, { ...pressed, incident, cluster: "other-1" })).toMatch(/^Started/);
      const run = await stored(fake, fake.memory.audit.at(-1)?.runId);
      expect(run).toMatchObject({
        requester: megan,
        cluster: { id: ids.cluster },
        task: { kind: "diagnose", client: {} },
        conversation: { key: `${channels[0]};messageid=m1`, userId: conversation.userId },
      });
      expect(places(fake)).toEqual([`${channels[0]};messageid=m1`]);
    },
  );

  const ofSubmit = ({ memory }: FakeServices) =>
    memory.audit
      .filter(({ action }) => action.endsWith(".submit"))
      .map(({ detail }) => detail.incident ?? null);

  test("what is asked on the card, or below it, is the incident's on the trail; what is asked elsewhere is not", async () => {
    const { fake, incident } = await shown();
    const below = { ...threadOf(alex), key: `${channels[0]};messageid=m1` };
    await press(fake, inPlace(threadOf), { ...pressed, incident });
    await answerQuestion(
      fake.services,
      inPlace(() => below),
      "kubectl get pods on prod-1",
    );
    await answerQuestion(fake.services, inPlace(threadOf), "kubectl get pods on prod-1");
    await answerQuestion(fake.services, inPlace(chatOf), "diagnose prod-1");
    expect(ofSubmit(fake)).toEqual([incident, incident, null, null]);
  });

  test("somebody in no group: the usual refusal, in that thread", async () => {
    const { fake, incident } = await shown();
    await press(fake, inPlace(threadOf, adele), { ...pressed, incident });
    expect(kinds(fake)).toEqual(["denied"]);
    expect(places(fake)).toEqual([`${channels[0]};messageid=m1`]);
    expect(trail(fake).at(-1)).toBe("diagnose.authorize denied null");
  });

  test("somebody who is not signed in: asked to, and the question waits for the thread", async () => {
    const { fake, incident } = await shown({
      signIn: { ok: false, failure: { code: "signInNeeded", why: "signInNeeded" } },
    });
    await press(fake, inPlace(threadOf), { ...pressed, incident });
    const waiting = await fake.services.store.takePending(
      { userId: `29:${alex.objectId}`, reason: "signIn" },
      "",
    );
    expect(waiting).toMatchObject([
      { text: `diagnose ${ids.cluster}`, conversation: { key: `${channels[0]};messageid=m1` } },
    ]);
  });

  test.each([
    ["another channel", otherChannelOf],
    ["a personal chat", chatOf],
  ])("from %s: outdated", async (_name, where) => {
    const { fake, incident } = await shown();
    expect(await press(fake, inPlace(where), { ...pressed, incident })).toEqual(outdated);
    expect(fake.said).toEqual([]);
  });

  test.each([undefined, "I-unknown", "R-0000000001"])("for %s: outdated", async (incident) => {
    const { fake } = await shown();
    expect(await press(fake, inPlace(threadOf), { ...pressed, incident })).toEqual(outdated);
  });

  test("in the thread, the cluster needs no name", async () => {
    const { fake } = await shown();
    const there = { ...threadOf(alex), key: `${channels[0]};messageid=m1` };
    expect(await fake.services.store.lastCluster(there.key)).toEqual({ id: ids.cluster, name: "prod-1" });
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
  expect([fake.said, await states(fake)]).toEqual([[], ["fired waiting", "fired waiting"]]);
  Object.assign(fake.services.store, { mode });
  await show(fake);
  Object.assign(fake.services.store, { mode: away });
  await receive(fake, resolved);
  await show(fake);
  Object.assign(fake.services.store, { mode });
  await show(fake);
  expect(fake.said.map(({ edited }) => edited)).toEqual([1, 1]);
});
