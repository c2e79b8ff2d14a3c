// The titles of a table of kubectl's, and where its columns begin.

/** `from`: counted in letters, as kubectl does. */
export type HeaderColumn = Readonly<{ name: string; from: number }>;

/** kubectl prints some twenty at most, with `--output=wide` and label columns. */
const mostColumns = 40;
const longestHeader = 2_000;
const longestTitle = 200;
/** `PASSWORD(base64)` */
const bracketed = /\([^()]{0,40}\)$/;

/**
 * Null for a line that is no header. Two blanks at least stand between columns, and one may stand within a name.
 * Whoever defines a type names its columns, in any script; kubectl puts them into capitals.
 */
export function headerOf(line: string, fewestColumns = 2): readonly HeaderColumn[] | null {
  if (line.length > longestHeader) return null;
  const columns = [...line.matchAll(/[^ ]+(?: [^ ]+)*/g)].map(({ 0: name, index }) => ({
    name,
    from: lettersIn(line.slice(0, index)),
  }));
  if (columns.length < fewestColumns || columns.length > mostColumns || columns[0]?.from !== 0) return null;
  if (!columns.every(({ name }) => isTitle(name))) return null;
  // A row of numbers is none.
  return columns.filter(({ name }) => /\p{L}/u.test(name)).length * 2 >= columns.length ? columns : null;
}

const lettersIn = (text: string): number =>
  /[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length;

const isTitle = (name: string): boolean =>
  name.length <= longestTitle && Array.from(name.replace(bracketed, "")).every(isCapital);

/** Or nothing that has a capital: Go leaves `ß` as it is. */
const isCapital = (letter: string): boolean => {
  const capital = letter.toUpperCase();
  return capital === letter || capital.length !== letter.length;
};
