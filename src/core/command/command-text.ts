// A command as a person would type it: for cards, and to ask the same thing again.

import { quoteArgv } from "../text/quote.ts";
import type { CommandRequest, OutputFilter } from "./command-request.ts";

/** Words stand bare where no shell would change them, and in single quotes elsewhere. */
export const commandText = ({ argv, filters = [] }: Typed): string =>
  [quoteArgv(argv), ...filters.map(filterText)].join(" | ");

type Typed = Pick<CommandRequest, "argv"> & Partial<Pick<CommandRequest, "filters">>;

/** To ask the same again: a namespace that nobody named is left to be assumed again. */
export const textAgain = ({ argv, filters, namespaceAssumed }: CommandRequest): string =>
  commandText({
    argv: namespaceAssumed === true ? argv.filter((word) => !/^--namespaces?=/.test(word)) : argv,
    filters,
  });

function filterText(filter: OutputFilter): string {
  switch (filter.kind) {
    case "grep":
      return grepText(filter);
    case "head":
    case "tail":
      return `${filter.kind} -n ${filter.lines}`;
    case "sort":
      return "sort";
    case "count":
      return "wc -l";
  }
}

function grepText({
  pattern,
  or = [],
  ignoreCase,
  invert,
  around,
}: Extract<OutputFilter, { kind: "grep" }>): string {
  const options = [ignoreCase ? "-i" : "", invert ? "-v" : ""].filter(Boolean);
  const lines = around === undefined ? [] : ["-B", `${around.before}`, "-A", `${around.after}`];
  const patterns = or.length === 0 ? [pattern] : [pattern, ...or].flatMap((each) => ["-e", each]);
  return quoteArgv(["grep", ...options, ...lines, ...patterns]);
}
