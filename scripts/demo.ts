// `npm run demo`: local Azure, the product with authentication on, and a Teams client to try it in.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { findKubectl } from "../simulator/kubernetes/kubectl.ts";
import { type Simulator, startSimulator } from "../simulator/simulator.ts";
import { playgroundConfig } from "./demo/playground-config.ts";

const folder = ".local/demo";

const usage =
  "Usage: npm run demo -- [--scenario FILE] [--policy FILE] [--as NAME] [--locale LANGUAGE] [--bot-port N] [--simulator-port N] [--playground-port N] [--no-playground]";

const options = readOptions();
const children: ChildProcess[] = [];
let stopping = false;

for (const name of ["bot-port", "simulator-port", "playground-port"] as const) await mustBeFree(name);
const simulator = await startSimulator({
  scenario: options.scenario,
  port: portOf("simulator-port"),
  gatewayPort: portOf("bot-port"),
  ...(options.locale === undefined ? {} : { locale: options.locale }),
}).catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
process.once("SIGINT", () => void stop(0));
process.once("SIGTERM", () => void stop(0));

if ((await findKubectl()) === null) {
  console.log(
    "No kubectl for this machine on the PATH or in the npm package: commands in the cluster will say so.",
  );
}
const person = personNamed(options.as, simulator);
await mkdir(folder, { recursive: true });
await startBot(simulator);
const base = simulator.gatewayUrl.replace("/api/messages", "");
if (options["no-playground"]) console.log(`\nReady. Send activities to ${simulator.gatewayUrl}`);
else await startPlayground(simulator);

function personNamed(name: string, { scenario: { principals } }: Simulator) {
  const names = principals.map(({ displayName }) => displayName);
  return (
    principals[names.indexOf(name)] ??
    fail(`Nobody is called "${name}" in this scenario. Write one of: ${names.join(", ")}.`)
  );
}

/** The product as its own process, as in production: it trusts the local CA by NODE_EXTRA_CA_CERTS alone. */
async function startBot(azure: Simulator): Promise<void> {
  const port = await freePort();
  azure.setBotUrl(`http://127.0.0.1:${port}/api/messages`);
  const settings = {
    ...azure.environment,
    PORT: String(port),
    HOST: "127.0.0.1",
    POLICY_FILE: options.policy,
    DATA_DIR: process.env.DATA_DIR ?? `${folder}/data`,
    TEAMS_SERVICE_HOSTS: "localhost,127.0.0.1",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
  };
  // For `doctor`, in another terminal.
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  await writeFile(`${folder}/bot.env`, lines.join("\n"), { mode: 0o600 });
  const compiled = { NODE_COMPILE_CACHE: "node_modules/.cache/node" };
  start("bot", process.execPath, ["src/main.ts"], { ...compiled, ...settings });
  await until(`http://127.0.0.1:${port}/readyz`, "The bot");
}

async function startPlayground(azure: Simulator): Promise<void> {
  const config = `${folder}/playground.yml`;
  await writeFile(config, playgroundConfig(azure.scenario, person.oid));
  const port = options["playground-port"];
  const command = "node_modules/@microsoft/m365agentsplayground/cli.js";
  start(
    "playground",
    process.execPath,
    [command, "start", "-e", azure.gatewayUrl, "-c", "msteams", "--dt", "-p", port],
    {
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: `${folder}/playground.log`,
      TEAMSAPPTESTER_BROWSER: "none",
    },
  );
  const page = `http://localhost:${port}`;
  listenForNames(azure);
  await until(page, "The Playground");
  const cluster =
    /managedClusters\/([^/]+)$/i.exec(
      azure.scenario.resources.map(({ id }) => id).find((id) => /managedClusters\/[^/]+$/i.test(id)) ?? "",
    )?.[1] ?? "prod-1";
  console.log(
    [
      `\nReady. You are ${person.displayName}, on "${azure.scenario.name}": ${azure.scenario.description}`,
      `Open ${page} and type:`,
      `  diagnose cluster ${cluster}`,
      `  run \`kubectl get pods -A\` on ${cluster}`,
      "Type a name and Enter here to write and press as somebody else, such as: Megan Bowen",
      "What the bot needs, and whether it is there, as that person:",
      `  NODE_EXTRA_CA_CERTS=${azure.caFile} AZURE_TENANT_ID=${azure.scenario.tenantId} AZURE_CLIENT_ID=${person.oid} AZURE_CLIENT_SECRET=any npx aks-oncall doctor --env-file ${folder}/bot.env`,
      `The bot's health: ${base}/readyz · Ctrl-C ends everything.`,
    ].join("\n"),
  );
}

/** The Playground has one person at its page: who that is, the terminal says. */
function listenForNames({ scenario: { principals }, setSender }: Simulator): void {
  createInterface({ input: process.stdin }).on("line", (line) => {
    const wanted = line.trim().toLowerCase();
    if (wanted === "") return;
    const found = principals.find(({ displayName }) => displayName.toLowerCase().startsWith(wanted));
    if (found !== undefined) setSender(found);
    const names = principals.map(({ displayName }) => displayName).join(", ");
    console.log(
      found ? `You are ${found.displayName} now.` : `Nobody is called that. Write one of: ${names}.`,
    );
  });
}

function start(name: string, file: string, args: string[], environment: Record<string, string>): void {
  const child = spawn(file, args, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", name === "playground" ? "ignore" : "inherit", "inherit"],
  });
  child.once("exit", (code) => {
    // With exit code 1 it has already said why.
    if (!stopping)
      fail(code === 1 && name === "bot" ? "" : `The ${name} ended by itself (exit code ${code}).`);
  });
  children.push(child);
}

async function until(url: string, who: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  fail(`${who} was not ready after 60 s.`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

type PortName = "bot-port" | "simulator-port" | "playground-port";

function readOptions() {
  try {
    return parseArgs({
      options: {
        scenario: { type: "string", default: "simulator/scenarios/dns-link-missing.json" },
        policy: { type: "string", default: "policies/example.yaml" },
        as: { type: "string", default: "Alex Wilber" },
        locale: { type: "string" },
        "bot-port": { type: "string", default: "3978" },
        "simulator-port": { type: "string", default: "8443" },
        "playground-port": { type: "string", default: "56150" },
        "no-playground": { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    process.exit(2);
  }
}

function portOf(name: PortName): number {
  const port = Number(options[name]);
  return Number.isInteger(port) && port > 0 && port < 65_536
    ? port
    : fail(`--${name} must be a port number, not "${options[name]}".`);
}

async function mustBeFree(name: PortName): Promise<void> {
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(portOf(name), () => resolve(true));
  });
  if (!free) fail(`Port ${options[name]} is in use: choose another with --${name}.`);
  await new Promise((resolve) => server.close(resolve));
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  const ended = children.map((child) =>
    child.exitCode !== null ? null : new Promise((resolve) => child.once("exit", resolve)),
  );
  for (const child of children) child.kill("SIGTERM");
  await Promise.race([Promise.all(ended), new Promise((resolve) => setTimeout(resolve, 8_000))]);
  for (const child of children) child.kill("SIGKILL");
  process.exit(code);
}

function fail(message: string): never {
  if (message !== "") console.error(message);
  stopping = true;
  for (const child of children) child.kill("SIGKILL");
  process.exit(1);
}
