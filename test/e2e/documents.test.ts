// Blocks of the documents as a person pastes them: `sh` ends well, and `console` prints what stands below its commands.
// A block that needs more than the checkout says so in its first line, and is not run. And scenarios to try: the answers.
import { spawn } from "node:child_process";
import { chmod, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { people, tenantId } from "../../simulator/people.ts";
import { exitCodes } from "../../src/doors/cli/stop.ts";
import { type LocalAzure, startLocalAzure } from "../azure/local-azure.ts";
import { scenario } from "../azure/scenario.ts";
import { bare, blocksOn, pageOf, tablesOn, writtenByHand } from "../docs/pages.ts";
import { runAlone } from "../doors/cli/terminal.ts";
import { scenarioFile } from "../simulator/support.ts";

const root = process.cwd();

/** The checkout, where files can be written and nothing of it is touched. */
let checkout: string;
let programs: string;
beforeAll(async () => {
  checkout = await mkdtemp(join(tmpdir(), "aks-oncall-documents-"));
  programs = await mkdtemp(join(tmpdir(), "aks-oncall-programs-"));
  for (const name of await readdir(root)) await symlink(join(root, name), join(checkout, name));
  // As `npx aks-oncall`, without npm's own half a second.
  const npx = `#!/bin/sh\nshift\nexec '${process.execPath}' '${root}/bin/aks-oncall.js' "$@"\n`;
  await writeFile(join(programs, "npx"), npx);
  await chmod(join(programs, "npx"), 0o755);
});
afterAll(async () => {
  await rm(checkout, { recursive: true });
  await rm(programs, { recursive: true });
});

async function shell(script: string, variables: Readonly<Record<string, string>> = {}, lines = "") {
  // With what an earlier start compiled and learned, as on a machine in use.
  const compiled = { NODE_COMPILE_CACHE: join(root, "node_modules/.cache/node") };
  const env = { ...variables, ...compiled, PATH: `${programs}:${process.env.PATH}`, HOME: checkout };
  const child = spawn("bash", ["-euo", "pipefail", "-c", script], { cwd: checkout, env });
  child.stdin.end(lines);
  const code = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, out: out.trimEnd(), err };
}

/** Each command with what it prints. */
const dialogue = (lines: readonly string[]) =>
  lines
    .join("\n")
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = "", ...printed] = part.trimEnd().split("\n");
      return { command, printed: printed.join("\n") };
    });

const runnable = writtenByHand
  .flatMap(blocksOn)
  .filter(({ lines: [first = ""] }) => !first.startsWith("# Needs "))
  .map((block) => [`${block.path}:${block.line}`, block] as const);

test.each(runnable.filter(([, { language }]) => language === "sh"))("%s ends well", async (_place, block) => {
  const { code, err } = await shell(block.lines.join("\n"));
  expect([code, err]).toEqual([0, ""]);
});

test.each(
  runnable
    .filter(([, { language }]) => language === "console")
    .flatMap(([place, { lines }]) => dialogue(lines).map((each) => [place, each.command, each.printed])),
)("%s %s", async (_place, command = "", printed) => {
  expect(await shell(command)).toEqual({ code: 0, out: printed, err: "" });
});

test("`install` is tried as the page says", async () => {
  const page = pageOf("docs/install.md");
  const [opens, typed] = ["# Needs the Azure CLI", "# Needs the shell from above."].map((needs) =>
    blocksOn(page).find(({ lines: [first = ""] }) => first.startsWith(needs)),
  );
  const answers = tablesOn(page).find(({ head }) => head[1] === "answer")?.rows ?? [];
  const given = answers.map(([, answer = ""]) => (answer === "Enter" ? "" : bare(answer)));
  // What stands in the file after `install` is not asked again.
  const each = (line: string) => [line, ...(line.endsWith("uninstall") ? ["yes"] : given), "END"];
  const lines = [
    "set -e",
    ...(typed?.lines ?? []).flatMap((line) => (line.startsWith("#") ? [] : each(line))),
  ];
  const script = lines.map((line) => line.replace(/^npx .*/, "$& <<'END'")).join("\n");
  const { code, out, err } = await shell(opens?.lines.join("\n") ?? "", {}, script);
  expect([code, err]).toEqual([0, expect.stringContaining("Which subscription")]);
  for (const said of ["Nothing was made", "All of it is there.", "nothing else was touched"])
    expect(out).toContain(said);
});

test("a command is typed at the prompt of Node.js as the page says", async () => {
  const [
    {
      lines: [defines = ""],
    } = { lines: [] },
  ] = blocksOn(pageOf("docs/hosting.md")).filter(({ lines: [first = ""] }) => first.startsWith("run = "));
  // In the image the source is joined; here it is as it is in Git.
  const here = defines.replace("src/cli.js", "src/cli.ts");
  const { out } = await shell("node -i", {}, `${here}\nrun("explain", "--", "kubectl", "get", "pods")\n`);
  expect(out).toContain('"ok":true');
});

/** The local Azure stands in for a tenant where nothing but reading is typed. */
const readsTenant = writtenByHand
  .flatMap(blocksOn)
  .filter(({ lines: [first] }) => first === "# Needs your tenant.")
  .flatMap(({ path, lines }) => lines.slice(1).map((line) => [path, line] as const))
  .filter(([, line]) => /^npx aks-oncall (?:diagnose|access|clusters)\b/.test(line));

const scenarios = tablesOn(pageOf("docs/demo.md")).find(({ head }) => head[0] === "NAME")?.rows ?? [];

describe("with the local Azure", () => {
  let azure: LocalAzure;
  beforeAll(async () => {
    azure = await startLocalAzure(scenario());
  });
  afterAll(() => azure.simulator.close());

  const asAlex = () => ({
    ...azure.simulator.environment,
    AZURE_CLIENT_ID: people.alex.oid,
    AZURE_CLIENT_SECRET: "any",
    AZURE_TENANT_ID: tenantId,
    PATH: process.env.PATH ?? "",
  });

  test.each(readsTenant)("%s %s", async (_path, line) => {
    await azure.simulator.loadScenario(scenarioFile("dns-link-missing"));
    const { code, err } = await shell(line, asAlex());
    expect([exitCodes.good, exitCodes.broken]).toContain(code);
    expect(err).toBe("");
  });

  test("there are ten scenarios to try", () => expect(scenarios).toHaveLength(10));

  test.each(scenarios.map((row) => row.map(bare)))("%s: %s", async (name = "", write = "", answer) => {
    await azure.simulator.loadScenario(scenarioFile(name));
    const [, cluster = "", from] = /^diagnose (\S+)(?: from (\S+))?$/.exec(write) ?? [];
    const of = from === undefined ? [cluster] : [cluster, "--client-ip", from];
    // A look inside takes seconds.
    const outside = name.startsWith("inside-") ? [] : ["--no-inside"];
    const { out } = await runAlone(["diagnose", ...of, ...outside, "-o", "json"], asAlex());
    expect(JSON.parse(out).summary).toBe(answer);
  });
});
