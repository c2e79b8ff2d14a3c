// The cells of `-o custom-columns` that hold values of an environment, arguments or data.
import { argumentSpans } from "./argument-list.ts";
import { isHarmlessUnnamed } from "./harmless.ts";
import { isNoSecret } from "./no-secret.ts";
import { goMapSpans } from "./scan-go-map.ts";
import type { Scalar, Span } from "./span.ts";
import { hidesFields, lastField, readsValues, tellingField } from "./template-fields.ts";

export type Column = Readonly<{ title: string; path: string }>;

/** Null for any other template. */
export const columnsOf = (template: string): readonly Column[] | null =>
  template.startsWith("custom-columns=")
    ? template
        .slice("custom-columns=".length)
        .split(/,(?=[^,:[\](){}]{1,80}:)/)
        .map((column) => ({
          title: column.split(":")[0] ?? "",
          path: column.slice(column.indexOf(":") + 1),
        }))
    : null;

/** Cells stand below their titles. Null where there are no titles to go by. */
export function columnSpans(
  text: string,
  columns: readonly Column[],
  noTitles: boolean,
): readonly Span[] | null {
  const titles = text.slice(0, Math.max(0, text.indexOf("\n")));
  const starts = noTitles ? [] : startsOf(titles, columns);
  if (starts.length !== columns.length) return null;
  const found: Span[] = columns.flatMap(({ path }) =>
    isWhole(path) ? goMapSpans(text, lastField(path)) : [],
  );
  let lineStart = titles.length + 1;
  for (const line of text.slice(lineStart).split("\n")) {
    for (const span of lineSpans(line, lineStart, columns, starts)) found.push(span);
    lineStart += line.length + 1;
  }
  return found;
}

/** Printed in Go's notation, of which the outermost brackets do not say what they hold. */
const isWhole = (path: string): boolean => /^(?:env|data|stringData|binaryData)$/.test(lastField(path));

function lineSpans(line: string, lineStart: number, columns: readonly Column[], starts: readonly number[]) {
  // A value of several lines goes on at the margin, and what stands there is in no column.
  const isRow = starts.every((start) => start === 0 || line.charAt(start - 1) === " ");
  if (!isRow) return cellSpans(line, lineStart, "value");
  return columns.flatMap(({ path }, at) => {
    const from = starts[at] ?? 0;
    return readsValues(path) ? cellSpans(line.slice(from, starts[at + 1]), lineStart + from, path) : [];
  });
}

function startsOf(titles: string, columns: readonly Column[]): readonly number[] {
  const starts: number[] = [];
  let from = 0;
  for (const { title } of columns) {
    const at = titles.indexOf(title, from);
    if (at === -1) return [];
    starts.push(at);
    from = at + title.length;
  }
  return starts;
}

/** kubectl puts commas between several values. */
function cellSpans(cell: string, start: number, path: string): readonly Span[] {
  const text = cell.trim();
  const from = start + cell.length - cell.trimStart().length;
  const whole: Span = { start: from, end: from + text.length, kind: "environment" };
  if (text === "" || text === "<none>") return [];
  if (/^\[?map\[/.test(text)) return hidesFields(path) ? [whole] : [];
  const telling = tellingField(path);
  if (telling !== null) return isNoSecret(telling, text) ? [] : [{ ...whole, kind: "named" }];
  if (/\b(?:args|command)\b/.test(path)) return argumentSpans(wordsIn(text, from, /[^\s,[\]]+/g), new Set());
  const several = text.includes(",") && !/[ ;"']/.test(text);
  return (several ? wordsIn(text, from, /[^,]+/g) : [{ value: text, start: from, end: from + text.length }])
    .filter(({ value }) => !isHarmlessUnnamed(value))
    .map((word): Span => ({ start: word.start, end: word.end, kind: "environment" }));
}

const wordsIn = (text: string, start: number, form: RegExp): readonly Scalar[] =>
  [...text.matchAll(form)].map(({ 0: value, index }) => ({
    value,
    start: start + index,
    end: start + index + value.length,
  }));
