// A seeded sample of a long list for CI; `npm run prove` takes all of it.
import { createHash } from "node:crypto";

const size = 4;

/** The same items every time for one `seed`; all of them with `PROVE=1`. */
export const sampleOf = (items: readonly string[], seed: string): readonly string[] =>
  process.env.PROVE === "1"
    ? items
    : items.toSorted((left, right) => weight(left, seed).localeCompare(weight(right, seed))).slice(0, size);

const weight = (item: string, seed: string): string =>
  createHash("sha256").update(`${seed} ${item}`).digest("hex");
