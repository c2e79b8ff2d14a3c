// What to look at next in a row of pods, the most telling first.
import type { Judged } from "./table.ts";

export type Look = "describe" | "logs" | "previous" | "events";

/** Its containers have ended before, so that what they said last is kept. */
const ended = /^(Init:)?(CrashLoopBackOff|Error|OOMKilled|ExitCode:.*|Signal:.*)$/;

export function looksAt({ state }: Judged): readonly Look[] {
  const said = state?.is === "word" ? state.word : (state?.is ?? "");
  if (ended.test(said) || said === "restarted") return ["previous", "describe", "logs", "events"];
  if (said === "notReady" || said === "partlyReady") return ["logs", "describe", "previous", "events"];
  // It has not run yet: why not stands in its events.
  return ["describe", "events", "logs", "previous"];
}
