// From which severity on a channel follows a cluster: `watch prod-1 sev<=1`, `watch prod-1 from sev 2`, `beobachte prod-1 ab Sev 2`.
import type { AlertSeverity } from "../alert/alert.ts";

const word = "(?:sev(?:erity)?|schweregrad|严重级别|级别)";
const before = "(?:(?:(?:alerts?|alarme) )?(?:of|from|only|ab|nur|mit|从) ?)*";
const behind =
  "(?: ?(?:(?:and|or) (?:worse|higher|above|up)|und (?:schlimmer|höher)|oder (?:schlimmer|höher)|及以上|以上|起))?";
const atEnd = new RegExp(
  `(?:^|[\\s,:]+)${before}${word}[ -]?(?:<=|≤|=|bis|0 ?[-–] ?)? ?([0-4])${behind}[.!]?$`,
  "i",
);

/** What stands at the end of a line, and the rest of it. */
export function takeSeverity(line: string): Readonly<{ rest: string; severity?: AlertSeverity }> {
  const text = line.replaceAll(/\s+/g, " ").trim();
  const found = atEnd.exec(text);
  return found === null
    ? { rest: line }
    : { rest: text.slice(0, found.index), severity: `Sev${found[1]}` as AlertSeverity };
}
