// Learning what lines ask for takes a second and 70 MB: in a thread of its own neither is missed.
import { Worker } from "node:worker_threads";
import { know } from "../core/chat/ability/ability.ts";

/** A line that comes before it is done, or after it `failed`, learns it itself. */
export function learnAside(failed: (error: unknown) => void): void {
  const worker = new Worker(new URL("./learn-thread.ts", import.meta.url));
  worker.once("message", know);
  worker.once("error", failed);
  worker.unref();
}
