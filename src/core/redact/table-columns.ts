// Cells of a table of kubectl's, below a title that says what they hold: label columns, and columns that a custom type names.
import { type Column, headerOf } from "../text/table-header.ts";
import { isTelling } from "./names.ts";
import { isNoSecret, isObjectName } from "./no-secret.ts";
import type { Span } from "./span.ts";

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
const isCount = (name: string, columns: readonly Column[], cell: string): boolean =>
  name === "PASS" && columns.some((column) => column.name === "FAIL") && /^\d{1,6}$/.test(cell);

export function tableSpans(text: string, argv: readonly string[]): readonly Span[] {
  const labels = labelTitles(argv);
  const isShown = (name: string, columns: readonly Column[], cell: string): boolean =>
    isNoSecret(name, cell) ||
    (!labels.includes(name) && ((mayName.test(name) && isObjectName(cell)) || isCount(name, columns, cell)));
  const found: Span[] = [];
  let columns: readonly Column[] = [];
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
