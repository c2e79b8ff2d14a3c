// The values of a ConfigMap as `kubectl describe` prints them: key, a line of dashes, and below it the value, unindented.
import { isTellingVariable } from "./names.ts";
import { isNoSecret } from "./no-secret.ts";
import { linesOf } from "./scan-lines.ts";
import type { Span } from "./span.ts";

/**
 * Data
 * ====
 * key:
 * ----
 * value
 */
export function describedDataSpans(text: string): readonly Span[] {
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
export function isTestCount(text: string, { start, end }: Span): boolean {
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
export function privateKeySpans(text: string): readonly Span[] {
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
