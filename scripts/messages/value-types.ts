// Which values a text takes, as a TypeScript type, from how all languages name them.
import type { Use } from "./read-texts.ts";

const ofLists: ReadonlySet<string> = new Set([
  ...["and", "or", "list", "comma", "few", "sentences", "dotted"],
  ...["eachAnd", "eachOr", "clauses", "semicolons", "unique", "two", "three"],
]);
/** Any text: a language may take one of them and another one none, or another. */
const ofTexts: ReadonlySet<string> = new Set([
  ...["code", "quoted", "upper", "lower", "smallestRole", "withoutStop", "words"],
]);

/** Without formats, anything that is shown as it is. */
function shownType(formats: readonly string[], pathOf: (group: string) => string | undefined): string {
  const [first, ...rest] = formats;
  if (first === undefined) return "Text";
  if (first === "count") return "readonly unknown[]";
  if (ofLists.has(first)) return "Texts";
  const isList = rest.some((format) => ofLists.has(format) || format === "count");
  if (ofTexts.has(first)) return isList ? "Texts" : "Text";
  const path = pathOf(first);
  const one = path === undefined ? `Formatted[${JSON.stringify(first)}]` : `Said<${path}>`;
  return isList ? `readonly ${/^\w+$/.test(one) ? one : `(${one})`}[]` : one;
}

const isBoolean = (option: string): boolean => option === "true" || option === "false";
const isMissing = (option: string): boolean => option === "none" || option === "absent";

function chosenTypes(uses: readonly Use[]): readonly string[] {
  const choices = uses.flatMap((use) => (use.kind === "choice" && use.formats.length === 0 ? [use] : []));
  const options = [...new Set(choices.flatMap((choice) => choice.options))].filter(
    (option) => !isMissing(option),
  );
  if (options.length === 0) return [];
  if (options.every(isBoolean)) return ["boolean"];
  const isOpen = choices.every((choice) => choice.hasOther);
  return isOpen ? ["string"] : options.map((option) => JSON.stringify(option));
}

export type ValueType = Readonly<{ type: string; isOptional: boolean }>;

/** Null where the uses contradict each other. */
export function valueType(
  uses: readonly Use[],
  pathOf: (group: string) => string | undefined,
): ValueType | null {
  const options = uses.flatMap((use) => (use.kind === "choice" ? use.options : []));
  const shown = uses.flatMap((use) => {
    if (use.kind === "choice" && use.formats.length === 0) return [];
    return [use.kind === "plural" && use.formats.length === 0 ? "number" : shownType(use.formats, pathOf)];
  });
  const chosen = chosenTypes(uses);
  const types = new Set(shown);
  if (types.size > 1) types.delete("readonly unknown[]");
  if (types.has("number") || chosen.length > 0) types.delete("Text");
  const isOfGroup = [...types].every((type) => type.startsWith("Said<"));
  if (types.size > 0 && chosen.length > 0 && !isOfGroup) return null;
  if (types.size > 1 && ![...types].some((type) => type.startsWith("Said<"))) return null;
  const whole = types.size > 0 ? [[...types].join(" & ")] : chosen;
  const isMissable = options.some(isMissing);
  const missing = isMissable ? ["null", "undefined"] : [];
  const type = whole.length === 0 ? "unknown" : [...whole, ...missing].join(" | ");
  return { type, isOptional: options.includes("absent") };
}
