// Azure's budget kept ahead of time: against the local Azure's own buckets, on a clock that the tests move.
import { createThrottling, type Throttling } from "../../../simulator/arm/throttling.ts";
import {
  type ArmBudget,
  type BudgetClock,
  createArmBudget,
  type Errand,
  type RateLimitHeaders,
  ThrottledError,
} from "../../../src/azure/arm/budget.ts";

/** Nothing happens between two calls of `after`, so an hour takes no time. */
function fakeClock() {
  let time = 0;
  let calls: { at: number; call: () => void }[] = [];
  const clock: BudgetClock = {
    now: () => time,
    after: (milliseconds, call) => {
      const entry = { at: time + milliseconds, call };
      calls.push(entry);
      return () => {
        calls = calls.filter((each) => each !== entry);
      };
    },
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    clock,
    sleep: (milliseconds: number) => new Promise<void>((resolve) => void clock.after(milliseconds, resolve)),
    /** Until `work` has ended. */
    async until<T>(work: Promise<T>): Promise<T> {
      let ended = false;
      const watched = work.finally(() => {
        ended = true;
      });
      watched.catch(() => {});
      for (await settle(); !ended; await settle()) {
        const [next] = calls.toSorted((left, right) => left.at - right.at);
        if (next === undefined) throw new Error("nothing will ever happen again");
        calls = calls.filter((each) => each !== next);
        time = Math.max(time, next.at);
        next.call();
      }
      return watched;
    },
  };
}
type Time = ReturnType<typeof fakeClock>;

const azureLimits = {
  reads: { bucket: 250, perSecond: 25 },
  writes: { bucket: 200, perSecond: 10 },
  deletes: { bucket: 200, perSecond: 10 },
};
const azure = ({ clock }: Time): Throttling => createThrottling(azureLimits, clock.now);

/** One read of `person`, 30 ms away; true where Azure refuses it. */
const ask = async (
  time: Time,
  throttling: Throttling,
  person: string,
): Promise<RateLimitHeaders & { refused: boolean }> => {
  await time.sleep(15);
  const { headers, refusal } = throttling.take({ oid: person, subscriptionId: "prod", method: "GET" });
  await time.sleep(15);
  const left = Number(headers["x-ms-ratelimit-remaining-subscription-reads"]);
  return { refused: refusal !== null, left, holdMs: Number(refusal?.headers?.["retry-after"] ?? 0) * 1000 };
};

const errandOf = (time: Time, person = "alex", ms = 1e9): Errand => ({
  person,
  subscription: "prod",
  kind: "reads",
  since: time.clock.now(),
  deadline: time.clock.now() + ms,
});

const many = (count: number, budget: ArmBudget, time: Time, throttling: Throttling, person = "alex") =>
  Promise.all(
    Array.from({ length: count }, () =>
      budget.send(
        errandOf(time, person),
        () => ask(time, throttling, person),
        (told) => told,
      ),
    ),
  );
const refusals = (answers: readonly { refused: boolean }[]) =>
  answers.filter(({ refused }) => refused).length;

describe("thousands of reads at once, none refused", () => {
  test("by one person, as fast as Azure refills", async () => {
    const time = fakeClock();
    const answers = await time.until(many(1230, createArmBudget(time.clock), time, azure(time)));
    expect(refusals(answers)).toBe(0);
    // What the full bucket gives at once, and then 25 a second.
    expect(time.clock.now() / 1000).toBeCloseTo((1230 - 225) / 25, -1);
  });

  test("by several people, each from a bucket of their own: no slower than one alone", async () => {
    const time = fakeClock();
    const [budget, throttling] = [createArmBudget(time.clock), azure(time)];
    const people = ["alex", "megan", "patti", "isaiah"];
    const answers = await time.until(
      Promise.all(people.map((person) => many(500, budget, time, throttling, person))),
    );
    expect(answers.map(refusals)).toEqual([0, 0, 0, 0]);
    expect(time.clock.now() / 1000).toBeCloseTo((500 - 225) / 25, -1);
  });

  test("by three replicas that know nothing of each other", async () => {
    const time = fakeClock();
    const throttling = azure(time);
    const replicas = [1, 2, 3].map(() => createArmBudget(time.clock));
    const answers = await time.until(
      Promise.all(replicas.map((budget) => many(400, budget, time, throttling))),
    );
    expect(answers.map(refusals)).toEqual([0, 0, 0]);
  });

  test("while the person's own tools take from the same bucket", async () => {
    const time = fakeClock();
    const throttling = azure(time);
    const script = async () => {
      for (let count = 0; count < 150; count += 1) {
        await time.sleep(100);
        throttling.take({ oid: "alex", subscriptionId: "prod", method: "GET" });
      }
    };
    const [answers] = await time.until(
      Promise.all([many(600, createArmBudget(time.clock), time, throttling), script()]),
    );
    expect(refusals(answers)).toBe(0);
  });
});

describe("an empty bucket", () => {
  test("refuses those that were under way before the first answer came, and nobody after that", async () => {
    const time = fakeClock();
    const throttling = azure(time);
    for (let count = 0; count < 251; count += 1)
      throttling.take({ oid: "alex", subscriptionId: "prod", method: "GET" });
    const answers = await time.until(many(100, createArmBudget(time.clock), time, throttling));
    expect(refusals(answers)).toBeLessThanOrEqual(12);
  });

  test("is left alone for as long as Azure says, and the others are not", async () => {
    const time = fakeClock();
    const budget = createArmBudget(time.clock);
    const sentAt = (subscription: string, told: RateLimitHeaders) =>
      budget.send(
        { ...errandOf(time), subscription },
        async () => time.clock.now(),
        () => told,
      );
    await sentAt("prod", { left: 0, holdMs: 17_000 });
    const [prod, hub] = await time.until(
      Promise.all(["prod", "hub"].map((each) => sentAt(each, { left: 200, holdMs: 0 }))),
    );
    expect(hub).toBe(0);
    expect(prod).toBe(17_000);
  });
});

describe("more than can be done in time", () => {
  /** A diagnosis: four round trips of ten reads each, within twenty seconds. */
  async function diagnosis(time: Time, budget: ArmBudget, throttling: Throttling): Promise<"done" | number> {
    const errand = errandOf(time, "alex", 20_000);
    for (let level = 0; level < 4; level += 1) {
      const reads = Array.from({ length: 10 }, () =>
        budget.send(
          errand,
          () => ask(time, throttling, "alex"),
          (told) => told,
        ),
      );
      for (const read of await Promise.allSettled(reads))
        if (read.status === "rejected") {
          if (!(read.reason instanceof ThrottledError)) throw read.reason;
          return read.reason.retryAfterSeconds;
        }
    }
    return "done";
  }

  test("older pieces of work are finished first, and the rest say when to ask again", async () => {
    const time = fakeClock();
    const [budget, throttling] = [createArmBudget(time.clock), azure(time)];
    const all = Array.from({ length: 40 }, async (_, index) => {
      await time.sleep(index + 1);
      return diagnosis(time, budget, throttling);
    });
    const ends = await time.until(Promise.all(all));
    const done = ends.filter((end) => end === "done").length;
    // 225 at once and 25 a second for twenty seconds, at forty each.
    expect(done).toBeGreaterThanOrEqual(16);
    expect(ends.slice(0, done).every((end) => end === "done")).toBe(true);
    expect(ends.slice(done).every((end) => typeof end === "number" && end >= 1)).toBe(true);
    expect(time.clock.now()).toBeLessThan(20_200);
  });
});

describe("at most twelve of a kind under way for one person", () => {
  /** Tasks that stay until they are let go, and how many of them run. */
  const gate = () => {
    const open: (() => void)[] = [];
    let running = 0;
    return {
      running: () => running,
      letOneGo: () => open.shift()?.(),
      task: async () => {
        running += 1;
        await new Promise<void>((resolve) => open.push(resolve));
        running -= 1;
      },
    };
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const untold = (): RateLimitHeaders => ({ left: null, holdMs: 0 });

  test("the thirteenth starts when one of the twelve ends, whichever question it belongs to", async () => {
    const time = fakeClock();
    const budget = createArmBudget(time.clock);
    const { task, running, letOneGo } = gate();
    const all = Array.from({ length: 20 }, (_, index) =>
      budget.send({ ...errandOf(time), subscription: `s${index % 2}` }, task, untold),
    );
    await settle();
    expect(running()).toBe(12);
    letOneGo();
    await settle();
    expect(running()).toBe(12);
    for (let left = 0; left < 20; left += 1) {
      letOneGo();
      await settle();
    }
    await Promise.all(all);
    expect(running()).toBe(0);
  });

  test("a command does not stand in line with the reads of its question, and twelve of them are the most, too", async () => {
    const time = fakeClock();
    const budget = createArmBudget(time.clock);
    const { task, running } = gate();
    for (let count = 0; count < 20; count += 1) void budget.send(errandOf(time), task, untold);
    for (let count = 0; count < 20; count += 1)
      void budget.send({ ...errandOf(time), kind: "writes" }, task, untold);
    await settle();
    expect(running()).toBe(24);
  });

  test("another person has a lane of their own", async () => {
    const time = fakeClock();
    const budget = createArmBudget(time.clock);
    const { task, running, letOneGo } = gate();
    const all = ["alex", "megan"].flatMap((person) =>
      Array.from({ length: 12 }, () => budget.send(errandOf(time, person), task, untold)),
    );
    await settle();
    expect(running()).toBe(24);
    for (let left = 0; left < 24; left += 1) letOneGo();
    await Promise.all(all);
  });

  test("a request that fails makes room, and its error is the caller's", async () => {
    const time = fakeClock();
    const budget = createArmBudget(time.clock);
    const failing = Array.from({ length: 30 }, () =>
      budget.send(errandOf(time), () => Promise.reject(new Error("no")), untold),
    );
    const results = await Promise.allSettled(failing);
    expect(results.every((result) => result.status === "rejected")).toBe(true);
    expect(await budget.send(errandOf(time), () => Promise.resolve("after"), untold)).toBe("after");
  });

  test("who waits for nothing but room is not told of throttling", async () => {
    const time = fakeClock();
    const budget = createArmBudget(time.clock);
    const { task } = gate();
    for (let count = 0; count < 12; count += 1) void budget.send(errandOf(time), task, untold);
    const late = budget.send(errandOf(time, "alex", 1_000), task, untold);
    await expect(time.until(late)).rejects.toMatchObject({ name: "TimeoutError" });
  });
});
