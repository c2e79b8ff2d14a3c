// Masks the values of Secret objects in YAML and JSON: base64 is no protection, and key names alone do not give them away.

type Masked = Readonly<{ text: string; masked: number }>;
type Span = Readonly<{ start: number; end: number; column: number }>;

/** `kind: Secret` as a line of its own, in block YAML and in indented JSON. */
const kindLine = /^(\s*(?:- )?)["']?kind["']?:\s*["']?Secret["']?,?\s*$/;
const dataLine = /^\s*(?:- )?["']?(?:data|stringData)["']?:\s*\{?\s*$/;
const entryLine = /^(\s*["']?[\w.-]+["']?:\s*)(\S.*?)(,?)$/;

/** Masks every value below `data` and `stringData` of every Secret, written as lines or as one line of JSON. */
export function maskSecretObjects(text: string, mask: string): Masked {
  const compact = maskCompactJson(text, mask);
  const lines = compact.text.split("\n");
  let masked = compact.masked;
  const doneUntil = new Map<number, number>();
  for (const [at, line] of lines.entries()) {
    const column = kindLine.exec(line)?.[1]?.length;
    if (column === undefined || at < (doneUntil.get(column) ?? 0)) continue;
    const span = objectAround(lines, at, column);
    masked += maskData(lines, span, mask);
    doneUntil.set(column, span.end);
  }
  return { text: lines.join("\n"), masked };
}

/** `{"kind":"Secret",…}` on one line, also inside a string as in the annotation `last-applied-configuration`. */
function maskCompactJson(text: string, mask: string): Masked {
  let masked = 0;
  const maskValues = (values: string) =>
    values.replace(/(:\s?(\\*"))((?:(?!(?<!\\)\2).)+)/g, (whole, before: string, _, value: string) => {
      if (value === mask) return whole;
      masked++;
      return before + mask;
    });
  const redacted = text.replace(/^.*\bkind\\*":\s?\\*"Secret\b.*$/gm, (line) =>
    line.replace(
      /((?:data|stringData)\\*":\s?)(\{[^{}]*\})/g,
      (_, before: string, values: string) => before + maskValues(values),
    ),
  );
  return { text: redacted, masked };
}

/** The lines of the object whose keys begin at `column`; `end` is the first line behind it. */
function objectAround(lines: readonly string[], at: number, column: number): Span {
  let start = at;
  while (start > 0 && !beginsItem(lines[start] ?? "", column) && columnOf(lines[start - 1] ?? "") >= column)
    start--;
  let end = at + 1;
  while (end < lines.length && columnOf(lines[end] ?? "") >= column && !beginsItem(lines[end] ?? "", column))
    end++;
  return { start, end, column };
}

/** Where the first key of a line begins. A dash belongs to the indentation, an empty line to whatever surrounds it. */
function columnOf(line: string): number {
  if (line.trim() === "") return Number.POSITIVE_INFINITY;
  if (line.startsWith("---")) return -1;
  return /^\s*(?:- )?/.exec(line)?.[0].length ?? 0;
}

/** A dash right before the column starts the next object of a list. */
function beginsItem(line: string, column: number): boolean {
  return column >= 2 && line.slice(column - 2, column) === "- " && line.slice(0, column - 2).trim() === "";
}

/** Masks in place what is indented below the object's data; returns how many lines that were. */
function maskData(lines: string[], { start, end, column }: Span, mask: string): number {
  let masked = 0;
  let inData = false;
  for (let at = start; at < end; at++) {
    const line = lines[at] ?? "";
    if (columnOf(line) === column) inData = dataLine.test(line);
    else if (inData && line.trim() !== "" && !line.includes(mask)) {
      lines[at] = maskLine(line, mask);
      masked++;
    }
  }
  return masked;
}

/** Keeps the key, and in JSON the quotes and the comma; a line without a key goes on with the value above it. */
function maskLine(line: string, mask: string): string {
  const [, key, value = "", comma = ""] = entryLine.exec(line) ?? [];
  if (key === undefined) return " ".repeat(line.length - line.trimStart().length) + mask;
  const quote = value.startsWith('"') ? '"' : "";
  return `${key}${quote}${mask}${quote}${comma}`;
}
