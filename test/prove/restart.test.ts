// The process is killed with a run under way and started again: within 30 s a result or an honest "lost", never silence.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { policyCopy } from "../fixtures/policy-files.ts";
import { waitForAnswer, wordsOf } from "../flow/harness.ts";
import {
  deliver,
  launch,
  type ProductProcess,
  settled,
  startWorld,
  until,
  type World,
} from "./product-process.ts";

let world: World;
let dataDir: string;
let bot: ProductProcess;
const policy = { POLICY_FILE: policyCopy({ looksInside: true }) };

beforeAll(async () => {
  world = await startWorld(4_000);
  dataDir = await mkdtemp(join(tmpdir(), "aks-oncall-restart-"));
  await start();
});
afterAll(async () => {
  bot?.child.kill("SIGKILL");
  await world?.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<void> {
  bot = await launch(world, { DATA_DIR: dataDir }, policy);
  await settled(bot);
}

async function killAndRestart(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
  await bot.end(signal, 60);
  await start();
}

/** What follows takes a pod so long to start. */
async function anew(startDelayMs: number): Promise<number> {
  world.azure.clearRequests();
  await world.azure.loadScenario({ ...world.azure.scenario, runCommand: { startDelayMs } });
  return world.teams.shown().length;
}

const posts = () =>
  world.azure.requests().filter(({ method, path }) => method === "POST" && /runcommand$/i.test(path));

const sent = (condition: () => boolean) => until("it is asked for", condition, 20);
const isAskedFor = () => world.azure.requests().some(({ path }) => path.includes("/commandResults/"));

test("killed while the command runs in the cluster: its result comes, and it was sent once", async () => {
  const before = world.teams.shown().length;
  await deliver(world, "run `kubectl get ns` on prod-1");
  await sent(isAskedFor);
  await killAndRestart();
  const shown = await waitForAnswer(world.teams, before, /Exit 0/, 30_000);
  expect(posts()).toHaveLength(1);
  expect(wordsOf(shown.activity)).toContain("payments");
});

test("ended by SIGTERM while a long output is on its way: it is shown, by this process or the next", async () => {
  const before = await anew(2_500);
  await deliver(world, "run `kubectl get pods -A -o json` on prod-1");
  await sent(isAskedFor);
  await killAndRestart("SIGTERM");
  const shown = await waitForAnswer(world.teams, before, /Exit 0|not shown/, 30_000);
  expect(wordsOf(shown.activity)).toMatch(/Exit 0/);
  expect(posts()).toHaveLength(1);
});

test("killed while a diagnosis looks inside: one card, that says so, and nothing is sent again", async () => {
  const before = await anew(8_000);
  await deliver(world, "diagnose prod-1");
  const way = await waitForAnswer(world.teams, before, /Inside is being looked at/, 30_000);
  await sent(() => posts().length === 2);
  await killAndRestart();
  const shown = await waitForAnswer(world.teams, before, /Not looked inside/, 30_000);
  expect(wordsOf(shown.activity)).toContain("Not looked inside: the bot was restarted meanwhile.");
  expect(shown.id).toBe(way.id);
  expect(posts()).toHaveLength(2);
  expect(world.teams.shown().slice(before)).toHaveLength(1);
});

test("killed while the command is being sent: an honest card, and it is never sent again", async () => {
  world.azure.clearRequests();
  world.azure.setFaults([{ match: { method: "POST", path: "runCommand" }, delay: 60_000 }]);
  const before = world.teams.shown().length;
  await deliver(world, "run `kubectl get nodes` on prod-1");
  await sent(() => world.teams.shown().length > before);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await killAndRestart();
  const shown = await waitForAnswer(world.teams, before, /Outcome unknown/, 30_000);
  expect(wordsOf(shown.activity)).toMatch(/did not send it again|not be sent again/);
  world.azure.setFaults([]);
});
