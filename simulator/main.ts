// `npm run simulator`: starts the local Azure on a scenario and says how to use it.
import { parseArgs } from "node:util";
import { ScenarioError } from "./scenario/load.ts";
import { startSimulator } from "./simulator.ts";

const usage =
  "Usage: npm run simulator -- [--scenario FILE] [--port 8443] [--gateway-port 3979] [--bot-url URL] [--latency-ms N]";

function readOptions() {
  const { values } = parseArgs({
    options: {
      scenario: { type: "string", default: "simulator/scenarios/hub-spoke.json" },
      port: { type: "string", default: "8443" },
      "gateway-port": { type: "string", default: "3979" },
      "bot-url": { type: "string", default: "http://127.0.0.1:3978/api/messages" },
      "latency-ms": { type: "string", default: "0" },
    },
  });
  const number = (name: "port" | "gateway-port" | "latency-ms"): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 0) throw new TypeError(`--${name} must be a whole number.`);
    return value;
  };
  return {
    scenario: values.scenario,
    port: number("port"),
    gatewayPort: number("gateway-port"),
    botUrl: values["bot-url"],
    latencyMs: number("latency-ms"),
  };
}

async function main(): Promise<void> {
  const simulator = await startSimulator(readOptions());
  const { scenario, url, caFile } = simulator;
  console.log(`Local Azure "${scenario.name}" on ${url}. ${scenario.description}`);
  console.log(`Teams' gateway: ${simulator.gatewayUrl}\n`);
  console.log("For the product:");
  for (const [name, value] of Object.entries(simulator.environment)) console.log(`export ${name}='${value}'`);
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
  const stop = (): void => {
    void simulator.close().then(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

main().catch((error: NodeJS.ErrnoException) => {
  const isUse =
    error instanceof ScenarioError || error.code?.startsWith("ERR_PARSE_ARGS") || error instanceof TypeError;
  console.error(isUse ? `${error.message}\n${usage}` : error);
  process.exit(1);
});
