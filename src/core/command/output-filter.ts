// `| grep WORD`, `| head`, `| tail`, `| sort` and `| wc -l` behind a command: parsed into filters of our own and applied
// to the output.
import type { CommandRequest, CommandResult, OutputFilter } from "./grammar/command-request.ts";
import { type Refusal, refuse } from "./grammar/refusal.ts";
import { grepLines, readGrep } from "./grep.ts";

type ReadFilter = Readonly<{ ok: true; filter: OutputFilter }> | Refusal;

const linesByDefault = 10;

/** The words of one part behind a pipe. */
export function readFilter(words: readonly string[]): ReadFilter {
  const [tool = "", ...rest] = words;
  if (tool === "grep") return readGrep(rest);
  if (tool === "head" || tool === "tail") return readLines(tool, rest);
  if (tool === "sort" && rest.length === 0) return { ok: true, filter: { kind: "sort" } };
  if (tool === "wc" && rest.join(" ") === "-l") return { ok: true, filter: { kind: "count" } };
  const named = tool === "sort" || tool === "wc" ? words.join(" ") : tool;
  return refuse("filter-unknown", { is: "filterUnknown", tool: named });
}

/** `head`, `head -20`, `head -n 20`, `head -n20`, `head --lines=20`; the same for tail. */
function readLines(kind: "head" | "tail", words: readonly string[]): ReadFilter {
  if (words.length === 0) return { ok: true, filter: { kind, lines: linesByDefault } };
  const count = /^(?:-|-n ?|--lines[ =])(\d{1,6})$/.exec(words.join(" "))?.[1];
  if (count === undefined || Number(count) === 0) {
    return refuse("filter-invalid", { is: "lineCount", tool: kind });
  }
  return { ok: true, filter: { kind, lines: Number(count) } };
}

/** The lines that pass all filters, in order. Redact first: what makes a value a secret may stand on another line. */
export function applyFilters(output: string, filters: readonly OutputFilter[]): string {
  if (filters.length === 0) return output;
  const lines = output.replace(/\n$/, "").split("\n");
  const kept = filters.reduce<readonly string[]>(applyFilter, output === "" ? [] : lines);
  return kept.map((line) => `${line}\n`).join("");
}

function applyFilter(lines: readonly string[], filter: OutputFilter): readonly string[] {
  switch (filter.kind) {
    case "grep":
      return grepLines(lines, filter);
    case "head":
      return lines.slice(0, filter.lines);
    case "tail":
      return lines.slice(-filter.lines);
    case "sort":
      return lines.toSorted();
    case "count":
      return [String(lines.length)];
  }
}

// What is missing of an output, and who left it out: the bot, AKS, or kubectl as it was asked.

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
