// "Why?" behind an answer: the diagnosis once more, for whoever asked it, in the same thread or chat.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import type { ConversationContext } from "../../../src/app/ports/services.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { askerIn, chatOf, megan, otherChannelOf, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { healthy } from "../../fixtures/healthy-snapshot.ts";
import { changed } from "../../fixtures/snapshot-changes.ts";
import { publicRanges } from "../../fixtures/snapshot-variants.ts";
import { allow, done, start, stored, submitted, trail } from "../setup.ts";

const here = askerIn(threadOf);

/** What is said anew, and of which run. */
async function why(
  fake: FakeServices,
  line = "why?",
  asker: ConversationContext = here,
): Promise<readonly string[]> {
  const before = fake.said.length;
  await answerQuestion(fake.services, asker, line);
  return fake.said
    .slice(before)
    .map(({ answer }) => (answer.kind === "run" ? `${answer.run.task.kind} ${answer.run.id}` : answer.kind));
}

describe.each([
  ["in a thread", here],
  ["in the personal chat", askerIn(chatOf)],
])("%s", (_where, asker) => {
  test.each([
    ["why?"],
    ["Why"],
    ["but why?"],
    ["why is that"],
    ["warum?"],
    ["aber warum"],
    ["为什么？"],
    ["但是为什么"],
  ])("%j shows the last diagnosis once more", async (line) => {
    const fake = start({ snapshot: () => healthy });
    const { id } = await done(fake, "diagnose prod-1", asker);
    expect(await why(fake, line, asker)).toEqual([`diagnose ${id}`]);
    expect(trail(fake).at(-1)).toBe("output.read allowed oncall-reads");
  });

  test("nothing where nothing was answered before", async () => {
    const fake = start();
    expect(await why(fake, "why?", asker)).toEqual(["notUnderstood"]);
    expect(fake.azure).toEqual([]);
  });
});

test("of an address that is not let in, that answer", async () => {
  const fake = start({ snapshot: () => changed(publicRanges) });
  const { id } = await done(fake, "is 20.50.9.9 allowed on prod-1");
  expect(await why(fake)).toEqual([`access ${id}`]);
});

test("behind a command on the same cluster the diagnosis before it; a command has no reason of its own", async () => {
  const fake = start({ snapshot: () => healthy });
  await done(fake);
  expect(await why(fake)).toEqual(["notUnderstood"]);
  const { id } = await done(fake, "diagnose prod-1");
  await done(fake);
  expect(await why(fake)).toEqual([`diagnose ${id}`]);
});

test.each([
  ["in another thread", askerIn((who) => threadOf(who, 2))],
  ["in another channel", askerIn(otherChannelOf)],
  ["by somebody else", askerIn(threadOf, megan)],
])("%s it asks nothing of the bot", async (_where, asker) => {
  const fake = start({ snapshot: () => healthy });
  await done(fake, "diagnose prod-1");
  expect(await why(fake, "why?", asker)).toEqual(["notUnderstood"]);
});

test("what was diagnosed in another thread is no reason here, though the same cluster is spoken of", async () => {
  const fake = start({ snapshot: () => healthy });
  const beside = askerIn((who) => threadOf(who, 2));
  await done(fake, "diagnose prod-1", beside);
  await done(fake);
  expect(await why(fake)).toEqual(["notUnderstood"]);
});

test("of the newest diagnosis of the cluster, also where it failed", async () => {
  const fake = start({ snapshot: () => healthy });
  await done(fake, "diagnose prod-1");
  const newer = await submitted(fake, "diagnose prod-1");
  const collect = () => Promise.reject(new Error("boom"));
  await executeRun({ ...fake.services, reader: { ...fake.services.reader, collect } }, newer.id);
  expect((await stored(fake, newer.id)).status.state).toBe("failed");
  expect(await why(fake)).toEqual([`diagnose ${newer.id}`]);
});

test("while a newer one goes on, the older one is no answer any more", async () => {
  const fake = start({ snapshot: () => healthy });
  await done(fake, "diagnose prod-1");
  await submitted(fake, "diagnose prod-1");
  expect(await why(fake)).toEqual(["notUnderstood"]);
});

test("a diagnosis that still goes on is no answer yet", async () => {
  const fake = start({ snapshot: () => healthy });
  await submitted(fake, "diagnose prod-1");
  expect(await why(fake)).toEqual(["notUnderstood"]);
});

test("after an hour it is no answer to that any more", async () => {
  const fake = start({ snapshot: () => healthy });
  await done(fake, "diagnose prod-1");
  await fake.services.clock.sleep(61 * 60_000);
  expect(await why(fake)).toEqual(["notUnderstood"]);
});

test("both locks are asked again: what the policy took away is not shown", async () => {
  const fake = start({ snapshot: () => healthy });
  await done(fake, "diagnose prod-1");
  fake.world.policy = policyOf(allow("leads-read", "leads"));
  expect(await why(fake)).toEqual(["pressRefused"]);
  expect(trail(fake).at(-1)).toMatch(/^output.read denied/);
});

test("without a sign-in it waits for one, and is answered then", async () => {
  const fake = start({ snapshot: () => healthy });
  await done(fake, "diagnose prod-1", askerIn(chatOf));
  fake.world.signIn = { ok: false, failure: { code: "signInNeeded", why: "signInNeeded" } };
  expect(await why(fake, "why?", askerIn(chatOf))).toEqual([]);
  expect(fake.signInCards.length).toBe(1);
});
