// Nothing that goes over text from outside takes more than three times as long for twice as much of it. Ratios, no
// clocks: what is too quick to be compared passes. PROVE=1: every function over every input; else a sample with a seed.
import { chanceFrom } from "../redaction/chance.ts";
import { quickFunctions, slowFunctions } from "./functions.ts";
import { type Hostile, hostileInputs } from "./inputs.ts";

const all = process.env.PROVE === "1";
const chance = chanceFrom(Number(process.env.SEED ?? 3));
const megabyte = 1_000_000;
/** Under this a megabyte costs nothing that is worth comparing: what is measured then is the collector of garbage. */
const floorMs = 40;
/** A single run may meet a pause of the machine; the quickest of a few did not. */
const attempts = 8;

/** Seconds for a megabyte are no wonder in a quadratic function: what it costs is seen on less already. */
const firstLook = 50_000;

/** Of this thread alone, so that a busy machine changes nothing. In milliseconds. */
function timed(act: (text: string) => unknown, text: string): number {
  const started = process.threadCpuUsage();
  act(text);
  const { user, system } = process.threadCpuUsage(started);
  return (user + system) / 1000;
}

/** Null where the function is linear over this input, else what was measured. */
function superlinear(act: (text: string) => unknown, { make }: Hostile): string | null {
  const [small, twice] = [quickest(act, make(firstLook)), quickest(act, make(2 * firstLook))];
  if (twice > 100 && twice > 3 * small) return `${small} ms, twice as much: ${twice} ms`;
  const [one, two] = [make(megabyte), make(2 * megabyte)];
  let [first, second] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    first = Math.min(first, timed(act, one));
    second = Math.min(second, timed(act, two));
    if (second <= 3 * Math.max(first, floorMs)) return null;
  }
  return `${first} ms, twice as much: ${second} ms`;
}

const quickest = (act: (text: string) => unknown, text: string): number =>
  Math.min(...[1, 2, 3].map(() => timed(act, text)));

const drawn = (count: number): readonly Hostile[] =>
  all ? hostileInputs : Array.from({ length: count }, () => chance.pick(hostileInputs));

test.each(Object.entries(quickFunctions))("%s", (_, act) => {
  const slow = drawn(2).flatMap((input) => {
    const measured = superlinear(act, input);
    return measured === null ? [] : [`${input.name}: ${measured}`];
  });
  expect(slow).toEqual([]);
});

test.each(Object.entries(slowFunctions))("%s", (_, act) => {
  const slow = drawn(1).flatMap((input) => {
    const measured = superlinear(act, input);
    return measured === null ? [] : [`${input.name}: ${measured}`];
  });
  expect(slow).toEqual([]);
});

test("the line feeds of a pod's log, in paging", () => {
  const [input] = hostileInputs;
  expect(input && superlinear(quickFunctions.paginate ?? String, input)).toBeNull();
});
