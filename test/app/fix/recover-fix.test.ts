// The worker that made a fix is gone: whatever it had begun is looked at, nothing is written any more, and what is told is
// what the run itself knows and what stands in Azure.
import { recoverRun } from "../../../src/app/conversation/execute-run.ts";
import type { RunState } from "../../../src/core/run/run.ts";
import type { World } from "../../fakes/services.ts";
import { stored } from "../setup.ts";
import { approved, type Fixing, fixing, inModeDiagnose, type Looks, readsOnly } from "./fixing.ts";

/** Left behind when so many writes were done. */
async function left(fixed: Fixing, made: number, change: Partial<World> = {}) {
  const run = await approved(fixed);
  if (run.status.state !== "approved") throw new Error(run.status.state);
  const applying: RunState = {
    ...{ ...run.status, state: "applying", startedAt: "2026-11-25T03:00:00.000Z", nonce: "", made },
  };
  await fixed.fake.services.store.moveRun(run.id, ["approved"], applying, [], null);
  Object.assign(fixed.fake.world, change);
  return run.id;
}

async function recovered(fixed: Fixing, id: string) {
  await recoverRun(fixed.fake.services, id);
  // Whoever comes second finds it done.
  await recoverRun(fixed.fake.services, id);
  return (await stored(fixed.fake, id)).status;
}

describe.each([
  [0, "one"],
  [1, "two"],
  [2, "three"],
])("%i of three were made", (made, next) => {
  test.each<[string, Looks, string | undefined]>([
    ["the next one stands there", ["made"], "changed"],
    ["the next one does not", ["notMade"], "unchanged"],
    ["the next one leaves nothing to tell it by", ["cannotTell"], undefined],
    ["Azure is at it still, and ends it", ["underWay", "underWay", "made"], "changed"],
    ["no look comes through", [new Error("away")], undefined],
  ])("%s", async (_name, look, seen) => {
    const fixed = fixing({ look });
    const status = await recovered(fixed, await left(fixed, made));
    expect(status).toMatchObject({
      ...{ state: "lost", made },
      failure: { happened: { is: "changeInterrupted" }, done: "sentUnknown" },
      proposed: { approvals: [{}] },
    });
    expect(status.state === "lost" ? status.seen?.is : null).toBe(seen);
    expect(fixed.azure).toEqual(look.map(() => `looks at ${next}`));
  });

  test.each<[string, Partial<World>]>([
    ["the sign-in is gone", { signIn: { ok: false, failure: { code: "expired", why: "expired" } } }],
    ["the policy lets it no longer", { policy: readsOnly }],
  ])("%s: not looked at, and how far it came is known all the same", async (_name, change) => {
    const fixed = fixing();
    const status = await recovered(fixed, await left(fixed, made, change));
    expect(status).toMatchObject({ state: "lost", made, failure: { done: "sentUnknown" } });
    expect(fixed.azure).toEqual([]);
  });
});

describe("all three were made", () => {
  test("nothing is left to look at: diagnosed", async () => {
    const fixed = fixing();
    const status = await recovered(fixed, await left(fixed, 3));
    expect(status).toMatchObject({ state: "succeeded", diagnosis: { verdict: "broken" } });
    expect(fixed.azure).toEqual([]);
  });

  test.each<[string, Partial<World>]>([
    ["the sign-in is gone", { signIn: { ok: false, failure: { code: "expired", why: "expired" } } }],
    ["the policy lets it no longer", { policy: readsOnly }],
    [
      "it cannot be diagnosed",
      {
        snapshot: () => {
          throw new Error("a bug");
        },
      },
    ],
  ])("%s: it is made, and was not diagnosed", async (_name, change) => {
    const fixed = fixing();
    const status = await recovered(fixed, await left(fixed, 3, change));
    expect(status).toMatchObject({ state: "succeeded", diagnosis: null, proposed: { approvals: [{}] } });
    expect(fixed.azure).toEqual([]);
  });
});

test("in mode diagnose by now: what came of it is told all the same", async () => {
  const fixed = fixing({ look: ["made"] });
  const id = await left(fixed, 1);
  await inModeDiagnose(fixed);
  expect(await recovered(fixed, id)).toMatchObject({ state: "lost", made: 1, seen: { is: "changed" } });
});
