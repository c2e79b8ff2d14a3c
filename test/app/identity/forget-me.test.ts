// "Forget me": asked first, confirmed by the person alone, and honest about what stays.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { adele, alex, megan, userIdOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { inChat, inThread, press } from "../pressing.ts";
import { done, getPods, kinds, start, submitted, trail } from "../setup.ts";

const onlyThem = {
  text: "Only the person who asked can confirm, once and within ten minutes. Write `forget me`.",
};

/** Asks, and returns what the button carries. */
async function asked(fake: FakeServices, asker = inChat()): Promise<{ verb: string; pending: string }> {
  await answerQuestion(fake.services, asker, "forget me");
  const answer = fake.said.at(-1)?.answer;
  if (answer?.kind !== "forgetMe") throw new Error(`said ${answer?.kind}`);
  expect(answer.auditDays).toBe(365);
  return { verb: "forget", pending: answer.pendingId };
}

test("asking removes nothing", async () => {
  const fake = start();
  const run = await done(fake);
  await asked(fake);
  expect(await fake.services.store.run(run.id)).not.toBeNull();
  expect(fake.signedOut).toEqual([]);
});

test("confirmed: sign-in, requests, outputs and feedback go; the audit trail stays and says so", async () => {
  const fake = start();
  const run = await done(fake);
  const theirs = await done(fake, "diagnose prod-1", inThread(megan));
  await press(fake, inThread(), { verb: "feedback", run: theirs.id, answer: "yes" });
  const button = await asked(fake);
  const before = trail(fake);
  await press(fake, inChat(), button);
  expect(fake.signedOut).toEqual([userIdOf(alex)]);
  expect(await fake.services.store.run(run.id)).toBeNull();
  expect(await fake.services.store.run(theirs.id)).not.toBeNull();
  expect(trail(fake)).toEqual([...before, "person.forget succeeded null"]);
  const now = fake.services.clock.now().getTime();
  expect(fake.said.at(-1)?.answer).toEqual({
    ...{
      kind: "forgotten",
      requests: 1,
      feedback: 1,
      conversations: 0,
      questions: 0,
      watches: 0,
      running: 0,
    },
    auditUntil: new Date(now + 365 * 86_400_000).toISOString(),
  });
});

test("what still goes on is left, and said", async () => {
  const fake = start();
  const run = await submitted(fake);
  await press(fake, inChat(), await asked(fake));
  expect(fake.said.at(-1)?.answer).toMatchObject({ kind: "forgotten", requests: 0, running: 1 });
  expect((await fake.services.store.run(run.id))?.status.state).toBe("queued");
});

test("somebody else cannot confirm, and takes nothing away", async () => {
  const fake = start();
  const run = await done(fake);
  const button = await asked(fake, inThread());
  expect(await press(fake, inThread(adele), button)).toEqual(onlyThem);
  expect(await fake.services.store.run(run.id)).not.toBeNull();
  expect(await press(fake, inThread(), button)).toMatch(/^Removing it/);
});

test.each([
  [10, true],
  [11, false],
])("after %i minutes: %p", async (minutes, works) => {
  const fake = start();
  const button = await asked(fake);
  await fake.services.clock.sleep(minutes * 60_000);
  const answer = await press(fake, inChat(), button);
  expect(answer).toEqual(works ? expect.stringMatching(/^Removing it/) : onlyThem);
});

test("once", async () => {
  const fake = start();
  const button = await asked(fake);
  await press(fake, inChat(), button);
  expect(await press(fake, inChat(), button)).toEqual(onlyThem);
});

test("an id that waits for something else confirms nothing", async () => {
  const fake = start();
  const run = await done(fake);
  const createdAt = fake.services.clock.now().toISOString();
  const { userId, conversation } = inChat();
  await fake.services.store.savePending({
    ...{ id: "Q-1", userId, conversation, createdAt },
    ...{ reason: "pickCluster", text: getPods },
  });
  expect(await press(fake, inChat(), { verb: "forget", pending: "Q-1" })).toEqual(onlyThem);
  expect(await fake.services.store.run(run.id)).not.toBeNull();
});

test("the sign-in service does not answer: nothing is removed, and that is said", async () => {
  const fake = start();
  const run = await done(fake);
  const signOut = async () => {
    throw new Error("503");
  };
  const services = { ...fake.services, credentials: { ...fake.services.credentials, signOut } };
  await press({ ...fake, services }, inChat(), await asked(fake));
  expect(kinds(fake).at(-1)).toBe("failure");
  expect(fake.said.at(-1)?.answer).toMatchObject({ failure: { done: "Nothing was removed." } });
  expect(await fake.services.store.run(run.id)).not.toBeNull();
  expect(trail(fake).join()).not.toContain("person.forget");
});

test("the database does not answer: the sign-in alone is gone, and that is said", async () => {
  const fake = start();
  const run = await done(fake);
  const forget = () => Promise.reject(new Error("no database"));
  const services = { ...fake.services, store: { ...fake.services.store, forget } };
  await press({ ...fake, services }, inChat(), await asked(fake));
  expect(fake.signedOut).toEqual([userIdOf(alex)]);
  expect(fake.said.at(-1)?.answer).toMatchObject({
    kind: "failure",
    failure: { done: "Your sign-in is removed, and as far as I can tell nothing else." },
  });
  expect(await fake.services.store.run(run.id)).not.toBeNull();
});
