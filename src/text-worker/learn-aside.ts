// Learning what lines ask for takes seconds and 100 MB: in a thread of its own neither is missed.
import { Worker } from "node:worker_threads";
import { know, type learnAbilities } from "../core/chat/ability/ability.ts";
import { knowNamed, type learnNamed } from "../core/chat/ability/named.ts";

type Learned = Readonly<{
  abilities: ReturnType<typeof learnAbilities>;
  named: ReturnType<typeof learnNamed>;
}>;

/** A line that comes before it is done, or after it `failed`, learns it itself. */
export function learnAside(failed: (error: unknown) => void): void {
  const worker = new Worker(new URL("./learn-thread.ts", import.meta.url));
  worker.once("message", ({ abilities, named }: Learned) => {
    know(abilities);
    knowNamed(named);
  });
  worker.once("error", failed);
  worker.unref();
}
