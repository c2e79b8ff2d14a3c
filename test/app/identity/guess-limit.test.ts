// Ids in presses: whoever sends too many that are none is told so, and nothing more is looked up for them.
import { megan } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { saidNote } from "../../said.ts";
import { elsewhere, inThread, type Press, press } from "../pressing.ts";
import { done, start, trail } from "../setup.ts";

/** A world that counts how often an id is looked up. */
function counting(): { fake: FakeServices; lookedUp: () => number } {
  const fake = start();
  let count = 0;
  const { store } = fake.services;
  const counted = <T>(value: T): T => {
    count += 1;
    return value;
  };
  const services = {
    ...fake.services,
    store: {
      ...store,
      run: (id: string) => counted(store.run(id)),
      incident: (id: string) => counted(store.incident(id)),
      takePending: (...match: Parameters<typeof store.takePending>) => counted(store.takePending(...match)),
    },
  };
  return { fake: { ...fake, services }, lookedUp: () => count };
}

const many = async (fake: FakeServices, times: number, pressed: Press, asker = inThread()) => {
  const answers: unknown[] = [];
  for (let time = 0; time < times; time += 1) answers.push(await press(fake, asker, pressed));
  return answers;
};
const refused = (answers: readonly unknown[]) =>
  answers.filter(
    (answer) => JSON.stringify(answer) === JSON.stringify({ text: saidNote({ is: "tooManyGuesses" }) }),
  ).length;

test.each<[string, Press]>([
  ["a page of a run", { verb: "run.page", run: "R-0000000000" }],
  ["a run again", { verb: "run.again", run: "R-0000000000" }],
  ["feedback", { verb: "feedback", run: "R-0000000000", answer: "yes" }],
  ["an incident", { verb: "incident.diagnose", incident: "I-0000000000" }],
  ["a choice", { verb: "pick", pending: "Q-0000000000", cluster: "prod-1" }],
  ["a confirmation", { verb: "forget", pending: "F-0000000000" }],
])(
  "%s: ten wrong ids are answered, a thousand more are not looked up, and that is once on the trail",
  async (_name, pressed) => {
    const { fake, lookedUp } = counting();
    expect(refused(await many(fake, 10, pressed))).toBe(0);
    const before = lookedUp();
    expect(refused(await many(fake, 1_000, pressed))).toBe(1_000);
    expect([before, lookedUp()]).toEqual([10, 10]);
    expect(trail(fake).filter((entry) => entry === "guess.limit denied null")).toHaveLength(1);
  },
);

test("another's run counts like one that is none", async () => {
  const { fake } = counting();
  const run = await done(fake);
  expect(refused(await many(fake, 11, { verb: "run.again", run: run.id }, elsewhere(megan)))).toBe(1);
});

test("it is the person who waits, not the others, and after ten minutes they may again", async () => {
  const { fake } = counting();
  const wrong = { verb: "run.page", run: "R-0000000000" };
  await many(fake, 11, wrong);
  expect(refused(await many(fake, 1, wrong, elsewhere()))).toBe(1);
  expect(refused(await many(fake, 1, wrong, inThread(megan)))).toBe(0);
  await fake.services.clock.sleep(10 * 60_000);
  expect(refused(await many(fake, 1, wrong))).toBe(0);
});

test("what a client asks by itself, of old cards whose runs are gone, is never too many, and keeps nobody from pressing", async () => {
  const { fake } = counting();
  const run = await done(fake);
  const gone = { verb: "run.show", run: "R-0000000000", messageId: "1" };
  const answers = [
    ...(await many(fake, 30, gone)),
    ...(await many(fake, 30, { verb: "incident.show", incident: "I-0000000000", messageId: "1" })),
    ...(await many(fake, 1, { verb: "run.page", run: run.id, page: 1 })),
  ];
  expect(refused(answers)).toBe(0);
  expect(trail(fake)).not.toContain("guess.limit denied null");
});

test("right ids, and buttons without an id, are never too many; but they give back no wrong one", async () => {
  const { fake } = counting();
  const run = await done(fake);
  const wrong = { verb: "run.page", run: "R-0000000000" };
  await many(fake, 9, wrong);
  expect(refused(await many(fake, 30, { verb: "run.page", run: run.id, page: 1 }))).toBe(0);
  expect(refused(await many(fake, 30, { verb: "unknown" }))).toBe(0);
  expect(refused(await many(fake, 2, wrong))).toBe(1);
});

test("any number of right ids at once is let through", async () => {
  const { fake } = counting();
  const run = await done(fake);
  const pressed = { verb: "run.page", run: run.id, page: 1 };
  const answers = await Promise.all(Array.from({ length: 32 }, () => press(fake, inThread(), pressed)));
  expect(refused(answers)).toBe(0);
});

test("of many that are wrong at once no more are answered than one after the other", async () => {
  const { fake } = counting();
  const wrong = { verb: "run.page", run: "R-0000000000" };
  const answers = await Promise.all(Array.from({ length: 32 }, () => press(fake, inThread(), wrong)));
  expect(refused(answers)).toBe(22);
});

test("a process that goes while something is looked up leaves no guess behind", async () => {
  const { fake } = counting();
  const { store } = fake.services;
  const hung = {
    ...fake,
    services: { ...fake.services, store: { ...store, run: () => new Promise<never>(() => {}) } },
  };
  for (let time = 0; time < 20; time += 1)
    void press(hung, inThread(), { verb: "run.page", run: "R-0000000000" });
  await new Promise((resolve) => setImmediate(resolve));
  const run = await done(fake);
  expect(refused(await many(fake, 1, { verb: "run.page", run: run.id, page: 1 }))).toBe(0);
});

test("what fails on our side is nobody's guess", async () => {
  const { fake } = counting();
  const { store } = fake.services;
  const broken = {
    ...fake,
    services: { ...fake.services, store: { ...store, run: () => Promise.reject(new Error("down")) } },
  };
  const wrong = { verb: "run.page", run: "R-0000000000" };
  for (let time = 0; time < 20; time += 1)
    await expect(press(broken, inThread(), wrong)).rejects.toThrow("down");
  expect(refused(await many(fake, 10, wrong))).toBe(0);
});
