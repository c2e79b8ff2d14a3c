// `INSERT INTO users (name, password) VALUES ('a', 'x')`: a column's name tells, and its values stand in the rows behind.
import { isTelling } from "./names.ts";
import { isNoSecret } from "./no-secret.ts";
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
