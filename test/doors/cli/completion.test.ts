// What a shell completes: the candidates, and each script really run in its shell, where this machine has it.

import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { candidates } from "../../../src/doors/cli/completion.ts";
import { rememberClusters, rememberedClusters } from "../../../src/doors/cli/remembered-clusters.ts";
import { cliVerbs } from "../../../src/doors/cli/verbs.ts";
import { runHere } from "./terminal.ts";

const clusters = ["prod-1", "prod-2", "rg-edge/edge-1"];
const valuesOf = (...words: readonly string[]) =>
  candidates({ before: words.slice(0, -1), word: words.at(-1) ?? "" }, cliVerbs, clusters).map(
    ({ value }) => value,
  );

test.each<readonly [readonly string[], readonly string[]]>([
  [["dia"], ["diagnose"]],
  [
    ["policy", ""],
    ["check", "can", "diff"],
  ],
  [["pol"], ["policy"]],
  [
    ["diagnose", "prod"],
    ["prod-1", "prod-2"],
  ],
  [["diagnose", "rg"], ["rg-edge/edge-1"]],
  [
    ["diagnose", "prod-1", "--no"],
    ["--no-inside", "--no-color"],
  ],
  [
    ["diagnose", "prod-1", "-o", ""],
    ["table", "json", "yaml"],
  ],
  [["diagnose", "prod-1", "--output", "y"], ["yaml"]],
  [
    ["explain", "-o", ""],
    ["json", "yaml"],
  ],
  [["policy", "can", "--cluster", "prod-1"], ["prod-1"]],
  [["policy", "can", "--policy", "po"], [":files"]],
  [["policy", "check", ""], [":files"]],
  [["audit", "verify", "--key", ""], [":files"]],
  [["completion", "b"], ["bash"]],
  [["diagnose", "--symptom", ""], []],
  [["explain", "--", "kubectl", "--"], []],
  [["xyzzy", ""], []],
])("%j is completed by %j", (words, values) => {
  expect(valuesOf(...words)).toEqual(values);
});

describe("names of clusters", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(`${tmpdir()}/completion-`);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const seen = (name: string, resourceGroup: string) => ({
    ...{ id: `/${resourceGroup}/${name}`, name, resourceGroup, subscriptionId: "s" },
    ...{ location: "westeurope", powerState: "Running", private: true },
  });

  test("those that were seen last, for their owner alone, with the group where two are called the same", async () => {
    const variables = { XDG_CACHE_HOME: folder };
    await rememberClusters(variables, [
      seen("prod-1", "rg-a"),
      seen("edge-1", "rg-a"),
      seen("edge-1", "rg-b"),
    ]);
    expect(await rememberedClusters(variables)).toEqual(["prod-1", "rg-a/edge-1", "rg-b/edge-1"]);
    const { mode } = await stat(`${folder}/aks-oncall/clusters.json`);
    expect(mode & 0o777).toBe(0o600);
  });

  test.each([
    ["no folder", {}],
    ["a folder that is not there", { XDG_CACHE_HOME: "/dev/null" }],
  ])("%s: none, and nothing fails", async (_name, variables) => {
    await rememberClusters(variables, [seen("prod-1", "rg-a")]);
    expect(await rememberedClusters(variables)).toEqual([]);
  });

  test("a file that is damaged holds none", async () => {
    await mkdir(`${folder}/odd/aks-oncall`, { recursive: true });
    await writeFile(`${folder}/odd/aks-oncall/clusters.json`, '{"a":');
    expect(await rememberedClusters({ XDG_CACHE_HOME: `${folder}/odd` })).toEqual([]);
  });
});

// Each shell is asked as its user asks it: the script is sourced, and the words before the cursor are completed.

const inBash = (words: readonly string[]) => `
  source <(aks-oncall completion bash)
  COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}
  _aks_oncall aks-oncall "\${COMP_WORDS[COMP_CWORD]}" 2>/dev/null
  printf '%s\\n' "\${COMPREPLY[@]}"`;

/** zsh completes in a terminal alone: it runs in one of its own, where the candidates are listed. */
const inZsh = (words: readonly string[]) => `
  autoload -Uz compinit; compinit -u -D
  source <(aks-oncall completion zsh)
  _describe() { print -l -- "\${(@)\${(P)2}%%:*}" }
  words=(${words.map((word) => `'${word}'`).join(" ")}); CURRENT=\${#words}; PREFIX=$words[-1]
  _aks_oncall`;

const inFish = (words: readonly string[]) => `
  aks-oncall completion fish | source
  complete -C '${words.join(" ")}' | string replace -r '\\t.*' ''`;

const shells = [
  ["bash", "-c", inBash],
  ["zsh", "-c", inZsh],
  ["fish", "-c", inFish],
] as const;

describe.each(shells)("in %s", (shell, flag, script) => {
  const isHere = spawnSync(shell, ["--version"]).status === 0;
  const inShell = isHere ? test : test.skip;
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(`${tmpdir()}/completion-${shell}-`);
    const command = `#!/bin/sh\nexec ${process.execPath} ${process.cwd()}/src/cli.ts "$@"\n`;
    await writeFile(`${folder}/aks-oncall`, command, { mode: 0o755 });
    await mkdir(`${folder}/aks-oncall-cache/aks-oncall`, { recursive: true });
    await writeFile(`${folder}/aks-oncall-cache/aks-oncall/clusters.json`, '["prod-1","edge-1"]');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const complete = (...words: readonly string[]) => {
    const { stdout } = spawnSync(shell, [flag, script(["aks-oncall", ...words])], {
      encoding: "utf8",
      cwd: folder,
      env: {
        PATH: `${folder}:${process.env.PATH}`,
        HOME: folder,
        XDG_CACHE_HOME: `${folder}/aks-oncall-cache`,
      },
    });
    return stdout.split("\n").filter((line) => line !== "");
  };

  inShell("verbs, flags, values and names", () => {
    expect(complete("diag")).toEqual(["diagnose"]);
    expect(complete("policy", "c")).toEqual(["check", "can"].toSorted(fishOrder(shell)));
    expect(complete("diagnose", "prod")).toEqual(["prod-1"]);
    expect(complete("diagnose", "prod-1", "--cl")).toEqual(["--client-ip"]);
    expect(complete("diagnose", "prod-1", "-o", "y")).toEqual(["yaml"]);
  });

  inShell("what is typed is not run", async () => {
    complete("diagnose", `$(touch ${folder}/ran)`, "");
    complete("diagnose", `\`touch ${folder}/ran\``, "--");
    expect(await readFile(`${folder}/ran`).catch(() => null)).toBeNull();
  });
});

/** fish sorts what it completes. */
const fishOrder = (shell: string) => (left: string, right: string) =>
  shell === "fish" ? left.localeCompare(right) : 0;

test("PowerShell's script registers a completer for a program, as it is documented", async () => {
  const { out } = await runHere(["completion", "powershell"]);
  expect(out).toMatch(/^Register-ArgumentCompleter -Native -CommandName aks-oncall -ScriptBlock \{/);
  expect(out).toContain("param($wordToComplete, $commandAst, $cursorPosition)");
  expect(out).toContain("[System.Management.Automation.CompletionResult]::new(");
  expect(out).not.toMatch(/Invoke-Expression|\biex\b/);
});
