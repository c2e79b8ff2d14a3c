// From a delivered alert to its card, once in every channel that watches; and from the card's button to a diagnosis.
import { answerQuestion } from "../../src/app/answer-question.ts";

import { circumstancesOf } from "../../src/app/circumstances.ts";
import { receiveAlert } from "../../src/app/receive-alert.ts";
import { showIncident } from "../../src/app/show-incident.ts";
import type { Alert } from "../../src/core/alert/alert.ts";
import { type Incident, overall } from "../../src/core/alert/incident.ts";
import { parseAlert } from "../../src/core/alert/parse-alert.ts";
import type { AuditEntry } from "../../src/core/audit/audit-event.ts";
import type { Circumstances } from "../../src/core/policy/circumstances.ts";
import type { ConversationRef } from "../../src/core/run/run.ts";
import { policyOf } from "../core/policy/policies.ts";
import { adele, alex, askerIn, chatOf, megan, otherChannelOf, threadOf } from "../fakes/people.ts";
import type { FakeServices } from "../fakes/services.ts";
import { alertBody } from "../fixtures/alerts.ts";
import { ids } from "../fixtures/snapshots.ts";
import { outdated, press } from "./pressing.ts";
import { allow, kinds, start, stored, trail } from "./setup.ts";

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
      {
        time: "",
        actor: "",
        tenant: null,
        action: "watch.add",
        outcome: "allowed",
        cluster: null,
        runId: null,
        rule: null,
        detail: {},
      },
    );
  return fake;
}

const receive = (fake: FakeServices, essentials?: Record<string, unknown>) =>
  receiveAlert(fake.services, sender, alert(essentials));
const incidents = async (fake: FakeServices): Promise<Incident[]> => {
  const all = await Promise.all(
    ["I-0000000001", "I-0000000002"].map((id) => fake.services.store.incident(id)),
  );
  return all.filter((incident) => incident !== null);
};
const show = async (fake: FakeServices) => {
  for (const { id } of await incidents(fake)) await showIncident(fake.services, id);
};
/** As the queue does, until nothing is left to try again. */
const showAgain = async (fake: FakeServices) => {
  for (const { id } of await incidents(fake)) {
    const once = () => showIncident(fake.services, id);
    await once().catch(once);
  }
};
const places = (fake: FakeServices) => fake.said.map(({ to }) => to);
const states = async (fake: FakeServices) =>
  (await incidents(fake)).map(({ status, post }) => `${status.state} ${post.state}`);

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
    const fake = await watching();
    await receive(fake);
    await receive(fake, resolved);
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
      { alert: { firedAt: "2026-03-22T13:10:00.000Z" }, joined: { fired: 0 }, post: { state: "waiting" } },
      { alert: { firedAt: "2026-03-22T13:20:00.000Z" }, joined: { fired: 0 }, post: { state: "waiting" } },
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
    await receive(fake, another(300, { severity: "Sev0" }));
    await show(fake);
    expect(places(fake)).toEqual(channels);
    expect(fake.said.map(({ edited }) => edited)).toEqual([1, 1]);
    expect(fake.said[0]?.answer).toMatchObject({
      incident: {
        alert: { rule: "rule-0" },
        joined: {
          fired: 300,
          listed: [{ alert: { rule: "rule-300" } }].concat(
            Array.from({ length: 9 }, () => expect.anything()),
          ),
        },
      },
    });
    expect(trail(fake).filter((entry) => entry === "alert.fired recorded null")).toHaveLength(301);
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

  test("an incident without a card of its own is not shown by itself", async () => {
    const fake = await watching();
    await receive(fake, another(1));
    await receive(fake, another(2));
    await showIncident(fake.services, "I-0000000003");
    expect(fake.said).toEqual([]);
  });
});

describe("a card that Teams does not take", () => {
  test("now is tried again, and stands there once", async () => {
    const fake = await watching({ teamsDown: "posts" });
    await receive(fake);
    await expect(show(fake)).rejects.toThrow("could not be brought up to date yet");
    expect(await states(fake)).toEqual(["fired waiting", "fired waiting"]);
    fake.world.teamsDown = "nothing";
    await show(fake);
    await show(fake);
    expect(places(fake)).toEqual(channels);
    expect(fake.said.map(({ edited }) => edited)).toEqual([0, 0]);
  });

  test.each<[FakeServices["world"]["teamsDown"], string, string]>([
    ["closed", "failed", "403"],
    ["answers", "lost", "unknown"],
  ])(
    "for good, or nobody knows (%s): never again, and said on the trail",
    async (teamsDown, outcome, code) => {
      const fake = await watching({ teamsDown });
      await receive(fake);
      await showAgain(fake);
      const posted = fake.said.length;
      fake.world.teamsDown = "nothing";
      await show(fake);
      expect(fake.said).toHaveLength(posted);
      expect(await states(fake)).toEqual(["fired failed", "fired failed"]);
      const entry = fake.memory.audit.filter(({ action }) => action === "incident.post").at(-1);
      expect(entry).toMatchObject({ outcome, detail: { code } });
    },
  );

  test("for good: the channel is gone, so it follows nothing any more, and that is on the trail", async () => {
    const fake = await watching({ teamsDown: "closed" });
    await receive(fake);
    await showAgain(fake);
    expect(await fake.services.store.watches()).toEqual([]);
    expect(fake.memory.audit.at(-1)).toMatchObject({ action: "watch.end", actor: "system" });
  });

  test("for good, and then after all: posted once, and the channel goes on following", async () => {
    const fake = await watching({ teamsDown: "closed" });
    await receive(fake);
    await expect(show(fake)).rejects.toThrow("yet");
    fake.world.teamsDown = "nothing";
    await showAgain(fake);
    expect(await states(fake)).toEqual(["fired posted", "fired posted"]);
    expect(await fake.services.store.watches()).toHaveLength(2);
    expect(places(fake)).toEqual(channels);
  });

  test("since the database was away before it was sent: later, and not for lost", async () => {
    const fake = await watching();
    await receive(fake);
    const [first] = await incidents(fake);
    const slow: FakeServices["services"]["store"]["movePost"] = async (...args) => {
      const moved = await fake.services.store.movePost(...args);
      await fake.services.clock.sleep(61_000);
      return moved;
    };
    const services = { ...fake.services, store: { ...fake.services.store, movePost: slow } };
    await expect(showIncident(services, first?.id ?? "")).rejects.toThrow("yet");
    expect((await states(fake))[0]).toBe("fired waiting");
    expect(fake.said).toEqual([]);
  });

  test("nobody knows: the channel goes on following", async () => {
    const fake = await watching({ teamsDown: "answers" });
    await receive(fake);
    await show(fake);
    expect(await fake.services.store.watches()).not.toEqual([]);
  });

  test("because the process died between posting and writing it down: at first left alone, then lost, never posted again", async () => {
    const fake = await watching();
    await receive(fake);
    const { store, clock } = fake.services;
    const [first] = await incidents(fake);
    if (!first) throw new Error("no incident");
    await store.movePost(first.id, "waiting", { state: "posting", since: clock.now().toISOString() }, null);
    await expect(showIncident(fake.services, first.id)).rejects.toThrow("yet");
    await clock.sleep(60_000);
    await showIncident(fake.services, first.id);
    await showIncident(fake.services, first.id);
    expect(fake.said).toEqual([]);
    expect(trail(fake).filter((entry) => entry === "incident.post lost null")).toHaveLength(1);
  });

  test("as an edit is tried again", async () => {
    const fake = await watching();
    await receive(fake);
    await show(fake);
    await receive(fake, resolved);
    fake.world.teamsDown = "edits";
    await expect(show(fake)).rejects.toThrow("yet");
    fake.world.teamsDown = "nothing";
    await show(fake);
    expect(fake.said[0]?.edited).toBe(1);
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
    await show(fake);
    remove(fake, 0);
    await receive(fake, essentials);
    const once = () => showIncident(fake.services, "I-0000000001");
    const twiceLater = async () => {
      for (const _ of [1, 2]) await expect(once()).rejects.toThrow("yet");
    };
    return { fake, once, twiceLater };
  };
  const lastEntry = (fake: FakeServices) =>
    fake.memory.audit.filter(({ action }) => action === "incident.post").at(-1);

  test("is posted once more while something is open", async () => {
    const { fake, once, twiceLater } = await deleted(another(2));
    await twiceLater();
    await once();
    expect(places(fake)).toEqual([...channels, channels[0]]);
    expect(fake.said[2]?.answer).toMatchObject({ incident: { joined: { fired: 1 } } });
    await once();
    expect(fake.said).toHaveLength(3);
  });

  test("and deleted again: left alone, and that is on the trail", async () => {
    const { fake, once, twiceLater } = await deleted(another(2));
    await twiceLater();
    await once();
    remove(fake, 2);
    await receive(fake, another(3));
    await expect(once()).rejects.toThrow("yet");
    await once();
    await once();
    expect(fake.said).toHaveLength(3);
    expect((await states(fake))[0]).toBe("fired failed");
    expect(lastEntry(fake)).toMatchObject({ outcome: "failed", detail: { code: "404" } });
  });

  test("with nothing open any more: left alone after a second look", async () => {
    const { fake, once } = await deleted(another(1, resolved));
    await expect(once()).rejects.toThrow("yet");
    await once();
    expect((await states(fake))[0]).toBe("resolved failed");
    expect(fake.said).toHaveLength(2);
    expect(lastEntry(fake)).toMatchObject({ outcome: "failed", detail: { code: "404" } });
  });

  test("with its whole channel: that follows nothing any more", async () => {
    const { fake, once, twiceLater } = await deleted(another(2));
    fake.world.teamsDown = "closed";
    await twiceLater();
    await once();
    expect((await states(fake))[0]).toBe("fired failed");
    const left = (await fake.services.store.watches()).map(({ conversation }) => conversation.key);
    expect(left).toEqual([channels[1]]);
  });

  test("or only seemed so, each time once: edited, and never posted again", async () => {
    const fake = await watching();
    await receive(fake, another(1));
    await show(fake);
    for (const at of [2, 3]) {
      await receive(fake, another(at));
      fake.world.teamsDown = "edits";
      await expect(showIncident(fake.services, "I-0000000001")).rejects.toThrow("yet");
      fake.world.teamsDown = "nothing";
      await showIncident(fake.services, "I-0000000001");
    }
    expect(fake.said.map(({ edited }) => edited)).toEqual([2, 0]);
  });
});

test("two workers at once: one of them posts", async () => {
  const fake = await watching();
  await receive(fake);
  const [first] = await incidents(fake);
  const both = await Promise.allSettled([1, 2].map(() => showIncident(fake.services, first?.id ?? "")));
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(fake.said).toHaveLength(1);
});

test("an incident that is not known is nobody's", async () => {
  await expect(showIncident(start().services, "I-unknown")).resolves.toBeUndefined();
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

const byMegan: AuditEntry = {
  time: "",
  actor: "megan",
  tenant: null,
  action: "mode.set",
  outcome: "succeeded",
  cluster: null,
  runId: null,
  rule: null,
  detail: {},
};
const setMode = ({ services }: FakeServices, mode: "off" | "full") =>
  services.store.setMode({ mode, setBy: null, since: "2026-11-25T03:00:00Z", reason: null }, byMegan);

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
  await expect(show(fake)).rejects.toThrow("yet");
  await setMode(fake, "full");
  await show(fake);
  expect(fake.said.map(({ edited }) => edited)).toEqual([1, 1]);
});

test("a mode that cannot be read holds a card back until it can be, and loses none", async () => {
  const fake = await watching();
  const { store } = fake.services;
  const mode = () => Promise.reject(new Error("no database"));
  const services = { ...fake.services, store: { ...store, mode } };
  const showAll = async () => {
    for (const { id } of await incidents(fake)) await showIncident(services, id);
  };
  await receive(fake);
  await expect(showAll()).rejects.toThrow("yet");
  expect([fake.said, await states(fake)]).toEqual([[], ["fired waiting", "fired waiting"]]);
  await show(fake);
  await receive(fake, resolved);
  await expect(showAll()).rejects.toThrow("yet");
  await show(fake);
  expect(fake.said.map(({ edited }) => edited)).toEqual([1, 1]);
});
