// Whose turn it is: of one person so many at a time and in order, of everybody else at once.
import { createPersonQueue, type Full, type Place } from "../../../src/doors/teams/bot.ts";

/** Who has come, in which order their turns came, and who was refused. */
function line(atOnce: number, waiting: number) {
  const queue = createPersonQueue({ atOnce, waiting });
  const log: string[] = [];
  const places = new Map<string, Place | Full>();
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    log,
    async comes(...names: string[]) {
      for (const name of names) {
        const place = queue.enter(name.slice(0, 1));
        places.set(name, place);
        if (typeof place === "string") log.push(`${name} ${place}`);
        else void place.turn.then(() => log.push(name));
      }
      await settled();
    },
    async leaves(...names: string[]) {
      for (const name of names) {
        const place = places.get(name);
        if (typeof place === "object") place.leave();
      }
      await settled();
    },
  };
}

type Step = readonly ["comes" | "leaves", ...string[]];

test.each<[string, readonly Step[], readonly string[]]>([
  ["as many at once as may be", [["comes", "a1", "a2", "a3"]], ["a1", "a2"]],
  [
    "the next when one leaves, whichever",
    [
      ["comes", "a1", "a2", "a3"],
      ["leaves", "a2"],
    ],
    ["a1", "a2", "a3"],
  ],
  [
    "in the order in which they came",
    [
      ["comes", "a1", "a2", "a3", "a4"],
      ["leaves", "a1"],
      ["leaves", "a2"],
    ],
    ["a1", "a2", "a3", "a4"],
  ],
  [
    "nobody waits for somebody else",
    [["comes", "a1", "a2", "a3", "a4", "b1", "c1"]],
    ["a1", "a2", "b1", "c1"],
  ],
  [
    "beyond the line: refused, and the first of them is known",
    [["comes", "a1", "a2", "a3", "a4", "a5", "a6", "b1"]],
    ["a1", "a2", "a5 full", "a6 stillFull", "b1"].sort(),
  ],
  [
    "once there is room one is taken again, and what is refused then is still the same crowd",
    [
      ["comes", "a1", "a2", "a3", "a4", "a5"],
      ["leaves", "a1"],
      ["comes", "a6", "a7"],
    ],
    ["a1", "a2", "a5 full", "a3", "a7 stillFull"],
  ],
  [
    "once the line was empty it is a new one",
    [
      ["comes", "a1", "a2", "a3", "a4", "a5"],
      ["leaves", "a1", "a2"],
      ["leaves", "a3", "a4"],
      ["comes", "a6", "a7", "a8", "a9", "aa"],
    ],
    ["a1", "a2", "a5 full", "a3", "a4", "a6", "a7", "aa full"],
  ],
])("%s", async (_name, steps, expected) => {
  const { log, ...act } = line(2, 2);
  for (const [what, ...names] of steps) await act[what](...names);
  expect([...log].sort()).toEqual([...expected].sort());
  const taken = (all: readonly string[]) => all.filter((name) => !name.includes(" "));
  expect(taken(log)).toEqual(taken(expected));
});

test("what fails gives its place back, and its error to whoever asked", async () => {
  const queue = createPersonQueue({ atOnce: 1, waiting: 1 });
  const failing = queue.run("a", () => Promise.reject(new Error("no")));
  const next = queue.run("a", async () => "done");
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("done");
});
