// What every card about the output of a command shares: what ran, with whose rights, and what is missing of it.
import type { CommandRequest, CommandResult } from "../../core/command/grammar/command-request.ts";
import { type Cut, cutsOf } from "../../core/command/output-filter.ts";
import type { Run } from "../../core/run/run.ts";
import { actionButton, arrange, type Button, showUnmasked } from "../card/button.ts";
import { paginate } from "../card/pages.ts";
import { isRepeatable } from "../card/run-texts.ts";
import type { Messages } from "../messages/messages.ts";
import { duration } from "../messages/time.ts";

/** A command that ran to its end. */
export type Ran = Readonly<{
  run: Run;
  task: Extract<Run["task"], { kind: "command" }>;
  result: CommandResult;
}>;

export const headingOf = (
  { exitCode }: CommandResult,
  cluster: string,
  { commandResult }: Messages,
): string => (exitCode === null ? commandResult.exitUnknown(cluster) : commandResult.exit(exitCode, cluster));

export const tookOf = (
  { startedAt, finishedAt }: CommandResult,
  { commandResult, times }: Messages,
): string => {
  const took = duration(startedAt, finishedAt, times);
  return took === "" ? "" : commandResult.ran(took);
};

/** Beside a title that says something else. */
export const codeOf = ({ exitCode }: CommandResult, { commandResult }: Messages): string =>
  commandResult.code(exitCode);

/** Where it ran when nobody said, with which rights, and what its output may hold. */
export function warnings(
  { risks, scope, namespaceAssumed, waitAsked }: CommandRequest,
  clusterAdmin: boolean,
  { commandResult, risks: words, assumedNamespace, waitShortened }: Messages,
): readonly string[] {
  return [
    ...(namespaceAssumed === true && scope.kind === "namespace" ? [assumedNamespace(scope.name)] : []),
    ...(waitAsked === undefined ? [] : [waitShortened(waitAsked)]),
    ...(clusterAdmin ? [commandResult.clusterAdmin] : []),
    ...risks.map((risk) => commandResult.risk(words[risk] ?? risk)),
  ];
}

/** Who left out what; empty where it is whole. */
export const cutNotes = (
  request: CommandRequest,
  result: CommandResult,
  messages: Messages,
): readonly string[] => cutsOf(request, result).map((cut) => sayCut(cut, messages));

function sayCut(cut: Cut, { commandResult }: Messages): string {
  switch (cut.by) {
    case "bot":
      return commandResult.leftOut(cut.characters);
    case "aks":
      return commandResult.truncated;
    case "tail":
      return commandResult.lastLines(cut.lines);
    case "selector":
      return commandResult.lastOfEach;
  }
}

export const maskedNote = ({ masked }: CommandResult, { commandResult }: Messages): string =>
  masked > 0 ? commandResult.masked(masked) : "";

/** More was printed than one page shows. */
function isMore({ output }: CommandResult): boolean {
  const { pages, cutLines } = paginate(output);
  return pages.length > 1 || cutLines > 0;
}

/** The card's own buttons, then what every output may be asked for again. */
export function outputButtons(
  { run, result }: Ran,
  own: readonly Button[],
  messages: Messages,
): readonly Button[] {
  const again = isRepeatable(run)
    ? [actionButton(messages.buttons.runAgain, { verb: "run.again", run: run.id })]
    : [];
  const file = isMore(result) ? [actionButton(messages.file.button, { verb: "run.file", run: run.id })] : [];
  return [
    ...arrange([...own, ...again, ...file]),
    ...(result.masked > 0 && isRepeatable(run) ? [showUnmasked(messages, run.id)] : []),
  ];
}
