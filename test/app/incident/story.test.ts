// The story of an incident, in its thread and as a report: who may read it, and what is kept of that.

import { actOnIncident } from "../../../src/app/incident/act-on-incident.ts";
import { storyFor } from "../../../src/app/incident/story.ts";
import { offerFile, takeFileConsent } from "../../../src/app/run/offer-file.ts";
import type { IncidentStory } from "../../../src/core/conversation/answer.ts";
import { personKey } from "../../../src/core/requester.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { adele, alex, megan, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { healthy } from "../../fixtures/healthy-snapshot.ts";
import { changed, setData } from "../../fixtures/snapshot-changes.ts";
import { saidNote } from "../../said.ts";
import { elsewhere, inChat, inThread, outdated, press } from "../pressing.ts";
import { allClosed, allow, done, setMode, type start, trail } from "../setup.ts";
import { alerted, another, channels, receive, show, watching } from "./watching.ts";

const id = "I-0000000001";

const asks = (fake: FakeServices, verb: string, asker = inThread()) =>
  press(fake, asker, { verb, incident: id });

const storyIn = (fake: FakeServices): IncidentStory | undefined =>
  fake.said.map(({ answer }) => answer).find((answer) => answer.kind === "incidentStory");

const told = (fake: FakeServices) => {
  const story = storyIn(fake);
  const nameOf = (key: string) => story?.names.find((each) => each.key === key)?.name ?? null;
  return story?.entries.map(({ by, event }) => [event.is, by === null ? "-" : nameOf(personKey(by))]);
};

test("the timeline: the alert, the post, and who did what, by the name that was kept last", async () => {
  const fake = await alerted();
  await actOnIncident(fake.services, inThread(), id, { act: "take" });
  await actOnIncident(fake.services, inThread(), id, { act: "handOver", to: megan });
  await actOnIncident(fake.services, inThread(megan), id, { act: "resolve", because: "drained" });
  await fake.services.store.rememberName({ ...alex, displayName: "Alex W." });
  await asks(fake, "incident.timeline", inThread(megan));
  expect(told(fake)?.toSorted()).toEqual(
    [
      ["fired", "-"],
      ["posted", "-"],
      ["taken", "Alex W."],
      ["handedOver", "Alex W."],
      ["ended", "Megan Bowen"],
    ].toSorted(),
  );
  expect(storyIn(fake)?.names).toContainEqual({ key: personKey(megan), name: "Megan Bowen" });
});

test("it names the cause that was found, also where the newest diagnosis is green", async () => {
  const fake = await alerted({ snapshot: () => changed(setData("privateDnsLinks", [])) });
  const below = { ...inThread(), conversation: { ...threadOf(alex), key: `${channels[0]};messageid=m1` } };
  const broken = await done(fake, "diagnose prod-1", below);
  fake.world.snapshot = () => healthy;
  const green = await done(fake, "diagnose prod-1", below);
  await asks(fake, "incident.timeline");
  expect(storyIn(fake)?.now.diagnosis?.id).toBe(green.id);
  expect(storyIn(fake)?.now.causeBefore?.id).toBe(broken.id);
});

test("somebody who was forgotten meanwhile has no name in it", async () => {
  const fake = await alerted();
  await actOnIncident(fake.services, inThread(megan), id, { act: "take" });
  await fake.services.store.forget({ ...megan, userId: inThread(megan).userId }, () => ({
    ...{ time: fake.services.clock.now().toISOString(), actor: megan.objectId, tenant: megan.tenantId },
    ...{ action: "person.forget", outcome: "succeeded", cluster: null, runId: null, rule: null, detail: {} },
  }));
  await asks(fake, "incident.timeline");
  expect(told(fake)).toContainEqual(["taken", null]);
});

test("the timeline stands in the thread in which it was asked for, and on the trail", async () => {
  const fake = await alerted();
  fake.said.length = 0;
  await asks(fake, "incident.timeline");
  expect(fake.said.map(({ to }) => to)).toEqual([inThread().conversation.key]);
  expect(fake.memory.audit.at(-1)).toMatchObject({
    ...{ action: "incident.timeline", outcome: "recorded", actor: alex.objectId, rule: "oncall-reads" },
    detail: { incident: id },
  });
});

test("a storm of alerts takes no room from what people did, and what is left out is said", async () => {
  const fake = await watching();
  for (let count = 0; count < 501; count += 1) await receive(fake, another(count));
  await show(fake);
  await actOnIncident(fake.services, inThread(), id, { act: "note", text: "the node pool is back" });
  await asks(fake, "incident.timeline");
  const story = storyIn(fake);
  expect(story?.entries.map(({ event }) => event)).toContainEqual({
    ...{ is: "note", text: "the node pool is back" },
  });
  expect(story?.entries.filter(({ event }) => event.is === "fired")).toHaveLength(500);
  expect(story?.goesOn).toBe(true);
});

describe("the report", () => {
  test("is offered in one's own chat, and is on the trail", async () => {
    const fake = await alerted();
    await asks(fake, "incident.report");
    await fake.memory.outbox.deliverWaiting();
    expect(fake.files).toEqual([
      {
        to: `opened|${inThread().userId}`,
        id: expect.any(String),
        shown: expect.objectContaining({ name: `${id}-prod-1.docx` }),
      },
    ]);
    expect(trail(fake).at(-1)).toBe("incident.report recorded oncall-reads");
  });

  test("names the channel, by what was said there last", async () => {
    const fake = await alerted();
    const asked: unknown[] = [];
    const { roster, store } = fake.services;
    const place = { is: "channel", team: "Platform", channel: "nights", isGeneral: false } as const;
    Object.assign(fake.services, {
      roster: {
        ...roster,
        named: async (of: object) => {
          asked.push(Object(of).team);
          return place;
        },
      },
    });
    await store.saveConversation({ ...inThread().conversation, team: "19:team" });
    const incident = await store.incident(id);
    const told = (action: Parameters<typeof storyFor>[3]) =>
      incident && storyFor(fake.services, inThread(), incident, action);
    expect(await told("incident.report")).toMatchObject({ place });
    expect(await told("incident.timeline")).not.toHaveProperty("place");
    expect(asked).toEqual(["19:team"]);
  });

  const url = "https://contoso-my.sharepoint.com/personal/alex/up";
  const taken = { uploadUrl: url, contentUrl: url, name: "report.docx", uniqueId: "1", fileType: "docx" };
  const says = (fake: FakeServices, who = alex) => {
    const [card] = fake.files;
    if (card?.shown.show !== "offerFile") throw new Error("no file was offered");
    return takeFileConsent(fake.services, inChat(who), { pending: card.shown.pending, file: taken }, card.id);
  };

  test.each<[string, number, (fake: FakeServices) => unknown]>([
    ["by whom it was offered to: once", 1, async (fake) => Promise.all([says(fake), says(fake)])],
    ["by somebody else: never", 0, (fake) => says(fake, megan)],
    [
      "by whom a rule has closed the cluster to since: never",
      0,
      (fake) => {
        fake.world.policy = policyOf(allClosed);
        return says(fake);
      },
    ],
  ])("is put where Teams said %s", async (_name, times, consent) => {
    const fake = await alerted();
    await asks(fake, "incident.report");
    await consent(fake);
    expect(fake.put).toHaveLength(times);
  });

  test.each([
    ["of no known format", `${id} exe`],
    ["without a format", id],
    ["of no incident", "I-unknown docx"],
  ])("%s: outdated", async (_name, wanted) => {
    const fake = await alerted();
    const { text } = await offerFile(fake.services, inThread(), wanted);
    expect({ text: saidNote(text) }).toEqual(outdated);
  });
});

describe.each(["incident.timeline", "incident.report"])("%s: whoever may not", (verb) => {
  const shut = { policy: policyOf(allow("oncall-reads", "oncall"), allClosed) };

  test.each<[string, Parameters<typeof start>[0], typeof alex]>([
    ["is in no group", {}, adele],
    ["is refused by a rule", shut, alex],
  ])("%s: told nothing, and that is on the trail", async (_name, world, who) => {
    const fake = await alerted(world);
    fake.said.length = 0;
    await asks(fake, verb, inThread(who));
    expect([fake.said, fake.files]).toEqual([[], []]);
    expect(fake.memory.audit.at(-1)).toMatchObject({ action: verb, outcome: "denied", actor: who.objectId });
  });

  test.each<[string, (fake: FakeServices) => unknown]>([
    ["while the mode is off", (fake) => setMode(fake, "off")],
    [
      "where they are signed out",
      ({ world }) => Object.assign(world, { signedOut: new Set([alex.objectId]) }),
    ],
  ])("%s: told nothing", async (_name, change) => {
    const fake = await alerted();
    await change(fake);
    fake.said.length = 0;
    await asks(fake, verb);
    expect([fake.said, fake.files]).toEqual([[], []]);
  });

  test.each([
    ["another channel that watches the cluster", elsewhere(megan)],
    ["a personal chat", inChat(megan)],
  ])("stands in %s: outdated, whatever they may", async (_name, where) => {
    const fake = await alerted();
    const before = trail(fake);
    expect(await asks(fake, verb, where)).toEqual(outdated);
    expect(trail(fake)).toEqual(before);
  });
});
