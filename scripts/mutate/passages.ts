// What to mutate of a file, by passages: a declaration with all of its body is one. Changed or sampled, never half.
import { stripTypeScriptTypes } from "node:module";
import fc from "fast-check";

/** Lines count from 1; `last` is one of them. */
export type Passage = Readonly<{ file: string; first: number; last: number }>;

/** A passage ends at an empty line after which a line begins that is not indented. */
export function passagesOf(file: string, text: string): readonly Passage[] {
  const lines = text.trimEnd().split("\n");
  const starts = lines.flatMap((line, index) =>
    index === 0 || (lines[index - 1] === "" && /^\S/.test(line)) ? [index + 1] : [],
  );
  return starts.map((first, index) => ({ file, first, last: (starts[index + 1] ?? lines.length + 1) - 1 }));
}

/** False for a file of types and comments alone: nothing in it can break, and no test runs it. */
export const hasCode = (text: string): boolean =>
  stripTypeScriptTypes(text)
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
    .trim() !== "";

const linesOf = ({ first, last }: Passage): number => last - first + 1;

/** The same passages for the same seed: at least `lines` lines in all, or everything where there is no more. */
export function sampled(passages: readonly Passage[], lines: number, seed: number): readonly Passage[] {
  const length = passages.length;
  const shuffling = fc.shuffledSubarray([...passages], { minLength: length, maxLength: length });
  const [shuffled = []] = fc.sample(shuffling, { seed, numRuns: 1 });
  const before = (index: number) => shuffled.slice(0, index).reduce((sum, each) => sum + linesOf(each), 0);
  return shuffled.filter((_passage, index) => before(index) < lines);
}

/** By file, the lines that `git diff --unified=0` says are new; where lines are only gone, the one before. */
export function changedLines(diff: string): ReadonlyMap<string, readonly number[]> {
  const changed = new Map<string, number[]>();
  let lines: number[] = [];
  for (const line of diff.split("\n")) {
    const file = /^\+\+\+ b\/(.+)$/.exec(line)?.[1];
    if (file !== undefined) {
      lines = [];
      changed.set(file, lines);
    }
    const [, first, count = "1"] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (first === undefined) continue;
    const length = Math.max(1, Number(count));
    lines.push(...Array.from({ length }, (_, index) => Number(first) + index));
  }
  return changed;
}

export const touched = (passages: readonly Passage[], lines: readonly number[]): readonly Passage[] =>
  passages.filter(({ first, last }) => lines.some((line) => first <= line && line <= last));
