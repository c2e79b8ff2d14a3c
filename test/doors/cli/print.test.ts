// What is printed at the width of a terminal, and what a program reads.

import { execFileSync } from "node:child_process";
import { parse } from "yaml";
import { commandAt, jsonText, renderText, wrapped, yamlText } from "../../../src/doors/cli/print.ts";
import { faults } from "../../core/diagnosis/faults.ts";
import { diagnose } from "../../diagnosed.ts";
import { runHere, runProcess } from "./terminal.ts";

describe("a text at a width", () => {
  test.each([
    ["words", "one two three four five six", 22, "one two three four\nfive six"],
    [
      "what is indented hangs",
      "    one two three four five six seven",
      28,
      "    one two three four\n      five six seven",
    ],
    [
      "an id stays whole",
      "see /subscriptions/8a6c2f10-5b3d-4f7e",
      22,
      "see\n/subscriptions/8a6c2f10-5b3d-4f7e",
    ],
    [
      "Chinese, of which a letter takes two columns",
      "集群无法访问因为专用区域没有链接",
      20,
      "集群无法访问因为专用\n区域没有链接",
    ],
    ["a pipe", "one two three four five six", Number.POSITIVE_INFINITY, "one two three four five six"],
  ])("%s", (_name, text, width, shown) => {
    expect(wrapped(text, width)).toBe(shown);
  });

  test("a colour goes on in the next line, and ends there", () => {
    const text = renderText([[["red", "one two three four five six"]]], {
      paint: (_style, said) => `\u001b[31m${said}\u001b[39m`,
      width: 22,
    });
    expect(text).toBe("\u001b[31mone two three four\u001b[39m\n\u001b[31mfive six\u001b[39m");
  });
});

const bash = (line: string): string =>
  execFileSync(
    "bash",
    ["-c", `az() { printf '%s\\0' az "$@"; }; kubectl() { printf '%s\\0' kubectl "$@"; }\n${line}`],
    {
      encoding: "utf8",
    },
  );

describe("a command that is too long for a line", () => {
  const fixes = faults.flatMap(([, snapshot]) => diagnose(snapshot).rootCause?.fix?.commands ?? []);
  const lines = fixes.filter((line) => /^az [^|;&<>$`\n]*$/.test(line));

  test.each([...new Set(lines)])("bash reads the same in %s", (line) => {
    const broken = commandAt(line, 4, 50);
    expect(broken).toContain(" \\\n");
    expect(bash(broken)).toBe(bash(line));
  });

  test("it is broken before its flags, within the width", () => {
    const line = "az network vnet peering create --name to-hub --resource-group rg-prod --allow-vnet-access";
    expect(commandAt(line, 4, 50).split("\n")).toEqual([
      "    az network vnet peering create --name to-hub \\",
      "      --resource-group rg-prod \\",
      "      --allow-vnet-access",
    ]);
  });

  test.each([
    [
      "an argument with blanks",
      'kubectl patch deploy api -p \'{"spec": {"replicas": 3}}\' --type merge --namespace payments',
    ],
    [
      "a quotation mark behind a backslash",
      'kubectl annotate deploy api "why=it is \\"slow\\" today" --namespace payments --overwrite',
    ],
    [
      "a blank behind a backslash",
      "kubectl label node a\\ b team=x --namespace payments --overwrite --dry-run=server",
    ],
  ])("%s stays one", (_name, line) => {
    const broken = commandAt(line, 4, 40);
    expect(broken).toContain(" \\\n");
    expect(bash(broken)).toBe(bash(line));
  });

  test("a remark stays a remark in each of its lines", () => {
    expect(commandAt("# sign in on the jump host first, then go on here", 4, 34).split("\n")).toEqual([
      "    # sign in on the jump host",
      "    # first, then go on here",
    ]);
  });
});

describe("a document", () => {
  const odd = {
    text: "a\u202eb\u{e0041}c\u0085",
    lines: "one\ntwo: - x",
    "k\u200be": ["yes", "012", ""],
    none: null,
  };

  test.each<readonly [string, (value: unknown) => string, (text: string) => unknown]>([
    ["JSON", (value) => jsonText(value, 2), JSON.parse],
    ["YAML", yamlText, (text) => parse(text)],
  ])("in %s is the same to whoever parses it, and nothing that a terminal obeys", (_name, write, read) => {
    const text = write(odd);
    expect(read(text)).toEqual(odd);
    expect(text).not.toMatch(/[\u007f-\u009f\p{Cf}]/u);
  });

  test("lines come one after the other, in YAML as documents", async () => {
    const { out } = await runHere(["explain", "--stdin", "-o", "yaml"], {
      stdin: ["kubectl get pods", "kubectl edit pod/a"],
    });
    const documents = out
      .split(/^---$/m)
      .slice(1)
      .map((each) => parse(each));
    expect(documents).toMatchObject([
      { ok: true, verb: "get" },
      { ok: false, code: "write-not-supported" },
    ]);
  });
});

describe("colours", () => {
  const paint = (style: string, text: string): string => `<${style}>${text}`;
  const check = ["policy", "check", "policies/example.yaml"];

  test("a terminal has them, unless --no-color says otherwise", async () => {
    expect((await runHere(check, { paint })).out).toContain("<green>is valid");
    expect((await runHere([...check, "--no-color"], { paint })).out).not.toContain("<green>");
  });

  test.each([
    ["a pipe", {}, false],
    ["a pipe that is forced to", { FORCE_COLOR: "1" }, true],
  ])("%s", async (_name, variables, has) => {
    expect((await runProcess(check, variables)).out.includes("\u001b[")).toBe(has);
  });
});

/** `script` of util-linux gives the process a terminal of its own. */
test.each([
  ["a terminal", {}, true],
  ["a terminal with NO_COLOR", { NO_COLOR: "1" }, false],
  ["a terminal with NO_COLOR, but empty", { NO_COLOR: "" }, true],
])("%s", (_name, variables, has) => {
  const line = `stty cols 60; ${process.execPath} src/cli.ts policy check policies/example.yaml`;
  const { PATH = "", HOME = "" } = process.env;
  const out = execFileSync("script", ["-qec", line, "/dev/null"], {
    ...{ encoding: "utf8", env: { PATH, HOME, TERM: "xterm-256color", ...variables } },
  });
  expect(out.includes("\u001b[")).toBe(has);
  expect(out).toContain("is valid");
});
