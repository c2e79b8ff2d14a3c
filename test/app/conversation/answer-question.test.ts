// One question: understood or not, signed in or not; every way through ends in one card.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { withErrorCard } from "../../../src/app/delivery/with-error-card.ts";
import type { SignInCode } from "../../../src/core/requester.ts";
import { alex, askerIn, chatOf, megan, otherChannelOf, threadOf, userIdOf } from "../../fakes/people.ts";
import { unavailable } from "../../unavailable.ts";
import { done, getPods, kinds, start, submitted, trail } from "../setup.ts";

const thread = askerIn(threadOf);
const chat = askerIn(chatOf);
const failure = (code: SignInCode) => ({ code, why: "signInNeeded" as const });
const signedOut = { signIn: { ok: false, failure: failure("signInNeeded") } } as const;
const jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl";

describe("signed in or not, without a question to Azure", () => {
  test.each([
    ["help", "help", []],
    ["hello", "help", []],
    ["lorem ipsum dolor", "notUnderstood", []],
    ["how does the break glass work", "told", []],
    ["diagnose prod-1 from 20.50.0.999", "notUnderstood", []],
    ["status", "status", []],
    ["sign out", "signedOut", ["signOut succeeded null"]],
    ["run `kubectl edit pod api-0` on prod-1", "refused", ["command.parse refused null"]],
    ["run `kubectl get pods; rm -rf /` on prod-1", "refused", ["command.parse refused null"]],
    ["run `rm -rf /` on prod-1", "refused", ["command.parse refused null"]],
    ["can-i `kubectl exec api-0 -- sh` on prod-1", "refused", ["command.parse refused null"]],
  ])("%s → %s", async (text, kind, entries) => {
    for (const fake of [start(signedOut), start()]) {
      await answerQuestion(fake.services, thread, text);
      expect(kinds(fake)).toEqual([kind]);
      expect(trail(fake)).toEqual(entries);
      expect([fake.azure, fake.signInCards, fake.sent]).toEqual([[], [], []]);
    }
  });

  test("a refusal is on the trail by its code alone", async () => {
    const fake = start();
    await answerQuestion(fake.services, thread, "run `kubectl edit pod api-0` on prod-1");
    const answer = fake.said[0]?.answer;
    expect(answer?.kind === "refused" && fake.memory.audit[0]?.detail).toEqual({
      code: answer?.kind === "refused" ? answer.refusal.code : "",
    });
    expect(JSON.stringify(fake.memory.audit)).not.toContain("api-0");
  });

  test("sign out forgets this person's sign-in", async () => {
    const fake = start();
    await answerQuestion(fake.services, thread, "sign out");
    expect(fake.signedOut).toEqual([userIdOf(alex)]);
  });
});

describe("without a usable sign-in", () => {
  test.each(["diagnose prod-1", getPods, "can-i `kubectl get pods` on prod-1", "clusters", "whoami"])(
    "%s waits for it, and the thread hears where it goes on",
    async (text) => {
      const fake = start(signedOut);
      await answerQuestion(fake.services, thread, text);
      expect(fake.signInCards).toEqual([text]);
      expect(fake.said.map(({ answer }) => answer)).toEqual([
        { kind: "signInElsewhere", asked: text, chatUrl: fake.services.personalChatUrl },
      ]);
      const match = { userId: userIdOf(alex), reason: "signIn" } as const;
      expect(await fake.services.store.takePending(match, "2026-01-01")).toEqual([
        expect.objectContaining({ text, conversation: threadOf(alex) }),
      ]);
      expect(fake.azure).toEqual([]);
    },
  );

  test("asked in the personal chat: the sign-in card is the answer", async () => {
    const fake = start(signedOut);
    await answerQuestion(fake.services, chat, "whoami");
    expect([fake.signInCards, fake.said]).toEqual([["whoami"], []]);
  });

  test("the card cannot be sent there: said in words", async () => {
    const fake = start(signedOut);
    const messenger = { ...fake.services.messenger, personalChat: async () => null };
    await answerQuestion({ ...fake.services, messenger }, thread, "whoami");
    expect(kinds(fake)).toEqual(["signInElsewhere"]);
  });

  test.each<[SignInCode, "waits" | "said"]>([
    ["expired", "waits"],
    ["consentMissing", "said"],
    ["conditionalAccess", "said"],
    ["otherAccount", "said"],
    ["otherTenant", "said"],
    ["unavailable", "said"],
  ])("%s, from the sign-in or from the exchange for Azure: %s", async (code, how) => {
    for (const change of [
      { signIn: { ok: false, failure: failure(code) } } as const,
      { exchange: failure(code) },
    ]) {
      const fake = start(change);
      await answerQuestion(fake.services, thread, getPods);
      expect(kinds(fake)).toEqual([how === "waits" ? "signInElsewhere" : "signInFailed"]);
      expect(fake.signInCards).toHaveLength(how === "waits" ? 1 : 0);
      expect(fake.azure).toEqual([]);
    }
  });
});

describe("what looks like a secret in a question is kept nowhere", () => {
  const pasted = "ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";

  test.each(
    [
      "diagnose $",
      "access $",
      "watch $",
      "unwatch $",
      "can-i kubectl get pods on $",
      "run kubectl get pods on $",
    ]
      .concat("diagnose prod-1 from $")
      .map((text) => text.replace("$", pasted)),
  )("%s: no name, and not said again", async (text) => {
    const fake = start({ memberships: {} });
    await answerQuestion(fake.services, thread, text);
    expect(kinds(fake)).toEqual(["notUnderstood"]);
    expect(JSON.stringify([fake.said, fake.memory])).not.toContain(pasted);
  });

  test.each([
    ["a word that was not understood", `frobnicate ${jwt}`, {}],
    ["a refused command", `run \`kubectl get pods --token=${jwt}\` on prod-1`, {}],
    ["an error that was pasted", `diagnose prod-1 with "401 Bearer ${jwt}"`, {}],
    ["one that waits for a sign-in", `diagnose prod-1 with "401 Bearer ${jwt}"`, signedOut],
  ])("%s", async (_name, text, change) => {
    const fake = start(change);
    await answerQuestion(fake.services, thread, text);
    const { store } = fake.services;
    const kept = [
      await store.runsOf(alex, 10),
      await store.takePending({ userId: userIdOf(alex), reason: "signIn" }, "2026-01-01"),
    ];
    const everywhere = JSON.stringify([kept, fake.said, fake.signInCards, fake.memory.audit, fake.logged]);
    expect(everywhere).toContain("[masked]");
    expect(everywhere).not.toContain(jwt.slice(0, 12));
  });

  test.each([
    ["not understood", `${"x ".repeat(2_000)}${jwt}`],
    ["a question", `diagnose prod-1 with "${"x".repeat(4_000)} ${jwt}"`],
  ])("a message that is too long to be read is neither shown nor kept: %s", async (_name, text) => {
    const fake = start();
    await answerQuestion(fake.services, thread, text);
    await withErrorCard(fake.services, thread, text, async () => {
      throw new Error("gone");
    });
    expect(fake.said.map(({ answer }) => "asked" in answer && answer.asked)).toEqual(["", ""]);
    expect(fake.said[0]?.answer).toMatchObject({
      reason: expect.stringMatching(/^The message has \d+ characters/),
    });
  });

  test("an exception: the card and the log line share an id, and neither has it", async () => {
    const fake = start();
    await withErrorCard(fake.services, thread, `diagnose ${jwt}`, async () => {
      throw new Error(`no ${jwt}`);
    });
    expect(fake.said[0]?.answer).toMatchObject({
      kind: "failure",
      asked: "diagnose [masked]",
      id: "R-0000000001",
    });
    expect(fake.logged).toEqual([
      {
        message: "question failed unexpectedly",
        fields: { id: "R-0000000001", error: expect.stringContaining("Error: no [masked]") },
      },
    ]);
  });
});

describe("status", () => {
  test.each([
    ["in the thread", thread, ["thread"]],
    ["in another thread of the channel", askerIn((who) => threadOf(who, 2)), ["thread"]],
    ["in another channel", askerIn(otherChannelOf), []],
    ["in one's own chat", chat, ["chat", "thread"]],
  ])("%s: one's own requests, and none of the personal chat in a channel", async (_name, where, expected) => {
    const fake = start();
    const places = {
      [(await submitted(fake, "diagnose prod-1", thread)).id]: "thread",
      [(await submitted(fake, "diagnose prod-1", askerIn(threadOf, megan))).id]: "somebody else's",
    };
    await fake.services.clock.sleep(1_000);
    places[(await submitted(fake, "diagnose prod-1", chat)).id] = "chat";
    await answerQuestion(fake.services, where, "status");
    const answer = fake.said.at(-1)?.answer;
    expect(answer?.kind === "status" && answer.runs.map(({ id }) => places[id])).toEqual(expected);
  });

  test("ten at most, the newest first", async () => {
    const fake = start();
    const runs = [];
    for (let count = 0; count < 12; count += 1) {
      runs.push((await done(fake)).id);
      await fake.services.clock.sleep(1_000);
    }
    await answerQuestion(fake.services, thread, "status");
    const answer = fake.said.at(-1)?.answer;
    expect(answer?.kind === "status" && answer.runs.map(({ id }) => id)).toEqual(runs.reverse().slice(0, 10));
  });
});

describe("answered at once", () => {
  test("whoami: the person, their groups in the policy, what they may do", async () => {
    const fake = start();
    await answerQuestion(fake.services, thread, "whoami");
    expect(fake.said[0]?.answer).toMatchObject({
      kind: "whoAmI",
      requester: alex,
      groups: [{ name: "oncall" }],
      mayDiagnose: ["all clusters"],
      mayLookInside: [],
    });
  });

  test("sign in, already signed in", async () => {
    const fake = start();
    await answerQuestion(fake.services, chat, "sign in");
    expect(fake.said.map(({ answer }) => answer)).toEqual([
      { kind: "signedIn", requester: alex, resumed: null },
    ]);
  });

  test.each([
    [
      "listed",
      {},
      { kind: "clusters", clusters: [{ name: "prod-1" }], problem: null },
      { outcome: "succeeded", detail: { count: 1 } },
    ],
    [
      "not readable",
      { clusters: unavailable("throttled", "Azure asks to wait.") },
      { kind: "failure", failure: { code: "throttled", happened: "Azure asks to wait." } },
      { outcome: "failed" },
    ],
  ])("clusters, %s, and on the trail", async (_name, change, answer, entry) => {
    const fake = start(change);
    await answerQuestion(fake.services, thread, "clusters");
    expect(fake.said[0]?.answer).toMatchObject(answer);
    expect(fake.memory.audit).toMatchObject([{ action: "clusters.list", actor: alex.objectId, ...entry }]);
  });
});
