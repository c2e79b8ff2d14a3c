// A press over the wire: answered in time whatever the database does, and done once however often it is delivered.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import { type Later, timeouts } from "../../../src/app/ports/services.ts";
import type { Store } from "../../../src/app/ports/store.ts";
import { readCardAction } from "../../../src/core/conversation/card-action.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { createBackground } from "../../../src/doors/teams/background.ts";
import type { Bot } from "../../../src/doors/teams/bot.ts";
import { onCardAction } from "../../../src/doors/teams/card.ts";
import { createDoublePress } from "../../../src/doors/teams/double-press.ts";
import type { Activity, InvokeReply } from "../../../src/doors/teams/port.ts";
import { done, kinds, openQuestions, start, submitted, summaryOf, trail } from "../../app/setup.ts";
import { alex, askerIn, chatOf } from "../../fakes/people.ts";
import { personQueues } from "../../fakes/person-queues.ts";
import type { FakeServices } from "../../fakes/services.ts";

const asker = askerIn(chatOf);

/** `late`: these answers of the store wait until `release` is called, and the press's patience ends at once. */
function botOf(fake: FakeServices, late: readonly (keyof Store)[] = []) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { store, log } = fake.services;
  const waiting = Object.fromEntries(
    late.map((name) => [
      name,
      async (...values: unknown[]) => {
        await released;
        return Reflect.apply(store[name], store, values);
      },
    ]),
  );
  const clocks = new Set<object>();
  const later: Later = (milliseconds, act) => {
    if (milliseconds !== timeouts.press) return fake.services.later(milliseconds, act);
    const clock = {};
    clocks.add(clock);
    if (late.length > 0) setImmediate(act);
    return () => void clocks.delete(clock);
  };
  const background = createBackground(log);
  const services = { ...fake.services, store: { ...store, ...waiting }, later };
  const pressedBefore = createDoublePress(fake.services.clock);
  const bot = { services, background, ...personQueues(), pressedBefore } as unknown as Bot;
  return { bot, clocks, release, settle: () => background.settle(2_000) };
}

function pressed(
  data: Record<string, unknown>,
  id = "press",
  change: Readonly<Partial<Record<keyof Activity, unknown>>> = {},
): Activity {
  const { tenantId, objectId, displayName } = alex;
  return {
    id,
    channelId: "msteams",
    serviceUrl: "https://smba.trafficmanager.net/emea/",
    from: { id: asker.userId, name: displayName, aadObjectId: objectId },
    recipient: { id: "28:bot", name: "AKS On-Call" },
    conversation: { id: asker.conversation.key, conversationType: "personal", tenantId },
    value: { action: { data: { v: 1, ...data } } },
    ...change,
  } as unknown as Activity;
}

const valueIn = ({ body }: InvokeReply): unknown => (body as { value: unknown }).value;
const slow = "This takes longer than usual. The answer comes here as soon as I have it.";

test.each<keyof Store>(["claimQuestion", "takePending", "closeQuestion"])(
  "a choice that waits for the database (%s): answered in time, and done once",
  async (late) => {
    const twins = [summaryOf("prod-1", "rg-prod"), summaryOf("prod-1", "rg-copy")];
    const fake = start({ clusters: collected({ clusters: twins, problem: null }) });
    await answerQuestion(fake.services, asker, "diagnose prod-1");
    const choice = fake.said.at(-1)?.answer;
    if (choice?.kind !== "pickCluster") throw new Error(`said ${choice?.kind}`);
    const { bot, release, settle } = botOf(fake, [late]);
    const data = { verb: "pick", pending: choice.pendingId, cluster: twins[1]?.id };
    const both = [pressed(data, "one"), pressed(data, "one")].map((turn) => onCardAction(bot, turn));
    const values = (await Promise.all(both)).map(valueIn);
    if (late !== "closeQuestion") expect(values[0]).toBe(slow);
    release();
    await settle();
    expect(kinds(fake)).toEqual(["pickCluster", "run queued"]);
  },
);

test.each<[string, readonly (keyof Store)[]]>([
  ["in time", []],
  ["late", ["claimQuestion"]],
])("answered %s: its clock does not run on", async (_name, late) => {
  const { bot, clocks, release, settle } = botOf(start(), late);
  const answer = onCardAction(bot, pressed({ verb: "mode.set" }));
  expect(clocks.size).toBe(1);
  await answer;
  expect(clocks.size).toBe(0);
  release();
  await settle();
});

const page = { verb: "run.page", run: "R-1" };

test.each<[string, Record<string, unknown>, Readonly<Partial<Record<keyof Activity, unknown>>>]>([
  ["of a card from before our data had a version", { ...page, v: undefined }, {}],
  ["without data", page, { value: { action: {} } }],
  ["without an action", page, { value: {} }],
  ["by nobody that Teams knows", page, { from: { id: asker.userId } }],
])("a button %s does nothing and says so", async (_name, data, change) => {
  const { bot } = botOf(start());
  expect(await onCardAction(bot, pressed(data, "press", change))).toEqual({
    status: 200,
    body: {
      statusCode: 200,
      type: "application/vnd.microsoft.activity.message",
      value: "This button is from an older card. Please ask again.",
    },
  });
});

test("a word longer than its field takes approves nothing", () => {
  expect(readCardAction({ v: 1, verb: "change.approve", run: "R-1", word: "x".repeat(1_001) })).toBeNull();
});

test.each([
  ["that some client calls null", null, undefined],
  ["longer than the field takes", "x".repeat(2_000), "x".repeat(1_000)],
  ["of another type", 7, undefined],
])("a word %s keeps nobody from rejecting", (_what, word, expected) => {
  expect(readCardAction({ v: 1, verb: "change.reject", run: "R-1", word })).toEqual({
    ...{ verb: "change.reject", run: "R-1" },
    ...(expected !== undefined && { word: expected }),
  });
});

test("a second card of a run, as Teams says which was pressed, points to the first", async () => {
  const fake = start();
  const run = await done(fake, undefined, asker);
  const [first] = fake.said;
  if (first === undefined) throw new Error("nothing said");
  fake.said.push({ ...first, id: "m2" });
  const { bot } = botOf(fake);
  for (const replyToId of [first.id, "m2"])
    await onCardAction(bot, pressed({ verb: "run.show", run: run.id }, "press", { replyToId }));
  expect(fake.said.map(({ answer }) => answer)).toMatchObject([
    { kind: "run" },
    { kind: "noted", text: `Answered in another message here: ${run.id}.` },
  ]);
});

test("a slow page is posted where it was asked for", async () => {
  const fake = start();
  const run = await done(fake, undefined, asker);
  const { bot, release, settle } = botOf(fake, ["run"]);
  expect(valueIn(await onCardAction(bot, pressed({ verb: "run.page", run: run.id })))).toBe(slow);
  release();
  await settle();
  expect(kinds(fake)).toEqual(["run succeeded", "run succeeded"]);
});

test("a mode that the database does not tell in time: answered all the same", async () => {
  const fake = start();
  const run = await done(fake, undefined, asker);
  const { bot, release, settle } = botOf(fake, ["mode"]);
  expect(valueIn(await onCardAction(bot, pressed({ verb: "run.page", run: run.id })))).toBe(slow);
  release();
  await settle();
});

test("a slow failure ends in a card", async () => {
  const fake = start();
  const { bot, release, settle } = botOf(fake, ["run"]);
  const failing = {
    ...bot.services.store,
    run: () => bot.services.store.run("x").then(() => Promise.reject(new Error("gone"))),
  };
  const broken = { ...bot, services: { ...bot.services, store: failing } };
  expect(valueIn(await onCardAction(broken, pressed({ verb: "run.page", run: "R-1" })))).toBe(slow);
  release();
  await settle();
  expect(kinds(fake)).toEqual(["failure"]);
});

test.each([
  ["delivered again", "same", "same"],
  ["clicked twice", "first", "second"],
])("%s: begun once", async (_name, first, second) => {
  const fake = start();
  const { bot, settle } = botOf(fake);
  const data = { verb: "diagnose", cluster: "prod-1" };
  expect(valueIn(await onCardAction(bot, pressed(data, first)))).toMatch(/^Started/);
  expect(valueIn(await onCardAction(bot, pressed(data, second)))).toBe("Already on it.");
  await settle();
  expect(kinds(fake)).toEqual(["run queued"]);
});

test("one cluster chosen for two questions within a moment: both go on", async () => {
  const clusters = [summaryOf("prod-1"), summaryOf("edge-1")];
  const fake = start({ clusters: collected({ clusters, problem: null }) });
  const { id, name } = summaryOf("prod-1");
  await fake.services.store.rememberCluster(asker.conversation.key, { id, name });
  for (const text of ["kubectl get nodes edge-1", "kubectl get pods edge-1"])
    await answerQuestion(fake.services, asker, text);
  const { bot, settle } = botOf(fake);
  for (const [index, { answer }] of [...fake.said].entries()) {
    if (answer.kind !== "whichCluster") throw new Error(`said ${answer.kind}`);
    const data = { verb: "pick.word", pending: answer.pendingId, cluster: clusters[1]?.id };
    expect(valueIn(await onCardAction(bot, pressed(data, `p${index}`)))).toMatch(/^Started/);
  }
  await settle();
  expect(kinds(fake)).toEqual(["whichCluster", "whichCluster", "run queued", "run queued"]);
});

test("what a press itself does is done once, however often it is delivered; another answer counts", async () => {
  const fake = start();
  const run = await submitted(fake, "diagnose prod-1", asker);
  await executeRun(fake.services, run.id);
  const { bot, settle } = botOf(fake);
  const answer = (given: "yes" | "no") => ({ verb: "feedback", run: run.id, answer: given });
  for (const [given, id] of [
    ["yes", "f1"],
    ["yes", "f1"],
    ["no", "f2"],
  ] as const)
    await onCardAction(bot, pressed(answer(given), id));
  await settle();
  expect(trail(fake).filter((entry) => entry.startsWith("diagnosis.feedback"))).toHaveLength(2);
  fake.memory.crash();
  expect(await openQuestions(fake)).toEqual([]);
});

test("of thirty buttons pressed at once, so many are answered at a time as one person may have", async () => {
  const fake = start();
  const { bot, settle } = botOf(fake);
  let [underWay, most] = [0, 0];
  const { forUser } = fake.services.credentials;
  const credentials = {
    ...fake.services.credentials,
    forUser: async (...who: Parameters<typeof forUser>) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 5));
      underWay -= 1;
      return forUser(...who);
    },
  };
  const busy = { ...bot, services: { ...bot.services, credentials } };
  const all = Array.from({ length: 30 }, (_, n) =>
    onCardAction(busy, pressed({ verb: "say", say: `diagnose prod-${n}` }, `press ${n}`)),
  );
  await Promise.all(all);
  await settle();
  expect(fake.said.length).toBeGreaterThanOrEqual(30);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(4);
});
