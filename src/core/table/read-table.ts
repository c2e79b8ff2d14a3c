// Reads a table of kubectl's: its columns stand where the header's words stand, since cells may hold spaces.
import { type Column, headerOf } from "../text/table-header.ts";

/** `rows`: one cell for each column. `other`: lines that are no row, a warning for example. */
export type Lines = Readonly<{
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  other: readonly string[];
}>;

/** A warning or two may stand above it. */
const mostAbove = 20;

/** Null where it is no such table, or where more lines do not fit its columns than do. Linear in the text. */
export function readTable(output: string): Lines | null {
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
function cellsOf(line: string, columns: readonly Column[]): readonly string[] | null {
  const letters = lettersOf(line);
  const isCut = ({ from }: Column): boolean =>
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
