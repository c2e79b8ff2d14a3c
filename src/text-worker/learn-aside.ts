// Learning what lines ask for takes a second and 70 MB: in a thread of its own neither is missed.
import { Worker } from "node:worker_threads";
import type { Log } from "../app/services.ts";
import { know } from "../core/chat/ability/ability.ts";

/** A line that comes before it is done learns it itself. */
export function learnAside(log: Log): void {
  const worker = new Worker(new URL("./learn-thread.ts", import.meta.url));
  worker.once("message", know);
  worker.once("error", (error) =>
    log.warn("it was not learned beforehand what lines ask for", { error: `${error}` }),
  );
  worker.unref();
}
