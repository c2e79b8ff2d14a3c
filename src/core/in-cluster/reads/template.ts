// A template for kubectl and the reader of what it prints, made from the same list of fields.
import type { Cell } from "./cells.ts";

/** Of kubectl itself, on its standard error: it says so and goes on. */
const chatter = /^(?:[EWI]\d{4} |Warning: |Defaulted container |No resources found)/;

export const isChatter = (line: string): boolean => chatter.test(line);

/** `--output` that prints, of each object in these lists, these fields in order. */
export const columnsOf = (fields: readonly string[], ...lists: readonly string[]): string =>
  wholeList(lists.map((list) => `{range ${list}}${fieldsOf(fields)}{end}`).join(""));

/** The kind of the list itself stands last: a list of nothing is not the same as nothing. */
export const wholeList = (template: string): string => `--output=jsonpath-as-json=${template}{.kind}`;

export const fieldsOf = (fields: readonly string[]): string => fields.map((field) => `{${field}}`).join("");

/**
 * Every cell in order. kubectl prints each as indented JSON, so that brackets at the beginning of a line are its own:
 * texts hold no line breaks there. Null for any other output.
 */
export function cellsIn(output: string): readonly Cell[] | null {
  const cells: Cell[] = [];
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
export function listCellsIn(output: string): readonly Cell[] | null {
  const cells = cellsIn(output);
  return cells?.at(-1)?.[0] === "List" ? cells.slice(0, -1) : null;
}

function parseCell(json: string): Cell | null {
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
export function itemsOf<T>(
  output: string,
  width: number,
  itemOf: (...cells: readonly Cell[]) => T | null,
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
