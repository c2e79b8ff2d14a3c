// The titles of a table of kubectl's, and where its columns begin.

export type Column = Readonly<{ name: string; from: number }>;

/** kubectl prints some twenty at most, with `--output=wide` and label columns. */
const mostColumns = 40;
const longestHeader = 2_000;
const title = /^[A-Z][A-Z0-9 ._/%:-]{0,60}(\([A-Za-z%]{1,20}\))?$/;

/** Null for a line that is no header. Two blanks at least stand between columns, and one may stand within a name. */
export function headerOf(line: string): readonly Column[] | null {
  if (line.length > longestHeader) return null;
  const columns = [...line.matchAll(/[^ ]+(?: [^ ]+)*/g)].map(({ 0: name, index }) => ({
    name,
    from: index,
  }));
  if (columns.length < 2 || columns.length > mostColumns || columns[0]?.from !== 0) return null;
  return columns.every(({ name }) => title.test(name)) ? columns : null;
}
