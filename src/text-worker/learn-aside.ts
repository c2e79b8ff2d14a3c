// Learning what lines ask for takes seconds and 200 MB. In a process of its own neither is missed: what a thread has used, this
// process would keep.
import { fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { know, type learnAbilities } from "../core/conversation/ability/ability.ts";
import { knowNamed, type learnNamed } from "../core/conversation/plain-words/named-words.ts";

type Learned = Readonly<{
  abilities: ReturnType<typeof learnAbilities>;
  named: ReturnType<typeof learnNamed>;
}>;

/** Less room for what is thrown away: slower by a tenth, and half as large. */
const sparing = ["--max-semi-space-size=4"];

/** A line that comes before it is done, or after it `failed`, learns it itself. */
export function learnAside(failed: (error: unknown) => void): void {
  const child = fork(new URL("./learn-process.ts", import.meta.url), {
    execArgv: [...process.execArgv, ...sparing],
    serialization: "advanced",
    // It needs no setting, and no secret among them.
    env: {},
  });
  // Whoever is answered meanwhile comes first.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  child.once("message", (message) => {
    const { abilities, named } = message as Learned;
    know(abilities);
    knowNamed(named);
  });
  child.once("error", failed);
  child.once("exit", (code) => {
    if (code !== 0) failed(new Error(`The process that learns ended with ${code}.`));
  });
  process.once("exit", () => child.kill());
  child.unref();
  child.channel?.unref();
}
