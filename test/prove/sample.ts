// A seeded sample of a long list for CI; `npm run prove` takes all of it.
import { createHash } from "node:crypto";

const usual = 3;

/** The same items every time for one `seed`; all of them with `PROVE=1`. */
export const sampleOf = (items: readonly string[], seed: string): readonly string[] =>
  sampleBy(items, (item) => item, seed);

/** The same, of what is known by a name. */
export const sampleBy = <T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  seed: string,
  size = usual,
): readonly T[] =>
  process.env.PROVE === "1"
    ? items
    : items
        .toSorted((left, right) => weight(nameOf(left), seed).localeCompare(weight(nameOf(right), seed)))
        .slice(0, size);

/** How often something is drawn: `some` for CI. */
export const draws = (some: number, all: number): number => (process.env.PROVE === "1" ? all : some);

const weight = (item: string, seed: string): string =>
  createHash("sha256").update(`${seed} ${item}`).digest("hex");
