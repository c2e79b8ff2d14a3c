// One spelling for each JSON value, so that the hash of an audit row does not depend on the order of its keys.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** JSON without white space and with sorted keys. Throws on numbers that JSON cannot hold (NaN, Infinity). */
export function canonicalJson(value: Json): string {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new TypeError(`${value} is not a JSON number.`);
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

// Array.isArray alone does not narrow a readonly array.
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
