// `npm start`: reads settings and policy, refuses to start with a list of everything that is wrong, then serves.
import { readConfig } from "./config.ts";
import { createLog } from "./log.ts";
import { readPolicyFile } from "./policy-file.ts";
import { startProduct } from "./product.ts";

const config = readConfig(process.env);
if (!config.ok) refuse("Not started. These settings are missing or contradictory:", config.problems);

const log = createLog(config.config.logLevel);
const policy = await readPolicyFile(config.config.policyFile);
if (!policy.ok) refuse(`Not started. The policy ${config.config.policyFile} is not valid:`, policy.problems);

const started = await startProduct(config.config, policy, log);
if (!started.ok) refuse("Not started.", [started.reason]);
const { product } = started;
log.info("listening", { port: product.port });

process.once("SIGINT", stop);
process.once("SIGTERM", stop);
process.on("SIGHUP", () => {
  product
    .reloadPolicy()
    .catch((error: unknown) => log.error("policy not reloaded", { error: String(error) }));
});

async function stop(): Promise<void> {
  log.info("stopping", {});
  await product.close();
  process.exit(0);
}

function refuse(title: string, problems: readonly string[]): never {
  console.error([title, ...problems.map((problem) => `  - ${problem}`)].join("\n"));
  process.exit(1);
}
