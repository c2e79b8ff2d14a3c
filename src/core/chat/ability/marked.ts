// Examples as they are written: what a line names stands in braces, `restart {api} in {payments/} on {@prod-1}`, an object, its
// namespace, and a cluster.

/** `line`: as somebody typed it. The others: in small letters. */
export type Marked = Readonly<{
  line: string;
  names: ReadonlySet<string>;
  namespaces: ReadonlySet<string>;
  clusters: ReadonlySet<string>;
}>;

const mark = /\{(@?)([A-Za-z0-9][\w.-]*)(\/?)\}/g;

export const plainOf = (example: string): string => example.replace(mark, "$2");

export function readMarked(example: string): Marked {
  const marks = [...example.matchAll(mark)].map(([, at = "", word = "", slash = ""]) => ({
    kind: at === "" ? slash : at,
    word: word.toLowerCase(),
  }));
  const of = (wanted: string) => new Set(marks.flatMap(({ kind, word }) => (kind === wanted ? [word] : [])));
  return { line: plainOf(example), names: of(""), namespaces: of("/"), clusters: of("@") };
}
