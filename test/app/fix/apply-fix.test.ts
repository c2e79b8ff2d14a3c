// An approved fix: each of its writes is sent once, in order, and what is told of it is what was made.
import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import type { Applied, Looked } from "../../../src/app/ports/arm-writer.ts";
import { proposedIn } from "../../../src/core/change/agreed-task.ts";
import type { RunState } from "../../../src/core/run/run.ts";
import { memberOf } from "../../core/policy/policies.ts";
import { megan } from "../../fakes/people.ts";
import { trail } from "../setup.ts";
import { fixing, fixPolicy, type Looks, made, newest, readsOnly, type Takes } from "./fixing.ts";

const failure = { status: 403, code: "AuthorizationFailed", message: "" };
const refused: Applied = { status: "refused", failure };
const changedSince: Applied = { status: "changedSince" };
const unknown: Applied = {
  ...{ status: "unknown", correlationId: null },
  failure: { status: 500, code: "Http500", message: "" },
};
const at =
  (name: string, applied: Applied): Takes =>
  async (each) =>
    each === name ? applied : null;
const thrownAt =
  (name: string): Takes =>
  async (each) => {
    if (each === name) throw new Error("a bug");
    return null;
  };

const one = "Alex Wilber writes one";
const [two, three] = ["Alex Wilber writes two", "Alex Wilber writes three"];
const doneIn = (status: RunState) => ("failure" in status ? status.failure.done : null);
const madeIn = (status: RunState) => ("made" in status ? status.made : undefined);

test("all of it is taken: written once each, diagnosed, and the trail says what was done", async () => {
  const fixed = fixing();
  const run = await made(fixed);
  await executeRun(fixed.fake.services, run.id);
  expect(fixed.azure).toEqual([one, two, three]);
  expect(run.status).toMatchObject({
    state: "succeeded",
    diagnosis: { verdict: "broken" },
    versionsAfter: ["one-2", "two-2", "three-2"],
    proposed: { approvals: [{ requester: { displayName: "Megan Bowen" } }] },
  });
  const own = trail(fixed.fake).filter((line) => /^(?:fix|change)\./.test(line));
  expect(own).toEqual([
    "fix.submit allowed oncall-fixes",
    "fix.look recorded oncall-fixes",
    "fix.propose recorded oncall-fixes",
    "change.approve allowed oncall-fixes",
    "fix.start recorded oncall-fixes",
    ...["fix.sent", "fix.sent", "fix.sent"].map((each) => `${each} recorded oncall-fixes`),
    "fix.finish succeeded oncall-fixes",
  ]);
  const sent = fixed.fake.memory.audit.filter(({ action }) => action === "fix.sent");
  expect(sent.map(({ detail }) => detail.correlation)).toEqual(["c-one", "c-two", "c-three"]);
  const { hash } = proposedIn(run.status)?.proposal ?? {};
  expect(fixed.fake.memory.audit.at(-1)).toMatchObject({
    action: "fix.finish",
    detail: { hash, verdict: "broken" },
  });
});

test("by a rule that shows output to its requester alone: those who agree are here all the same", async () => {
  const fixed = fixing({ world: { policy: fixPolicy("personal") } });
  const { status, show, conversation } = await made(fixed);
  expect([status.state, show, conversation.personal]).toEqual(["succeeded", "personal", false]);
});

test("an approval whose time is over while the first write waits its turn: nothing is sent", async () => {
  const fixed = fixing();
  const { armWriter, clock } = fixed.fake.services;
  const { apply } = armWriter;
  Object.assign(armWriter, {
    apply: async (...args: Parameters<typeof apply>) => {
      await clock.sleep(30 * 60_000);
      return apply(...args);
    },
  });
  const { status } = await made(fixed);
  expect("failure" in status ? [status.failure.code, status.failure.done] : status.state).toEqual([
    "approvalExpired",
    "nothingSent",
  ]);
  expect(fixed.azure).toEqual([]);
});

test("begun by another process just before: nothing is sent by this one", async () => {
  const fixed = fixing();
  const { store } = fixed.fake.services;
  const { moveRun } = store;
  Object.assign(store, {
    moveRun: async (...args: Parameters<typeof moveRun>) => {
      const [, , to] = args;
      if (to.state === "applying") await moveRun(...args);
      return moveRun(...args);
    },
  });
  const { status } = await made(fixed);
  expect([status.state, fixed.azure]).toEqual(["applying", []]);
});

describe.each<[string, string, Takes, readonly string[], number]>([
  ["the first", "nothingSent", at("one", refused), [one], 0],
  ["the second", "partlyMade", at("two", refused), [one, two], 1],
  ["the third", "partlyMade", at("three", refused), [one, two, three], 2],
])("%s is refused: %s", (_which, done, apply, azure, count) => {
  test("nothing more is sent", async () => {
    const fixed = fixing({ apply });
    const { status } = await made(fixed);
    expect([status.state, doneIn(status), madeIn(status)]).toEqual(["failed", done, count]);
    expect(fixed.azure).toEqual(azure);
  });
});

test.each<[string, string, number]>([
  ["one", "nothingSent", 0],
  ["three", "partlyMade", 2],
])("%s is no longer what was seen: said by its name, and %s", async (name, done, count) => {
  const { status } = await made(fixing({ apply: at(name, changedSince) }));
  const happened = { is: "objectChanged", objects: [`${name} (virtualNetworks/subnets)`] };
  expect(status).toMatchObject({ state: "failed", failure: { happened, done }, made: count });
});

test("the approval counts no longer right before the first write: nothing is sent", async () => {
  const fixed = fixing();
  const { armWriter } = fixed.fake.services;
  const { apply } = armWriter;
  Object.assign(armWriter, {
    apply: (...args: Parameters<typeof apply>) => {
      fixed.fake.world.memberships[megan.objectId] = memberOf();
      return apply(...args);
    },
  });
  const { status } = await made(fixed);
  expect(status).toMatchObject({ failure: { code: "approvalUnconfirmed", done: "nothingSent" } });
  expect(fixed.azure).toEqual([]);
});

test("the policy lets it no longer, between two writes: the second is not sent", async () => {
  const fixed = fixing({
    apply: async (name, { world }) => {
      if (name === "one") world.policy = readsOnly;
      return null;
    },
  });
  const { status } = await made(fixed);
  expect(status).toMatchObject({ state: "failed", failure: { code: "denied", done: "partlyMade" }, made: 1 });
  expect(fixed.azure).toEqual([one]);
});

test("the hour of the approval ends between two writes: what was begun in time is made to its end", async () => {
  const fixed = fixing({
    apply: async (name, { services }) => {
      if (name === "one") await services.clock.sleep(40 * 60_000);
      return null;
    },
  });
  expect((await made(fixed)).status.state).toBe("succeeded");
  expect(fixed.azure).toEqual([one, two, three]);
});

describe("nobody knows whether the second was made", () => {
  const minutes = (count: number) => Array<Looked["status"]>(count * 2).fill("underWay");
  test.each<[string, Looks, string | undefined]>([
    ["it stands there", ["made"], "changed"],
    ["it does not stand there", ["notMade"], "unchanged"],
    ["it leaves nothing to tell it by", ["cannotTell"], undefined],
    ["it may not be read", ["unreadable"], undefined],
    ["the sign-in that made it has ended, and a newer one holds", ["signInEnded", "made"], "changed"],
    ["the newest has ended as well", ["signInEnded"], undefined],
    ["no look comes through", [new Error("away")], undefined],
    ["Azure is at it for forty minutes more", [...minutes(40), "made"], "changed"],
    ["Azure never comes to an end", ["underWay"], undefined],
  ])("%s", async (_name, look, seen) => {
    for (const apply of [at("two", unknown), thrownAt("two")]) {
      const fixed = fixing({ apply, look });
      const { status } = await made(fixed);
      expect([status.state, doneIn(status), madeIn(status)]).toEqual(["lost", "sentUnknown", 1]);
      expect(status.state === "lost" ? status.seen?.is : null).toBe(seen);
      expect(fixed.azure.filter((each) => each.includes("writes"))).toEqual([one, two]);
      expect(new Set(fixed.azure.slice(2))).toEqual(new Set(["looks at two"]));
    }
  });
});

test("told lost by somebody else meanwhile: nothing more is sent, and what was told stays", async () => {
  const fixed = fixing({
    apply: async (name, fake) => {
      if (name !== "two") return null;
      const { id } = await newest(fake);
      const told = { code: "lost", happened: { is: "changeInterrupted" }, done: "sentUnknown" } as const;
      const lost: RunState = { state: "lost", finishedAt: "", failure: told };
      await fake.services.store.moveRun(id, ["applying"], lost, [], null);
      return null;
    },
  });
  const { status } = await made(fixed);
  expect(status).toMatchObject({ state: "lost", failure: { happened: { is: "changeInterrupted" } } });
  expect(fixed.azure).toEqual([one, two]);
});

test("made, and it cannot be diagnosed afterwards: it is made all the same", async () => {
  const fixed = fixing({
    apply: async (name, { world }) => {
      if (name === "three")
        world.snapshot = () => {
          throw new Error("a bug");
        };
      return null;
    },
  });
  const { status } = await made(fixed);
  expect(status).toMatchObject({ state: "succeeded", diagnosis: null, versionsAfter: expect.anything() });
  expect(fixed.fake.logged.at(-1)?.message).toBe("what was made was not diagnosed afterwards");
});

test("a write of six minutes: its card says how far it came, and that Azure is still at it", async () => {
  const shown: unknown[] = [];
  const fixed = fixing({
    apply: async (name, { services, said }) => {
      for (let minute = 0; name === "two" && minute < 6; minute += 1) {
        for (const { answer } of said)
          if (answer.kind === "run" && answer.run.status.state === "applying")
            shown.push([answer.run.status.made, answer.run.status.goesOnAt?.slice(11, 19)]);
        await services.clock.sleep(60_000);
      }
      return null;
    },
  });
  await made(fixed);
  expect(shown).toEqual([
    [1, undefined],
    ...["03:00:30", "03:01:30", "03:03:00", "03:03:00", "03:05:00"].map((time) => [1, time]),
  ]);
});
