// The cells of `-o custom-columns` that hold values of an environment, arguments or data.
import { argumentSpans } from "./argument-list.ts";
import { hidesFields, lastField, readsValues, tellingField } from "./go-templates.ts";
import { isHarmlessUnnamed } from "./harmless.ts";
import { namelessValues } from "./names.ts";
import { isNoSecret } from "./no-secret.ts";
import { goMapSpans, type Inner, jsonSpans } from "./scan-json.ts";
import type { Scalar, SecretKind, Span } from "./span.ts";
import { tableSpans } from "./text-tables.ts";

type Column = Readonly<{ title: string; path: string }>;

/** Null for any other template. */
const columnsOf = (template: string): readonly Column[] | null =>
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
function columnSpans(text: string, columns: readonly Column[], noTitles: boolean): readonly Span[] | null {
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

// Output of `-o jsonpath`, `custom-columns` and templates: values without their names. What they are is in the template.

/** The argv that was sent, `kubectl` first. */
export type OutputRequest = Readonly<{ argv: readonly string[] }>;

/** Cells of a table; of other forms of output nothing, and nothing for templates that read no field of which the values may be secrets. */
export function templateSpans(text: string, { argv }: OutputRequest, inner: Inner): readonly Span[] {
  const template = templateOf(argv);
  if (template === null) return argv.includes("get") && !asksForm(argv) ? tableSpans(text, argv) : [];
  if (!readsValues(template)) return [];
  const columns = columnsOf(template);
  const inColumns = columns === null ? null : columnSpans(text, columns, argv.includes("--no-headers"));
  return inColumns ?? valueSpans(text, template, inner);
}

/** Any other than what kubectl prints for people. */
export const asksForm = (argv: readonly string[]): boolean =>
  argv.some((word) => /^(?:-o|--output|--template)/.test(word) && !/[= o]wide$/.test(word));

function templateOf(argv: readonly string[]): string | null {
  for (const [at, word] of argv.entries()) {
    const value =
      /^(?:--output=|-o=?|--template=)(.+)$/s.exec(word)?.[1] ??
      (/^(?:-o|--output|--template)$/.test(word) ? argv[at + 1] : undefined);
    if (
      value !== undefined &&
      /^(?:jsonpath|jsonpath-as-json|custom-columns|go-template|template)=|\{/.test(value)
    )
      return value;
  }
  return null;
}

const containers = /^(?:env|args|command|data|stringData|binaryData|annotations)$/;

/** Whole objects are printed as JSON, single values as they are, with nothing to tell one from the next. */
function valueSpans(text: string, template: string, inner: Inner): readonly Span[] {
  const field = lastField(template);
  const isJson = containers.test(field) || template.startsWith("jsonpath-as-json=");
  const objects = objectsIn(text);
  const inObjects = isJson
    ? jsonSpans(text, inner, containers.test(field) ? field : namelessValues)
    : objects.map(({ start, end }): Span => ({ start, end, kind: "environment" }));
  return [...inObjects, ...wordSpans(text, template, objects)];
}

type Range = Readonly<{ start: number; end: number }>;

/** Where JSON stands: from an opening bracket to the one that closes it, or the end of the text. */
function objectsIn(text: string): readonly Range[] {
  const found: Range[] = [];
  const opening = /(?<=^|[\s=:,])(?:\{(?=["\s}])|\[(?=["{[\s\]]))/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const end = closing(text, match.index);
    found.push({ start: match.index, end });
    opening.lastIndex = end;
  }
  return found;
}

function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') {
      for (at += 1; at < text.length && text.charAt(at) !== '"'; at += 1)
        if (text.charAt(at) === "\\") at += 1;
    } else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function wordSpans(text: string, template: string, objects: readonly Range[]): readonly Span[] {
  const words = wordsOutside(text, objects, /metadata\.name|\{\{?\s*\.name(?:space)?\b/.test(template));
  const telling = tellingField(template);
  const isList = /\b(?:args|command)\b/.test(template) && !/\benv\b/.test(template);
  if (telling === null && isList) return argumentSpans(words, new Set());
  const kind: SecretKind = telling === null ? "environment" : "named";
  return words
    .filter(({ value }) => (telling === null ? !isPlainWord(value) : !isNoSecret(telling, value)))
    .map(({ start, end }) => ({ start, end, kind }));
}

/** The name that opens a line, where names were asked for, is no value. */
function wordsOutside(text: string, objects: readonly Range[], named: boolean): readonly Scalar[] {
  const words: Scalar[] = [];
  let next = 0;
  for (const { 0: value, index: start } of text.matchAll(/[^\s"[\]]+/g)) {
    while ((objects[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const inObject = start >= (objects[next]?.start ?? Number.POSITIVE_INFINITY);
    const opensLine = start === 0 || text.charAt(start - 1) === "\n";
    if (!inObject && !(named && opensLine && isName(value)))
      words.push({ value, start, end: start + value.length });
  }
  return words;
}

const isName = (word: string): boolean => /^[a-z0-9](?:[a-z0-9./-]{0,252}[a-z0-9])?[:=,]?$/.test(word);

const isPlainWord = (word: string): boolean =>
  /^[^A-Za-z0-9]{1,3}$|^map$/.test(word) || isHarmlessUnnamed(word.replace(/[,:]+$/, ""));
