// All rules together: what is or looks like a secret in a text of any length, in linear time.
import { addressSpans, announcedSpans, credential, token } from "./addresses.ts";
import { assignmentSpans } from "./assignments.ts";
import { commandLineSpans } from "./command-lines.ts";
import { type OutputRequest, templateSpans } from "./custom-columns.ts";
import { encodedSpans, foldedSpans, percentSpans } from "./decode.ts";
import { dumpSpans } from "./dumps.ts";
import { isHarmless } from "./harmless.ts";
import { isTellingVariable } from "./names.ts";
import { isComplaint, isNoSecret } from "./no-secret.ts";
import { placeSpans } from "./places.ts";
import { goMapSpans, jsonSpans } from "./scan-json.ts";
import { differenceSpans, lineSpans, linesOf } from "./scan-lines.ts";
import { sentenceSpans } from "./sentences.ts";
import { asSeen, maskSpans, type Redacted, type Span, spannedTexts } from "./span.ts";
import { boundSpans, insertSpans, statementSpans } from "./sql.ts";
import { textTableSpans } from "./text-tables.ts";
import { randomSpans, tokenSpans } from "./token-forms.ts";

// The values of a ConfigMap as `kubectl describe` prints them: key, a line of dashes, and below it the value, unindented.

/**
 * Data
 * ====
 * key:
 * ----
 * value
 */
function describedDataSpans(text: string): readonly Span[] {
  if (!text.includes(":\n----")) return [];
  const lines = linesOf(text);
  const lineAt = (at: number) =>
    text.slice(lines[at]?.start, Math.min(lines[at]?.end ?? 0, (lines[at]?.start ?? 0) + 300));
  const found: Span[] = [];
  let key = "";
  let start = -1;
  const endValue = (end: number) => {
    if (start !== -1 && end > start && isTellingVariable(key) && !isNoSecret(key, text.slice(start, end))) {
      found.push({ start, end, kind: "named" });
    }
    start = -1;
  };
  for (let at = 0; at < lines.length; at += 1) {
    const isKey = lineAt(at + 1) === "----" && /^[\w.-]{1,253}:$/.test(lineAt(at));
    if (isKey || lineAt(at + 1) === "====" || /^Events:(?: {2,}|$)/.test(lineAt(at)))
      endValue((lines[at]?.start ?? 1) - 1);
    if (!isKey) continue;
    key = lineAt(at).slice(0, -1);
    start = lines[at + 2]?.start ?? -1;
    at += 1;
  }
  endValue(text.length);
  return found;
}

// `pass=12 fail=0`, `--- PASS: TestLogin (0.01s)`: which tests passed. The one telling name that every runner of tests prints.

/** A number, alone or with the other counts of its line. */
const counts = /^\d{1,6}(?:[,;]?[ \t]{1,4}[a-z]{2,12}[ \t]?[=:][ \t]{0,4}\d{1,6}){0,12}$/i;
const afterPass = /(?<![\w.-])pass["']?[ \t]{0,4}[=:][ \t]{0,8}$/i;
const besideIt = /(?<![\w.-])(?:fail(?:ed|ures?)?|skip(?:ped)?)["']?[ \t]{0,4}[=:][ \t]{0,8}\d/i;

/** Up to the end of what would be masked. */
const testOfGo =
  /(?:^|\n)[ \t]{0,40}(?:--- PASS: \w{1,200}(?:\/\S{1,200})?(?: \([\d.]{1,12}s\))?|PASS: Test[A-Z_]\S{0,200}(?: \([\d.]{1,12}s\))?)$/;

/** How far from `pass` its sibling may stand. */
const near = 80;
const longestCounts = 250;

/** Only where those that failed or were skipped are counted beside it: a password may be a number, too. */
function isTestCount(text: string, { start, end }: Span): boolean {
  if (end - start > longestCounts) return false;
  if (testOfGo.test(text.slice(Math.max(0, start - longestCounts), end))) return true;
  if (!counts.test(text.slice(start, end))) return false;
  const before = text.slice(Math.max(0, start - near), start);
  return afterPass.test(before) && besideIt.test(before + text.slice(start, end + near));
}

// Private keys in PEM: with real line ends, with those of a JSON string, folded by YAML, behind a log's time stamps.

const begin = /----[- ]BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?[- ]----/g;
/** A key of 16 384 bits has 12 kB. */
const longestKey = 16_384;

/** What stands between the two marks; without the second, what could be a key. */
function privateKeySpans(text: string): readonly Span[] {
  const found: Span[] = [];
  begin.lastIndex = 0;
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    const start = match.index + match[0].length;
    const rest = text.slice(start, start + longestKey);
    const next = rest.indexOf("----");
    const end = start + (next === -1 ? rest.length : next);
    found.push({ start, end, kind: "privateKey" });
    begin.lastIndex = end;
  }
  return found;
}

// Credentials in headers, as HTTP, nginx, Go, Python and curl write them.

const schemes =
  "Bearer|Basic|Digest|Token|ApiKey|Api-Key|Key|Negotiate|SharedKey|SharedAccessSignature|AWS4-HMAC-SHA256|GenieKey|Splunk|JWT|OAuth|NTLM";
/** In quotes, escaped or not, and in Go's brackets. */
const opening = String.raw`[[(]?\\{0,4}["']?`;
const value = String.raw`(?<secret>[^\s"'\\\])]{3,8000})`;

/** Not within a word; the letter of an escape (`\\r\\nAuthorization:`) is none. */
const from = String.raw`(?:(?<![A-Za-z])|(?<=\\[nrt]))`;

const plainWord = /^[A-Z]?[a-z]+(?:[-_.][a-z]+)*[.,:]?$/;

/** In a list of headers. */
const nameOfHeader = /^(?:[A-Z][A-Za-z]{0,30}-)+[A-Z][A-Za-z]{1,30},?$/;

const announcements = [
  credential(
    new RegExp(
      String.raw`${from}authorization\\{0,4}["']?[\])]?[ \t]{0,8}(?:[:=,]|=>|->|(?=\\{0,4}["']))[ \t]{0,8}${opening}(?:(?:${schemes})[ \t]{1,8})?${value}`,
      "gid",
    ),
    {
      unless: (secret) =>
        nameOfHeader.test(secret) ||
        /^(?:failed|required|denied|error|missing|header|is|not|none|null|true|false|mode|server|using|for|from|to|was|has|have|could|cannot|invalid|unauthorized|forbidden)\b/i.test(
          secret,
        ),
    },
  ),
  credential(/(?<![A-Za-z-])(?:bearer|basic)[ \t]{1,8}(?<secret>[A-Za-z0-9._~+/-]{12,8000}={0,2})/dgi, {
    unless: (secret) => plainWord.test(secret) || !/[\dA-Z+/=]/.test(secret.slice(1)),
  }),
  credential(
    /(?<![A-Za-z-])(?:set-)?cookie\\{0,4}["']?[ \t]{0,8}:[ \t]{0,8}(?:\[\s{0,12})?\\{0,4}["']?(?<secret>[^\n"'\\\]]{3,8000})/dgi,
    { unless: isComplaint },
  ),
  // Cookies: {'sessionid': 'x'} of Python
  credential(/(?<![A-Za-z-])cookies?[ \t]{0,4}[:=][ \t]{0,4}\{(?<secret>[^{}\n]{3,4000})\}/dgi),
  credential(
    new RegExp(
      String.raw`${from}x-[a-z-]{0,40}(?:token|key|secret|signature|auth)\\{0,4}["']?[ \t]{0,8}[:=][ \t]{0,8}${opening}${value}`,
      "gid",
    ),
  ),
  // How a web page sends a token to Kubernetes
  token(/base64url\.bearer\.authorization\.k8s\.io\.(?<secret>[\w-]{8,8000})/dg),
  // session_id=x; Path=/: what follows says that it is a cookie
  credential(
    /(?<![\w.-])[\w.-]{1,80}=(?<secret>[^\s;"'=]{8,4000}={0,2});[ ]?(?:path|httponly|secure|samesite|domain|expires|max-age)\b/dgi,
    { unless: (secret) => plainWord.test(secret) || isHarmless(secret, "") },
  ),
  // proxy_set_header X-Api-Key x;
  credential(
    /(?:set_header|add_header|set-header|add-header)[ \t]{1,8}[\w-]{0,60}(?:token|key|secret|auth|authorization)[ \t]{1,8}["']?(?<secret>[^\s"';]{3,8000})/dgi,
    { unless: (secret) => secret.startsWith("$") || plainWord.test(secret) },
  ),
  // A shared access signature; in JSON, `&` before it is written \u0026.
  credential(/(?<![A-Za-z])sig=(?<secret>[A-Za-z0-9%+/_-]{16,512}={0,2})/dgi),
];

const headerSpans = (text: string): readonly Span[] => announcedSpans(text, announcements);

/** Each goes over the whole text once and knows nothing of the others. */
const rules: readonly ((text: string) => readonly Span[])[] = [
  privateKeySpans,
  objectLines,
  (text) => goMapSpans(text),
  describedDataSpans,
  differenceSpans,
  assignmentSpans,
  insertSpans,
  boundSpans,
  headerSpans,
  commandLineSpans,
  sentenceSpans,
  placeSpans,
  statementSpans,
  dumpSpans,
  textTableSpans,
  addressSpans,
  tokenSpans,
  randomSpans,
];

/** kubectl keeps JSON in an annotation (1), that may hold a ConfigMap (2) with a file of JSON (3) with a string (4). */
const deepestNesting = 4;

/** Without a request, any text; with one, the output of the command that it says. */
export function maskSecrets(text: string, request?: OutputRequest): Redacted {
  const found = inSeen(text, (seen) => {
    const ofTemplate = request === undefined ? [] : templateSpans(seen, request, spansOf);
    return [spansOf(seen), ofTemplate].flat();
  });
  return maskSpans(text, found);
}

/** Each secret that `maskSecrets` would take out of the text. */
export const secretsIn = (text: string): readonly string[] => spannedTexts(text, inSeen(text, spansOf));

/** Looks at what a reader will see, and gives the spans of the text as it came. */
function inSeen(text: string, find: (seen: string) => readonly Span[]): readonly Span[] {
  const seen = asSeen(text);
  return seen === null ? find(text) : encodedSpans(find(seen.text), seen);
}

/** What all rules find, also in strings of JSON and addresses, once their escapes are taken back. */
function spansOf(text: string, nesting = 0): readonly Span[] {
  const inner = (string: string) => (nesting < deepestNesting ? spansOf(string, nesting + 1) : []);
  return inSeen(text, (seen) =>
    [
      jsonSpans(seen, inner),
      percentSpans(seen, inner),
      foldedSpans(seen, inner),
      ...rules.map((rule) => rule(seen)),
    ]
      .flat()
      .filter((span) => !isTestCount(seen, span)),
  );
}

/** JSON is read as JSON only. */
function objectLines(text: string): readonly Span[] {
  return /^\s{0,100}[{[]/.test(text) ? [] : lineSpans(text);
}
