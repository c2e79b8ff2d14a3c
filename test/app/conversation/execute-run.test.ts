// A queued run: both locks asked again, done at most once, shown where it was asked; and what a restart makes of it.

import { answerCardAction } from "../../../src/app/conversation/card-actions.ts";
import { executeRun, recoverRun } from "../../../src/app/conversation/execute-run.ts";
import type { Services } from "../../../src/app/ports/services.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import type { RunState } from "../../../src/core/run/run.ts";
import { memberOf, policyOf } from "../../core/policy/policies.ts";
import { alex, askerIn, chatOf, megan, threadOf } from "../../fakes/people.ts";
import type { World } from "../../fakes/services.ts";
import { healthy } from "../../fixtures/healthy-snapshot.ts";
import {
  allClosed,
  allow,
  done,
  failureOf,
  finished,
  getPods,
  kinds,
  standardPolicy,
  start,
  stillRunning,
  stored,
  submitted,
  trail,
} from "../setup.ts";

const nothingSent = "Nothing was sent to the cluster.";
const perhapsSent = "It may have been sent to the cluster; I did not send it again.";

describe("done once, shown in the message that announced it", () => {
  test("a command: start and finish are on the trail once each, with the rule", async () => {
    const fake = start({ progress: [finished("ok", 3)] });
    const run = await done(fake);
    expect(trail(fake)).toEqual([
      "command.submit allowed oncall-reads",
      "command.start recorded oncall-reads",
      "command.finish succeeded oncall-reads",
    ]);
    expect(fake.memory.audit.map(({ runId }) => runId)).toEqual([run.id, run.id, run.id]);
    expect(fake.memory.audit.at(-1)?.detail).toEqual({
      ...{ exitCode: 3, lines: 1, bytes: 2, masked: 0, truncated: false },
      policy: "0123456789ab",
    });
    expect(fake.said).toEqual([expect.objectContaining({ edited: 1 })]);
    expect(kinds(fake)).toEqual(["run succeeded"]);
  });

  test.each(["diagnose", "access"])("%s: read through Azure, nothing sent", async (verb) => {
    const fake = start();
    const run = await done(fake, `${verb} prod-1`);
    expect(run.status).toMatchObject({ state: "succeeded", result: null, diagnosis: diagnose(healthy) });
    expect(fake.memory.audit.at(-1)).toMatchObject({
      action: `${verb}.finish`,
      outcome: "succeeded",
      detail: { verdict: "healthy", cause: null, verdictRule: "nothingWrong", causeRule: null },
    });
    expect(fake.sent).toEqual([]);
  });

  test.each([
    ["twice, one after the other", (one: () => Promise<void>) => one().then(one)],
    ["twice at once", (one: () => Promise<void>) => Promise.all([one(), one()])],
  ])("%s: sent once, shown once, one finish", async (_name, twice) => {
    const fake = start();
    const run = await submitted(fake);
    await twice(() => executeRun(fake.services, run.id));
    expect(fake.sent).toHaveLength(1);
    expect(fake.said).toEqual([expect.objectContaining({ edited: 1 })]);
    expect(trail(fake)).toHaveLength(3);
  });

  test("a run that does not exist: nothing happens", async () => {
    const fake = start();
    await executeRun(fake.services, "R-none");
    await recoverRun(fake.services, "R-none");
    expect([fake.said, fake.memory.audit]).toEqual([[], []]);
  });
});

describe("changed between the question and the doing: nothing is sent", () => {
  const failed = (code: "signInNeeded" | "expired" | "otherAccount") =>
    ({ signIn: { ok: false, failure: { code, why: "notSignedIn" } } }) as const;
  const personalNow = { policy: policyOf(allow("oncall-private", "oncall", "show: personal")) };
  test.each<[string, Partial<World>, RunState["state"], string, string | null]>([
    [
      "the policy denies",
      { policy: policyOf(allow("oncall-reads", "oncall"), allClosed) },
      "denied",
      "denied",
      "all-closed",
    ],
    ["no rule allows any more", { policy: policyOf(allow("leads-read", "leads")) }, "denied", "denied", null],
    ["now for the person alone", personalNow, "denied", "denied", "oncall-private"],
    ["left the group", { memberships: {} }, "denied", "denied", null],
    [
      "the groups cannot be read",
      { memberships: { [alex.objectId]: { status: "unknown", reason: { is: "graphSilent" } } } },
      "denied",
      "denied",
      null,
    ],
    ["signed out", failed("signInNeeded"), "failed", "signIn.signInNeeded", "oncall-reads"],
    ["sign-in expired", failed("expired"), "failed", "signIn.expired", "oncall-reads"],
    ["signed in as somebody else", failed("otherAccount"), "failed", "signIn.otherAccount", "oncall-reads"],
  ])("%s", async (_name, change, state, code, rule) => {
    const fake = start();
    const run = await submitted(fake);
    Object.assign(fake.world, change);
    await executeRun(fake.services, run.id);
    const { status } = await stored(fake, run.id);
    expect([fake.sent, fake.azure.filter((method) => method === "permissions")]).toEqual([[], []]);
    expect(status.state).toBe(state);
    expect(failureOf(status)).toMatchObject({ code, done: nothingSent });
    expect(kinds(fake)).toEqual([`run ${state}`]);
    // One entry for the submission, one for the end, and none besides.
    expect(trail(fake)).toEqual(["command.submit allowed oncall-reads", `command.finish ${state} ${rule}`]);
  });

  test("what is for the person alone is still done in their own chat", async () => {
    const fake = start();
    const run = await submitted(fake, getPods, askerIn(chatOf));
    Object.assign(fake.world, personalNow);
    await executeRun(fake.services, run.id);
    expect((await stored(fake, run.id)).status.state).toBe("succeeded");
  });

  test("another rule allows it now: start and finish carry that rule", async () => {
    const fake = start();
    const run = await submitted(fake);
    fake.world.policy = policyOf(allow("new-rule", "oncall"));
    await executeRun(fake.services, run.id);
    expect(trail(fake).slice(1)).toEqual([
      "command.start recorded new-rule",
      "command.finish succeeded new-rule",
    ]);
  });
});

describe("an exception ends in a card with an id, which says what is known of the sending", () => {
  const boom = () => {
    throw new Error("boom, token=abcdef0123456789");
  };
  const broken: [string, string, (services: Services) => Services, string][] = [
    [
      "the sign-in",
      getPods,
      (s) => ({ ...s, credentials: { ...s.credentials, forUser: boom } }),
      nothingSent,
    ],
    ["the directory", getPods, (s) => ({ ...s, directory: { membership: boom } }), nothingSent],
    [
      "a diagnosis",
      "diagnose prod-1",
      (s) => ({ ...s, reader: { ...s.reader, collect: boom } }),
      nothingSent,
    ],
    ["the sending", getPods, (s) => ({ ...s, transport: { ...s.transport, start: boom } }), perhapsSent],
    ["a poll", getPods, (s) => ({ ...s, transport: { ...s.transport, progress: boom } }), perhapsSent],
  ];
  test.each(broken)("in %s", async (_name, text, breaking, what) => {
    const fake = start();
    const run = await submitted(fake, text);
    await executeRun(breaking(fake.services), run.id);
    const failure = failureOf((await stored(fake, run.id)).status);
    expect(failure).toMatchObject({ code: "unexpected", done: what, next: expect.stringContaining(run.id) });
    expect(kinds(fake)).toEqual(["run failed"]);
    expect(trail(fake).at(-1)).toMatch(/finish failed oncall-reads$/);
    expect(fake.logged).toEqual([
      { message: "run failed unexpectedly", fields: { runId: run.id, error: "Error: boom, token=[masked]" } },
    ]);
  });
});

describe("a mention, since an edit notifies nobody", () => {
  const polls = (count: number) => Array.from({ length: count }, () => stillRunning);
  const failed = { status: "failed", reason: "no node" } as const;
  test.each([
    ["13.75 s", [...polls(6), finished("ok")], []],
    ["18.75 s", [...polls(7), finished("ok")], ["done"]],
    ["18.75 s, failed", [...polls(7), failed], ["failed"]],
    ["5 minutes, given up", [stillRunning], ["failed"]],
  ])("after %s", async (_time, progress, words) => {
    const fake = start({ progress });
    await done(fake);
    expect(fake.mentions).toEqual(words.map((word) => `Alex Wilber: ${word} in ${threadOf(alex).key}`));
  });
});

describe("the card and Teams", () => {
  test("Teams is away until the end: one message, the result", async () => {
    const fake = start({ teamsDown: "posts" });
    await done(fake);
    expect(fake.said).toEqual([]);
    fake.world.teamsDown = "nothing";
    await fake.memory.outbox.deliverWaiting();
    expect(fake.said).toEqual([expect.objectContaining({ edited: 0 })]);
    expect(kinds(fake)).toEqual(["run succeeded"]);
  });

  test("the message is gone: the answer is posted anew, once", async () => {
    const fake = start({ teamsDown: "edits" });
    await done(fake);
    await fake.memory.outbox.deliverWaiting();
    await fake.memory.outbox.deliverWaiting();
    expect(kinds(fake)).toEqual(["run queued", "run succeeded"]);
  });

  test("nobody knows whether the card stands there: its end is posted once, and the card heals when it is seen", async () => {
    const fake = start({ teamsDown: "answers" });
    const run = await submitted(fake);
    fake.world.teamsDown = "nothing";
    await fake.memory.outbox.deliverWaiting();
    expect(kinds(fake)).toEqual(["run queued"]);
    await executeRun(fake.services, run.id);
    expect(kinds(fake)).toEqual(["run queued", "run succeeded"]);
    await answerCardAction(
      fake.services,
      askerIn(threadOf),
      {
        verb: "run.show",
        run: run.id,
      },
      "m1",
    );
    expect(kinds(fake)).toEqual(["noted", "run succeeded"]);
    await answerCardAction(
      fake.services,
      askerIn(threadOf),
      {
        verb: "run.show",
        run: run.id,
      },
      "m2",
    );
    expect(kinds(fake)).toEqual(["noted", "run succeeded"]);
  });

  test("seen while it goes on: that message is the one that is edited", async () => {
    const fake = start({ teamsDown: "answers" });
    const run = await submitted(fake);
    fake.world.teamsDown = "nothing";
    await answerCardAction(
      fake.services,
      askerIn(threadOf),
      {
        verb: "run.show",
        run: run.id,
      },
      "m1",
    );
    await executeRun(fake.services, run.id);
    expect(fake.said).toEqual([expect.objectContaining({ id: "m1", edited: 1 })]);
  });

  test("the thread is closed to us: the answer comes in the personal chat, and says so", async () => {
    const fake = start({ teamsDown: "closed" });
    await fake.services.store.saveConversation(chatOf(alex));
    await done(fake);
    for (let look = 0; look < 3; look += 1) await fake.memory.outbox.deliverWaiting();
    expect(fake.said).toEqual([
      expect.objectContaining({ to: chatOf(alex).key, elsewhere: true, short: false }),
    ]);
    expect(kinds(fake)).toEqual(["run succeeded"]);
  });

  test("the card is too large for Teams: a short one", async () => {
    const fake = start({ teamsDown: "tooLarge" });
    await done(fake);
    await fake.memory.outbox.deliverWaiting();
    expect(fake.said).toEqual([expect.objectContaining({ short: true })]);
    expect(kinds(fake)).toEqual(["run succeeded"]);
  });
});

test("the rights are the requester's, whoever else is on call", async () => {
  const memberships = { [alex.objectId]: memberOf("oncall"), [megan.objectId]: memberOf("leads") };
  const fake = start({ memberships, policy: standardPolicy });
  await done(fake, getPods, askerIn(threadOf, megan));
  expect(fake.sent.map(({ by }) => by)).toEqual(["Megan Bowen"]);
});
