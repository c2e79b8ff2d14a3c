// `| grep WORD`, `| head` and `| tail` behind a command: parsed into filters of our own and applied to the output.
import type { OutputFilter } from "./command-request.ts";
import { type Refusal, refuse } from "./refusal.ts";

type ReadFilter = Readonly<{ ok: true; filter: OutputFilter }> | Refusal;

const linesByDefault = 10;

/** The words of one part behind a pipe. */
export function readFilter(words: readonly string[]): ReadFilter {
  const [tool = "", ...rest] = words;
  if (tool === "grep") return readGrep(rest);
  if (tool === "head" || tool === "tail") return readLines(tool, rest);
  return refuse("filter-unknown", { is: "filterUnknown", tool });
}

function readGrep(words: readonly string[]): ReadFilter {
  const options = words.filter((word) => word.startsWith("-"));
  const patterns = words.filter((word) => !word.startsWith("-"));
  const unknown = options.find(
    (option) => !/^-[ivF]+$/.test(option) && !["--ignore-case", "--invert-match"].includes(option),
  );
  if (unknown !== undefined) return refuse("filter-invalid", { is: "grepOption", option: unknown });
  const [pattern] = patterns;
  if (pattern === undefined || pattern === "" || patterns.length > 1) {
    return refuse("filter-invalid", { is: "grepWords" });
  }
  const special = /[\\[\]*^$]/.exec(pattern)?.[0];
  if (special !== undefined) return refuse("filter-invalid", { is: "grepPattern", special, pattern });
  const has = (letter: string, name: string) =>
    options.some((o) => o === name || (/^-[ivF]*$/.test(o) && o.includes(letter)));
  const ignoreCase = has("i", "--ignore-case");
  return { ok: true, filter: { kind: "grep", pattern, ignoreCase, invert: has("v", "--invert-match") } };
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
  if (filter.kind !== "grep") {
    return filter.kind === "head" ? lines.slice(0, filter.lines) : lines.slice(-filter.lines);
  }
  const fold = (text: string) => (filter.ignoreCase ? text.toLowerCase() : text);
  const wanted = fold(filter.pattern);
  return lines.filter((line) => fold(line).includes(wanted) !== filter.invert);
}
