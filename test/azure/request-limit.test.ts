// Twelve requests at a time for one person; nobody waits for somebody else.
import { limiterOf } from "../../src/azure/request-limit.ts";

const alex = { objectId: "a", tenantId: "t", displayName: "Alex" };
const megan = { objectId: "m", tenantId: "t", displayName: "Megan" };

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

test("the thirteenth starts when one of the twelve ends, whichever question it belongs to", async () => {
  const { task, running, letOneGo } = gate();
  const all = Array.from({ length: 20 }, () => limiterOf({ ...alex, displayName: "A." })(task));
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

test("another person has a lane of their own", async () => {
  const { task, running, letOneGo } = gate();
  const all = [alex, megan].flatMap((person) => Array.from({ length: 12 }, () => limiterOf(person)(task)));
  await settle();
  expect(running()).toBe(24);
  for (let left = 0; left < 24; left += 1) letOneGo();
  await Promise.all(all);
});

test("a request that fails makes room, and its error is the caller's", async () => {
  const limiter = limiterOf(alex);
  const failing = Array.from({ length: 30 }, () => limiter(() => Promise.reject(new Error("no"))));
  const results = await Promise.allSettled(failing);
  expect(results.every((result) => result.status === "rejected")).toBe(true);
  expect(await limiter(() => Promise.resolve("after"))).toBe("after");
});
