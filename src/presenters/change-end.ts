// How a change by kubectl or helm ended, in few words: what its card begins with, long or short.
import type { CommandResult } from "../core/command/command-request.ts";
import type { Run } from "../core/run/run.ts";
import type { Messages } from "./messages/messages.ts";
import { say } from "./messages/says.ts";
import type { Style } from "./notice.ts";

export type ChangeEnd = Readonly<{ style: Style; state: string; text: string }>;

/** Only what ended with 0 is called done. */
export function changeEnd(
  { requester }: Run,
  result: CommandResult | null,
  { changeState: texts, runState, status, failures }: Messages,
): ChangeEnd {
  if (result === null)
    return {
      ...{ style: "emphasis", state: runState.lost },
      text: say(failures.happened, { is: "resultGone" } as const),
    };
  const { exitCode } = result;
  if (exitCode === null) return { style: "warning", state: runState.lost, text: texts.exitUnknown };
  return exitCode === 0
    ? { style: "good", state: runState.succeeded, text: texts.done(requester.displayName) }
    : { style: "attention", state: status.exit(exitCode), text: texts.failed };
}
