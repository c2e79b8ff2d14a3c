// How the output of a command is best told: as a table, as a sentence, or as the text that it is.
import type { CommandRequest, CommandResult } from "../command/grammar/command-request.ts";
import { type Refused, refusedIn } from "../finding/rights/refused-by-kubernetes.ts";
import type { Table } from "./table.ts";
import { tableOf } from "./table-of.ts";

// What kubectl prints instead of objects: that there are none, or that Kubernetes refused to show them.

const none = /^No (?:resources|events) found(?: in [a-z0-9-]{1,63} namespace)?\.?$/;

/** Whether the output says that there is nothing, and says nothing else. */
export const saysNone = (output: string): boolean => output.length < 200 && none.test(output.trim());

export type Forbidden = Readonly<{
  refused: Refused;
  /** Null: it was asked of the cluster as a whole. */
  namespace: string | null;
  /** Roles of Azure's decide, and not only bindings in the cluster. */
  byAzure: boolean;
  /** How many kinds of objects were refused beside this one. */
  others: number;
}>;

/** A message is some hundred characters long, and a command asks for a dozen kinds of objects at most. */
const longest = 10_000;
const isRefusal = (line: string): boolean => /^Error from server \(Forbidden\): /.test(line);

/** Null where the output holds anything else besides: then it is shown as it is. */
export function forbiddenIn(output: string): Forbidden | null {
  if (output.length > longest) return null;
  const [first = "", ...others] = output.split("\n").filter((line) => line.trim() !== "");
  if (![first, ...others].every(isRefusal)) return null;
  const refused = refusedIn(first);
  if (refused === null) return null;
  const namespace = / in the namespace "([a-z0-9-]{1,63})"/.exec(first)?.[1] ?? null;
  return {
    refused,
    namespace,
    byAzure: /does not have access to the resource in Azure/i.test(first),
    others: others.length,
  };
}

type ToldOutput = Readonly<
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
