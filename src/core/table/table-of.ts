// From a command and its output to a table, its rows judged and the worst of them first.
import type { CommandRequest } from "../command/command-request.ts";
import { findResource, resourceParts } from "../command/grammar/resources.ts";
import { outputFormat } from "../command/output-format.ts";
import { tableKinds } from "./kinds/all.ts";
import { type Lines, readTable } from "./read-table.ts";
import type { Cell, Fact, Judged, Level, Row, Table, TableKind } from "./table.ts";

type Asked = Pick<CommandRequest, "verb" | "resources" | "argv">;

/** Null where the output is no table, or a form that somebody asked for themselves. */
export function tableOf(request: Asked, output: string): Table | null {
  const [resource, ...others] = request.resources;
  if (resource === undefined || !printsTable(request)) return null;
  return others.length > 0 ? tableOfSeveral(output) : tableOfOne(resource, request.verb, output);
}

/** What several kinds are counted as together. */
export const severalKinds = "objects";

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
        judge: () => ({ level: "plain", state: null }),
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
const saysNothing = ({ column, value }: Fact): boolean =>
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
    .map((column): Fact => ({ column, value: cell(column) }))
    .filter((fact) => !saysNothing(fact));
  const { level, state }: Judged = kind.judge(cell);
  return {
    level,
    state,
    namespace: hasNamespace ? cell("NAMESPACE") : null,
    name: nameIn(kind, cell),
    facts,
  };
}

/** `top pods --containers` names the pod in a column of its own; a type may stand before the name. */
function nameIn({ name = "NAME", verb, keepsKind }: Shown, cell: Cell): string {
  if (name !== "NAME" || keepsKind) return cell(name);
  const written = (verb === "top" && cell("POD")) || cell(name);
  return written.replace(/^[a-z0-9.]{1,100}\//, "");
}
