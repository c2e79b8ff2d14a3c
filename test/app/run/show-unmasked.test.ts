// "Show as it is": who may, that it is run again as them, and that what it prints is in one message and nowhere else.

import { answerCardAction } from "../../../src/app/conversation/card-actions.ts";
import { recoverQuestions } from "../../../src/app/delivery/recover-questions.ts";
import type { CommandProgress } from "../../../src/app/ports/azure.ts";
import type { ConversationContext } from "../../../src/app/ports/services.ts";
import type { Policy } from "../../../src/core/policy/policy.ts";
import type { Run } from "../../../src/core/run/run.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { memberOf, policyOf } from "../../core/policy/policies.ts";
import { adele, alex, megan } from "../../fakes/people.ts";
import type { FakeServices, World } from "../../fakes/services.ts";
import { unavailable } from "../../unavailable.ts";
import { elsewhere, inChat, inThread, press } from "../pressing.ts";
import {
  allClosed,
  allow,
  done,
  finished,
  noSecrets,
  setMode,
  start,
  trail,
  withoutEntra,
} from "../setup.ts";

const secret = "correct-horse-battery-staple";
const printed = (word = secret) => finished(`data:\n  DB_PASSWORD: ${word}\n  LOG_LEVEL: debug\n`);
const getMap = "run `kubectl get configmap api -o yaml` on prod-1";

const onCall = allow("oncall-reads", "oncall");
const leadsMay = allow("leads-read", "leads", "show: thread, unmasked: true");
const policy = policyOf(onCall, leadsMay, noSecrets);
const begun = "Running it again as you; the output comes in our chat.";

const change = (more: Partial<World> = {}): Partial<World> => ({ policy, progress: [printed()], ...more });

/** A masked output that stands in the thread; `masked` is of no other. */
async function shown(owner: ConversationContext = inThread(megan), more: Partial<World> = {}) {
  const fake = start(change(more));
  const run = await done(fake, getMap, owner);
  if (run.status.state !== "succeeded") throw new Error(`the run is ${run.status.state}`);
  return { fake, run };
}

const pressed = (fake: FakeServices, presser: ConversationContext, { id }: Run) =>
  press(fake, presser, { verb: "run.unmasked", run: id });

/** What the trail says of this button. */
const trailOf = (fake: FakeServices) => trail(fake).filter((line) => line.startsWith("output.unmasked"));
const detailsOf = (fake: FakeServices) =>
  fake.memory.audit.filter(({ action }) => action === "output.unmasked").map(({ detail }) => detail);

const keptBy = async ({ memory, logged, said, mentions, services }: FakeServices): Promise<string> =>
  JSON.stringify([
    await services.store.runsOf(alex, 100),
    await services.store.runsOf(megan, 100),
    await services.store.auditEvents(1_000),
    memory.audit,
    [...memory.outbox.entries],
    logged,
    said,
    mentions,
  ]);

describe("who may", () => {
  const rights = (actions: string[]) => ({
    permissions: collected([{ actions, notActions: [], dataActions: [], notDataActions: [] }]),
  });
  const both = { memberships: { [alex.objectId]: memberOf("oncall", "leads") } };

  test.each<[string, ConversationContext, ConversationContext, Partial<World>, RegExp, string]>([
    ["without the right", inThread(), inThread(), {}, /masked only/, "oncall-reads"],
    ["with the right by one of two rules", inThread(), inThread(), both, /masked only/, "oncall-reads"],
    ["in no group", inThread(megan), inThread(adele), {}, /none of the groups/, "null"],
    ["another's, from another channel", inThread(), elsewhere(megan), {}, /not for you to read/, "null"],
    ["another's, of their chat", inChat(), inThread(megan), {}, /not for you to read/, "null"],
    [
      "signed out",
      inThread(megan),
      inThread(megan),
      { signIn: { ok: false, failure: { code: "signInNeeded", why: "signInNeeded" } } },
      /Sign in first/,
      "null",
    ],
    [
      "the command is denied by now",
      inThread(megan),
      inThread(megan),
      { policy: policyOf(leadsMay, allClosed) },
      /`all-closed` forbids/,
      "all-closed",
    ],
    [
      "Azure refuses",
      inThread(megan),
      inThread(megan),
      rights(["*/read"]),
      /Azure does not let you/,
      "leads-read",
    ],
    [
      "Azure does not say",
      inThread(megan),
      inThread(megan),
      { permissions: unavailable("timedOut", "Azure did not answer in time.") },
      /not known whether Azure lets you/,
      "leads-read",
    ],
  ])("%s: may not", async (_name, owner, presser, world, reason, rule) => {
    const { fake, run } = await shown(owner);
    Object.assign(fake.world, world);
    const sent = fake.sent.length;
    expect(await pressed(fake, presser, run)).toEqual({ text: expect.stringMatching(reason) });
    expect(trailOf(fake)).toEqual([`output.unmasked denied ${rule}`]);
    expect(fake.memory.audit.at(-1)).toMatchObject({
      actor: presser.requester.objectId,
      runId: run.id,
      detail: { verb: "get", resources: "configmaps" },
    });
    expect(fake.sent).toHaveLength(sent);
    expect(fake.unmasked).toEqual([]);
  });

  test.each(["diagnose", "off"] as const)("not in the mode %s", async (mode) => {
    const { fake, run } = await shown();
    await setMode(fake, mode);
    expect(await pressed(fake, inThread(megan), run)).toMatchObject({ text: expect.stringMatching(/mode/i) });
    expect(trailOf(fake)).toEqual(["output.unmasked denied null"]);
  });

  test("one's own, from another place, and another's that stands here", async () => {
    for (const [owner, presser] of [
      [inThread(megan), elsewhere(megan)],
      [inThread(), inThread(megan)],
    ] as const) {
      const { fake, run } = await shown(owner);
      expect(await pressed(fake, presser, run)).toBe(begun);
      expect(fake.sent.at(-1)).toMatchObject({ by: megan.displayName, asRequester: true });
    }
  });

  test("an id that does not exist is answered in the same words as one that is not for you", async () => {
    const { fake, run } = await shown(inChat());
    const theirs = await pressed(fake, inThread(megan), run);
    expect(await pressed(fake, inThread(megan), { ...run, id: "R-0000000000" })).toEqual(theirs);
  });
});

test("what may change something is not run a second time", async () => {
  const { fake, run } = await shown();
  const { task } = run;
  if (task.kind !== "command") throw new Error("the run is no command");
  const writes: Run = { ...run, task: { ...task, request: { ...task.request, access: "write" } } };
  const { store } = fake.services;
  const services = { ...fake.services, store: { ...store, run: async () => writes } };
  const sent = fake.sent.length;
  expect(await pressed({ ...fake, services } as FakeServices, inThread(megan), run)).not.toBe(begun);
  expect(fake.sent).toHaveLength(sent);
});

test("the secret is in one call to Teams, to the presser's own chat, and in nothing that is kept", async () => {
  const { fake, run } = await shown(inThread());
  expect(await pressed(fake, inThread(megan), run)).toBe(begun);
  expect(fake.unmasked).toEqual([
    {
      to: "opened|29:7d40b1e8-52c9-4f6a-8e13-0b94a6d2c7f5",
      output: expect.objectContaining({ requester: megan, runId: run.id }),
    },
  ]);
  expect(fake.unmasked[0]?.output.result.output).toContain(secret);
  expect(await keptBy(fake)).not.toContain(secret);
  expect(trailOf(fake)).toEqual([
    "output.unmasked allowed leads-read",
    "output.unmasked succeeded leads-read",
  ]);
  expect(detailsOf(fake).at(-1)).toMatchObject({ lines: 3, bytes: 69, exitCode: 0 });
  expect(fake.said.at(-1)?.answer.kind).toBe("run");
});

test("it is written down before anything is sent", async () => {
  const { fake, run } = await shown();
  let before: string[] = [];
  fake.world.start = () => {
    before = trailOf(fake);
    return { status: "accepted", operationId: "op2" };
  };
  await pressed(fake, inThread(megan), run);
  expect(before).toEqual(["output.unmasked allowed leads-read"]);
});

test("the filters of the command count", async () => {
  const fake = start(change());
  const run = await done(
    fake,
    "run `kubectl get configmap api -o yaml | grep PASSWORD` on prod-1",
    inThread(megan),
  );
  await pressed(fake, inChat(megan), run);
  expect(fake.unmasked.map(({ to, output }) => [to, output.result.output])).toEqual([
    [inChat(megan).conversation.key, `  DB_PASSWORD: ${secret}\n`],
  ]);
});

describe("between press and sending", () => {
  const none: Policy = policyOf(onCall, allow("leads-read", "leads"), noSecrets);
  test.each<[string, Partial<World>, RegExp]>([
    ["the right was taken away", { policy: none }, /no longer allowed: .*masked only/],
    ["the command was closed", { policy: policyOf(leadsMay, allClosed) }, /no longer allowed: .*all-closed/],
    ["the cluster lost its Entra integration", { cluster: withoutEntra }, /Entra integration changed/],
  ])("%s", async (_name, world, happened) => {
    const { fake, run } = await shown();
    const sent = fake.sent.length;
    const answer = await answerCardAction(fake.services, inThread(megan), {
      verb: "run.unmasked",
      run: run.id,
    });
    Object.assign(fake.world, world);
    await ("begin" in answer ? answer.begin?.() : undefined);
    expect(fake.sent).toHaveLength(sent);
    expect(fake.unmasked).toEqual([]);
    expect(fake.said.at(-1)?.answer).toMatchObject({
      kind: "failure",
      failure: { happened: expect.stringMatching(happened), done: "Nothing was sent to the cluster." },
    });
    expect(trailOf(fake)).toHaveLength(2);
    expect(trailOf(fake).at(-1)).toMatch(/ (denied|failed) /);
  });
});

describe("a cluster without Entra", () => {
  const asAdmin = allow("leads-admin", "leads", "asClusterAdmin: true, show: thread");
  const asAdminUnmasked = allow("leads-admin", "leads", "asClusterAdmin: true, show: thread, unmasked: true");

  test.each([
    ["another rule than the one for cluster-admin says it", asAdmin, 0],
    ["the rule for cluster-admin says it", asAdminUnmasked, 1],
  ])("%s", async (_name, rule, count) => {
    const { fake, run } = await shown(inThread(megan), {
      cluster: withoutEntra,
      policy: policyOf(leadsMay, rule),
    });
    await pressed(fake, inThread(megan), run);
    expect(fake.unmasked.map(({ output }) => output.clusterAdmin)).toEqual(Array(count).fill(true));
  });
});

describe("not shown", () => {
  const plays = (...progress: (CommandProgress | Error)[]): Partial<World> => ({ progress });

  test.each<[string, Partial<World>, RegExp, string]>([
    ["Teams refuses", { teamsDown: "posts" }, /did not take the message/, "failed notShown"],
    ["Teams does not answer", { teamsDown: "answers" }, /did not say whether/, "lost perhapsShown"],
    [
      "AKS could not run it",
      plays({ status: "failed", reason: `no node, password=${secret}` }),
      /could not run the command/,
      "failed commandNotRun",
    ],
    [
      "an exception holds the output",
      plays(new Error(`cannot show ${secret}`)),
      /on my side/,
      "failed unexpected",
    ],
  ])("%s: is said, and to press again", async (_name, world, happened, end) => {
    const { fake, run } = await shown();
    Object.assign(fake.world, world);
    expect(await pressed(fake, inThread(megan), run)).toBe(begun);
    fake.world.teamsDown = "nothing";
    await fake.memory.outbox.deliverWaiting();
    expect(
      fake.said.map(({ answer }) => (answer.kind === "failure" ? answer.failure.happened : "")),
    ).toContainEqual(expect.stringMatching(happened));
    expect(trailOf(fake)[1]).toBe(`output.unmasked ${end.split(" ")[0]} leads-read`);
    expect(detailsOf(fake)[1]).toMatchObject({ code: end.split(" ")[1] });
    expect(await keptBy(fake)).not.toContain(secret);
  });

  test("there is no chat with the presser: nothing is sent", async () => {
    const { fake, run } = await shown();
    const sent = fake.sent.length;
    const services = {
      ...fake.services,
      messenger: { ...fake.services.messenger, personalChat: async () => null },
    };
    await press({ ...fake, services }, inThread(megan), { verb: "run.unmasked", run: run.id });
    expect(fake.sent).toHaveLength(sent);
    expect(fake.said.at(-1)?.answer).toMatchObject({ kind: "failure", failure: { code: "noPersonalChat" } });
  });

  test("the process ends: the next one says that it may have been run, and how to see it", async () => {
    const { fake } = await shown();
    const { conversation } = inThread(megan);
    const question = { key: "q", text: "run.unmasked", conversation, receivedAt: "2026-11-25T03:00:00Z" };
    await fake.services.store.claimQuestion(question);
    fake.memory.crash();
    await recoverQuestions(fake.services);
    expect(fake.said.at(-1)?.answer).toMatchObject({
      kind: "failure",
      failure: {
        done: expect.stringMatching(/may have been run once more/),
        next: expect.stringMatching(/again/),
      },
    });
  });
});

test("the question of the press is closed once the output is shown", async () => {
  const { fake, run } = await shown();
  const { conversation } = inThread(megan);
  const question = { key: "q", text: "run.unmasked", conversation, receivedAt: "2026-11-25T03:00:00Z" };
  await fake.services.store.claimQuestion(question);
  await pressed(fake, { ...inThread(megan), question: "q" }, run);
  fake.memory.crash();
  const said = fake.said.length;
  await recoverQuestions(fake.services);
  expect(fake.said).toHaveLength(said);
});

test.each<[string, string, string]>([
  ["nothing was masked", getMap, "debug"],
  ["it is no command", "diagnose prod-1", secret],
])("%s: there is nothing to show as it is", async (_name, asked, word) => {
  const fake = start(change({ progress: [finished(`LOG_LEVEL: ${word}\n`)] }));
  const run = await done(fake, asked, inThread(megan));
  const sent = fake.sent.length;
  await pressed(fake, inThread(megan), run);
  expect(fake.sent).toHaveLength(sent);
  expect(fake.unmasked).toEqual([]);
});
