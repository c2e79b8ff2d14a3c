// `| grep WORD`, `| head`, `| tail`, `| sort` and `| wc -l` behind a command: parsed into filters of our own and applied
// to the output.
import type { OutputFilter } from "./command-request.ts";
import { grepLines, readGrep } from "./grep.ts";
import { type Refusal, refuse } from "./refusal.ts";

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
