// A question that waits for something outside: a card says within a second what for, is edited as it lasts, and becomes
// the answer. Time is the fakes' own: it passes where somebody sleeps.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { waitingFor } from "../../../src/app/delivery/question-progress.ts";
import { recoverQuestions } from "../../../src/app/delivery/recover-questions.ts";
import { withErrorCard } from "../../../src/app/delivery/with-error-card.ts";
import type { ConversationContext, Services } from "../../../src/app/ports/services.ts";
import { alex, askerIn, chatOf, megan, threadOf } from "../../fakes/people.ts";
import type { FakeServices, World } from "../../fakes/services.ts";
import { saidNote } from "../../said.ts";
import { press } from "../pressing.ts";
import { start } from "../setup.ts";

const second = 1_000;

/** Each takes `milliseconds` before it answers. */
type Slow = "sign-in" | "token" | "groups" | "clusters" | "cluster" | "rights";

function slowed(services: Services, slow: Slow, milliseconds: number): Services {
  const wait = () => services.clock.sleep(milliseconds);
  const { credentials, directory, reader } = services;
  const after =
    <Asked extends unknown[], Told>(act: (...asked: Asked) => Promise<Told>) =>
    async (...asked: Asked): Promise<Told> => {
      await wait();
      return act(...asked);
    };
  switch (slow) {
    case "sign-in":
      return { ...services, credentials: { ...credentials, forUser: after(credentials.forUser) } };
    case "token": {
      const forUser: typeof credentials.forUser = async (...asked) => {
        const result = await credentials.forUser(...asked);
        if (!result.ok) return result;
        const { credential } = result;
        return { ok: true, credential: { ...credential, exchange: after(credential.exchange) } };
      };
      return { ...services, credentials: { ...credentials, forUser } };
    }
    case "groups":
      return { ...services, directory: { membership: after(directory.membership) } };
    case "clusters":
      return { ...services, reader: { ...reader, list: after(reader.list) } };
    case "cluster":
      return { ...services, reader: { ...reader, read: after(reader.read) } };
    case "rights":
      return { ...services, reader: { ...reader, permissions: after(reader.permissions) } };
  }
}

/** As a message arrives: claimed, then answered in the background. */
async function asked(
  fake: FakeServices,
  text: string,
  services: Services = fake.services,
  asker: ConversationContext = askerIn(threadOf),
): Promise<void> {
  const { conversation } = asker;
  const receivedAt = services.clock.now().toISOString();
  await services.store.claimQuestion({ key: "q1", text, conversation, receivedAt });
  const waiting = waitingFor(services, asker, "q1", text);
  await waiting.through(() =>
    withErrorCard(waiting.services, waiting.asker, text, () =>
      answerQuestion(waiting.services, waiting.asker, text),
    ),
  );
}

/** What each message of the bot showed, in order: `clusters after 3 s`, or the kind of answer. */
const shown = ({ said }: FakeServices): readonly (readonly string[])[] =>
  said.map(({ was, answer }) =>
    [...was, answer].map((each) =>
      each.kind === "waiting" ? `${each.step} after ${each.seconds} s` : each.kind,
    ),
  );

const slowly = (slow: Slow, milliseconds: number, text: string, change: Partial<World> = {}) => {
  const fake = start(change);
  return asked(fake, text, slowed(fake.services, slow, milliseconds)).then(() => fake);
};

test("what is answered in time has no card before it", async () => {
  expect(shown(await slowly("clusters", 600, "diagnose prod-1"))).toEqual([["run"]]);
});

test.each<[Slow, string, number, string[]]>([
  ["sign-in", "diagnose prod-1", 2, ["signIn after 1 s", "run"]],
  ["token", "diagnose prod-1", 4, ["token after 1 s", "token after 3 s", "run"]],
  [
    "clusters",
    "diagnose prod-1",
    7,
    ["clusters after 1 s", "clusters after 3 s", "clusters after 6 s", "run"],
  ],
  ["cluster", "kubectl get pods on prod-1", 4, ["cluster after 1 s", "cluster after 3 s", "run"]],
  ["groups", "whoami", 2, ["groups after 1 s", "whoAmI"]],
  ["rights", "can-i kubectl get pods on prod-1", 2, ["rights after 1 s", "canI"]],
  ["clusters", "diagnose atlantis", 2, ["clusters after 1 s", "clusterUnknown"]],
])("%s slow, %s: one message that says so after %d s", async (slow, text, seconds, cards) => {
  expect(shown(await slowly(slow, seconds * second, text))).toEqual([cards]);
});

test("eight cards at most, however long it takes", async () => {
  const [cards] = shown(await slowly("clusters", 600 * second, "diagnose prod-1"));
  expect(cards).toHaveLength(9);
  expect(cards?.slice(-2)).toEqual(["clusters after 60 s", "run"]);
});

test("the run is the one that was waited for: its time counts from the question", async () => {
  const fake = await slowly("clusters", 16 * second, "diagnose prod-1");
  const [answer] = fake.said.map((each) => each.answer);
  expect(answer?.kind === "run" && answer.run.createdAt).toBe("2026-11-25T03:00:00.000Z");
});

test("an edit notifies nobody: after 15 s the answer is followed by a mention, and not before", async () => {
  expect((await slowly("clusters", 14 * second, "diagnose atlantis")).mentions).toEqual([]);
  const late = await slowly("clusters", 16 * second, "diagnose atlantis");
  expect(late.mentions).toEqual([`Alex Wilber: done in ${threadOf(alex).key}`]);
});

test("what fails unexpectedly takes the card's place too", async () => {
  const fake = start();
  const { reader, clock } = fake.services;
  const list = async () => {
    await clock.sleep(2 * second);
    throw new Error("boom");
  };
  await asked(fake, "diagnose prod-1", { ...fake.services, reader: { ...reader, list } });
  expect(shown(fake)).toEqual([["clusters after 1 s", "failure"]]);
});

describe("nobody is signed in, and that took its time", () => {
  const notSignedIn = { ok: false, failure: { code: "signInNeeded", why: "notSignedIn" } } as const;

  test("in a channel: the pointer to the chat takes the card's place", async () => {
    const fake = await slowly("sign-in", 2 * second, "diagnose prod-1", { signIn: notSignedIn });
    expect(shown(fake)).toEqual([["signIn after 1 s", "signInElsewhere"]]);
    expect(fake.signInCards).toEqual(["diagnose prod-1"]);
  });

  test("in the chat: the sign-in card is a message of its own, and the first one says so", async () => {
    const fake = start({ signIn: notSignedIn });
    const slow = slowed(fake.services, "sign-in", 2 * second);
    await asked(fake, "diagnose prod-1", slow, askerIn(chatOf));
    expect(shown(fake)).toEqual([["signIn after 1 s", "noted"]]);
    expect(fake.signInCards).toEqual(["diagnose prod-1"]);
  });
});

/** What was told just now is posted in the turns behind it: the fakes wait for nothing else. */
async function posted(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test("its process goes away: what the next one says takes the card's place", async () => {
  const fake = start();
  const never = new Promise<never>(() => {});
  const told = Promise.withResolvers<void>();
  const list = async () => {
    await fake.services.clock.sleep(4 * second);
    told.resolve();
    return never;
  };
  void asked(fake, "diagnose prod-1", { ...fake.services, reader: { ...fake.services.reader, list } });
  await told.promise;
  await posted();
  fake.memory.crash();
  await recoverQuestions(fake.services);
  expect(shown(fake)).toEqual([["clusters after 1 s", "clusters after 3 s", "failure"]]);
});

describe("Teams' answer to the card is lost", () => {
  /** The card of a question that is under way, `m1`; `goOn` lets it be answered. */
  async function lost() {
    const fake = start({ teamsDown: "answers" });
    const { promise, resolve } = Promise.withResolvers<void>();
    const told = Promise.withResolvers<void>();
    const list: Services["reader"]["list"] = async (as) => {
      await fake.services.clock.sleep(second);
      told.resolve();
      await promise;
      return fake.services.reader.list(as);
    };
    const services = { ...fake.services, reader: { ...fake.services.reader, list } };
    const answered = asked(fake, "diagnose atlantis", services);
    await told.promise;
    await posted();
    fake.world.teamsDown = "nothing";
    const [card] = fake.memory.outbox.entries.values();
    const content = card?.delivery.content;
    if (content?.show !== "waiting") throw new Error("no card");
    const see = (messageId: string, who: ConversationContext = askerIn(threadOf)) =>
      press(fake, who, { verb: "run.show", run: content.card, messageId });
    const goOn = async () => {
      resolve();
      await answered;
    };
    return { fake, see, goOn };
  }

  test("seen while it goes on: that message becomes the answer", async () => {
    const { fake, see, goOn } = await lost();
    expect(await see("m1")).toEqual({ text: saidNote({ is: "alreadyOnIt" }) });
    await goOn();
    expect(shown(fake)).toEqual([["clusters after 1 s", "clusterUnknown"]]);
  });

  test("seen once the answer stands in another: it says so", async () => {
    const { fake, see, goOn } = await lost();
    await goOn();
    expect(shown(fake)).toEqual([["clusters after 1 s"], ["clusterUnknown"]]);
    await see("m1");
    await see("m2");
    expect(shown(fake)).toEqual([["clusters after 1 s", "noted"], ["clusterUnknown"]]);
  });

  test("seen by somebody else: nothing is done", async () => {
    const { fake, see, goOn } = await lost();
    expect(await see("m9", askerIn(threadOf, megan))).toEqual({ text: saidNote({ is: "notHere" }) });
    await goOn();
    expect(shown(fake)).toEqual([["clusters after 1 s"], ["clusterUnknown"]]);
  });
});

test("once it is answered, nothing says any more that it goes on", async () => {
  const fake = await slowly("clusters", 2 * second, "diagnose atlantis");
  await fake.services.clock.sleep(120 * second);
  expect(shown(fake)).toEqual([["clusters after 1 s", "clusterUnknown"]]);
});

test("a secret in the question is not on the card", async () => {
  const password = "hunter2-Tr0ub4dor";
  const fake = start();
  const text = `diagnose prod-1 with "password=${password}"`;
  await asked(fake, text, slowed(fake.services, "clusters", 2 * second));
  expect(JSON.stringify(fake.said[0]?.was)).not.toContain(password);
});
