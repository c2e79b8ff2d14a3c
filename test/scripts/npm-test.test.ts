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
  ["test", ["test/core/text/nearest.test.ts"], ["test/core/text/nearest.test.ts"]],
  [
    "test",
    ["test/core/text/nearest", "test/core/text/look-up"],
    ["test/core/text/look-up.test.ts", "test/core/text/nearest.test.ts"],
  ],
  ["test", ["test/core/text/nearest", "--maxWorkers=1"], ["test/core/text/nearest.test.ts"]],
  ["test", ["test/e2e"], []],
  ["test:e2e", ["test/e2e/cards"], ["test/e2e/cards.test.ts"]],
  ["test:e2e", ["test/core/text/nearest"], []],
])("npm run %s -- %j", (script, args, files) => {
  expect(listed(script, ...args)).toEqual(files);
});
