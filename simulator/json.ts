// JSON values as they travel: types, and readers that never trust a shape.

export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as an object; `{}` where it is something else. */
export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** The value as a list; `[]` where it is something else. */
export function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** The value as text; `""` where it is something else. */
export function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

/** Parses text; `undefined` where it is not JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** JSON merge patch (RFC 7396): objects merge, null removes, everything else replaces. Returns a new value. */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const result = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else if (isObject(value)) result[key] = mergePatch(objectOf(result[key]), value);
    else result[key] = value;
  }
  return result;
}

/** The value under a key whatever its case, as ARM reads property names. */
export function keyIgnoringCase(object: JsonObject, key: string): string | undefined {
  return Object.keys(object).find((name) => name.toLowerCase() === key.toLowerCase());
}

/** Equality of JSON values; the order of keys does not count. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  }
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => sameJson(a[key], b[key]));
  }
  return a === b;
}
