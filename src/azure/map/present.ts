// ARM leaves fields out, or sends null, or an empty text; our data leaves them out.

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined | null> };

/** The same fields without those that have no value. */
export const present = <T extends Record<string, unknown>>(fields: T): Present<T> =>
  // The one place where a type is asserted: the filter below is what makes it true.
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  ) as Present<T>;

/** ARM has both a single value and a list for many properties; this is all of them. */
export const valuesOf = (
  single: string | null | undefined,
  several: readonly string[] | null | undefined,
): readonly string[] => [...(single ? [single] : []), ...(several ?? [])];
