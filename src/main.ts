// `npm start`: reads settings and policy, refuses to start with a list of everything that is wrong, then serves.
import { readFile } from "node:fs/promises";
import { readConfig } from "./config.ts";
import { parsePolicy } from "./core/policy/parse-policy.ts";
import { installLastResort } from "./last-resort.ts";
import { createLog } from "./log.ts";
import { startProduct } from "./product.ts";

const config = readConfig(process.env);
if (!config.ok) refuse("Not started. These settings are missing or contradictory:", config.problems);

const log = createLog(config.config.logLevel);
installLastResort(log);
const policy = await loadPolicy(config.config.policyFile);
if (!policy.ok) refuse(`Not started. The policy ${config.config.policyFile} is not valid:`, policy.problems);

const started = await startProduct(config.config, policy.policy, log);
if (!started.ok) refuse("Not started.", [started.reason]);
const { product } = started;
log.info("listening", { port: product.port });

let stopping = false;
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
process.on("SIGHUP", reload);

/** Ends within ten seconds, whatever hangs; a second signal ends at once. The next process goes on with what is left. */
async function stop(): Promise<void> {
  if (stopping) endHard("asked twice");
  stopping = true;
  log.info("stopping", {});
  setTimeout(() => endHard("not stopped within 8 s"), 8_000);
  await product.close();
  process.exit(0);
}

function endHard(reason: string): never {
  log.warn("ended with work under way", { reason });
  process.exit(1);
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
