// The process is killed with a run under way and started again: within 30 s a result or an honest "lost", never silence.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { people } from "../../simulator/people.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { policyCopy } from "../fixtures/policy-files.ts";
import { chatOf, messageFrom, waitForAnswer, wordsOf } from "../flow/harness.ts";
import { startTeams, type Teams } from "../flow/teams.ts";
import { freePort } from "../free-port.ts";

let azure: Simulator;
let teams: Teams;
let dataDir: string;
let bot: ChildProcess;

beforeAll(async () => {
  azure = await startSimulator({ scenario: "simulator/scenarios/hub-spoke.json", localDir: ".local/test" });
  await azure.loadScenario({ ...azure.scenario, runCommand: { startDelayMs: 4000 } });
  teams = await startTeams();
  dataDir = await mkdtemp(join(tmpdir(), "aks-oncall-restart-"));
  bot = await startBot();
});
afterAll(async () => {
  bot?.kill("SIGKILL");
  await azure?.close();
  await teams?.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** `npm start`'s process; resolves once it is ready. */
async function startBot(): Promise<ChildProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ["src/main.ts"], {
    env: {
      PATH: process.env.PATH,
      ...azure.environment,
      PORT: String(port),
      HOST: "127.0.0.1",
      POLICY_FILE: policyCopy({ looksInside: true }),
      DATA_DIR: dataDir,
      TEAMS_SERVICE_HOSTS: "127.0.0.1",
      // The stand-in takes more.
      TEAMS_CALLS_PER_SECOND: "1000",
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  azure.setBotUrl(`http://127.0.0.1:${port}/api/messages`);
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (ready?.ok) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the bot did not become ready");
}

async function killAndRestart(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
  const exited = new Promise((resolve) => bot.once("exit", resolve));
  bot.kill(signal);
  await exited;
  bot = await startBot();
}

const posts = () =>
  azure.requests().filter(({ method, path }) => method === "POST" && /runcommand$/i.test(path));

async function until(condition: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 1000 && !condition(); attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(condition()).toBe(true);
}

const send = (text: string) =>
  fetch(azure.gatewayUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(
      messageFrom(people.alex, chatOf(people.alex), teams.serviceUrl, azure.scenario.appId, { text }),
    ),
  });

test("killed while the command runs in the cluster: its result comes, and it was sent once", async () => {
  const before = teams.shown().length;
  await send("run `kubectl get ns` on prod-1");
  await until(() => azure.requests().some(({ path }) => path.includes("/commandResults/")));
  await killAndRestart();
  const shown = await waitForAnswer(teams, before, /Exit 0/, 30_000);
  expect(posts()).toHaveLength(1);
  expect(wordsOf(shown.activity)).toContain("payments");
});

test("ended by SIGTERM while a long output is on its way: it is shown, by this process or the next", async () => {
  azure.clearRequests();
  await azure.loadScenario({ ...azure.scenario, runCommand: { startDelayMs: 2_500 } });
  const before = teams.shown().length;
  await send("run `kubectl get pods -A -o json` on prod-1");
  await until(() => azure.requests().some(({ path }) => path.includes("/commandResults/")));
  await killAndRestart("SIGTERM");
  const shown = await waitForAnswer(teams, before, /Exit 0|not shown/, 30_000);
  expect(wordsOf(shown.activity)).toMatch(/Exit 0/);
  expect(posts()).toHaveLength(1);
});

test("killed while a diagnosis looks inside: one card, that says so, and nothing is sent again", async () => {
  azure.clearRequests();
  await azure.loadScenario({ ...azure.scenario, runCommand: { startDelayMs: 8_000 } });
  const before = teams.shown().length;
  await send("diagnose prod-1");
  const way = await waitForAnswer(teams, before, /Inside is being looked at/, 30_000);
  await until(() => posts().length === 2);
  await killAndRestart();
  const shown = await waitForAnswer(teams, before, /Not looked inside/, 30_000);
  expect(wordsOf(shown.activity)).toContain("Not looked inside: the bot was restarted meanwhile.");
  expect(shown.id).toBe(way.id);
  expect(posts()).toHaveLength(2);
  expect(teams.shown().slice(before)).toHaveLength(1);
});

test("killed while the command is being sent: an honest card, and it is never sent again", async () => {
  azure.clearRequests();
  azure.setFaults([{ match: { method: "POST", path: "runCommand" }, delay: 60_000 }]);
  const before = teams.shown().length;
  await send("run `kubectl get nodes` on prod-1");
  await until(() => teams.shown().length > before);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await killAndRestart();
  const shown = await waitForAnswer(teams, before, /Outcome unknown/, 30_000);
  expect(wordsOf(shown.activity)).toMatch(/did not send it again|not be sent again/);
  azure.setFaults([]);
});
