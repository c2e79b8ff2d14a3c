// `npm run mutate`: breaks the code where safety depends on it, one small fault at a time, and counts how many no
// test notices. Writes docs/mutation.md; with --changed it looks at what changed since a commit, and writes nothing.
import { execFileSync } from "node:child_process";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { document } from "./mutate/document.ts";
import { type Folder, folderOf, folders } from "./mutate/folders.ts";
import { changedLines, hasCode, type Passage, passagesOf, sampled, touched } from "./mutate/passages.ts";
import { mutate } from "./mutate/run.ts";
import { percentOf, rowOf, type Score, scoreOf, sum, survivorsOf, tableHead } from "./mutate/score.ts";

/** Below it, chance decides more than the tests do. */
const fewest = 20;
const page = "docs/mutation.md";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    changed: { type: "string" },
    lines: { type: "string", default: "Infinity" },
    seed: { type: "string", default: "1" },
    "at-least": { type: "string", default: "0" },
    concurrency: { type: "string", default: "2" },
  },
});
const unknown = positionals.filter((name) => !folders.some((folder) => folder.name === name));
if (unknown.length > 0) {
  console.error(`${unknown.join(", ")} is not mutated: write ${folders.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}
const chosen = folders.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const [lines, seed] = [Number(values.lines), Number(values.seed)];

function passagesIn(file: string): readonly Passage[] {
  const text = readFileSync(file, "utf8");
  return hasCode(text) ? passagesOf(file, text) : [];
}
const everything = ({ name }: Folder): readonly Passage[] =>
  globSync(`src/${name}/**/*.ts`).toSorted().flatMap(passagesIn);

/** Over all folders at once, so that it takes as long whatever was changed. */
function changedSince(revision: string): (folder: Folder) => readonly Passage[] {
  const git = ["diff", "--unified=0", "--no-color", "--diff-filter=d", revision, "--", "src"];
  const diff = execFileSync("git", git, { encoding: "utf8", maxBuffer: 2 ** 28 });
  const changed = [...changedLines(diff)].filter(([file]) => folderOf(file) !== undefined);
  const passages = changed.flatMap(([file, at]) => touched(passagesIn(file), at));
  const some = sampled(passages, lines, seed);
  return (folder) => some.filter(({ file }) => folderOf(file) === folder);
}

const passagesFor =
  values.changed === undefined
    ? (folder: Folder) => sampled(everything(folder), lines, seed)
    : changedSince(values.changed);

const scores = new Map<string, Score>();
const rows = new Map<string, string>();
for (const folder of chosen) {
  const passages = passagesFor(folder);
  if (passages.length === 0) continue;
  const mutants = await mutate(folder, passages, Number(values.concurrency));
  for (const { status, where, what } of survivorsOf(mutants)) console.log(`${where} ${status}: ${what}`);
  const score = scoreOf(mutants);
  const of = lines === Number.POSITIVE_INFINITY ? "all" : `a sample of ${lines} lines, seed ${seed}`;
  scores.set(folder.name, score);
  rows.set(folder.name, rowOf(folder.name, values.changed === undefined ? of : "what changed", score));
  if (values.changed === undefined) writeFileSync(page, document(readOrEmpty(), rows));
}
console.log([tableHead, ...rows.values()].join("\n"));

const total = sum([...scores.values()]);
const percent = percentOf(total);
if (percent === null) console.log("Nothing to mutate.");
else if (percent < Number(values["at-least"]) && total.killed + total.survived + total.uncovered >= fewest) {
  console.log(`Tests notice ${percent.toFixed(1)} % of the faults: fewer than ${values["at-least"]} %.`);
  process.exitCode = 1;
}

function readOrEmpty(): string {
  try {
    return readFileSync(page, "utf8");
  } catch {
    return "";
  }
}
