// From a tenant that knows nothing of the bot to the first diagnosis, as a platform engineer types it: the real Azure CLI, the
// command line and the product as processes of their own, and Teams' own test client. What it takes is counted and timed, and
// stands in test-results/first-answer.txt.
import { type ChildProcess, spawn } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import type { Browser } from "playwright-core";
import { openBrowser } from "../../scripts/browser.ts";
import { playgroundConfig } from "../../scripts/demo/playground-config.ts";
import { botSecret, people } from "../../simulator/people.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { exitCodes } from "../../src/doors/cli/stop.ts";
import { answers, emptyTenant, emptyTenantFor, hostAnswers } from "../azure/install/support.ts";
import { type Ran, runInTerminal, runProcess } from "../doors/cli/terminal.ts";
import { type AzureCli, openAzureCli } from "./azure-cli.ts";
import { openPlayground, type } from "./demo-process.ts";

let azure: Simulator;
let cli: AzureCli;
let browser: Browser;
const admin = { megan: ["Application Administrator"] };
const folder = mkdtempSync(join(tmpdir(), "first-answer-"));
const children: ChildProcess[] = [];
beforeAll(async () => {
  rmSync("test-results/first-answer.txt", { force: true });
  browser = await openBrowser();
  azure = await startSimulator({
    scenario: await emptyTenant(admin),
    localDir: mkdtempSync(join(tmpdir(), "local-azure-")),
  });
  cli = await openAzureCli(azure);
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await browser?.close();
  await cli?.close();
  await azure?.close();
});

/** Where this cloud is: its addresses, and nothing of the bot. */
const cloud = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(azure.environment).filter(([name]) => /^(AZURE_|ARM_|GRAPH_|NODE_EXTRA|BOT_)/.test(name)),
  );

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

async function until(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    if ((await fetch(url).catch(() => null))?.ok) return;
    if (child.exitCode !== null) throw new Error(said());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Its settings are the file that install wrote; what else is in its environment, the machine says. */
async function startBot(machine: Readonly<Record<string, string>>, port: number): Promise<void> {
  const settings = parseEnv(readFileSync(join(folder, "aks-oncall.env"), "utf8"));
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [join(process.cwd(), "src/main.ts")], {
    cwd: folder,
    env: { PATH, HOME, ...cloud(), ...settings, ...machine },
  });
  children.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  await until(`http://127.0.0.1:${port}/readyz`, child, () => said);
  azure.setBotUrl(`http://127.0.0.1:${port}/api/messages`);
}

async function startPlayground(port: number): Promise<void> {
  const config = join(folder, "..", `playground-${port}.yml`);
  writeFileSync(config, playgroundConfig(azure.scenario, people.alex.oid));
  const command = "node_modules/@microsoft/m365agentsplayground/cli.js";
  const child = spawn(
    process.execPath,
    [command, "start", "-e", azure.gatewayUrl, "-c", "msteams", "--dt", "-p", `${port}`],
    {
      env: { ...process.env, M365_AGENTS_PLAYGROUND_CONFIG_PATH: config, TEAMSAPPTESTER_BROWSER: "none" },
      stdio: "ignore",
    },
  );
  children.push(child);
  await until(`http://localhost:${port}`, child, () => "The Playground ended.");
}

/** Counts and times what a person does, and writes it below `title`. */
function counted(title: string) {
  const parts: Readonly<{ action: string; seconds: number }>[] = [];
  return {
    act: async <T>(action: string, work: () => Promise<T>): Promise<T> => {
      const began = performance.now();
      const done = await work();
      parts.push({ action, seconds: (performance.now() - began) / 1000 });
      return done;
    },
    /** What was typed. */
    written: (): readonly string[] => {
      const seconds = parts.reduce((sum, part) => sum + part.seconds, 0);
      const lines = [...parts, { action: `${parts.length} actions`, seconds }].map(
        (part) => `${part.seconds.toFixed(1).padStart(6)} s  ${part.action}\n`,
      );
      mkdirSync("test-results", { recursive: true });
      appendFileSync("test-results/first-answer.txt", `${title}\n${lines.join("")}`);
      return parts.map(({ action }) => action);
    },
  };
}

test("with each answer counted, where there is one tenant and one subscription: eight actions at most", async () => {
  await azure.loadScenario(await emptyTenantFor(people.megan, { role: "Owner" }));
  const { act, written } = counted("Container Apps, asked");
  await act("az login", () => cli.logIn(people.megan));
  const lines: (readonly [string, string])[] = [
    ["In which region", "westeurope"],
    ["Who may use it?", "aks-oncall"],
    ["Where does it run?", hostAnswers.image ?? ""],
    ["Make all of this?", "yes"],
  ];
  const asked = mkdtempSync(join(tmpdir(), "first-answer-"));
  const { out } = await act("npx aks-oncall install", () =>
    runInTerminal(["install"], { ...cloud(), ...cli.variables }, lines, asked),
  );
  expect(out).toMatch(/Doctor looked at it: \d+ right\.[\s\S]*All of it is there\./);
  for (const [, answer] of lines) await act(`answer ${answer}`, async () => {});
  // Nothing runs the container here: the test below has both.
  for (const action of ["upload aks-oncall.teams.zip", "diagnose prod-1"]) await act(action, async () => {});
  expect(written().length).toBeLessThanOrEqual(8);
  await azure.loadScenario(await emptyTenant(admin));
});

test("with a file of answers, on a host of one's own: eight actions at most, no portal, no secret", async () => {
  const { act, written } = counted("A host of one's own, with a file of answers");
  const here = (machine: Record<string, string> = {}) => ({ ...cloud(), ...cli.variables, ...machine });
  const aksOncall = (line: string, machine = {}): Promise<Ran> =>
    act(`npx aks-oncall ${line}`, () => runProcess(line.split(" "), here(machine), "", folder));

  await act("az login", () => cli.logIn(people.megan));
  const { subject: _usual, image: _none, ...given } = answers;
  const issuer = "https://westeurope.oic.prod-aks.azure.com/00000000-1111-2222-3333-444444444444/";
  const file = JSON.stringify({ ...given, groups: ["aks-oncall"], runsAt: azure.url, issuer });
  await act("write answers.json", async () => writeFileSync(join(folder, "answers.json"), file));
  const installed = await aksOncall("install --answers answers.json --yes", {
    // Teams takes no page on this machine.
    TEAMS_WEBSITE_URL: "https://contoso.example/oncall",
  });
  expect([installed.err, installed.code, installed.out]).toEqual([
    "",
    exitCodes.good,
    expect.stringContaining("All of it is there."),
  ]);

  const [botPort, pagePort] = [await freePort(), await freePort()];
  const tokenFile = join(folder, "..", `token-${botPort}`);
  writeFileSync(tokenFile, "of the service account", { mode: 0o600 });
  // Where the machine keeps things: its port, its folder, the token that its cluster gives it.
  const machine = {
    ...{ PORT: `${botPort}`, HOST: "127.0.0.1", DATA_DIR: join(folder, "data") },
    ...{ MICROSOFT_APP_TOKEN_FILE: tokenFile, TEAMS_SERVICE_HOSTS: "localhost,127.0.0.1" },
  };
  await act("npm start", () => startBot(machine, botPort));
  const doctor = await aksOncall("doctor --env-file aks-oncall.env", machine);
  expect([doctor.err, doctor.code, doctor.out]).toEqual([
    "",
    exitCodes.good,
    expect.not.stringContaining("✖"),
  ]);

  await act("upload aks-oncall.teams.zip (the test client needs none)", () => startPlayground(pagePort));
  const page = await openPlayground(browser, { bot: 0, simulator: 0, playground: pagePort });
  await act("diagnose prod-1", async () => {
    await type(page, "diagnose prod-1");
    await page.getByText("Reachable: prod-1").last().waitFor({ timeout: 120_000 });
  });

  const typed = written();
  expect(typed.length).toBeLessThanOrEqual(8);
  const kept = readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ name }) => readFileSync(join(folder, name), "latin1"));
  const seen = [...typed, ...kept, installed.out, installed.err, doctor.out].join("\n");
  expect(seen).not.toContain(botSecret);
  expect(seen).not.toMatch(/eyJ[\w-]+\.|PRIVATE KEY|password=/i);
});
