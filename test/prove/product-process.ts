// The product as `npm start` runs it, in a process of its own that may be asked, signalled and killed; and Teams' side.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { people } from "../../simulator/people.ts";
import type { Scenario } from "../../simulator/scenario/schema.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { policyCopy } from "../fixtures/policy-files.ts";
import { chatOf, messageFrom } from "../flow/harness.ts";
import { startTeams, type Teams } from "../flow/teams.ts";
import { freePort } from "../free-port.ts";

export type StorePlace = Readonly<{ DATA_DIR: string } | { DATABASE_URL: string; AUDIT_KEY_FILE: string }>;

/** What one look at `/healthz` or `/readyz` brought; status 0 where nothing came within five seconds. */
export type Look = Readonly<{ status: number; problem: string; milliseconds: number }>;

export type ProductProcess = Readonly<{
  child: ChildProcess;
  /** Standard output and error so far: its log. */
  said(): string;
  look(path: "/healthz" | "/readyz"): Promise<Look>;
  /** Milliseconds that it took to end after the signal; throws when it did not within `seconds`. */
  end(signal: NodeJS.Signals, seconds: number): Promise<number>;
}>;

export type World = Readonly<{ azure: Simulator; teams: Teams; close(): Promise<void> }>;

/** `more`: of the scenario, in place of what it says. */
export async function startWorld(
  startDelayMs = 50,
  more: (scenario: Scenario) => Partial<Scenario> = () => ({}),
): Promise<World> {
  const azure = await startSimulator({
    scenario: "simulator/scenarios/hub-spoke.json",
    localDir: ".local/test",
  });
  const { scenario } = azure;
  await azure.loadScenario({ ...scenario, ...more(scenario), runCommand: { startDelayMs } });
  const teams = await startTeams();
  return { azure, teams, close: async () => void (await Promise.all([azure.close(), teams.close()])) };
}

/** Started, and not waited for. `more`: further variables. `folder`: of the release, this one's by default. */
export async function launch(
  { azure }: World,
  store: StorePlace,
  more: Record<string, string> = {},
  folder = ".",
): Promise<ProductProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ["src/main.ts"], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: "node_modules/.cache/node",
      ...azure.environment,
      PORT: String(port),
      HOST: "127.0.0.1",
      POLICY_FILE: policyCopy({ looksInside: false }),
      TEAMS_SERVICE_HOSTS: "127.0.0.1",
      // The stand-in takes more.
      TEAMS_CALLS_PER_SECOND: "1000",
      LOG_LEVEL: "info",
      ...store,
      ...more,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  azure.setBotUrl(`http://127.0.0.1:${port}/api/messages`);
  return {
    child,
    said: () => said,
    look: (path) => look(`http://127.0.0.1:${port}${path}`),
    end: (signal, seconds) => end(child, signal, seconds),
  };
}

/** Resolves once it is ready, or has ended by itself. */
export async function settled(product: ProductProcess): Promise<void> {
  for (let attempt = 0; attempt < 1_200 && alive(product); attempt += 1) {
    if ((await product.look("/readyz")).status === 200) return;
    await sleep(50);
  }
  if (alive(product)) throw new Error(`The product was not ready in time:\n${product.said()}`);
}

async function look(url: string): Promise<Look> {
  const from = performance.now();
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(5_000),
      headers: { connection: "close" },
    });
    const { problem = "" } = (await response.json()) as { problem?: string };
    return { status: response.status, problem, milliseconds: performance.now() - from };
  } catch {
    return { status: 0, problem: "", milliseconds: performance.now() - from };
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals, seconds: number): Promise<number> {
  if (child.exitCode !== null || child.signalCode !== null) return 0;
  const from = performance.now();
  const exited = once(child, "exit");
  child.kill(signal);
  const timer = AbortSignal.timeout(seconds * 1_000);
  const late = once(timer, "abort").then(() => Promise.reject(new Error(`Not ended within ${seconds} s.`)));
  await Promise.race([exited, late]);
  return performance.now() - from;
}

export const alive = ({ child }: ProductProcess): boolean =>
  child.exitCode === null && child.signalCode === null;

let asked = 0;

/** One question as Teams asks it: delivered again, with the same id, while it is not answered 2xx. Never throws. */
export async function deliver(
  { azure, teams }: World,
  text: string,
  tries = 3,
  serviceUrl = teams.serviceUrl,
): Promise<number> {
  asked += 1;
  const activity = messageFrom(people.alex, chatOf(people.alex), serviceUrl, azure.scenario.appId, {
    id: `outage-${process.pid}-${asked}`,
    text,
  });
  let status = 0;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const response = await fetch(azure.gatewayUrl, {
      method: "POST",
      headers: { "content-type": "application/json", connection: "close" },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(15_000),
    }).catch(() => null);
    status = response?.status ?? 0;
    await response?.arrayBuffer().catch(() => null);
    if (status >= 200 && status < 300) break;
    await sleep(500);
  }
  return status;
}

export async function until(
  what: string,
  done: () => boolean | Promise<boolean>,
  seconds: number,
): Promise<void> {
  const deadline = performance.now() + seconds * 1_000;
  while (!(await done())) {
    if (performance.now() > deadline) throw new Error(`Not within ${seconds} s: ${what}`);
    await sleep(50);
  }
}
