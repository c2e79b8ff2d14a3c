// A line that is not understood: what is suggested instead, and that each suggestion does what it says.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { readCardAction } from "../../../src/core/conversation/card-action.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { present } from "../../../src/presenters/present.ts";
import { adele, askerIn, megan, threadOf } from "../../fakes/people.ts";
import { nodesOf } from "../../presenters/card-rules.ts";
import { asked, few, outcome, prod } from "../cluster/clusters-seen.ts";
import { inThread, outdated, press } from "../pressing.ts";
import { kinds, start, summaryOf, trail } from "../setup.ts";

const suggested = async (line: string, clusters = few) => {
  const answer = (await asked(line, clusters, null)).said.at(-1)?.answer;
  return answer?.kind === "notUnderstood" ? (answer.suggestions ?? []) : [`answered: ${answer?.kind}`];
};

const about = (name: string) => [`diagnose ${name}`, `access ${name}`, `kubectl get pods -A on ${name}`];

test.each([
  ["a cluster alone", "prod-1", about("prod-1")],
  ["a cluster and words that nobody knows", "prod-1 bananas", about("prod-1")],
  ["a cluster that cannot be seen", "bananas on prod-9", []],
  ["talk about a cluster", "prod-1 is fixed", []],
  ["nothing near", "lorem ipsum", []],
  ["no word that anybody knows", "blorp", []],
])("%s: %j", async (_name, line, expected) => {
  expect(await suggested(line)).toEqual(expected);
});

test.each([
  ["where somebody is", "im at home today", ["access from home", "diagnose from home"]],
  [
    "a cluster that is a word of any sentence",
    "stage stumm bis morgen früh",
    ["mute 8h stage", "mute 12h stage", "mute 24h stage"],
  ],
])("%s is never left out: %j", async (_what, line, expected) => {
  expect(await suggested(line, [summaryOf("stage"), prod])).toEqual(expected);
});

test("each is a button that puts its line, with the rights of whoever presses", async () => {
  const fake = await asked("prod-1 bananas", few, null);
  const answer = fake.said[0]?.answer;
  const buttons = nodesOf(answer ? present(answer, messages("en")).card : {})
    .filter(({ type }) => type === "Action.Execute")
    .flatMap(({ data }) => readCardAction(data) ?? []);
  expect(buttons.map((each) => [each.verb, "say" in each && each.say])).toEqual(
    about("prod-1").map((line) => ["say", line]),
  );
  for (const button of buttons) {
    expect(await press(fake, inThread(), button)).toMatch(/^Started/);
    expect(outcome(fake)).toBe("prod-1");
  }
  await press(fake, inThread(adele), buttons[0] ?? { verb: "none" });
  expect(kinds(fake).at(-1)).toBe("denied");
});

test("a press without a line does nothing", async () => {
  expect(await press(start(), inThread(megan), { verb: "say" })).toEqual(outdated);
});

test.each([
  [
    "is not signed in",
    askerIn(threadOf),
    { signIn: { ok: false, failure: { code: "signInNeeded", why: "signInNeeded" } } } as const,
  ],
  ["may do nothing", askerIn(threadOf, adele), {}],
])("whoever %s is told of no cluster, and asked for nothing", async (_who, asker, change) => {
  const fake = await asked("bananas on prod-1", few, prod, change, asker);
  expect([kinds(fake), fake.azure, fake.signInCards]).toEqual([["notUnderstood"], [], []]);
  expect(fake.said[0]?.answer).not.toHaveProperty("suggestions");
});

test("what would change something is refused at once, and is on the trail by its code alone", async () => {
  const fake = start({ signIn: { ok: false, failure: { code: "signInNeeded", why: "signInNeeded" } } });
  await answerQuestion(fake.services, askerIn(threadOf), "please delete all pods in shop on prod-1");
  expect([kinds(fake), trail(fake), fake.azure]).toEqual([["refused"], ["command.parse refused null"], []]);
});

test.each([
  "make it faster with ghp_16C7e42F292c6912E7710c838347Ae178B4a",
  "put ghp_16C7e42F292c6912E7710c838347Ae178B4a somewhere on prod-1",
])("%j: what is kept of a line that may mean several things holds no secret", async (line) => {
  expect(JSON.stringify((await asked(line, few, prod)).said)).not.toContain("ghp_16C7");
});
