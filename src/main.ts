// `npm start`: reads settings and policy, refuses to start with a list of everything that is wrong, then serves.
import { readFile } from "node:fs/promises";
import { readConfig } from "./config.ts";
import { parsePolicy } from "./core/policy/parse-policy.ts";
import { createLog } from "./log.ts";
import { startProduct } from "./product.ts";

const config = readConfig(process.env);
if (!config.ok) refuse("Not started. These settings are missing or contradictory:", config.problems);

const log = createLog(config.config.logLevel);
const policy = await loadPolicy(config.config.policyFile);
if (!policy.ok) refuse(`Not started. The policy ${config.config.policyFile} is not valid:`, policy.problems);

const started = await startProduct(config.config, policy.policy, log);
if (!started.ok) refuse("Not started.", [started.reason]);
const { product } = started;
log.info("listening", { port: product.port });

process.once("SIGINT", stop);
process.once("SIGTERM", stop);
process.on("SIGHUP", reload);

async function stop(): Promise<void> {
  log.info("stopping", {});
  await product.close();
  process.exit(0);
}

/** SIGHUP reads the policy again; a broken file never takes effect. */
async function reload(): Promise<void> {
  const next = await loadPolicy(config.ok ? config.config.policyFile : "");
  if (!next.ok)
    return log.error("policy not reloaded, the old one stays in force", { problems: next.problems });
  product.setPolicy(next.policy);
  log.info("policy reloaded", {});
}

async function loadPolicy(file: string) {
  try {
    const parsed = parsePolicy(await readFile(file, "utf8"));
    if (parsed.ok) return parsed;
    const problems = parsed.problems.map(
      ({ line, column, message }) => `${file}:${line}:${column} ${message}`,
    );
    return { ok: false, problems } as const;
  } catch (error) {
    return {
      ok: false,
      problems: [`It cannot be read: ${error instanceof Error ? error.message : error}`],
    } as const;
  }
}

function refuse(title: string, problems: readonly string[]): never {
  console.error([title, ...problems.map((problem) => `  - ${problem}`)].join("\n"));
  process.exit(1);
}
