// The clock is believed as long as it runs steadily and somebody else's agrees; what is wrong is said until it is right.
import { watchClock } from "../../src/composition/clock.ts";

const hour = 3_600_000;

/** Two clocks of ours and one elsewhere, all set by hand; `pass` lets time go by and the watch look once more. */
function clocks(wrongBy: number) {
  let steady = 0;
  let ours = 1_000_000_000_000 + wrongBy;
  let reachable = true;
  let asked = 0;
  const watch = watchClock(
    {
      now: () => ours,
      steady: () => steady,
      elsewhere: async () => {
        asked += 1;
        if (!reachable) throw new Error("no way there");
        return 1_000_000_000_000 + steady;
      },
    },
    1,
  );
  const pass = async () => {
    steady += 1_000;
    ours += 1_000;
    await new Promise((resolve) => setTimeout(resolve, 10));
  };
  return {
    watch,
    pass,
    asked: () => asked,
    set: (by: number) => {
      ours += by;
    },
    cutOff: (off: boolean) => {
      reachable = !off;
    },
  };
}

test.each<[string, number, string | null]>([
  ["right", 0, null],
  ["four minutes off, as two machines may be", -240_000, null],
  ["an hour ahead", hour, "60 minutes ahead"],
  ["an hour behind", -hour, "60 minutes behind"],
])("at the start: %s", async (_name, wrongBy, expected) => {
  const { watch, pass } = clocks(wrongBy);
  await pass();
  if (expected === null) expect(watch.problem()).toBeNull();
  else expect(watch.problem()).toContain(expected);
  watch.stop();
});

test("set while we run, and set right again", async () => {
  const { watch, pass, set } = clocks(0);
  await pass();
  set(-hour);
  await pass();
  expect(watch.problem()).toContain("60 minutes behind");
  set(hour);
  await pass();
  expect(watch.problem()).toBeNull();
  watch.stop();
});

test("wrong at the start and then set right", async () => {
  const { watch, pass, set } = clocks(hour);
  await pass();
  set(-hour);
  await pass();
  expect(watch.problem()).toBeNull();
  watch.stop();
});

test("nobody is asked while it runs steadily, and nothing is claimed where nobody answers", async () => {
  const { watch, pass, asked, set, cutOff } = clocks(0);
  for (let times = 0; times < 5; times += 1) await pass();
  expect(asked()).toBe(1);
  cutOff(true);
  set(hour);
  await pass();
  expect(watch.problem()).toBeNull();
  watch.stop();
});
