// Resources of one type, looked for in several resource groups, of which some may not be readable.
import type { Section, Unavailable } from "./section.ts";

/** What was found, and where one could not look. Absence is proven only while `missing` is empty. */
export type Listing<T> = Readonly<{ items: readonly T[]; missing: readonly Unavailable[] }>;

export type Found<T> = Readonly<
  { status: "found"; item: T } | { status: "absent" } | { status: "unknown"; cause: Unavailable }
>;

/** The first that fits; `unknown` where it may be in a group that could not be read. */
export function findIn<T>({ items, missing }: Listing<T>, fits: (item: T) => boolean): Found<T> {
  const item = items.find(fits);
  if (item !== undefined) return { status: "found", item };
  const [cause] = missing;
  return cause === undefined ? { status: "absent" } : { status: "unknown", cause };
}

/** Sections by lower-cased resource id. An id that nothing referenced is absent. */
export type ById<T> = Readonly<Record<string, Section<T>>>;
