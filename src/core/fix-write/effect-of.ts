// Whether two lists of writes come to the same: of two people who diagnose one fault, each may find it spelled another way.

import { canonicalJson, type Json } from "../text/canonical-json.ts";
import { foldCase } from "../text/fold-case.ts";
import { asJson } from "./apply-write.ts";
import type { ArmWrite } from "./arm-write.ts";

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function unordered(value: Json): Json {
  if (typeof value === "string") return foldCase(value);
  if (value === null || typeof value !== "object") return value;
  if (!isList(value))
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, unordered(each)]));
  const items = value.map(unordered).map((item) => [canonicalJson(item), item] as const);
  return items.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

/** One text for all that come to the same: in other letters, in another order of the writes or of what a list holds. */
export const effectOf = (writes: readonly ArmWrite[]): string => canonicalJson(unordered(asJson(writes)));
