// `npm test -- PATH` runs what PATH names: an option of Jest that takes a list must not swallow it.
import { spawnSync } from "node:child_process";
import { relative } from "node:path";

const listed = (script: string, ...args: string[]): readonly string[] =>
  spawnSync("npm", ["run", "--silent", script, "--", ...args, "--listTests"], { encoding: "utf8" })
    .stdout.split("\n")
    .filter((line) => line.endsWith(".test.ts"))
    .map((path) => relative(process.cwd(), path))
    .toSorted();

test.each<[string, string[], string[]]>([
  [
    "test",
    ["test/core/text/nearest", "test/store/races", "test/flow", "--maxWorkers=1"],
    ["test/core/text/nearest.test.ts", "test/store/races.test.ts"],
  ],
  ["test", ["test/e2e"], []],
  ["test:e2e", ["test/e2e/cards", "test/flow/looks"], ["test/e2e/cards.test.ts", "test/flow/looks.test.ts"]],
  ["test:e2e", ["test/core/text/nearest"], []],
])("npm run %s -- %j", (script, args, files) => {
  expect(listed(script, ...args)).toEqual(files);
});
