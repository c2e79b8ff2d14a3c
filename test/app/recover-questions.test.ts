// Questions that a stopped process left unanswered: a card instead of silence, once.
import type { Question } from "../../src/app/ports.ts";
import { createQuestionRecovery } from "../../src/app/recover-questions.ts";
import { alex, chatOf, threadOf } from "../fakes/people.ts";
import { start } from "./setup.ts";

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
  await createQuestionRecovery(fake.services)();
  expect(fake.said.map(({ to, answer }) => [to, answer.kind === "failure" && answer.asked])).toEqual([
    [chatOf(alex).key, "clusters"],
    [threadOf(alex).key, "whoami"],
  ]);
  expect(fake.said[0]?.answer).toMatchObject({
    failure: {
      code: "restarted",
      done: "Unless a card of mine says otherwise, nothing was sent to a cluster for it.",
      next: "Please ask again.",
    },
  });
});

test("not twice, however often the process stops", async () => {
  const fake = start();
  await fake.services.store.claimQuestion(question("whoami"));
  for (let restart = 0; restart < 3; restart += 1) {
    fake.memory.crash();
    await createQuestionRecovery(fake.services)();
  }
  expect(fake.said).toHaveLength(1);
});

test("one that a living process is answering is left alone", async () => {
  const fake = start();
  await fake.services.store.claimQuestion(question("whoami"));
  await createQuestionRecovery(fake.services)();
  expect(fake.said).toEqual([]);
});

describe("Teams does not take the card", () => {
  async function untold() {
    const fake = start({ teamsDown: "posts" });
    await fake.services.store.claimQuestion(question("whoami"));
    fake.memory.crash();
    return { fake, look: createQuestionRecovery(fake.services) };
  }

  test("it is sent at a later look, once", async () => {
    const { fake, look } = await untold();
    await look();
    fake.world.teamsDown = "nothing";
    await look();
    await look();
    expect(fake.said).toHaveLength(1);
  });

  test("until this process goes too: the next one finds it", async () => {
    const { fake, look } = await untold();
    await look();
    fake.memory.crash();
    fake.world.teamsDown = "nothing";
    await createQuestionRecovery(fake.services)();
    expect(fake.said).toHaveLength(1);
  });

  test.each([
    [19, 1],
    [20, 0],
  ])("after %i looks: %i cards", async (looks, cards) => {
    const { fake, look } = await untold();
    for (let count = 0; count < looks; count += 1) await look();
    fake.world.teamsDown = "nothing";
    await look();
    expect(fake.said).toHaveLength(cards);
    expect(fake.logged.filter(({ message }) => message === "question closed untold")).toHaveLength(1 - cards);
  });
});
