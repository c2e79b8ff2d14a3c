// `npm start`: reads settings and policy, refuses to start with a list of everything that is wrong, then serves.
import { installLastResort } from "./composition/last-resort.ts";
import { createLog } from "./composition/log.ts";
import { commit, version } from "./composition/release.ts";
import { checkStart } from "./composition/start-check.ts";

const checked = await checkStart(process.env);
if (!checked.ok) refuse("Not started. These settings are missing, wrong or contradictory:", checked.problems);

const { config, policy } = checked;
const log = createLog(config.logLevel);
installLastResort(log);

// Read only now: settings that are wrong are said without it in a moment.
const wordsLearned = import("./composition/learn-words.ts").then(({ learnWords }) =>
  learnWords((error) => log.warn("it was not learned beforehand what lines ask for", { error: `${error}` })),
);
const started = await Promise.all([import("./composition/product.ts"), wordsLearned])
  .then(([{ startProduct }]) => startProduct(config, policy, log))
  // Said here: the last resort would take a lost connection for one of many, and no server would listen.
  .catch((error: unknown) => ({ ok: false, reason: `The start failed: ${error}` }) as const);
if (!started.ok) refuse("Not started.", [started.reason]);
const { product } = started;
log.info("listening", { port: product.port, release: version, commit: commit() });

void product.overtaken.then((reason) => {
  log.error("the database belongs to a newer release now, so the process ends", { reason });
  return stop(1);
});

let stopping = false;
process.on("SIGINT", () => stop());
process.on("SIGTERM", () => stop());
process.on("SIGHUP", () => {
  product
    .reloadPolicy()
    .catch((error: unknown) => log.error("policy not reloaded", { error: String(error) }));
});

/** Ends within ten seconds, whatever hangs; a second signal ends at once. The next process goes on with what is left. */
async function stop(code = 0): Promise<void> {
  if (stopping) endHard("asked twice");
  stopping = true;
  log.info("stopping", {});
  setTimeout(() => endHard("not stopped within 8 s"), 8_000);
  await product.close();
  process.exit(code);
}

function endHard(reason: string): never {
  log.warn("ended with work under way", { reason });
  process.exit(1);
}

function refuse(title: string, problems: readonly string[]): never {
  console.error([title, ...problems.map((problem) => `  - ${problem}`)].join("\n"));
  process.exit(1);
}
