// Azure's SDKs pass on whatever type a field comes in, and a number where a text belongs breaks whoever reads it later:
// so what was mapped is looked at once, by the names of its fields, and one that is odd is not taken for known.
import { kinds } from "./kinds.ts";

const kindOf: ReadonlyMap<string, string> = new Map(Object.entries(kinds));

const isAbsent = (value: unknown): boolean => value === undefined || value === null;
const isText = (value: unknown): boolean => typeof value === "string";

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** What a field of this name holds; true for names that hold one thing here and another there. */
function holds(name: string, value: unknown): boolean {
  const kind = kindOf.get(name);
  if (kind === "text" || name.endsWith("Id")) return isText(value);
  if (kind === "texts" || name.endsWith("Ids")) return isTexts(value);
  if (kind === "number") return typeof value === "number" && Number.isFinite(value);
  return kind === "flag" ? typeof value === "boolean" : true;
}

/** Why something was not read is told by us, and not by Azure. */
const isOurs = (value: object): boolean => "status" in value && value.status === "unavailable";

/** Tags are the customer's own names. */
const isWellTyped = (value: unknown): boolean =>
  typeof value !== "object" ||
  value === null ||
  isOurs(value) ||
  Object.entries(value).every(
    ([name, inner]: [string, unknown]) =>
      name === "tags" || isAbsent(inner) || (holds(name, inner) && isWellTyped(inner)),
  );

/** The same value. Throws where Azure gave a field in a type that it does not have. */
export function wellTyped<T>(value: T): T {
  if (!isWellTyped(value)) throw new Error("A field is of another type than Azure documents.");
  return value;
}
