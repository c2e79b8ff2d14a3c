// `npm run mutate`: what is mutated of a file, what is said of it, and which tests have to notice.
import { existsSync, globSync, readFileSync } from "node:fs";
import { document } from "../../scripts/mutate/document.ts";
import { folderOf, folders, testsOf } from "../../scripts/mutate/folders.ts";
import { changedLines, hasCode, passagesOf, sampled, touched } from "../../scripts/mutate/passages.ts";
import { percentOf, rowOf, scoreOf, survivorsOf } from "../../scripts/mutate/score.ts";

const file = `// What it is for.
import { a } from "./a.ts";

export const one = 1;

export function two() {
  const b = a;

  return b;
}
`;
const passages = passagesOf("src/x.ts", file);
const at = (first: number, last: number) => ({ file: "src/x.ts", first, last });

test("a declaration is one passage, with the empty lines in it", () => {
  expect(passages).toEqual([at(1, 3), at(4, 5), at(6, 10)]);
});

test("every line of the product is in exactly one passage", () => {
  const files = globSync("src/core/policy/*.ts");
  expect(files).not.toHaveLength(0);
  for (const name of files) {
    const text = readFileSync(name, "utf8");
    const lines = passagesOf(name, text).flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    );
    expect(lines).toEqual(Array.from({ length: text.trimEnd().split("\n").length }, (_, index) => index + 1));
  }
});

test.each([
  [
    "types alone",
    '// A comment.\nimport type { A } from "./a.ts";\n\n/** One. */\nexport type B = A;\n',
    false,
  ],
  ["an interface", "export interface A {\n  b(): void;\n}\n", false],
  ["a value beside its type", "export type A = 1;\nexport const a: A = 1;\n", true],
])("%s: is there anything to break?", (_what, text, expected) => {
  expect(hasCode(text)).toBe(expected);
});

test("a change takes the declarations that it touches", () => {
  const diff = `diff --git a/src/x.ts b/src/x.ts
--- a/src/x.ts
+++ b/src/x.ts
@@ -4 +4 @@ export
-export const one = 0;
+export const one = 1;
@@ -9,2 +8,0 @@
-  gone();
-  gone();
diff --git a/src/y.ts b/src/y.ts
--- /dev/null
+++ b/src/y.ts
@@ -0,0 +1,2 @@
+one
+two
`;
  const changed = changedLines(diff);
  expect([...changed]).toEqual([
    ["src/x.ts", [4, 8]],
    ["src/y.ts", [1, 2]],
  ]);
  expect(touched(passages, changed.get("src/x.ts") ?? [])).toEqual([at(4, 5), at(6, 10)]);
});

const many = Array.from({ length: 50 }, (_, index) => at(index * 2 + 1, index * 2 + 2));

test("a sample is of whole passages, is as large as was asked for, and its seed decides which", () => {
  const some = sampled(many, 19, 7);
  expect(some).toHaveLength(10);
  expect(new Set(some.map(({ first }) => first)).size).toBe(10);
  expect(sampled(many, 19, 7)).toEqual(some);
  expect(sampled(many, 19, 8)).not.toEqual(some);
  expect(sampled(many, Number.POSITIVE_INFINITY, 7)).toHaveLength(50);
  expect(sampled([], 19, 7)).toEqual([]);
});

const mutants = ["Killed", "Killed", "Timeout", "Survived", "NoCoverage", "RuntimeError"].map((status) => ({
  status,
  where: "src/x.ts:4",
  what: status,
}));

test("the score counts what no test runs as survived, and leaves out what does not load", () => {
  const score = scoreOf(mutants);
  expect(score).toEqual({ killed: 2, timedOut: 1, survived: 1, uncovered: 1 });
  expect(percentOf(score)).toBe(60);
  expect(percentOf(scoreOf([]))).toBeNull();
  expect(survivorsOf(mutants).map(({ what }) => what)).toEqual(["Survived", "NoCoverage"]);
});

test("the page keeps the rows of folders that were not run, and replaces those that were", () => {
  const row = (name: string, killed: number) =>
    rowOf(name, "all", { killed, timedOut: 0, survived: 1, uncovered: 0 });
  const before = document("", new Map(["doors/teams", "core/audit"].map((name) => [name, row(name, 1)])));
  const after = document(before, new Map([["doors/teams", row("doors/teams", 3)]]));
  expect(after.split("\n").filter((line) => line.startsWith("| `"))).toEqual([
    "| `core/audit` | all | 2 | 1 | 0 | 1 | 0 | 50.0 % |",
    "| `doors/teams` | all | 4 | 3 | 0 | 1 | 0 | 75.0 % |",
  ]);
});

test("every folder has sources and tests of its own", () => {
  for (const { name } of folders)
    expect([name, existsSync(`src/${name}`), existsSync(`test/${name}`)]).toEqual([name, true, true]);
  expect(folderOf("src/core/audit/chain.ts")?.name).toBe("core/audit");
  expect(folderOf("src/core/auditing/chain.ts")).toBeUndefined();
});

test("a slow test is run where a file is mutated that it is about", () => {
  const about = ["delivery/outbox", "delivery/delivery-loop"];
  const store = { name: "store", notHere: ["/never"], slow: { "delivery/outbox": about } };
  const ignored = (...files: string[]) => testsOf(store, files).testPathIgnorePatterns;
  expect(ignored("src/store/run/runs.ts", "src/store/delivery/delivery-loop.ts")).toEqual([
    "\\.properties\\.test",
    "/never",
  ]);
  expect(ignored("src/store/delivery/outbox-settle.ts")).toEqual([
    "\\.properties\\.test",
    "/never",
    "/delivery/outbox\\.test",
  ]);
});

test("what is said of slow tests is said of files that there are", () => {
  for (const { name, slow = {} } of folders)
    for (const [test, about] of Object.entries(slow)) {
      expect(existsSync(`test/${name}/${test}.test.ts`)).toBe(true);
      for (const file of about) expect([file, existsSync(`src/${name}/${file}.ts`)]).toEqual([file, true]);
    }
});
