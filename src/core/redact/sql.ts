// `INSERT INTO users (name, password) VALUES ('a', 'x')`: a column's name tells, and its values stand in the rows behind.

import { announcedSpans, credential } from "./addresses.ts";
import { isHarmless, isReference, isSwitch } from "./harmless.ts";
import { isTelling } from "./names.ts";
import { isComplaint, isNoSecret, isObjectName, isPassphrase, isWordOfSentence } from "./no-secret.ts";
import type { Span } from "./span.ts";

/** Up to the first row. Each of its stretches ends where the next statement could begin. */
const statement =
  /\b(?:insert|replace)\s{1,20}(?:ignore\s{1,20})?into\s{1,20}[\w."'`[\]\\]{1,200}\s{0,20}\((?<columns>[^()]{1,2000})\)\s{0,20}(?:[^();']{0,80}\s)?values?\s{0,20}(?=\()/gi;

/** A text in quotes, where `''` and `\'` are quotes of the text; one that is cut off ends with the output. */
const token = /'(?<quoted>(?:[^'\\]|''|\\[\s\S]){0,8000})'?|[(),]|[^'(),\s]{1,200}|\s{1,200}/y;

export function insertSpans(text: string): readonly Span[] {
  const found: Span[] = [];
  statement.lastIndex = 0;
  for (let match = statement.exec(text); match !== null; match = statement.exec(text)) {
    const columns = (match.groups?.columns ?? "").split(",");
    if (columns.some(isTelling)) statement.lastIndex = readRows(text, statement.lastIndex, columns, found);
  }
  return found;
}

/** `(…), (…)`, with calls in them: `crypt('x', gen_salt('bf'))`. Returns where the rows end. */
function readRows(text: string, start: number, columns: readonly string[], found: Span[]): number {
  let depth = 0;
  let column = 0;
  for (let at = start; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) return at;
    const [piece] = match;
    if (piece === "(") depth += 1;
    else if (piece === ")" && depth > 0) depth -= 1;
    else if (piece === "," && depth < 2) column = depth === 0 ? 0 : column + 1;
    else if (depth === 0 && piece.trim() !== "") return at;
    else found.push(...valueSpans(columns[column] ?? "", at, piece, match.groups?.quoted));
  }
  return text.length;
}

/** What is written out: a text or a number. A parameter, a function or NULL gives nothing away. */
function valueSpans(name: string, at: number, piece: string, quoted: string | undefined): readonly Span[] {
  const value = quoted ?? (/^(?:\d+|0x[0-9a-f]+)$/i.test(piece) ? piece : "");
  if (value === "" || !isTelling(name) || isNoSecret(name, value)) return [];
  const start = quoted === undefined ? at : at + 1;
  return [{ start, end: start + value.length, kind: "named" }];
}

// Passwords in the statements of databases: what stands in quotes behind PASSWORD is one, whatever it looks like.

const isNone = (secret: string): boolean => isSwitch(secret) || isComplaint(secret);

const announcements = [
  credential(/\bidentified (?:with \S{1,60} )?by ["'](?<secret>[^"'\n]{1,512})/dgi),
  // ALTER USER a WITH PASSWORD 'x'; SET PASSWORD FOR 'a' = 'x'; CREATE LOGIN a WITH PASSWORD = N'x'
  credential(
    /(?<![\w-])password[ \t]{1,4}(?:for[ \t]{1,4}[^\s=]{1,100}[ \t]{0,4}=[ \t]{0,4})?(?:=[ \t]{0,4})?N?'(?<secret>[^'\n]{1,512})(?=')/dgi,
    { unless: isNone },
  ),
  // PASSWORD('x') of MySQL; sp_addlogin 'a', 'x'
  credential(/(?<![\w-])(?:password\(|sp_addlogin N?'[^'\n]{1,128}', ?)N?'(?<secret>[^'\n]{1,512})(?=')/dgi),
  // ACL SETUSER a on >x
  credential(/\bsetuser[ \t]{1,4}[\w.-]{1,80}[ \t][^\n>]{0,200}>(?<secret>[^\s"'\\]{1,512})/dgi),
  // "AUTH" "x", "AUTH" "a" "x": what MONITOR of Redis shows
  credential(/"AUTH"(?: "[^"\n]{1,80}")? "(?<secret>[^"\n]{1,512})"(?=[ \t]*(?:\n|$))/dgi),
];

export const statementSpans = (text: string): readonly Span[] => announcedSpans(text, announcements);

// Values that a program bound to a statement, as its log of SQL prints them: they stand without the names of their columns.

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

const sqlStatement =
  /\b(?:(?:insert|replace|merge)\s{1,20}(?:ignore\s{1,20})?into|update\s{1,20}\S{1,100}(?:\s{1,20}(?:as\s{1,20})?\w{1,20})?\s{1,20}set|delete\s{1,20}from|select\s[^;]{1,600}?\sfrom)\b/gi;
const longestStatement = 2_000;
/** EF Core writes the statement on the line below. */
const statementBehind = 60;
/** `password = $1`, `(name, password)` */
const column = /["'`[]?(?<name>[A-Za-z_]\w{1,60})["'`\]]?\s{0,4}(?:[=,)]|<>|!=)/g;

function statementsOf(text: string): Statements {
  const begins = [...text.matchAll(sqlStatement)].map(({ index }) => index);
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
