// Tables in a log: a line of columns, `user | password` of psql or `user,password` of CSV, and rows of as many cells below.
import { isTelling } from "./names.ts";
import { isNoSecret } from "./no-secret.ts";
import { linesOf } from "./scan-lines.ts";
import type { Span } from "./span.ts";

const heading = /^[ \t]*\w[\w. -]{0,60}(?:[ \t]*[|,\t;][ \t]*\w[\w. -]{0,60}){1,60}[ \t]*\r?$/;
const rule = /^[ \t]*-{2,}(?:\+-{2,})*[ \t]*\r?$/;
const longestLine = 4_000;

type Table = Readonly<{ columns: readonly string[]; mark: string }>;

export function textTableSpans(text: string): readonly Span[] {
  const found: Span[] = [];
  let table: Table | null = null;
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, Math.min(end, start + longestLine));
    if (table !== null && rule.test(line)) continue;
    const cells: readonly string[] = table === null ? [] : line.split(table.mark);
    if (table !== null && cells.length === table.columns.length)
      found.push(...cellSpans(table, cells, start));
    else table = tableOf(line);
  }
  return found;
}

/** Names alone, one of which tells: a sentence with commas has words that are none. */
function tableOf(line: string): Table | null {
  if (!heading.test(line)) return null;
  const mark = /[|,\t;]/.exec(line)?.[0] ?? ",";
  const columns = line.split(mark).map((column) => column.trim());
  const isHeading = columns.every((column) => column !== "" && column.split(" ").length < 3);
  return isHeading && columns.length > 1 && columns.some(isTelling) ? { columns, mark } : null;
}

function cellSpans({ columns, mark }: Table, cells: readonly string[], lineStart: number): readonly Span[] {
  const found: Span[] = [];
  let at = lineStart;
  for (const [index, cell] of cells.entries()) {
    const value = cell.trim();
    const name = columns[index] ?? "";
    const start = at + cell.indexOf(value);
    if (value !== "" && isTelling(name) && !isNoSecret(name, value))
      found.push({ start, end: start + value.length, kind: "named" });
    at += cell.length + mark.length;
  }
  return found;
}
