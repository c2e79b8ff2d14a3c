// From a command and its output to a table, its rows judged and the worst of them first.
import type { CommandRequest, CommandResult } from "../command/grammar/command-request.ts";
import { findResource, resourceParts } from "../command/grammar/resources.ts";
import { isServerError } from "../command/output-filter.ts";
import { outputFormat } from "../command/output-format.ts";
import { type Refused, refusedIn } from "../finding/rights/refused-by-kubernetes.ts";
import { type HeaderColumn, headerOf } from "../text/table-header.ts";
import {
  claims,
  endpoints,
  events,
  ingresses,
  namespaces,
  nodes,
  services,
  topNodes,
  topPods,
  volumes,
} from "./cluster-tables.ts";
import {
  type Cell,
  type Level,
  plain,
  pods,
  type Row,
  type Table,
  type TableFact,
  type TableKind,
} from "./table.ts";
import {
  autoscalers,
  cronjobs,
  daemonsets,
  deployments,
  jobs,
  replicasets,
  statefulsets,
} from "./workload-tables.ts";

// Every kind of table that is judged.

const tableKinds: readonly TableKind[] = [
  ...[pods, nodes, deployments, replicasets, statefulsets, daemonsets, jobs, cronjobs],
  ...[services, endpoints, ingresses, claims, volumes, events, autoscalers, namespaces],
  ...[topPods, topNodes],
];

// Reads a table of kubectl's: its columns stand where the header's words stand, since cells may hold spaces.

/** `rows`: one cell for each column. `other`: lines that are no row, a warning for example. */
type Lines = Readonly<{
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  other: readonly string[];
}>;

/** A warning or two may stand above it. */
const mostAbove = 20;

/** Null where it is no such table, or where more lines do not fit its columns than do. Linear in the text. */
function readTable(output: string): Lines | null {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const at = lines.slice(0, mostAbove).findIndex((line) => headerOf(line) !== null);
  const columns = headerOf(lines[at] ?? "");
  if (columns === null) return null;
  const other = lines.slice(0, at);
  const rows: (readonly string[])[] = [];
  for (const line of lines.slice(at + 1)) {
    const cells = cellsOf(line, columns);
    if (cells === null) other.push(line);
    else rows.push(cells);
  }
  if (rows.length === 0 || other.length > rows.length) return null;
  return { columns: columns.map(({ name }) => name), rows, other };
}

/** What was masked is of another length and moves what stands behind it: then the blanks between cells tell. */
function cellsOf(line: string, columns: readonly HeaderColumn[]): readonly string[] | null {
  const letters = lettersOf(line);
  const isCut = ({ from }: HeaderColumn): boolean =>
    from > 0 && (letters[from - 1] ?? " ") + (letters[from - 2] ?? " ") !== "  ";
  if (!columns.some(isCut))
    return columns.map(({ from }, index) => textOf(letters, from, columns[index + 1]?.from).trim());
  const cells = line.split(/ {2,}/, columns.length + 1);
  return cells.length === columns.length ? cells.map((cell) => cell.trim()) : null;
}

/** kubectl counts letters, where JavaScript counts halves of some. */
const lettersOf = (line: string): string | readonly string[] =>
  /[\ud800-\udfff]/.test(line) ? Array.from(line) : line;

const textOf = (letters: string | readonly string[], from: number, to: number | undefined): string =>
  typeof letters === "string" ? letters.slice(from, to) : letters.slice(from, to).join("");

type Asked = Pick<CommandRequest, "verb" | "resources" | "argv">;

/** Null where the output is no table, or a form that somebody asked for themselves. */
export function tableOf(request: Asked, output: string): Table | null {
  const [resource, ...others] = request.resources;
  if (resource === undefined || !printsTable(request)) return null;
  return others.length > 0 ? tableOfSeveral(output) : tableOfOne(resource, request.verb, output);
}

/** What several kinds are counted as together. */
const severalKinds = "objects";

/** kubectl writes a table for each kind, a blank line between them, and the kind before each name; a filter leaves heads alone. */
function tableOfSeveral(output: string): Table | null {
  const parts = output
    .split(/\n[ \t]*\n|\n(?=NAME(?:SPACE)? )/)
    .filter((part) => part.trim() !== "" && !isHeadAlone(part));
  const tables = parts.map((part) => {
    const kind = /(?:^|\s)([a-z][a-z0-9.-]{0,252})\/[a-z0-9]/.exec(part.slice(part.indexOf("\n") + 1))?.[1];
    return kind === undefined ? null : tableOfOne(resourceOf(kind), "get", part, true);
  });
  const read = tables.filter((table) => table !== null);
  if (read.length === 0 || read.length < tables.length) return null;
  return {
    resource: severalKinds,
    judged: read.every((table) => table.judged),
    rows: read.flatMap(({ rows }) => rows).toSorted((a, b) => rank[a.level] - rank[b.level]),
    other: read.flatMap(({ other }) => other),
  };
}

const isHeadAlone = (part: string): boolean => /^NAME(?:SPACE)? /.test(part) && !part.trim().includes("\n");

/** `deployment.apps` is of `deployments`. */
const resourceOf = (kind: string): string => findResource(resourceParts(kind).name)?.name ?? kind;

function tableOfOne(resource: string, asked: string, output: string, keepsKind = false): Table | null {
  const lines = readTable(output);
  if (lines === null) return null;
  const verb = asked === "top" ? "top" : "get";
  const known = tableKinds.find((kind) => kind.verb === verb && kind.resources.includes(resource));
  const kind = known?.needs.every((column) => lines.columns.includes(column)) ? known : generic(lines);
  return kind === null ? null : judged(resource, { ...kind, keepsKind }, lines, kind === known);
}

type Shown = TableKind & Readonly<{ keepsKind: boolean }>;

const verbs: readonly string[] = ["get", "top", "events"];

const printsTable = ({ verb, argv }: Asked): boolean =>
  verbs.includes(verb) && (outputFormat(argv) ?? "wide") === "wide";

/** Its columns say nothing that we know: every one is shown, and nothing is called wrong. */
const generic = ({ columns }: Lines): TableKind | null =>
  columns.includes("NAME")
    ? {
        resources: [],
        verb: "get",
        needs: [],
        facts: columns.filter((column) => column !== "NAME" && column !== "NAMESPACE"),
        judge: () => plain,
      }
    : null;

const rank: Readonly<Record<Level, number>> = {
  broken: 0,
  warning: 1,
  unknown: 2,
  moving: 3,
  plain: 4,
  fine: 5,
};

/** kubectl's words for nothing; no restart is none as well. */
const saysNothing = ({ column, value }: TableFact): boolean =>
  ["", "<none>", "<unset>"].includes(value) || (column === "RESTARTS" && value === "0");

function judged(
  resource: string,
  kind: Shown,
  { columns, rows, other }: Lines,
  isKnown: boolean,
): Table | null {
  const place = new Map(columns.map((column, index) => [column, index]));
  const read = rows.map((cells) => {
    const cell: Cell = (column) => cells[place.get(column) ?? -1] ?? "";
    return { row: rowOf(kind, place.has("NAMESPACE"), cell), order: kind.order?.(cell) ?? 0, line: cells };
  });
  const named = read.filter(({ row }) => row.name !== "");
  if (named.length === 0) return null;
  const sorted = named.toSorted((a, b) => rank[a.row.level] - rank[b.row.level] || byOrder(a.order, b.order));
  const nameless = read.filter(({ row }) => row.name === "").map(({ line }) => line.join("  ").trim());
  return { resource, judged: isKnown, rows: sorted.map(({ row }) => row), other: [...other, ...nameless] };
}

const byOrder = (a: number, b: number): number => (a === b ? 0 : a - b);

function rowOf(kind: Shown, hasNamespace: boolean, cell: Cell): Row {
  const facts = kind.facts
    .map((column): TableFact => ({ column, value: cell(column) }))
    .filter((fact) => !saysNothing(fact));
  const namespace = hasNamespace ? cell("NAMESPACE") : null;
  return { ...kind.judge(cell), namespace, name: nameIn(kind, cell), facts };
}

/** `top pods --containers` names the pod in a column of its own; a type may stand before the name. */
function nameIn({ name = "NAME", verb, keepsKind }: Shown, cell: Cell): string {
  if (name !== "NAME" || keepsKind) return cell(name);
  const written = (verb === "top" && cell("POD")) || cell(name);
  return written.replace(/^[a-z0-9.]{1,100}\//, "");
}

// How the output of a command is best told: as a table, as a sentence, or as the text that it is.

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

/** The words that no row holds, where nothing but heads and errors came through. Null where something else did, or nothing was looked for. */
function filteredOut(
  { filters }: Pick<CommandRequest, "filters">,
  { output, exitCode }: Pick<CommandResult, "output" | "exitCode">,
): Extract<ToldOutput, { as: "filteredOut" }> | null {
  const words = filters.flatMap((filter) =>
    filter.kind === "grep" && !filter.invert ? [filter.pattern, ...(filter.or ?? [])] : [],
  );
  const sought = words.filter((word) => !/^NAME(?:SPACE)?$/.test(word));
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const errors = lines.filter(isServerError);
  const isHead = (line: string) => /^NAME(?:SPACE)? [^\p{Ll}]*$/u.test(line);
  const areHeads = errors.length < lines.length && lines.every((line) => isHead(line) || isServerError(line));
  const isWhole = exitCode === 0 || errors.length > 0;
  return areHeads && isWhole && sought.length > 0 && words.length > sought.length
    ? { as: "filteredOut", words: sought, errors }
    : null;
}

type ToldOutput = Readonly<
  | { as: "table"; table: Table }
  | { as: "none" }
  /** Objects were listed, and the filter left no row of them. `words`: what it looked for. `errors`: of kinds that could not be listed. */
  | { as: "filteredOut"; words: readonly string[]; errors: readonly string[] }
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
  const empty = !truncated && printsTable(request) ? filteredOut(request, { output, exitCode }) : null;
  if (empty !== null) return empty;
  const table = tableOf(request, output);
  if (table !== null) return { as: "table", table };
  return { as: truncated ? "ends" : "text" };
}
