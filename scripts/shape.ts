// The shape of the code in figures, and the limits that `npm run check` holds it to: `npm run shape` prints them.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

type File = Readonly<{ path: string; lines: number; imports: readonly string[]; exports: readonly string[] }>;

const tracked = (...paths: readonly string[]): readonly string[] =>
  execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate", ...paths], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  })
    .split("\n")
    .filter((path) => path !== "");

const textOf = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Deleted, and not yet committed.
    return "";
  }
};

const lineCount = (text: string): number => text.split("\n").length - 1;
const countLines = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + lineCount(textOf(path)), 0);

const importsIn = (path: string, text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom "(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/gm)].map(
      ([, from, called]) => normalize(join(dirname(path), from ?? called ?? "")),
    ),
  ),
];

const exportsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^export (?:async )?(?:const|function|type|interface|class) (\w+)/gm)].map(
    ([, name]) => name ?? "",
  );

/** Texts, and the types that `npm run messages` writes of them. */
const isCatalogue = (path: string): boolean =>
  /^src\/presenters\/messages\/((en|de|zh)\/|catalogue\/texts\.ts)/.test(path);

/** Files of `src`, without empty ones. */
function readSource(): readonly File[] {
  return tracked("src")
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({ path, text: textOf(path) }))
    .filter(({ text }) => text !== "")
    .map(({ path, text }) => ({
      path,
      lines: lineCount(text),
      imports: importsIn(path, text),
      exports: exportsIn(text),
    }));
}

/** The number of files on the longest chain of imports; files import each other in no circle. */
function longestChain(files: readonly File[]): number {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const known = new Map<string, number>();
  const depth = (path: string): number => {
    const before = known.get(path);
    if (before !== undefined) return before;
    known.set(path, 1);
    const below = (byPath.get(path)?.imports ?? []).filter((to) => byPath.has(to)).map(depth);
    const found = 1 + Math.max(0, ...below);
    known.set(path, found);
    return found;
  };
  return Math.max(0, ...files.map(({ path }) => depth(path)));
}

function countBy(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Arrows between folders, as `from to`. */
const arrowsIn = (files: readonly File[]): ReadonlySet<string> =>
  new Set(
    files.flatMap(({ path, imports }) =>
      imports
        .filter((to) => to.startsWith("src/") && dirname(to) !== dirname(path))
        .map((to) => `${dirname(path)} ${dirname(to)}`),
    ),
  );

/** Folders that import each other, each pair once. */
const mutualIn = (arrows: ReadonlySet<string>): readonly string[] =>
  [...arrows].filter((arrow) => {
    const [from = "", to = ""] = arrow.split(" ");
    return from < to && arrows.has(`${to} ${from}`);
  });

/** Short files that a single other file imports: each could stand in it. */
function dustIn(files: readonly File[]): readonly string[] {
  const importers = countBy(files.flatMap(({ imports }) => imports));
  return files
    .filter(({ path, lines }) => lines <= 30 && importers.get(path) === 1 && !isCatalogue(path))
    .map(({ path }) => path);
}

const largestIn = (counts: ReadonlyMap<string, number>): readonly [string, number] =>
  [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? ["", 0];

function measure() {
  const files = readSource();
  const code = files.filter(({ path }) => !isCatalogue(path));
  const catalogues = tracked("src/presenters/messages").filter(isCatalogue);
  const arrows = arrowsIn(code);
  const lines = code.reduce((sum, file) => sum + file.lines, 0);
  const inFolders = countBy(code.map(({ path }) => dirname(path)));
  const exported = countBy(code.flatMap(({ exports }) => exports));
  const [largestFolder, inLargest] = largestIn(inFolders);
  const [busiest] = code.toSorted((a, b) => b.imports.length - a.imports.length);
  const test = tracked("test");
  return {
    figures: {
      "files of code": code.length,
      "lines of code": lines,
      "lines of catalogues": countLines(catalogues),
      "lines of tests": countLines(test.filter((path) => path.endsWith(".ts"))),
      "lines of golden data": countLines(test.filter((path) => path.startsWith("test/golden/"))),
      folders: inFolders.size,
      "arrows between folders": arrows.size,
      "folders that import each other": mutualIn(arrows).length,
      "longest chain of imports": longestChain(code),
      "imports per 100 lines": Number(
        ((100 * code.reduce((sum, { imports }) => sum + imports.length, 0)) / lines).toFixed(1),
      ),
      "most imports of a file": busiest?.imports.length ?? 0,
      "short files with one importer": dustIn(code).length,
      "files in the largest folder": inLargest,
      "names exported by several files": [...exported.values()].filter((count) => count > 1).length,
      "pictures in docs": tracked("docs").filter((path) => /\.(png|svg|jpe?g|gif)$/.test(path)).length,
    },
    details: {
      "folders that import each other": mutualIn(arrows),
      "short files with one importer": dustIn(code),
      "files in the largest folder": [largestFolder],
      "most imports of a file": [busiest?.path ?? ""],
      "names exported by several files": [...exported].filter(([, count]) => count > 1).map(([name]) => name),
    },
  };
}

type Figure = keyof ReturnType<typeof measure>["figures"];

/** Not more than this, each a little above what the code is now: whoever goes beyond one thinks of the layout first. */
const limits: Readonly<Partial<Record<Figure, number>>> = {
  folders: 107,
  "arrows between folders": 953,
  "folders that import each other": 0,
  "longest chain of imports": 64,
  "imports per 100 lines": 5.8,
  "most imports of a file": 34,
  "short files with one importer": 26,
  "files in the largest folder": 27,
  "names exported by several files": 122,
  "pictures in docs": 40,
  "lines of golden data": 20_000,
};

const { figures, details } = measure();
const given = process.argv.slice(2);
if (given.includes("--check")) {
  const over = (Object.entries(limits) as [Figure, number][]).filter(
    ([name, limit]) => figures[name] > limit,
  );
  for (const [name, limit] of over) {
    const named = name in details ? details[name as keyof typeof details] : [];
    console.error(
      `${figures[name]} ${name}: at most ${limit}.\n${named.map((each) => `  ${each}`).join("\n")}`,
    );
  }
  process.exitCode = over.length === 0 ? 0 : 1;
} else if (given.includes("--details")) console.log(JSON.stringify({ figures, details }, null, 2));
else
  for (const [name, value] of Object.entries(figures)) console.log(`${String(value).padStart(8)}  ${name}`);
