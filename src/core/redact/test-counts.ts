// `pass=12 fail=0`, `--- PASS: TestLogin (0.01s)`: which tests passed. The one telling name that every runner of tests prints.
import type { Span } from "./span.ts";

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
