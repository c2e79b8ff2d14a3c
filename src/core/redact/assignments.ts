// `password=…`, `"token": "…"`, `api-key = …`, `--secret …`: a telling name and its value, wherever they stand.
import { isHarmlessUnnamed, isImage } from "./harmless.ts";
import { isPassword, isTelling, isTellingVariable } from "./names.ts";
import { isNoSecret, looksLikeKey } from "./no-secret.ts";
import { looksRandom } from "./random.ts";
import type { Span } from "./span.ts";
import { linesEnd, plainEnd, quotedEnd, valueEnd } from "./value-end.ts";

type Found = Readonly<{ span: Span | null; next: number }>;

const longestName = 80;

/** Goes from one `=`, `:` or `>` to the next, and looks back for a name: a bounded stretch for each. */
export function assignmentSpans(text: string): readonly Span[] {
  const found: Span[] = [];
  const separator = /[=:>]/g;
  for (let match = separator.exec(text); match !== null; match = separator.exec(text)) {
    // `name -> value`
    const isArrow = match[0] === ">" && text.charAt(match.index - 1) === "-";
    const name = nameBefore(text, isArrow ? match.index - 1 : match.index);
    if (name === null) continue;
    if (!isTelling(name)) {
      const span = match[0] !== ">" && /key$/i.test(name) ? keyAfter(text, match.index + 1, name) : null;
      if (span !== null) found.push(span);
      continue;
    }
    if (match[0] === ":" && isTag(text, match.index, name)) continue;
    if (match[0] === ":" && isLogger.test(name)) continue;
    if (isDrawn(text, match.index, name)) continue;
    const { span, next } = after(text, match.index, name);
    if (span !== null) found.push(span);
    separator.lastIndex = Math.max(next, match.index + 1);
  }
  return found;
}

/** `c.a.i.ClientSecretCredential : …`, as Java writes who logs. */
const isLogger = /^(?:[a-z]\w{0,40}\.){2,12}[A-Z]\w*[a-z][A-Z]\w*$/;

/** The end of base64, or the id of a request of ASP.NET, `0HNLKS7SXPPW6`: letters that happen to tell. */
const isDrawn = (text: string, at: number, name: string): boolean =>
  (text.startsWith("==", at) && (looksRandom(name) || text.charAt(at - name.length - 1) === "+")) ||
  (text.charAt(at) === "=" && /^[A-Za-z\d/]{40,}$/.test(name) && looksRandom(name)) ||
  /^0H[A-Z\d]{11}$/.test(name);

/** `azure.cosmos.key=x`: a name that only ends in `key`, and what looks like one. */
function keyAfter(text: string, start: number, name: string): Span | null {
  oneKey.lastIndex = text.charAt(start) === " " ? start + 1 : start;
  const value = oneKey.exec(text)?.[0] ?? "";
  const isKey = value !== "" && isTellingVariable(name) && looksLikeKey(value);
  return isKey ? { start: oneKey.lastIndex - value.length, end: oneKey.lastIndex, kind: "named" } : null;
}

const oneKey = /[A-Za-z\d+/_-]{12,512}={0,2}(?![^\s&;,"'])/y;

/** `registry.example/shop/auth-token:1.2.3` names an image. */
function isTag(text: string, at: number, name: string): boolean {
  const tag = name.includes("/")
    ? /^:[\w.-]{1,60}(?![\w.@:/-])/.exec(text.slice(at, at + 64))?.[0]
    : undefined;
  return (
    tag !== undefined && /\d+\.\d|^:(?:latest|stable|main|master|edge)$/.test(tag) && isImage(`${name}${tag}`)
  );
}

function after(text: string, at: number, name: string): Found {
  return text.charAt(at) === ">" ? element(text, at, name) : assigned(text, at, name);
}

/** The name that ends before `at`, in quotes or not, with up to four spaces between. */
function nameBefore(text: string, at: number): string | null {
  let end = at;
  while (end > 0 && at - end < 4 && (text.charAt(end - 1) === " " || text.charAt(end - 1) === "\t")) end -= 1;
  const quoteEnd = end;
  // data["password"]=
  if (text.charAt(end - 1) === "]") end -= 1;
  while (end > 0 && quoteEnd - end < 6 && /["'`\\]/.test(text.charAt(end - 1))) end -= 1;
  let start = end;
  while (start > 0 && end - start < longestName && isNamePart(text.charCodeAt(start - 1))) start -= 1;
  // The line end of a JSON string: \npassword=
  if (text.charAt(start - 1) === "\\" && /[nrt]/.test(text.charAt(start))) start += 1;
  // `…/secrets/db-password/: 403`: the end of an address.
  return start === end || text.charAt(end - 1) === "/"
    ? null
    : withWordBefore(text, start, text.slice(start, end));
}

/** `API Key: x`, `TLS Secret:  web-tls`: what key it is, and whose Secret, says the word before. */
function withWordBefore(text: string, start: number, name: string): string {
  const before = /^keys?$/i.test(name)
    ? /[A-Za-z]{2,20} $/
    : /^Secret$/.test(name)
      ? /[A-Z][A-Za-z]{1,19} $/
      : null;
  return (before?.exec(text.slice(Math.max(0, start - 21), start))?.[0] ?? "") + name;
}

const isNamePart = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  (code >= 45 && code <= 47) ||
  code === 95;

/** `<password>…</password>` */
function element(text: string, at: number, name: string): Found {
  const isTag = text.charAt(at - name.length - 1) === "<" && text.charAt(at - 1) !== "-";
  if (!isTag) return arrow(text, at, name);
  const end = valueEnd(text, at + 1, /[<\n]/g);
  if (!text.startsWith("</", end)) return { span: null, next: at + 1 };
  return judged(text, at + 1, end, name, true);
}

/** `password => …`, `password -> …` */
function arrow(text: string, at: number, name: string): Found {
  return /[=-]/.test(text.charAt(at - 1)) ? assigned(text, at, name) : { span: null, next: at + 1 };
}

function assigned(text: string, at: number, name: string): Found {
  let start = at + 1;
  if (text.charAt(start) === "=" || text.charAt(start) === ">") start += 1;
  const tight = start;
  while (
    start < text.length &&
    start - tight < 40 &&
    (text.charAt(start) === " " || text.charAt(start) === "\t")
  )
    start += 1;
  const { 0: opening = "", 1: quote } = opensQuote.exec(text.slice(start, start + 40)) ?? [];
  if (quote !== undefined) {
    const from = start + opening.length;
    const lines = text.slice(from - 1, from + 2);
    if (lines === '"""' || lines === "'''")
      return judged(text, from + 2, linesEnd(text, from + 2, lines), name, true);
    return judged(text, from, quotedEnd(text, from, quote), name, true);
  }
  const line = text.charAt(at) === "=" && start === tight ? wholeLine(text, at, start, name) : null;
  if (line !== null) return judged(text, start, line, name, true);
  // An object that prints itself; its fields are read on their own: [Login(username=a, password=x)].
  if (/^\[?[A-Z]\w{2,60}\([a-z]\w{0,60}=/.test(text.slice(start, start + 130)))
    return { span: null, next: start };
  if (/[{[(]/.test(text.charAt(start))) return inBrackets(text, start, name);
  const words = text.charAt(at) === "=" && start === tight ? wordsOnLine(text, at, start, name) : null;
  if (words !== null) return judged(text, start, words, name, true);
  const isSentence = text.charAt(at) === ":" && start > tight;
  const end = isSentence || start === tight ? plainEnd(text, start) : lineOrPlainEnd(text, at, start, name);
  return judged(text, start, end, name, !isSentence);
}

/** Also behind what some languages put before a quote: `b'…'` and `['…']` of Python, `N'…'` of SQL, `Some("…")` of Rust. */
const opensQuote = /^(?:[Nbfru]{1,2}(?=["'])|\[u?(?=')|[A-Za-z]\w{0,20}\()?(\\{0,8}["'`])/;

/** Go prints headers as `Authorization:[Bearer x]`; ODBC takes `PWD={x}`, where a placeholder is a word. */
function inBrackets(text: string, start: number, name: string): Found {
  const near = text.slice(start, start + 260);
  const braced = /^\{((?:[^\s{}"'[\]:]|\}\}){1,200})\}(?![}\w])/.exec(near)?.[1];
  if (braced !== undefined && !/^[A-Za-z_.]+$/.test(braced))
    return judged(text, start + 1, start + 1 + braced.length, name, true);
  if (closesWithin.test(near) || neverCloses.test(near))
    return judged(text, start, plainEnd(text, start), name, true);
  if (text.charAt(start) !== "[" || /["'\s{[]/.test(text.charAt(start + 1)))
    return { span: null, next: start + 1 };
  return judged(text, start + 1, valueEnd(text, start + 1, /[\]\n]/g), name, true);
}

/** A value that only begins so: `{ab}cd9`, `(8s;Kx`. */
const closesWithin =
  /^(?:\{[^\s{}"'[\]:,=]{0,100}\}|\[[^\s[\]"',:=]{0,100}\]|\([^\s()"',:=]{0,100}\))[^\s"',;:)\]}]/;
const neverCloses =
  /^[{(](?=\S{0,100}\d)[^\s{}()"'[\]:,=]{3,200}(?=\s|$)|^(?:\{[^\s}"'=]|\([^\s)"'=]|\[[^\s\]"'=])[^\s"'=]{2,200};[A-Z][\w ]{1,30}=/;

/** `key = a b c` at the beginning of a line, as properties are written, goes on to its end. */
const lineOrPlainEnd = (text: string, at: number, start: number, name: string): number =>
  opensLine(text, at, name) ? valueEnd(text, start, /(?<!\\)\n/g) : plainEnd(text, start);

/** `DB_PASSWORD=(v+{sZY[L` and nothing else on the line: whatever signs it begins with. */
function wholeLine(text: string, at: number, start: number, name: string): number | null {
  const value = /^[{([][^\s"'`]{2,500}(?=[ \t]*(?:\r?\n|$))/.exec(text.slice(start, start + 520))?.[0];
  const isOne = value !== undefined && !/[;,&][\w -]{1,40}[=:]|^\[.*\]$|^\{.*\}$|^\(.*\)$/.test(value);
  return isOne && opensLine(text, at, name) ? start + value.length : null;
}

/** `DB_PASSWORD=three plain words` and nothing else on the line, as environments are printed: a passphrase. */
function wordsOnLine(text: string, at: number, start: number, name: string): number | null {
  const words = /^[a-z]{2,20}(?: [a-z]{2,20}){2,9}(?=[ \t]*(?:\r?\n|$))/.exec(
    text.slice(start, start + 240),
  )?.[0];
  return words !== undefined && opensLine(text, at, name) ? start + words.length : null;
}

function opensLine(text: string, at: number, name: string): boolean {
  let begin = at;
  while (begin > 0 && /[ \t]/.test(text.charAt(begin - 1)) && at - begin < 4) begin -= 1;
  begin -= name.length;
  let margin = begin;
  while (margin > 0 && begin - margin < 40 && /[ \t]/.test(text.charAt(margin - 1))) margin -= 1;
  return margin === 0 || text.charAt(margin - 1) === "\n";
}

/** `certain`: the writing says that this is the value; in a sentence, `token: expired` is none. */
function judged(text: string, start: number, end: number, name: string, certain: boolean): Found {
  const value = text.slice(start, end);
  const none = { span: null, next: start };
  if (isNoSecret(name, value) || /^(?:\.[\w.[\]*-]+|[<|>][-+]?|\\)$/.test(value)) return none;
  // How `kubectl describe secret` tells the size of a value.
  if (/^\d{1,9}$/.test(value) && text.startsWith(" bytes", end)) return none;
  if (!certain && !isSaidValue(value, name)) return none;
  if (!isPassword(name) && isOutcome.test(value)) return none;
  return { span: { start, end, kind: "named" }, next: end };
}

const talk =
  /^(?:too|must|is|was|not|no|authentication|failed|failure|invalid|incorrect|expired|missing|required|wrong|empty|cannot|unable|error|the|for|and|or|has|have|should|does|did|do|a|an|to|from|in|of|on|with|unexpected|unknown|unauthorized|denied|rejected|mismatch|mismatched|malformed|could|set|reset|changed|updated|rotated|ok|accepted|valid|found|used|using|by|at|as|it|got|get|expecting|signature|token|password|secret|key|parse|parsing|creation|creating|refreshing|destroying|modifying|still)\b/i;

/** `token:Expired`, `lotuscreds:ERROR:Could` */
const isOutcome =
  /^(?:expired|invalid|missing|failed|unauthorized|denied|revoked|rejected|(?:ERROR|WARN|INFO|DEBUG|FATAL)(?::\w*)?|AADSTS\d{4,7}:?)$/i;

/** What a program calls its mistakes: `db-password: SecretNotFound`. */
const reason =
  /^(?:[A-Z][a-z]+)+(?:NotFound|Error|Failed|Failure|Exception|Invalid|Expired|Denied|Missing|Mismatch)$/;

/** After `password: ` in a sentence a word may be the password, after `token: ` only what no sentence holds. */
function isSaidValue(value: string, name: string): boolean {
  // `EnvironmentCredential: EnvironmentCredential authentication unavailable`
  if (
    value === name ||
    talk.test(value) ||
    reason.test(value) ||
    /^(?:pods?|rpc|code|status|http)\b/i.test(value)
  )
    return false;
  return isPassword(name) || !(/^[A-Za-z][a-z]*[.,:;!?]?$/.test(value) || isHarmlessUnnamed(value));
}
