// Cells of a table of kubectl's, below a title that says what they hold: label columns, and columns that a custom type names.
import { type Column, headerOf } from "../text/table-header.ts";
import { isTelling } from "./names.ts";
import { isNoSecret } from "./no-secret.ts";
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

/** A column called `SECRET` names the object, unless it is a label's. */
const namesSecret = (title: string): boolean => /(?:^|[^A-Z])SECRET$/.test(title);

export function tableSpans(text: string, argv: readonly string[]): readonly Span[] {
  const labels = labelTitles(argv);
  const holdsSecrets = ({ name }: Column): boolean =>
    isTelling(name) && (labels.includes(name) || !namesSecret(name));
  const found: Span[] = [];
  let columns: readonly Column[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const header = line.trim() === "" ? [] : headerOf(line);
    if (header !== null) columns = header;
    else if (columns.some(holdsSecrets)) {
      for (const [at, column] of columns.entries())
        if (holdsSecrets(column)) found.push(...cellSpan(line, start, column, columns[at + 1]?.from));
    }
    start += line.length + 1;
  }
  return found;
}

function cellSpan(
  line: string,
  start: number,
  { name, from }: Column,
  to: number | undefined,
): readonly Span[] {
  const [begin, end] = [unitsIn(line, from), to === undefined ? line.length : unitsIn(line, to)];
  return isNoSecret(name, line.slice(begin, end))
    ? []
    : [{ start: start + begin, end: start + end, kind: "named" }];
}

/** kubectl counts letters, where JavaScript counts halves of some. */
const unitsIn = (line: string, letters: number): number =>
  Array.from(line.slice(0, 2 * letters))
    .slice(0, letters)
    .join("").length;
