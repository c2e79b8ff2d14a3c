// Examples as they are written: what a line names stands in braces, `restart {api} in {payments/} on {@prod-1}`: an object, its
// namespace, and a cluster.

export type Part = "none" | "name" | "namespace" | "cluster";

/** `line`: as somebody typed it. `marks`: where in it each begins. */
export type Marked = Readonly<{
  line: string;
  marks: readonly Readonly<{ start: number; word: string; part: Part }>[];
}>;

const mark = /\{(@?)([A-Za-z0-9][\w.-]*)(\/?)\}/g;

export const plainOf = (example: string): string => example.replace(mark, "$2");

export function readMarked(example: string): Marked {
  let cut = 0;
  const marks = [...example.matchAll(mark)].map(({ 0: whole, 1: at, 2: word = "", 3: slash, index }) => {
    const start = index - cut;
    cut += whole.length - word.length;
    const part: Part = at === "@" ? "cluster" : slash === "/" ? "namespace" : "name";
    return { start, word: word.toLowerCase(), part };
  });
  return { line: plainOf(example), marks };
}
