// What a block of code in the documents may be, without running it. test/e2e/documents.test.ts runs those that can run here;
// the first line of all others says what they need.
import { spawnSync } from "node:child_process";
import { parse } from "yaml";
import packageJson from "../../package.json" with { type: "json" };
import { cliVerbs } from "../../src/doors/cli/verbs.ts";
import { type Block, blocksOn, writtenByHand } from "./pages.ts";

const blocks = writtenByHand.flatMap(blocksOn);
const named = (all: readonly Block[]) => all.map((block) => [`${block.path}:${block.line}`, block] as const);
const ofShell = blocks.filter(({ language }) => language === "sh" || language === "console");

test.each(named(blocks))("%s says what it is", (_place, { language }) => {
  expect(["sh", "console", "text", "yaml", "json", "sql"]).toContain(language);
});

test.each(named(blocks.filter(({ language }) => language === "yaml")))("%s is YAML", (_place, { lines }) => {
  expect(() => parse(lines.join("\n"))).not.toThrow();
});

test.each(named(blocks.filter(({ language }) => language === "sh")))("%s is Bash", (_place, { lines }) => {
  const { status, stderr } = spawnSync("bash", ["-n"], { input: lines.join("\n"), encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
});

test.each(named(ofShell))("%s calls scripts and verbs that there are", (_place, { language, lines }) => {
  const typed = language === "sh" ? lines : lines.filter((line) => line.startsWith("$ "));
  const text = typed.join("\n");
  const scripts = [...text.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)].map(([, script = ""]) => script);
  expect(scripts.filter((script) => !(script in packageJson.scripts))).toEqual([]);
  const call =
    /(?:(?:npx|\$|^|\() ?aks-oncall|src\/cli\.ts|npm run (?:--silent )?cli --) ([a-z]+(?: [a-z]+)?)/gm;
  const calls = [...text.matchAll(call)].map(([, words = ""]) => words);
  const verbs = cliVerbs.map(({ name }) => name);
  const isVerb = (words: string) => verbs.some((verb) => `${words} `.startsWith(`${verb} `));
  expect(calls.filter((words) => !isVerb(words))).toEqual([]);
});

test("some can run without more than the checkout", () => {
  const runnable = ofShell.filter(({ lines: [first = ""] }) => !first.startsWith("# Needs "));
  expect(runnable.length).toBeGreaterThan(5);
});
