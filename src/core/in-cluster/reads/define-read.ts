// One thing that is read inside the cluster: the command, and what its output means.
import type { CommandRequest } from "../../command/grammar/command-request.ts";

// Values out of what kubectl prints for `-o jsonpath-as-json`: a list of JSON for each field of a template.
// Kubernetes prints no text raw there, so that nothing that a pod or an event says can look like another field.

/** All values of one field: none where the object has no such field. */
export type ReadCell = readonly unknown[];

const strings = (cell: ReadCell): readonly string[] => cell.filter((each) => typeof each === "string");

/** The first text, or "". */
export const text = (cell: ReadCell): string => strings(cell)[0] ?? "";
export const texts = strings;

/** The first number, or 0. */
export const count = (cell: ReadCell): number => numbers(cell)[0] ?? 0;
export const numbers = (cell: ReadCell): readonly number[] => cell.filter((each) => typeof each === "number");

export const isTrue = (cell: ReadCell): boolean => cell.includes(true);

export const object = (cell: ReadCell): Readonly<Record<string, unknown>> => {
  const [first] = cell;
  return isObject(first) ? first : {};
};

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Milliseconds since 1970; null where no such time is said. */
export const time = (cell: ReadCell): number | null => {
  const ms = Date.parse(text(cell));
  return Number.isNaN(ms) ? null : ms;
};

/** Wide enough for every name that the API server takes, and nothing else. */
const namePattern = /^[A-Za-z0-9](?:[A-Za-z0-9._:-]{0,251}[A-Za-z0-9])?$/;

export const isName = (value: string): boolean => namePattern.test(value);

/** Null for what is no name: then it is not Kubernetes that speaks. */
export const name = (cell: ReadCell): string | null => {
  const value = text(cell);
  return isName(value) ? value : null;
};

/** Of a namespace or a service, which is one label of a DNS name; null for anything else. */
export const dnsLabel = (cell: ReadCell): string | null => {
  const value = text(cell);
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(value) ? value : null;
};

/** Where anybody may write what they like, such as the reason of an event: a plain word, or "". */
export const word = (value: string): string =>
  /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$/.test(value) ? value : "";
export const words = (cell: ReadCell): readonly string[] => strings(cell).map(word);

// A template for kubectl and the reader of what it prints, made from the same list of fields.

/** Of kubectl itself, on its standard error: it says so and goes on. */
const chatter = /^(?:[EWI]\d{4} |Warning: |Defaulted container |No resources found)/;

export const isChatter = (line: string): boolean => chatter.test(line);

/** `--output` that prints, of each object in these lists, these fields in order. */
const columnsOf = (fields: readonly string[], ...lists: readonly string[]): string =>
  wholeList(lists.map((list) => `{range ${list}}${fieldsOf(fields)}{end}`).join(""));

/** The kind of the list itself stands last: a list of nothing is not the same as nothing. */
export const wholeList = (template: string): string => `--output=jsonpath-as-json=${template}{.kind}`;

export const fieldsOf = (fields: readonly string[]): string => fields.map((field) => `{${field}}`).join("");

/**
 * Every cell in order. kubectl prints each as indented JSON, so that brackets at the beginning of a line are its own:
 * texts hold no line breaks there. Null for any other output.
 */
function cellsIn(output: string): readonly ReadCell[] | null {
  const cells: ReadCell[] = [];
  let open: string[] | null = null;
  for (const line of output.split("\n")) {
    if (open !== null) {
      open.push(line);
      if (line !== "]") continue;
      const cell = parseCell(open.join(""));
      if (cell === null) return null;
      cells.push(cell);
      open = null;
    } else if (line === "[]") cells.push([]);
    else if (line === "[") open = [line];
    else if (line.trim() !== "" && !isChatter(line)) return null;
  }
  return open === null ? cells : null;
}

/** The cells of a whole list; null for any other output. */
export function listCellsIn(output: string): readonly ReadCell[] | null {
  const cells = cellsIn(output);
  return cells?.at(-1)?.[0] === "List" ? cells.slice(0, -1) : null;
}

function parseCell(json: string): ReadCell | null {
  const value = parseJson(json);
  return Array.isArray(value) ? value : null;
}

/** Undefined for what is no JSON. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The object that kubectl prints with `-o json`, whatever it says before; undefined where there is none. */
export function objectIn(output: string): unknown {
  const lines = output.split("\n");
  const [first, last] = [lines.indexOf("{"), lines.lastIndexOf("}")];
  return first === -1 || last < first ? undefined : parseJson(lines.slice(first, last + 1).join("\n"));
}

/** What cells of so many fields each make; null where one makes nothing, or one is incomplete. */
function itemsOf<T>(
  output: string,
  width: number,
  itemOf: (...cells: readonly ReadCell[]) => T | null,
): readonly T[] | null {
  const cells = listCellsIn(output);
  if (cells === null || cells.length % width !== 0) return null;
  const items: T[] = [];
  for (let at = 0; at < cells.length; at += width) {
    const item = itemOf(...cells.slice(at, at + width));
    if (item === null) return null;
    items.push(item);
  }
  return items;
}

export type ReadSpec<Id extends string = string, T = unknown> = Readonly<{
  id: Id;
  argv: readonly string[];
  /** What people's own door knows no words for, and what it reads. */
  ownReads?: CommandRequest["reads"];
  /** Null for what kubectl does not print. Total, and linear in what is printed. */
  read: (output: string, exitCode: number) => T | null;
  /** Its output says something as well where kubectl ends with an error. */
  readsErrors?: true;
  /** A cluster may be without this kind. Of any other kubectl says so too, where it could not ask for the kinds. */
  mayBeAbsent?: true;
}>;

/** kubectl, and no call of it waits longer than that: one that hangs must not take the others with it. */
export const kubectl = (...words: readonly string[]): readonly string[] => [
  "kubectl",
  ...words,
  "--request-timeout=20s",
];

/** `every`: lists of the template; all objects where none is named. */
type List<T> = Readonly<{
  /** `get` and what follows. */
  get: readonly string[];
  fields: readonly string[];
  every?: readonly string[];
  item: (...cells: readonly ReadCell[]) => T | null;
  ownReads?: CommandRequest["reads"];
  mayBeAbsent?: true;
}>;

/** A read of objects of one kind, with the fields of each that count. */
export const listRead = <const Id extends string, T>(
  id: Id,
  { get, fields, every = [".items[*]"], item, ...more }: List<T>,
): ReadSpec<Id, readonly T[]> => ({
  id,
  argv: kubectl("get", ...get, columnsOf(fields, ...every)),
  ...more,
  read: (output) => itemsOf(output, fields.length, item),
});
