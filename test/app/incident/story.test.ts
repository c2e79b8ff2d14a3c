// The story of an incident, in its thread and as a report: who may read it, and what is kept of that.

import { actOnIncident } from "../../../src/app/incident/act-on-incident.ts";
import { offerFile } from "../../../src/app/run/offer-file.ts";
import type { IncidentStory } from "../../../src/core/conversation/answer.ts";
import { personKey } from "../../../src/core/requester.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { adele, alex, askerIn, chatOf, megan, otherChannelOf, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { saidNote } from "../../said.ts";
import { outdated, press } from "../pressing.ts";
import { allClosed, allow, type start, trail } from "../setup.ts";
import { receive, show, watching } from "./watching.ts";

const id = "I-0000000001";
const inChannel = (who = alex) => askerIn(threadOf, who);

async function open(change?: Parameters<typeof start>[0]): Promise<FakeServices> {
  const fake = await watching(change);
  await receive(fake);
  await show(fake);
  return fake;
}

const asks = (fake: FakeServices, verb: string, asker = inChannel()) =>
  press(fake, asker, { verb, incident: id });

const storyIn = (fake: FakeServices): IncidentStory | undefined =>
  fake.said.map(({ answer }) => answer).find((answer) => answer.kind === "incidentStory");

const told = (fake: FakeServices) => {
  const story = storyIn(fake);
  const nameOf = (key: string) => story?.names.find((each) => each.key === key)?.name ?? null;
  return story?.entries.map(({ by, event }) => [event.is, by === null ? "-" : nameOf(personKey(by))]);
};

test("the timeline: the alert, the post, and who did what, by the name that was kept last", async () => {
  const fake = await open();
  await actOnIncident(fake.services, inChannel(), id, { act: "take" });
  await actOnIncident(fake.services, inChannel(), id, { act: "handOver", to: megan });
  await actOnIncident(fake.services, inChannel(megan), id, { act: "resolve", because: "drained" });
  await fake.services.store.rememberName({ ...alex, displayName: "Alex W." });
  await asks(fake, "incident.timeline", inChannel(megan));
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

test("somebody who was forgotten meanwhile has no name in it", async () => {
  const fake = await open();
  await actOnIncident(fake.services, inChannel(megan), id, { act: "take" });
  await fake.services.store.forget({ ...megan, userId: inChannel(megan).userId }, () => ({
    ...{ time: fake.services.clock.now().toISOString(), actor: megan.objectId, tenant: megan.tenantId },
    ...{ action: "person.forget", outcome: "succeeded", cluster: null, runId: null, rule: null, detail: {} },
  }));
  await asks(fake, "incident.timeline");
  expect(told(fake)).toContainEqual(["taken", null]);
});

test("the timeline stands in the thread in which it was asked for, and on the trail", async () => {
  const fake = await open();
  fake.said.length = 0;
  await asks(fake, "incident.timeline");
  expect(fake.said.map(({ to }) => to)).toEqual([inChannel().conversation.key]);
  expect(fake.memory.audit.at(-1)).toMatchObject({
    ...{ action: "incident.timeline", outcome: "recorded", actor: alex.objectId, rule: "oncall-reads" },
    detail: { incident: id },
  });
});

describe("the report", () => {
  test("is offered in one's own chat, and is on the trail", async () => {
    const fake = await open();
    await asks(fake, "incident.report");
    await fake.memory.outbox.deliverWaiting();
    expect(fake.files).toEqual([
      {
        to: `opened|${inChannel().userId}`,
        id: expect.any(String),
        shown: expect.objectContaining({ name: `${id}-prod-1.docx` }),
      },
    ]);
    expect(trail(fake).at(-1)).toBe("incident.report recorded oncall-reads");
  });

  test.each([
    ["of no known format", `${id} exe`],
    ["without a format", id],
    ["of no incident", "I-unknown docx"],
  ])("%s: outdated", async (_name, wanted) => {
    const fake = await open();
    const { text } = await offerFile(fake.services, inChannel(), wanted);
    expect({ text: saidNote(text) }).toEqual(outdated);
  });
});

describe.each(["incident.timeline", "incident.report"])("%s: whoever may not", (verb) => {
  const shut = { policy: policyOf(allow("oncall-reads", "oncall"), allClosed) };

  test.each<[string, Parameters<typeof start>[0], typeof alex]>([
    ["is in no group", {}, adele],
    ["is refused by a rule", shut, alex],
  ])("%s: told nothing, and that is on the trail", async (_name, world, who) => {
    const fake = await open(world);
    fake.said.length = 0;
    await asks(fake, verb, inChannel(who));
    expect([fake.said, fake.files]).toEqual([[], []]);
    expect(fake.memory.audit.at(-1)).toMatchObject({ action: verb, outcome: "denied", actor: who.objectId });
  });

  test.each([
    ["another channel that watches the cluster", otherChannelOf],
    ["a personal chat", chatOf],
  ])("stands in %s: outdated, whatever they may", async (_name, where) => {
    const fake = await open();
    const before = trail(fake);
    expect(await asks(fake, verb, askerIn(where, megan))).toEqual(outdated);
    expect(trail(fake)).toEqual(before);
  });
});
