// Azure's SDKs pass on whatever type a field comes in, and a number where a text belongs breaks whoever reads it later:
// so what was mapped is looked at once, by the names of its fields, and one that is odd is not taken for known.
import { kinds } from "./kinds.ts";

const kindOf: ReadonlyMap<string, string> = new Map(Object.entries(kinds));

const isAbsent = (value: unknown): boolean => value === undefined || value === null;
const isText = (value: unknown): boolean => typeof value === "string";

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** What a field of this name holds; true for names that hold one thing here and another there. */
function holds(kind: string, value: unknown): boolean {
  if (kind === "text" || kind === "word") return isText(value);
  if (kind === "texts") return isTexts(value);
  if (kind === "number") return typeof value === "number" && Number.isFinite(value);
  return kind === "flag" ? typeof value === "boolean" : true;
}

const kindIn = (name: string): string => {
  const known = kindOf.get(name);
  if (known !== undefined && known !== "parts") return known;
  if (name.endsWith("Ids")) return "texts";
  return name.endsWith("Id") ? "text" : "parts";
};

/** In place of a word that cannot be read: no reader knows it. */
const oddWord = "?";

/** Why something was not read is told by us, and not by Azure. */
const isOurs = (value: object): boolean => "status" in value && value.status === "unavailable";

/** Their names are the customer's own. */
function tagsOf(value: unknown): unknown {
  if (typeof value === "object") return { ...value };
  throw new Error("Tags are of another type than Azure documents.");
}

/** One that is odd costs what depends on it: left out where it may be missing, an unknown word, or else all of it. */
function fieldOf(name: string, value: unknown): unknown {
  const kind = kindIn(name);
  if (holds(kind.replace("?", ""), value)) return wellTyped(value);
  if (kind.endsWith("?")) return undefined;
  if (kind === "word") return oddWord;
  throw new Error("A field is of another type than Azure documents.");
}

/** The same value, without what is odd and may be missing. Throws where more than that depends on an odd field. */
export function wellTyped<T>(value: T): T;
export function wellTyped(value: unknown): unknown {
  if (typeof value !== "object" || value === null || isOurs(value)) return value;
  if (Array.isArray(value)) return value.map((each) => wellTyped(each));
  const fields = Object.entries(value).map(([name, inner]: [string, unknown]) => [
    name,
    isAbsent(inner) ? inner : name === "tags" ? tagsOf(inner) : fieldOf(name, inner),
  ]);
  return Object.fromEntries(fields.filter(([, inner]) => inner !== undefined));
}
