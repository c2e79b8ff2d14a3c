// How the output of a command is best told: as a table, as a sentence, or as the text that it is.

import type { CommandRequest, CommandResult } from "../command/command-request.ts";
import { type Forbidden, forbiddenIn, saysNone } from "./kubectl-refusal.ts";
import type { Table } from "./table.ts";
import { tableOf } from "./table-of.ts";

export type ToldOutput = Readonly<
  | { as: "table"; table: Table }
  | { as: "none" }
  | { as: "forbidden"; forbidden: Forbidden }
  /** Something of it is missing: its beginning and its end say more than its first page. */
  | { as: "ends" }
  | { as: "text" }
>;

const lists: readonly string[] = ["get", "describe", "events", "top"];

export function toldOutput(
  request: CommandRequest,
  { output, exitCode, truncated }: CommandResult,
): ToldOutput {
  if (lists.includes(request.verb) && saysNone(output)) return { as: "none" };
  const forbidden = exitCode === 0 ? null : forbiddenIn(output);
  if (forbidden !== null) return { as: "forbidden", forbidden };
  const table = tableOf(request, output);
  if (table !== null) return { as: "table", table };
  return { as: truncated ? "ends" : "text" };
}
