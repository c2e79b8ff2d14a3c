// A message: claimed before the turn ends, and what needs nothing but words is answered by the same write.
import type { Store } from "../../../src/app/ports/store.ts";
import { createBackground } from "../../../src/doors/teams/background.ts";
import type { Bot } from "../../../src/doors/teams/bot.ts";
import { onMessage } from "../../../src/doors/teams/message.ts";
import type { Activity, Attachment, Connector, Message } from "../../../src/doors/teams/port.ts";
import { usual } from "../../app/change/changing.ts";
import { kinds, openQuestions, start } from "../../app/setup.ts";
import { alex, askerIn, chatOf } from "../../fakes/people.ts";
import { personQueues } from "../../fakes/person-queues.ts";
import { configMapYaml } from "../../fixtures/sent-files.ts";

const asker = askerIn(chatOf);

function chat(queues = personQueues()) {
  const fake = start();
  const { store, log } = fake.services;
  const writes: string[] = [];
  const named = Object.fromEntries(
    (["claimQuestion", "tell", "createRun", "saveConversation"] as const).map((name) => [
      name,
      (...values: unknown[]) => {
        writes.push(name);
        return Reflect.apply(store[name], store, values);
      },
    ]),
  );
  const background = createBackground(log);
  const services = { ...fake.services, store: { ...store, ...named } as Store };
  const told: string[] = [];
  const post = async ({ text }: Message) => void told.push(text ?? "");
  const connector = () => ({ post }) as unknown as Connector;
  const bot = { services, background, ...queues, pressedBefore: () => false, connector } as unknown as Bot;
  const say = async (
    text: string,
    {
      id = "m1",
      attachments = [] as Attachment[],
      conversationType = "personal",
      value = undefined as unknown,
      from = asker.userId,
    } = {},
  ) => {
    const { tenantId, objectId, displayName } = alex;
    const activity = {
      ...{
        id,
        text,
        attachments,
        ...(value !== undefined && { value }),
        channelId: "msteams",
        serviceUrl: "https://smba.trafficmanager.net/emea/",
      },
      from: { id: from, name: displayName, aadObjectId: objectId },
      recipient: { id: "28:bot", name: "AKS On-Call" },
      conversation: { id: asker.conversation.key, conversationType, tenantId },
    } as unknown as Activity;
    await onMessage(bot, activity);
    const atTheEndOfTheTurn = [...writes];
    await background.settle(2_000);
    return atTheEndOfTheTurn;
  };
  return { fake, say, writes, told };
}

test.each([
  ["help", "help"],
  ["what shall I do now", "notUnderstood"],
])("%s: one write, and the answer is %s", async (text, kind) => {
  const { fake, say, writes } = chat();
  expect(await say(text)).toEqual(["claimQuestion"]);
  expect(writes).toEqual(["claimQuestion"]);
  expect(kinds(fake)).toEqual([kind]);
  expect(await openQuestions(fake)).toEqual([]);
});

test("what needs more is claimed within the turn, and answered after it", async () => {
  const { fake, say, writes } = chat();
  await say("whoami");
  expect(writes).toEqual(["claimQuestion", "tell"]);
  expect(kinds(fake)).toEqual(["whoAmI"]);
});

test.each(["help", "whoami"])("%s, delivered again by Teams: answered once", async (text) => {
  const { fake, say } = chat();
  await say(text);
  await say(text);
  expect(kinds(fake)).toHaveLength(1);
});

const pressed = { v: 1, verb: "run.page", run: "R-1" };

test.each<[string, unknown]>([
  ["of a card from before our data had a version", { ...pressed, v: undefined }],
  ["of a card of another version", { ...pressed, v: 2 }],
  ["with something else in its data", { ...pressed, page: "2" }],
  ["of a card that is none of ours", "yes"],
])("a button %s, as clients without cards send it: said to be old", async (_what, value) => {
  const { fake, say, writes } = chat();
  expect(await say("", { value })).toEqual(["claimQuestion"]);
  expect(writes).toEqual(["claimQuestion"]);
  expect(fake.said.map(({ answer }) => answer)).toEqual([
    { kind: "pressRefused", reason: "This button is from an older card. Please ask again." },
  ]);
  expect(await openQuestions(fake)).toEqual([]);
});

test("a decision by a button, as clients without cards send it, waits for none of one's own answers; what it begins does", async () => {
  const queues = personQueues(1);
  const { fake, say } = chat(queues);
  const answering = queues.answers.enter(asker.userId);
  if (typeof answering === "string") throw new Error("there is room");
  await say("", { value: { v: 1, verb: "change.approve", run: "R-0000000009" } });
  expect(kinds(fake)).toEqual(["pressRefused"]);
  await say("", { id: "m2", value: { v: 1, verb: "say", say: "whoami" } });
  expect(kinds(fake)).toEqual(["pressRefused"]);
  answering.leave();
  await say("help", { id: "m3" });
  expect(kinds(fake).toSorted()).toEqual(["help", "pressRefused", "whoAmI"]);
  expect(queues.answers.enter(asker.userId)).toMatchObject({ turn: expect.any(Promise) });
});

test("words that bring data along are words", async () => {
  const { fake, say } = chat();
  await say("help", { value: { v: 2 } });
  expect(kinds(fake)).toEqual(["help"]);
});

test("six digits in the personal chat are a sign-in's code, not words that nobody understands", async () => {
  const { fake, say, writes } = chat();
  await say("123456");
  expect(writes[0]).toBe("claimQuestion");
  expect(kinds(fake)).not.toContain("notUnderstood");
});

describe("a file", () => {
  const attachments: Attachment[] = [
    {
      contentType: "application/vnd.microsoft.teams.file.download.info",
      name: "page.yaml",
      content: { downloadUrl: "https://contoso-my.sharepoint.com/personal/a/page.yaml" },
    },
  ];
  const withFile = () => {
    const made = chat();
    // A file is fetched for whoever may change something by one.
    made.fake.world.policy = usual;
    made.fake.world.download = { ok: true, text: configMapYaml("page", "hello") };
    return made;
  };

  test.each([
    ["alone", "", ["fileKept"], undefined],
    ["with words that name it not", "help", ["fileKept"], true],
    ["with a command that names it", "can i kubectl apply -f page.yaml on prod-1", ["canI"], undefined],
  ])("%s", async (_what, text, said, unanswered) => {
    const { fake, say } = withFile();
    await say(text, { attachments });
    expect(kinds(fake)).toEqual(said);
    expect({ unanswered: undefined, ...fake.said.at(-1)?.answer }.unanswered).toBe(unanswered);
    expect(await openQuestions(fake)).toEqual([]);
    expect(await fake.services.store.sentFile(asker.userId, "page.yaml", "")).not.toBeNull();
  });

  test.each(["channel", "groupChat"])("is none in a %s: the words are answered", async (conversationType) => {
    const { fake, say } = withFile();
    await say("help", { attachments, conversationType });
    expect(kinds(fake)).toEqual(["help"]);
    expect(fake.memory.audit).toEqual([]);
    expect(await fake.services.store.sentFile(asker.userId, "page.yaml", "")).toBeNull();
  });

  test("delivered again by Teams: kept and answered once", async () => {
    const { fake, say } = withFile();
    await say("", { attachments });
    await say("", { attachments });
    expect(kinds(fake)).toEqual(["fileKept"]);
    expect(fake.memory.audit.map(({ action }) => action)).toEqual(["file.take"]);
  });
});

describe("of one person who writes much", () => {
  /** Two of theirs are answered at a time, and one may wait. */
  const small = () => chat(personQueues(2, 1));

  test("what is beyond the line is not taken, and that is said once, until the line is empty again", async () => {
    const { fake, say, told } = small();
    const ask = (id: string) => say("whoami", { id });
    await Promise.all(["a", "b", "c", "d", "e", "f"].map(ask));
    expect(kinds(fake)).toEqual(["whoAmI", "whoAmI", "whoAmI"]);
    expect(told).toEqual([
      "So many of your messages wait for their answers that this one was not taken. Nothing was done for it. Send it again when they are answered.",
    ]);
    expect(await openQuestions(fake)).toEqual([]);
    await Promise.all(["d", "e", "f", "g", "h", "i"].map(ask));
    expect(kinds(fake)).toHaveLength(6);
    expect(told).toHaveLength(2);
  });

  test("a colleague's message does not wait for theirs, nor is it refused", async () => {
    const { fake, say, told } = small();
    const theirs = ["a", "b", "c", "d", "e"].map((id) => say("whoami", { id }));
    await say("whoami", { id: "x", from: "29:megan" });
    await Promise.all(theirs);
    expect(kinds(fake)).toHaveLength(4);
    expect(told).toHaveLength(1);
  });
});
