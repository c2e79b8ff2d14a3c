// After a sign-in: whose it is, and the questions that waited for it, each answered where it was asked.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { completeSignIn } from "../../../src/app/conversation/complete-sign-in.ts";
import type { CredentialResult } from "../../../src/app/ports/azure.ts";
import type { SignInCode } from "../../../src/core/requester.ts";
import { alex, askerIn, chatOf, megan, otherChannelOf, threadOf, userIdOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { getPods, kinds, openQuestions, start, trail } from "../setup.ts";

const refused = (code: SignInCode): CredentialResult => ({
  ok: false,
  failure: { code, why: "otherAccount" as const },
});

/** Questions asked before the sign-in, then the sign-in; what Teams shows from then on. */
async function waiting(...questions: [string, ReturnType<typeof askerIn>][]): Promise<FakeServices> {
  const fake = start({ signIn: refused("signInNeeded") });
  for (const [text, asker] of questions) await answerQuestion(fake.services, asker, text);
  fake.said.length = 0;
  fake.world.signIn = null;
  return fake;
}

const shown = (fake: FakeServices) => fake.said.map(({ to, answer }) => `${answer.kind} in ${to}`);

test("two questions from two places: each is answered where it was asked, in their order", async () => {
  const fake = await waiting(["diagnose prod-1", askerIn(threadOf)], [getPods, askerIn(otherChannelOf)]);
  await completeSignIn(fake.services, askerIn(chatOf));
  expect(shown(fake)).toEqual([
    `signedIn in ${chatOf(alex).key}`,
    `run in ${threadOf(alex).key}`,
    `run in ${otherChannelOf(alex).key}`,
  ]);
  expect(fake.said[0]?.answer).toMatchObject({ resumed: "diagnose prod-1" });
  expect(trail(fake)).toEqual([
    "signIn succeeded null",
    "diagnose.submit allowed oncall-reads",
    "command.submit allowed oncall-reads",
  ]);
});

test.each([
  "run kubectl get pods -l token=abcdefgh12345678 on prod-1",
  "run `kubectl get pods -l 'token in (abcdefgh12345678)'` on prod-1",
  "can i kubectl get pods -l token=abcdefgh12345678 on prod-1",
  "run kubectl logs api-0 on prod-1 | grep password=abcdefgh12345678",
])(
  "a secret in it: said so at once, and nothing of it waits for the sign-in or is kept: %s",
  async (secret) => {
    const fake = start({ signIn: refused("signInNeeded") });
    await answerQuestion(fake.services, askerIn(threadOf), secret);
    expect(kinds(fake)).not.toContain("signInElsewhere");
    expect(fake.signInCards).toEqual([]);
    const kept = JSON.stringify([
      fake.said,
      fake.memory.audit,
      await fake.memory.store.takePending(
        { userId: userIdOf(alex), reason: "signIn" },
        "2020-01-01T00:00:00Z",
      ),
    ]);
    expect(kept).not.toContain("abcdefgh12345678");
  },
);

test("the first one throws: a card with an id, and the second is still answered", async () => {
  const fake = await waiting(["clusters", askerIn(threadOf)], ["whoami", askerIn(threadOf)]);
  const list = () => {
    throw new Error("boom");
  };
  const services = { ...fake.services, reader: { ...fake.services.reader, list } };
  await completeSignIn(services, askerIn(chatOf));
  expect(kinds(fake)).toEqual(["signedIn", "failure", "whoAmI"]);
  expect(fake.said[1]?.answer).toMatchObject({ asked: "clusters", id: expect.stringMatching(/^R-/) });
  fake.memory.crash();
  expect(await openQuestions(fake)).toEqual([]);
});

test("the database is away just when they were taken: each is answered all the same", async () => {
  const fake = await waiting(["clusters", askerIn(threadOf)], ["whoami", askerIn(threadOf)]);
  let tries = 0;
  const appendAudit: FakeServices["services"]["store"]["appendAudit"] = async (entry) => {
    tries += 1;
    if (tries === 1) throw new Error("Connection terminated unexpectedly");
    await fake.services.store.appendAudit(entry);
  };
  const once = { ...fake.services.store, appendAudit };
  const services = { ...fake.services, store: once };
  await expect(completeSignIn(services, askerIn(chatOf))).rejects.toThrow("terminated");
  expect(kinds(fake)).toEqual(["clusters", "whoAmI"]);
  fake.memory.crash();
  expect(await openQuestions(fake)).toEqual([]);
});

test("taken over while a sign-in was asked for: that was said, so it is not asked again as well", async () => {
  const fake = start({ signIn: refused("signInNeeded") });
  const asker = { ...askerIn(threadOf), question: "q" };
  const { conversation } = asker;
  const receivedAt = fake.services.clock.now().toISOString();
  await fake.services.store.claimQuestion({ key: "q", text: "clusters", conversation, receivedAt });
  const personalChat = async () => {
    fake.memory.crash();
    return chatOf(alex);
  };
  const services = { ...fake.services, messenger: { ...fake.services.messenger, personalChat } };
  await answerQuestion(services, asker, "clusters");
  fake.world.signIn = null;
  await completeSignIn(fake.services, askerIn(chatOf));
  expect(kinds(fake)).toEqual(["signedIn"]);
});

test("stopped while it answers the first: both are found again", async () => {
  const fake = await waiting(["clusters", askerIn(threadOf)], ["whoami", askerIn(threadOf)]);
  const stopped = new Promise<never>(() => {});
  const reading = new Promise<void>((begun) => {
    const list = () => {
      begun();
      return stopped;
    };
    const services = { ...fake.services, reader: { ...fake.services.reader, list } };
    void completeSignIn(services, askerIn(chatOf));
  });
  await reading;
  fake.memory.crash();
  expect(await openQuestions(fake)).toEqual(["clusters", "whoami"]);
});

test("asked once, not again at the next sign-in", async () => {
  const fake = await waiting(["whoami", askerIn(threadOf)]);
  await completeSignIn(fake.services, askerIn(chatOf));
  await completeSignIn(fake.services, askerIn(chatOf));
  expect(kinds(fake)).toEqual(["signedIn", "whoAmI", "signedIn"]);
});

test.each([
  [10, ["signedIn", "whoAmI"]],
  [11, ["signedIn"]],
])("signed in %i minutes later", async (minutes, expected) => {
  const fake = await waiting(["whoami", askerIn(threadOf)]);
  await fake.services.clock.sleep(minutes * 60_000);
  await completeSignIn(fake.services, askerIn(chatOf));
  expect(kinds(fake)).toEqual(expected);
});

test("a question that waited too long is named, so that it can be asked again; the younger one goes on", async () => {
  const fake = await waiting([getPods, askerIn(threadOf)], ["sign in", askerIn(chatOf)]);
  await fake.services.clock.sleep(11 * 60_000);
  fake.world.signIn = refused("signInNeeded");
  await answerQuestion(fake.services, askerIn(threadOf), "whoami");
  fake.world.signIn = null;
  fake.said.length = 0;
  await completeSignIn(fake.services, askerIn(chatOf));
  expect(kinds(fake)).toEqual(["signedIn", "whoAmI"]);
  expect(fake.said[0]?.answer).toMatchObject({ resumed: "whoami", late: [getPods] });
  await completeSignIn(fake.services, askerIn(chatOf));
  expect(fake.said.at(-1)?.answer).not.toHaveProperty("late");
});

test("another person's question waits for that person", async () => {
  const fake = await waiting(["whoami", askerIn(threadOf, megan)]);
  await completeSignIn(fake.services, askerIn(chatOf));
  expect(kinds(fake)).toEqual(["signedIn"]);
  await completeSignIn(fake.services, askerIn(chatOf, megan));
  expect(kinds(fake)).toEqual(["signedIn", "signedIn", "whoAmI"]);
});

test.each(["sign in", "Sign-in", "login", "/log in", "please sign in", "sign in please", "Sign in."])(
  "%s: said once that it is done",
  async (text) => {
    const fake = await waiting([text, askerIn(chatOf)]);
    await completeSignIn(fake.services, askerIn(chatOf));
    expect(kinds(fake)).toEqual(["signedIn"]);
    expect(fake.said[0]?.answer).toMatchObject({ resumed: null });
  },
);

describe("a sign-in that cannot be used", () => {
  test.each<[SignInCode, string[]]>([
    ["otherAccount", [userIdOf(alex)]],
    ["otherTenant", [userIdOf(alex)]],
    ["cancelled", []],
    ["unavailable", []],
    ["consentMissing", []],
  ])("%s: said, written down once, its token kept or not", async (code, signedOut) => {
    const fake = await waiting(["whoami", askerIn(threadOf)]);
    fake.world.signIn = refused(code);
    await completeSignIn(fake.services, askerIn(chatOf));
    expect(shown(fake)).toEqual([`signInFailed in ${chatOf(alex).key}`]);
    expect(fake.signedOut).toEqual(signedOut);
    expect(trail(fake)).toEqual(["signIn failed null"]);
    expect(fake.memory.audit[0]?.detail).toEqual({ code });
  });

  test("the question goes on waiting for the right account", async () => {
    const fake = await waiting(["whoami", askerIn(threadOf)]);
    fake.world.signIn = refused("otherAccount");
    await completeSignIn(fake.services, askerIn(chatOf));
    fake.world.signIn = null;
    await completeSignIn(fake.services, askerIn(chatOf));
    expect(kinds(fake)).toEqual(["signInFailed", "signedIn", "whoAmI"]);
  });
});
