// The network, broken in one or two places drawn from every type of component: a way is delivered exactly where nothing
// on it is broken, and a single break is found where it is.
import fc from "fast-check";
import { walk } from "../../../src/core/network/walk/walk.ts";
import { draws } from "../../prove/sample.ts";
import { breaks, flow, ways } from "./breaks.ts";
import { changed } from "./topology.ts";

test("one break: each way is delivered that it does not cut, and stopped where it is", () => {
  const wrong = breaks.flatMap(({ name, change, cuts, at }) =>
    ways.flatMap((from) => {
      const { end, steps } = walk(changed(change), flow(from));
      const blamed = steps.find(({ state }) => state === "stops")?.component.name;
      const expected = cuts.includes(from) ? ["stopped", at] : ["delivered", undefined];
      return end === expected[0] && blamed === expected[1]
        ? []
        : [`${name}, from ${from}: ${end} at ${blamed}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test("two breaks: a way is delivered exactly where neither cuts it, and blames one of them", () => {
  const draw = fc.constantFrom(...breaks);
  fc.assert(
    fc.property(fc.tuple(draw, draw), fc.constantFrom(...ways), ([one, other], from) => {
      const { end, steps } = walk(changed(one.change, other.change), flow(from));
      const cutting = [one, other].filter(({ cuts }) => cuts.includes(from));
      expect(end).toBe(cutting.length > 0 ? "stopped" : "delivered");
      const blamed = steps.find(({ state }) => state === "stops")?.component.name;
      if (cutting.length > 0) expect(cutting.map(({ at }) => at)).toContain(blamed);
    }),
    { numRuns: draws(300, 2_000), seed: Number(process.env.SEED ?? 20_261_126) },
  );
});
