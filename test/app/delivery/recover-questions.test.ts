// Questions that a stopped process left unanswered: a card instead of silence, once.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { recoverQuestions } from "../../../src/app/delivery/recover-questions.ts";
import type { Question } from "../../../src/app/ports/outbox.ts";
import { alex, askerIn, chatOf, threadOf } from "../../fakes/people.ts";
import { start } from "../setup.ts";

const question = (key: string, more: Partial<Question> = {}): Question => ({
  key,
  text: key,
  conversation: threadOf(alex),
  receivedAt: "2026-11-25T02:59:00.000Z",
  ...more,
});

test("each open question gets its card where it was asked, the oldest first; answered ones get none", async () => {
  const fake = start();
  const { store } = fake.services;
  await store.claimQuestion(question("whoami"));
  await store.claimQuestion(
    question("clusters", { conversation: chatOf(alex), receivedAt: "2026-11-25T02:58:00.000Z" }),
  );
  await store.claimQuestion(question("answered"));
  await store.closeQuestion("answered");
  fake.memory.crash();
  await recoverQuestions(fake.services);
  expect(fake.said.map(({ to, answer }) => [to, answer.kind === "failure" && answer.asked])).toEqual([
    [chatOf(alex).key, "clusters"],
    [threadOf(alex).key, "whoami"],
  ]);
  expect(fake.said[0]?.answer).toMatchObject({
    failure: {
      code: "restarted",
      done: "Nothing was sent to a cluster for it.",
      next: "Please ask again.",
    },
  });
});

test("a press that decides on a change may have been written down: its card says so, and is looked at before it is pressed again", async () => {
  const fake = start();
  await fake.services.store.claimQuestion(question("change.approve"));
  fake.memory.crash();
  await recoverQuestions(fake.services);
  expect(fake.said[0]?.answer).toMatchObject({
    failure: {
      code: "restarted",
      done: "Nothing was sent to the cluster unless a card of mine says so.",
      next: expect.stringContaining("Look at the card of the change"),
    },
  });
});

test("not twice, however often the process stops", async () => {
  const fake = start();
  await fake.services.store.claimQuestion(question("whoami"));
  for (let restart = 0; restart < 3; restart += 1) {
    fake.memory.crash();
    await recoverQuestions(fake.services);
  }
  expect(fake.said).toHaveLength(1);
});

test("one that a living process is answering is left alone", async () => {
  const fake = start();
  await fake.services.store.claimQuestion(question("whoami"));
  await recoverQuestions(fake.services);
  expect(fake.said).toEqual([]);
});

test("Teams does not take the card: it is shown once it does", async () => {
  const fake = start({ teamsDown: "posts" });
  await fake.services.store.claimQuestion(question("whoami"));
  fake.memory.crash();
  await recoverQuestions(fake.services);
  await fake.memory.outbox.deliverWaiting();
  fake.world.teamsDown = "nothing";
  for (let look = 0; look < 2; look += 1) await fake.memory.outbox.deliverWaiting();
  expect(fake.said).toHaveLength(1);
});

test("whoever was taken for gone and answers after all says nothing: there is one answer", async () => {
  const fake = start();
  await fake.services.store.claimQuestion(question("help"));
  fake.memory.crash();
  await recoverQuestions(fake.services);
  await answerQuestion(fake.services, { ...askerIn(threadOf), question: "help" }, "help");
  await answerQuestion(fake.services, { ...askerIn(threadOf), question: "help" }, "diagnose prod-1");
  expect(fake.said.map(({ answer }) => answer.kind)).toEqual(["failure"]);
  expect(await fake.services.store.runsOf(alex, 10)).toEqual([]);
});
