// What a restart makes of a run: what may have been sent is never sent again, and what is known is said.
import { executeRun, recoverRun } from "../../../src/app/conversation/execute-run.ts";
import type { RunState } from "../../../src/core/run/run.ts";
import { policyOf } from "../../core/policy/policies.ts";
import type { FakeServices, World } from "../../fakes/services.ts";
import {
  allClosed,
  failureOf,
  finished,
  getPods,
  kinds,
  start,
  stillRunning,
  stored,
  submitted,
  trail,
} from "../setup.ts";

describe("the worker vanished", () => {
  const startedAt = "2026-11-25T03:00:00.000Z";
  async function left(fake: FakeServices, text: string, ...states: RunState[]): Promise<string> {
    const run = await submitted(fake, text);
    for (const state of states)
      await fake.services.store.moveRun(run.id, ["queued", "running"], state, [], null);
    return run.id;
  }
  const running: RunState = { state: "running", startedAt };
  const accepted: RunState = { ...running, operationId: "op1" };

  test("before it began: done now, once", async () => {
    const fake = start();
    const id = await left(fake, getPods);
    await recoverRun(fake.services, id);
    await recoverRun(fake.services, id);
    expect((await stored(fake, id)).status.state).toBe("succeeded");
    expect(fake.sent).toHaveLength(1);
  });

  test("while it was sending: lost, and never sent again", async () => {
    const fake = start();
    const id = await left(fake, getPods, running);
    await recoverRun(fake.services, id);
    await recoverRun(fake.services, id);
    await executeRun(fake.services, id);
    const { status } = await stored(fake, id);
    expect(status.state).toBe("lost");
    expect(failureOf(status).done).toBe("Nobody can know whether it ran. I did not send it again.");
    expect([fake.sent, fake.polls]).toEqual([[], []]);
    expect(trail(fake).slice(1)).toEqual(["command.finish lost oncall-reads"]);
    expect(kinds(fake)).toEqual(["run lost"]);
  });

  test("after it was accepted: followed to its end, not sent again", async () => {
    const fake = start({ progress: [stillRunning, finished("ok")] });
    const id = await left(fake, getPods, running, accepted);
    await recoverRun(fake.services, id);
    expect((await stored(fake, id)).status).toMatchObject({ state: "succeeded", result: { output: "ok" } });
    expect([fake.sent.length, fake.polls.length]).toEqual([0, 2]);
  });

  test.each<[string, Partial<World>, string]>([
    ["the policy denies by now", { policy: policyOf(allClosed) }, "denied"],
    [
      "the sign-in is gone",
      { signIn: { ok: false, failure: { code: "expired", why: "expired" } } },
      "failed",
    ],
  ])("after it was accepted, and %s: the output is not read", async (_name, change, state) => {
    const fake = start();
    const id = await left(fake, getPods, running, accepted);
    Object.assign(fake.world, change);
    await recoverRun(fake.services, id);
    const { status } = await stored(fake, id);
    expect(status.state).toBe(state);
    expect(failureOf(status).done).toBe(
      "The command was sent once before I was restarted; its output was not read.",
    );
    expect(fake.polls).toEqual([]);
  });

  test("in a diagnosis: read again", async () => {
    const fake = start();
    const id = await left(fake, "diagnose prod-1", running);
    await recoverRun(fake.services, id);
    expect((await stored(fake, id)).status.state).toBe("succeeded");
  });

  test("after its end was stored: nothing is left to do, its card was written with its end", async () => {
    const fake = start();
    const failure = { code: "x", happened: { is: "restarted" }, done: "nothingSent" } as const;
    const id = await left(fake, getPods, { state: "failed", finishedAt: startedAt, failure });
    await recoverRun(fake.services, id);
    expect([kinds(fake), fake.sent, trail(fake).length]).toEqual([["run queued"], [], 1]);
  });

  test("the worker and its follower both come to the end: one of them shows it", async () => {
    const fake = start({ progress: [stillRunning, finished("ok")] });
    const id = await left(fake, getPods, running, accepted);
    await Promise.all([recoverRun(fake.services, id), recoverRun(fake.services, id)]);
    expect(fake.said).toEqual([expect.objectContaining({ edited: 1 })]);
    expect(trail(fake).slice(1)).toEqual(["command.finish succeeded oncall-reads"]);
  });
});
