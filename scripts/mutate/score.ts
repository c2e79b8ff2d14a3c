// What became of the mutants of a folder, as a row of a table.

export type Mutant = Readonly<{ status: string; where: string; what: string }>;
export type Score = Readonly<{ killed: number; timedOut: number; survived: number; uncovered: number }>;

export const scoreOf = (mutants: readonly Mutant[]): Score => {
  const count = (status: string) => mutants.filter((mutant) => mutant.status === status).length;
  // Those that do not load at all ("RuntimeError") say nothing about tests.
  return {
    killed: count("Killed"),
    timedOut: count("Timeout"),
    survived: count("Survived"),
    uncovered: count("NoCoverage"),
  };
};

export const survivorsOf = (mutants: readonly Mutant[]): readonly Mutant[] =>
  mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage");

const all = ({ killed, timedOut, survived, uncovered }: Score): number =>
  killed + timedOut + survived + uncovered;

/** In percent; null where nothing was mutated. */
export const percentOf = (score: Score): number | null =>
  all(score) === 0 ? null : (100 * (score.killed + score.timedOut)) / all(score);

export const rowOf = (name: string, of: string, score: Score): string => {
  const percent = percentOf(score);
  const cells = [score.killed, score.timedOut, score.survived, score.uncovered];
  return `| \`${name}\` | ${of} | ${all(score)} | ${cells.join(" | ")} | ${percent === null ? "–" : `${percent.toFixed(1)} %`} |`;
};

export const tableHead = `| Folder | Of it | Mutants | Killed | Timed out | Survived | No test | Score |
| --- | --- | --- | --- | --- | --- | --- | --- |`;

export const sum = (scores: readonly Score[]): Score => {
  const total = (key: keyof Score) => scores.reduce((sum, score) => sum + score[key], 0);
  return {
    killed: total("killed"),
    timedOut: total("timedOut"),
    survived: total("survived"),
    uncovered: total("uncovered"),
  };
};
