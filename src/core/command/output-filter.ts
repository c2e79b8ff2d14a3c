// `| grep WORD`, `| head`, `| tail`, `| sort` and `| wc -l` behind a command: parsed into filters of our own and applied
// to the output.
import type { CommandRequest, CommandResult, OutputFilter } from "./grammar/command-request.ts";
import { type CommandRefusal, refuse } from "./grammar/refusal.ts";

// `| grep` behind a command: words to look for, any of several, with lines around them. No pattern is ever run.

type Grep = Extract<OutputFilter, { kind: "grep" }>;
type Read = Readonly<{ ok: true; filter: Grep }> | CommandRefusal;

type Options = { letters: Set<string>; patterns: string[]; before: number; after: number };

const longNames: Readonly<Record<string, string>> = {
  "--ignore-case": "i",
  "--invert-match": "v",
  "--extended-regexp": "E",
  "--fixed-strings": "F",
};

/** `words` are those after `grep`. */
function readGrep(words: readonly string[]): Read {
  const options: Options = { letters: new Set(), patterns: [], before: 0, after: 0 };
  const bare: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (!word.startsWith("-")) {
      bare.push(word);
      continue;
    }
    const took = takeOption(options, word, words[at + 1]);
    if (took === null) return refuse("filter-invalid", { is: "grepOption", option: word });
    at += took;
  }
  const given = [...options.patterns, ...bare];
  if (given.length === 0 || given.includes("") || bare.length > (options.patterns.length > 0 ? 0 : 1)) {
    return refuse("filter-invalid", { is: "grepWords" });
  }
  return grepFor(given, options);
}

/** How many of the words behind it the option took; null where it is not accepted. */
function takeOption(options: Options, word: string, next: string | undefined): 0 | 1 | null {
  const [, flags = "", valued, attached] = /^-([ivEF]*)(?:([eABC])(.*))?$/s.exec(word) ?? [];
  const letter = longNames[word] ?? "";
  if (letter === "" && !/^-([ivEF]+|[ivEF]*[eABC].*)$/s.test(word)) return null;
  for (const each of letter || flags) options.letters.add(each);
  if (letter !== "" || valued === undefined) return 0;
  const value = attached || next || "";
  if (valued === "e") options.patterns.push(value);
  else if (!/^\d{1,3}$/.test(value)) return null;
  else {
    if (valued !== "A") options.before = Number(value);
    if (valued !== "B") options.after = Number(value);
  }
  return attached ? 0 : 1;
}

function grepFor(given: readonly string[], { letters, before, after }: Options): Read {
  const words: string[] = [];
  for (const pattern of given) {
    for (const each of letters.has("F") ? [pattern] : alternatives(pattern, letters.has("E"))) {
      const special = specialIn(each, letters);
      if (special !== undefined || each === "") {
        return refuse("filter-invalid", { is: "grepPattern", special: special ?? "|", pattern });
      }
      words.push(letters.has("F") ? each : each.replace(/\\([./-])/g, "$1"));
    }
  }
  const [first = "", ...or] = words;
  return {
    ok: true,
    filter: {
      kind: "grep",
      pattern: first,
      ...(or.length > 0 ? { or } : {}),
      ignoreCase: letters.has("i"),
      invert: letters.has("v"),
      ...(before + after > 0 ? { around: { before, after } } : {}),
    },
  };
}

/** `a\|b`; with `-E`, `a|b` and `^(a|b)$`. */
function alternatives(pattern: string, extended: boolean): readonly string[] {
  const [, start = "", inside, end = ""] = (extended ? /^(\^?)\(([^()]*)\)(\$?)$/.exec(pattern) : null) ?? [];
  const parts = (inside ?? pattern).split(extended ? "|" : "\\|");
  return parts.map((part) => `${start}${part}${end}`);
}

/** What would make it a pattern. A dot is taken as a dot. */
function specialIn(word: string, letters: ReadonlySet<string>): string | undefined {
  if (letters.has("F")) return /[\\[\]*^$]/.exec(word)?.[0];
  const bare = word.replace(/\\[./-]/g, "").replace(/^\^|\$$/g, "");
  return (letters.has("E") ? /[\\[\]*^$+?(){}|]/ : /[\\[\]*^$]/).exec(bare)?.[0];
}

/** The lines in which one of the words stands, or none of them, with those around. */
function grepLines(lines: readonly string[], filter: Grep): readonly string[] {
  const fold = (text: string) => (filter.ignoreCase ? text.toLowerCase() : text);
  const wanted = [filter.pattern, ...(filter.or ?? [])].map(fold);
  const isFound = (line: string) => wanted.some((word) => stands(fold(line), word)) !== filter.invert;
  if (filter.around === undefined) return lines.filter(isFound);
  return withLinesAround(lines, isFound, filter.around);
}

function stands(line: string, word: string): boolean {
  const [atStart, atEnd] = [word.startsWith("^"), word.endsWith("$")];
  const text = word.slice(atStart ? 1 : 0, atEnd ? -1 : undefined);
  if (atStart && atEnd) return line === text;
  if (atStart) return line.startsWith(text);
  return atEnd ? line.endsWith(text) : line.includes(text);
}

/** As grep prints them: `--` stands where lines were left out between two. */
function withLinesAround(
  lines: readonly string[],
  isFound: (line: string) => boolean,
  { before, after }: Readonly<{ before: number; after: number }>,
): readonly string[] {
  const kept: string[] = [];
  let next = 0;
  for (const [at, line] of lines.entries()) {
    if (!isFound(line)) continue;
    const start = Math.max(next, at - before);
    if (kept.length > 0 && start > next) kept.push("--");
    const end = Math.max(next, at + after + 1);
    kept.push(...lines.slice(start, end));
    next = Math.min(end, lines.length);
  }
  return kept;
}

type ReadFilter = Readonly<{ ok: true; filter: OutputFilter }> | CommandRefusal;

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
export function applyFilters(
  output: string,
  { argv, filters }: Pick<CommandRequest, "argv" | "filters">,
): string {
  if (filters.length === 0) return output;
  const lines = output === "" ? [] : output.replace(/\n$/, "").split("\n");
  // In a log the line is the container's own.
  const isKept = (line: string) => argv[1] !== "logs" && isServerError(line);
  const kept = filters.reduce<readonly string[]>(
    applyFilter,
    lines.filter((line) => !isKept(line)),
  );
  return [...kept, ...lines.filter(isKept)].map((line) => `${line}\n`).join("");
}

/** kubectl's error output, which no pipe of a shell holds back: without it nobody knows why the exit code is no 0. */
export const isServerError = (line: string): boolean => /^Error from server \([A-Za-z]{1,40}\): /.test(line);

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
