// The actions of a Go template, `{{…}}`, each as its words. A string stands with its quotes.

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
