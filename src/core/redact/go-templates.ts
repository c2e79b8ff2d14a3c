// The actions of a Go template, `{{…}}`, each as its words. A string stands with its quotes.
import { isTellingVariable, meaningOf } from "./names.ts";

const action = /\{\{((?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^"`])*?)\}\}/g;
/** A string, punctuation, or a word: a field with its dots, a variable, a name, a number. */
const word = /"(?:[^"\\]|\\[nrt"\\])*"|`[^`]*`|:=|[()|=,]|(?:range|with|if)(?=\.)|[\w.$-]+/g;

export type GoAction = readonly string[];

/** Null where something in the template is none of these. */
export function goActions(template: string): readonly GoAction[] | null {
  if (template.replace(action, "").includes("{{")) return null;
  const actions = [...template.matchAll(action)].map(({ 1: inside = "" }) =>
    inside.replace(/^-\s|\s-$/g, " "),
  );
  return actions.every((inside) => inside.replace(word, "").trim() === "")
    ? actions.map((inside) => inside.match(word) ?? [])
    : null;
}

/** Variables that hold a place or a key: the first of two of a `range`. */
export const placeVariables = (actions: readonly GoAction[]): ReadonlySet<string> =>
  new Set(actions.flatMap(([first, name = "", comma]) => (first === "range" && comma === "," ? [name] : [])));

/** Whether it names something without a field: `{{.}}`, `{{$v}}`, `{{range $}}`. Any value may stand there. */
export const isNameless = (words: GoAction, places: ReadonlySet<string>): boolean =>
  words.some(
    (each, at) =>
      (each === "." || /^\$\w*$/.test(each)) &&
      !places.has(each) &&
      ![":=", "=", ","].includes(words[at + 1] ?? ""),
  );

// Which fields a jsonpath, a column or a template reads, and whether their values may be anything.

const fieldsOf = (path: string): readonly string[] => path.split(/[^\w-]+/).filter((field) => field !== "");

/** The field whose value is printed. */
export const lastField = (path: string): string => {
  const fields = fieldsOf(path.replaceAll(/\{"[^"]*"\}|\{end\}|\{\{-?\s*end\s*-?\}\}/g, " "));
  return fields.at(-1) ?? "";
};

/** A name that says it outright, in the path or in its filter: `{.data.password}`, `[?(@.name=="API_KEY")].value`. */
export const tellingField = (path: string): string | null =>
  path
    .split(/[{},]+/)
    .map(fieldsOf)
    // `.secret.secretName` prints a name.
    .filter((fields) => meaningOf(fields.at(-1) ?? "") !== "about")
    .flat()
    .find((field) => field.length > 2 && isTellingVariable(field)) ?? null;

/** Fields that nobody named, `.*`, and names that a backslash takes apart, `.e\\nv`, may be those of values. */
export const hidesFields = (path: string): boolean =>
  /\.\*|\]\[\*|\\\w/.test(path.replaceAll(/\{("|')[^"']*\1\}|(?<=\})[^{}]+/g, " "));

/** Any field at any depth, but those of which everybody may read the value: `{..message}`. */
const deep =
  /\.\.(?!(?:message|reason|phase|status|type|kind|name|namespace|image|nodeName|podIP|hostIP|ready|restartCount|exitCode|uid|creationTimestamp)\b)/;

/** Environments, arguments, data without its keys, anything at any depth, and telling names. */
export const readsValues = (path: string): boolean =>
  deep.test(path) ||
  /\b(?:env|value|args|command)\b|\b(?:data|binaryData|stringData)(?:\.\*|\[\*\]|\b(?![.[\\]))/.test(path) ||
  hidesFields(path) ||
  hidesInGo(path) ||
  tellingField(path) !== null;

/** A Go template prints or walks over what has no name there. */
function hidesInGo(path: string): boolean {
  if (!path.includes("{{")) return false;
  const actions = goActions(path);
  if (actions === null) return true;
  const places = placeVariables(actions);
  return actions.some((words) => isNameless(words, places));
}
