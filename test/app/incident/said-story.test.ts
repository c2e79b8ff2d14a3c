// `timeline` and `report`, written in the thread of an incident or with its name.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import type { ConversationContext } from "../../../src/app/ports/services.ts";
import { adele, alex, askerIn, otherChannelOf, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { kinds, start } from "../setup.ts";
import { channels, receive, show, watching } from "./watching.ts";

const id = "I-0000000001";
/** Below the card of the incident. */
const below = (who = alex): ConversationContext =>
  askerIn((person) => ({ ...threadOf(person), key: `${channels[0]};messageid=m1` }), who);

async function asked(line: string, asker = below()): Promise<FakeServices> {
  const fake = await watching();
  await receive(fake);
  await show(fake);
  fake.said.length = 0;
  await answerQuestion(fake.services, asker, line);
  await fake.memory.outbox.deliverWaiting();
  return fake;
}
const offered = ({ files }: FakeServices) =>
  files.map(({ shown }) => (shown.show === "offerFile" ? shown.name : null));

test.each([
  ["below its card", "timeline", below()],
  ["by its id", `timeline ${id}`, askerIn(threadOf)],
  ["by its cluster", "timeline of prod-1", askerIn(threadOf)],
  ["in German", "Zeitachse", below()],
  ["in Chinese", "时间线", below()],
])("the timeline, %s: where it was asked for", async (_name, line, asker) => {
  const fake = await asked(line, asker);
  expect(fake.said).toMatchObject([
    { to: asker.conversation.key, answer: { kind: "incidentStory", now: { incident: { id } } } },
  ]);
});

test.each([
  ["report", `${id}-prod-1.docx`],
  ["report as markdown", `${id}-prod-1.md`],
  ["事件报告", `${id}-prod-1.docx`],
])("%s: offered in one's own chat", async (line, name) => {
  const fake = await asked(line);
  expect(offered(fake)).toEqual([name]);
  expect(kinds(fake)).toEqual(["noted"]);
});

test.each([
  ["timeline", below(adele)],
  ["report", below(adele)],
  [`timeline ${id}`, askerIn(otherChannelOf)],
  ["report I-UNKNOWN001", below()],
])("%s, of what somebody may not know or is not here: refused, and nothing is told", async (line, asker) => {
  const fake = await asked(line, asker);
  expect(kinds(fake)).toHaveLength(1);
  expect(kinds(fake)).not.toContain("incidentStory");
  expect(kinds(fake)).not.toContain("noted");
  expect(offered(fake)).toEqual([]);
});

test("where none is open, it says so", async () => {
  const fake = start();
  await answerQuestion(fake.services, askerIn(threadOf), "timeline");
  expect(kinds(fake)).toEqual(["pressRefused"]);
});
