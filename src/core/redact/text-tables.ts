// Tables in a log: a line of columns, `user | password` of psql or `user,password` of CSV, and rows of as many cells below.

import { type HeaderColumn, headerOf } from "../text/table-header.ts";
import { isTelling } from "./names.ts";
import { isNoSecret, isObjectName } from "./no-secret.ts";
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

// Cells of a table of kubectl's, below a title that says what they hold: label columns, and columns that a custom type names.

/** kubectl names a label column by what stands behind the slash of the label. */
const titleOf = (label: string): string => label.slice(label.lastIndexOf("/") + 1).toUpperCase();

/** `-L a,b`, in any of the forms that kubectl takes. */
const labelTitles = (argv: readonly string[]): readonly string[] =>
  argv.flatMap((word, at) => {
    const labels =
      /^(?:--label-columns=|-L=?)(.+)$/s.exec(word)?.[1] ??
      (/^(?:--label-columns|-L)$/.test(word) ? argv[at + 1] : undefined);
    return (labels ?? "").split(",").map(titleOf);
  });

/** Of these a plain name is the object's, a way to sign in, a state or a key within a Secret, unless it is a label's value. */
const mayName =
  /^(?:(?:(?:TLS|SSL|CERT|CERTIFICATE|CA|CONNECTION|PULL|IMAGE[ _-]?PULL|IMAGE|TARGET|SOURCE|DESTINATION|EXISTING|GENERATED|OUTPUT)[ _-])?SECRET|CREDENTIALS?|AUTH|SIGNATURE|(?:HOST|SECRET)[ _-]KEY)$/;

/** Of a report of tests: a count. */
const isCount = (name: string, columns: readonly HeaderColumn[], cell: string): boolean =>
  name === "PASS" && columns.some((column) => column.name === "FAIL") && /^\d{1,6}$/.test(cell);

export function tableSpans(text: string, argv: readonly string[]): readonly Span[] {
  const labels = labelTitles(argv);
  const isShown = (name: string, columns: readonly HeaderColumn[], cell: string): boolean =>
    isNoSecret(name, cell) ||
    (!labels.includes(name) && ((mayName.test(name) && isObjectName(cell)) || isCount(name, columns, cell)));
  const found: Span[] = [];
  let columns: readonly HeaderColumn[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const isBelow = columns.some(({ name }) => isTelling(name));
    // Below such a title a row of capitals is a row. A blank line stands between tables.
    if (line.trim() === "") columns = [];
    else if (!isBelow) columns = headerOf(line, 1) ?? columns;
    else
      for (const [at, { name, from }] of columns.entries()) {
        if (!isTelling(name)) continue;
        const to = columns[at + 1]?.from;
        const [begin, end] = [unitsIn(line, from), to === undefined ? line.length : unitsIn(line, to)];
        if (!isShown(name, columns, line.slice(begin, end).trim()))
          found.push({ start: start + begin, end: start + end, kind: "named" });
      }
    start += line.length + 1;
  }
  return found;
}

/** kubectl counts letters, where JavaScript counts halves of some. */
const unitsIn = (line: string, letters: number): number =>
  Array.from(line.slice(0, 2 * letters))
    .slice(0, letters)
    .join("").length;
