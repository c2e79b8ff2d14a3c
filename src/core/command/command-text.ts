// A command as a person would type it: for cards, and to ask the same thing again.

import { quoteArgv } from "../text/quote.ts";
import type { CommandRequest, OutputFilter } from "./command-request.ts";

/** Words stand bare where no shell would change them, and in single quotes elsewhere. */
export const commandText = (request: Pick<CommandRequest, "argv" | "filters">): string =>
  [quoteArgv(request.argv), ...request.filters.map(filterText)].join(" | ");

const filterText = (filter: OutputFilter): string =>
  filter.kind === "grep"
    ? ["grep", filter.ignoreCase ? "-i" : "", filter.invert ? "-v" : "", quoteArgv([filter.pattern])]
        .filter(Boolean)
        .join(" ")
    : `${filter.kind} -n ${filter.lines}`;
