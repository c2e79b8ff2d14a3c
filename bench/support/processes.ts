// The product and the echo bot as processes of their own, as they run for real, watched from outside.

import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import packageJson from "../../package.json" with { type: "json" };
import type { Simulator } from "../../simulator/simulator.ts";
import { policyCopy } from "../../test/fixtures/policy-files.ts";
import { freePort } from "../../test/free-port.ts";

export type BotProcess = Readonly<{
  /** `http://127.0.0.1:PORT/api/messages`. */
  url: string;
  /** Milliseconds from the start of the process to the first 200 of /readyz. */
  readyMs: number;
  /** Resident memory in MB (VmRSS); null where the system does not tell. */
  residentMb(): Promise<number | null>;
  /** The most of it so far (VmHWM). */
  peakMb(): Promise<number | null>;
  stop(): Promise<void>;
}>;

export type StorePlace = Readonly<{ DATA_DIR: string } | { DATABASE_URL: string; AUDIT_KEY_FILE: string }>;

/** `NAME=value … node flag … src/main.ts`: what `npm start` says, without the settings file of this folder. */
const command = packageJson.scripts.start.split(" ");
const node = command.indexOf("node");
const nodeVariables = Object.fromEntries(command.slice(0, node).map((word) => word.split("=", 2)));
const nodeArguments = command.slice(node + 1).filter((word) => !word.startsWith("--env-file"));

/** `looksInside`: a diagnosis sends commands into the cluster, too; `changes`: they may be asked for. */
export type Starting = Readonly<{ looksInside?: boolean; changes?: boolean }>;

/** `npm start` without npm, on the local Azure. */
export const startProduct = (
  azure: Simulator,
  store: StorePlace,
  { looksInside = false, changes = false }: Starting = {},
): Promise<BotProcess> =>
  start(nodeArguments, {
    ...nodeVariables,
    ...azure.environment,
    ...store,
    POLICY_FILE: policyCopy({ looksInside, changes }),
    TEAMS_SERVICE_HOSTS: "127.0.0.1",
    LOG_LEVEL: "warn",
    // Teams takes 30 a second; what the product itself costs shows only above that.
    TEAMS_CALLS_PER_SECOND: "100000",
    // Each measurement reads Azure.
    AZURE_REREAD_SECONDS: "0",
  });

export const startEchoBot = (azure: Simulator): Promise<BotProcess> =>
  start(["bench/echo-bot.ts"], azure.environment);

async function start(args: readonly string[], variables: Record<string, string>): Promise<BotProcess> {
  const port = await freePort();
  const { PATH = "", HOME = "" } = process.env;
  const from = performance.now();
  const child = spawn(process.execPath, args, {
    env: { PATH, HOME, ...variables, PORT: String(port), HOST: "127.0.0.1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  // However a measurement ends: no bot outlives the bench.
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
  await untilReady(child, `http://127.0.0.1:${port}/readyz`);
  const readyMs = performance.now() - from;
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    readyMs,
    residentMb: () => memoryMb(child, "VmRSS"),
    peakMb: () => memoryMb(child, "VmHWM"),
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

export async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`A bot ended by itself (exit code ${child.exitCode}).`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("A bot was not ready after 60 s.");
}

export async function memoryMb({ pid }: ChildProcess, name: "VmRSS" | "VmHWM"): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1];
  return kilobytes === undefined ? null : (Number(kilobytes) * 1024) / 1e6;
}
