// Private keys in PEM: with real line ends, with those of a JSON string, folded by YAML, behind a log's time stamps.
import type { Span } from "./span.ts";

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
