// Values that a program bound to a statement, as its log of SQL prints them: they stand without the names of their columns.
import { isHarmless, isReference, isSwitch } from "./harmless.ts";
import { isTelling } from "./names.ts";
import { isObjectName, isPassphrase, isWordOfSentence } from "./no-secret.ts";
import type { Span } from "./span.ts";

/** Hibernate, MyBatis and EF Core write so and nobody else. */
const ofLogger = String.raw`binding parameter [[(]\d{1,4}[\]:][^\n]{1,60}?(?:- |<- )(?=\[)|==> {1,4}Parameters: |\[Parameters=(?=\[)`;
/** Behind a statement: PostgreSQL, Django, Prisma, TypeORM and whoever says `args` or `bindings`; SQLAlchemy; Ecto; Sequelize. */
const ofOthers = String.raw`\b(?:param(?:eter)?s|bindings|binds|args)["']?\s?[:=]\s?["']?(?=[[($])|\[(?:generated in|cached since) [^\]\n]{1,40}\] (?=\()|(?:\$\d{1,3}|\?)[^\n"'[;]{0,80}(?: (?=\[["'\d])|; (?=["'\d]))`;
const opening = new RegExp(`(?<logger>${ofLogger})|${ofOthers}`, "gi");

/** A value in quotes, or bare up to what ends it; and the brackets around them. */
const part =
  /'(?<single>(?:[^'\\\n]|''|\\.){0,1000})'|"(?<double>(?:[^"\\\n]|\\.){0,1000})"|(?<bare>[^\s,'"()[\]{}=:;]{1,1000})|(?<open>[[({])|(?<close>[\])}])|\n/g;

const longestList = 4_000;

export function boundSpans(text: string): readonly Span[] {
  const found: Span[] = [];
  opening.lastIndex = 0;
  let statements: Statements | null = null;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    statements ??= statementsOf(text);
    const tells = statements(match.index);
    if (tells === null && match.groups?.logger === undefined) continue;
    const list = readList(text, opening.lastIndex);
    const isSecret =
      tells === true || statements(list.end + statementBehind) === true ? isUnknown : looksLikeSecret;
    found.push(...list.values.filter(({ start, end }) => isSecret(text.slice(start, end))));
    opening.lastIndex = Math.max(list.end, opening.lastIndex);
  }
  return found;
}

/** Up to the bracket that closes the list, or the end of the line. */
function readList(text: string, start: number): Readonly<{ values: readonly Span[]; end: number }> {
  const values: Span[] = [];
  const isOpen = /[[({]/.test(text.charAt(start));
  let depth = 0;
  for (const match of text.slice(start, start + longestList).matchAll(part)) {
    const { single, double, bare, open, close } = match.groups ?? {};
    const end = start + match.index + match[0].length;
    if (open !== undefined) depth += 1;
    if (close !== undefined) depth -= 1;
    if (match[0] === "\n" || (close !== undefined && isOpen && depth <= 0)) return { values, end };
    const value = single ?? double ?? bare;
    const to = bare === undefined ? end - 1 : end;
    if (value !== undefined) values.push({ start: to - value.length, end: to, kind: "credential" });
  }
  return { values, end: Math.min(text.length, start + longestList) };
}

/** Whether the statement that a place belongs to names a secret; null where there is none. */
type Statements = (at: number) => boolean | null;

const statement =
  /\b(?:(?:insert|replace|merge)\s{1,20}(?:ignore\s{1,20})?into|update\s{1,20}\S{1,100}(?:\s{1,20}(?:as\s{1,20})?\w{1,20})?\s{1,20}set|delete\s{1,20}from|select\s[^;]{1,600}?\sfrom)\b/gi;
const longestStatement = 2_000;
/** EF Core writes the statement on the line below. */
const statementBehind = 60;
/** `password = $1`, `(name, password)` */
const column = /["'`[]?(?<name>[A-Za-z_]\w{1,60})["'`\]]?\s{0,4}(?:[=,)]|<>|!=)/g;

function statementsOf(text: string): Statements {
  const begins = [...text.matchAll(statement)].map(({ index }) => index);
  const known = new Map<number, boolean>();
  return (at) => {
    const which = lastBefore(begins, at);
    const begin = begins[which] ?? Number.NEGATIVE_INFINITY;
    if (at - begin > longestStatement) return null;
    const end = Math.min(begins[which + 1] ?? text.length, begin + longestStatement);
    const tells = known.get(begin) ?? namesSecret(text.slice(begin, end));
    known.set(begin, tells);
    return tells;
  };
}

/** The index of the last number that is not above `at`; -1 where there is none. */
function lastBefore(numbers: readonly number[], at: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) <= at) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

const namesSecret = (statement: string): boolean =>
  [...statement.matchAll(column)].some(({ groups }) => isTelling(groups?.name ?? ""));

/** Of a statement that names a password, whatever is no number, date, id or word that everybody uses. */
const isUnknown = (value: string): boolean => !(isPlain(value) || isHarmless(value, ""));

const looksLikeSecret = (value: string): boolean =>
  value.split(/\s+/).some((word) => isUnknown(word) && !isTalk(word));

const isTalk = (word: string): boolean =>
  !isPassphrase(word) && (isWordOfSentence(word) || isObjectName(word));

/** Names of parameters and types, and addresses of people. */
const isPlain = (value: string): boolean =>
  isReference(value) ||
  isSwitch(value) ||
  /^(?:@\w{1,60}|\$\d{1,3}|(?:String|Integer|Long|Timestamp|Boolean|UUID|\w{0,20}Date(?:Time)?|Size|DbType|Short|Double|BigDecimal|Int\d{2}))$/.test(
    value,
  ) ||
  /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}$/.test(value);
