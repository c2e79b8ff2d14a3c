// A text as its reader will see it, with the way back: colour codes, control and zero-width characters may stand between
// a name and its value, and whoever reads the card sees neither.
import type { Decoded } from "./span.ts";

/** The time that `kubectl logs --timestamps` puts before each line; the colours of a terminal; line ends of other systems; what is not seen; what XML and HTML write instead of signs; spaces and signs of other scripts. */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z |\u001b\[[0-9;:?]*[A-Za-z]|\r\n?|(?![\n\t])[\p{Cc}\p{Cf}]|&(?:quot|apos|amp|lt|gt|#3[49]);|[\u00a0\u2000-\u200a\u2028\u2029\u202f\u3000\uff1a\uff1d]/gmu;

const insteadOf: Readonly<Record<string, string>> = {
  "\r\n": "\n",
  "\r": "\n",
  "\u2028": "\n",
  "\u2029": "\n",
  "&quot;": '"',
  "&#34;": '"',
  "&apos;": "'",
  "&#39;": "'",
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "\uff1a": ":",
  "\uff1d": "=",
};

/** Null where nothing is hidden. */
export function asSeen(text: string): Decoded | null {
  if (text.search(hidden) === -1) return null;
  const at = new Uint32Array(text.length + 1);
  const pieces: string[] = [];
  let length = 0;
  let next = 0;
  const keep = (end: number) => {
    pieces.push(text.slice(next, end));
    for (let from = next; from < end; from += 1) at[length++] = from;
  };
  for (const { 0: found, index } of text.matchAll(hidden)) {
    keep(index);
    const instead = insteadOf[found] ?? (/^[\p{Zs}]$/u.test(found) ? " " : "");
    pieces.push(instead);
    if (instead !== "") at[length++] = index;
    next = index + found.length;
  }
  keep(text.length);
  at[length] = text.length;
  return { text: pieces.join(""), at };
}
