// What is missing of an output, and who left it out: the bot, AKS, or kubectl as it was asked.
import type { CommandRequest, CommandResult } from "./command-request.ts";

export type Cut = Readonly<
  /** Characters that we did not look through for secrets. */
  | { by: "bot"; characters: number }
  /** At its limit of 512 kB. */
  | { by: "aks" }
  /** `--tail`: of a log that may be longer. */
  | { by: "tail"; lines: number }
  /** Where labels select pods and no `--tail` is named, ten lines of each. */
  | { by: "selector" }
>;

const ends = /^--(?:tail|since|since-time|limit-bytes)=/;

export function cutsOf({ verb, argv, filters }: CommandRequest, result: CommandResult): readonly Cut[] {
  const { output, truncated, leftOut = 0 } = result;
  const given: readonly Cut[] =
    leftOut > 0 ? [{ by: "bot", characters: leftOut }] : truncated ? [{ by: "aks" }] : [];
  if (verb !== "logs" || output === "") return given;
  if (argv.some((word) => /^--selector=/.test(word)) && !argv.some((word) => ends.test(word)))
    return [...given, { by: "selector" }];
  const tail = Number(argv.map((word) => /^--tail=(\d+)$/.exec(word)?.[1]).find(Boolean) ?? 0);
  const lines = output.trimEnd().split("\n").length;
  // Behind a filter nobody knows how many there were.
  return tail > 0 && (filters.length > 0 || lines >= tail) ? [...given, { by: "tail", lines: tail }] : given;
}
