// `npm run simulator`: starts the local Azure on a scenario and says how to use it, or runs a command against it.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { ScenarioError } from "./scenario/load.ts";
import { type Simulator, startSimulator } from "./simulator.ts";

const usage = `Usage: npm run simulator -- [--scenario FILE] [--port 8443] [--gateway-port 3979] [--bot-url URL] [--latency-ms N]
       npm run simulator -- [--scenario FILE] --as NAME -- COMMAND [ARGUMENT…]`;

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      scenario: { type: "string", default: "simulator/scenarios/hub-spoke.json" },
      port: { type: "string" },
      "gateway-port": { type: "string" },
      "bot-url": { type: "string", default: "http://127.0.0.1:3978/api/messages" },
      "latency-ms": { type: "string", default: "0" },
      as: { type: "string" },
    },
  });
  const { as } = values;
  if ((as === undefined) !== (positionals.length === 0))
    throw new TypeError("--as needs a COMMAND behind --.");
  // Whoever runs a command need not know the ports.
  const [port, gatewayPort] = as === undefined ? ["8443", "3979"] : ["0", "0"];
  const number = (name: string, text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 0) throw new TypeError(`--${name} must be a whole number.`);
    return value;
  };
  return {
    as,
    command: positionals,
    scenario: values.scenario,
    port: number("port", values.port ?? port),
    gatewayPort: number("gateway-port", values["gateway-port"] ?? gatewayPort),
    botUrl: values["bot-url"],
    latencyMs: number("latency-ms", values["latency-ms"]),
  };
}

async function main(): Promise<void> {
  const { as, command, ...options } = readOptions();
  const simulator = await startSimulator(options);
  const { scenario, url } = simulator;
  console.log(`Local Azure "${scenario.name}" on ${url}. ${scenario.description}`);
  if (as !== undefined) {
    process.exitCode = await runAs(simulator, as, command).finally(() => simulator.close());
    return;
  }
  sayHow(simulator);
  const stop = (): void => {
    void simulator.close().then(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

function sayHow({ scenario, url, caFile, gatewayUrl, environment }: Simulator): void {
  console.log(`Teams' gateway: ${gatewayUrl}\n`);
  console.log("For the product:");
  for (const [name, value] of Object.entries(environment)) console.log(`export ${name}='${value}'`);
  console.log("\nFor the Azure CLI (any person's object id is a client id, with any secret):");
  console.log(
    `export REQUESTS_CA_BUNDLE='${caFile}' AZURE_CONFIG_DIR="$PWD/.local/azure-cli" AZURE_CORE_INSTANCE_DISCOVERY=false`,
  );
  console.log(
    `az cloud register -n local-azure --endpoint-resource-manager ${url} && az cloud set -n local-azure`,
  );
  for (const person of scenario.principals) {
    console.log(
      `az login --service-principal -u ${person.oid} -p x --tenant ${scenario.tenantId}  # ${person.displayName}`,
    );
  }
  console.log("\nCtrl-C ends it.");
}

/** The command's exit code. `az` has a configuration of its own, so that nobody's login is touched. */
async function runAs(simulator: Simulator, name: string, [command = "", ...words]: readonly string[]) {
  const { scenario, url, caFile } = simulator;
  const person = scenario.principals.find(({ displayName }) => displayName === name);
  if (person === undefined)
    throw new TypeError(`--as is one of: ${scenario.principals.map((each) => each.displayName).join(", ")}.`);
  const folder = await mkdtemp(join(tmpdir(), "az-"));
  // Where Azure is, and nothing of the bot.
  const { AZURE_AUTHORITY_HOST, ARM_ENDPOINT, ARM_SCOPE, GRAPH_ENDPOINT } = simulator.environment;
  const env = {
    ...process.env,
    ...{ AZURE_AUTHORITY_HOST, ARM_ENDPOINT, ARM_SCOPE, GRAPH_ENDPOINT, NODE_EXTRA_CA_CERTS: caFile },
    ...{ AZURE_CONFIG_DIR: folder, REQUESTS_CA_BUNDLE: caFile, AZURE_CORE_INSTANCE_DISCOVERY: "false" },
  };
  const az = (line: string) => promisify(execFile)("az", line.split(" "), { env });
  try {
    await az(`cloud register -n local-azure --endpoint-resource-manager ${url}`);
    await az("cloud set -n local-azure");
    await az(`login --service-principal -u ${person.oid} -p x --tenant ${scenario.tenantId}`);
    console.log(`az and npx aks-oncall reach it as ${name}, until ${command} ends.\n`);
    const child = spawn(command, words, { env, stdio: "inherit" });
    return await new Promise<number>((resolve, reject) => {
      child.once("error", reject).once("close", (code) => resolve(code ?? 1));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

main().catch((error: NodeJS.ErrnoException) => {
  const isUse =
    error instanceof ScenarioError || error.code?.startsWith("ERR_PARSE_ARGS") || error instanceof TypeError;
  console.error(isUse ? `${error.message}\n${usage}` : error);
  process.exit(1);
});
