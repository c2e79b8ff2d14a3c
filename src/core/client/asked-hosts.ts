// Which host a line of the output is about: the one that the lines before it ask, or the line itself.
import { bare, host } from "./shapes.ts";

const asks: readonly RegExp[] = [
  // kubectl: what it asks, and what failed; curl as it is typed.
  /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD) https:\/\/([\w.-]{1,253})/,
  /\burl="https:\/\/([\w.-]{1,253})/,
  /\b(?:Get|Post|Put|Patch|Delete|Head) "https:\/\/([\w.-]{1,253})/,
  /\bcurl(?:\.exe)?\b.{0,300}?https:\/\/([\w.-]{1,253})/,
  /^Host ([\w.-]{1,253}):443 was resolved/,
  new RegExp(`^Connected to (${host}) \\([\\d.]{7,15}\\) port 443\\b`),
  // Behind a proxy.
  /^CONNECT ([\w.-]{1,253}):443\b/,
  /^Establish HTTP proxy tunnel to ([\w.-]{1,253}):443\b/,
];

/** For each line; null as long as nothing says so. */
export function askedHosts(lines: readonly string[]): readonly (string | null)[] {
  let last: string | null = null;
  return lines.map((line) => {
    const asked = asks.map((each) => each.exec(line)?.[1]).find((each) => each !== undefined);
    if (asked !== undefined) last = bare(asked);
    return last;
  });
}
