// Where a secret stands in a text and what kind it is; and the one place where secrets are replaced.

/** What gave a value away. Callers count by it; cards may say it. */
export const secretKinds = [
  "secretObject",
  "environment",
  "argument",
  "named",
  "credential",
  "token",
  "privateKey",
  "random",
] as const;
export type SecretKind = (typeof secretKinds)[number];

/** `start` to `end`, exclusive, in UTF-16 code units. */
export type Span = Readonly<{ start: number; end: number; kind: SecretKind }>;

/** A text whose escapes were taken back, and where each of its characters stands in the text around it. */
export type Decoded = Readonly<{ text: string; at: Uint32Array }>;

/** A value and where it stands: `start` to `end` is what would be masked, without quotes; `decoded` where it had escapes. */
export type Scalar = Readonly<{ value: string; start: number; end: number; decoded?: Decoded }>;

/** `masked` is the sum of `kinds`; a kind that did not occur is left out. */
export type Redacted = Readonly<{
  text: string;
  masked: number;
  kinds: Readonly<Partial<Record<SecretKind, number>>>;
}>;

export const mask = "[masked]";

/** Spans may come in any order and overlap: what several rules found is one secret, of the kind found first in the text. */
export function maskSpans(text: string, spans: readonly Span[]): Redacted {
  const pieces: string[] = [];
  const kinds: Partial<Record<SecretKind, number>> = {};
  let masked = 0;
  let done = 0;
  for (const { start, end, kind } of joined(text, spans)) {
    pieces.push(text.slice(done, start), mask);
    done = end;
    masked += 1;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return masked === 0 ? { text, masked, kinds } : { text: pieces.join("") + text.slice(done), masked, kinds };
}

/** What would be masked, each as it stands there. */
export const spannedTexts = (text: string, spans: readonly Span[]): readonly string[] =>
  joined(text, spans).map(({ start, end }) => text.slice(start, end));

function joined(text: string, spans: readonly Span[]): readonly Span[] {
  const sorted = spans
    .map((span) => withWholeMasks(text, trimmed(text, span)))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const result: Span[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last !== undefined && span.start < last.end) {
      if (span.end > last.end) result[result.length - 1] = { ...last, end: span.end };
    } else result.push(span);
  }
  return result.filter(({ start, end }) => !(end - start === mask.length && text.startsWith(mask, start)));
}

/** What was masked before is one piece: `[masked` is no value. */
function withWholeMasks(text: string, { start, end, kind }: Span): Span {
  const from = maskAround(text, start);
  const to = maskAround(text, end);
  return { start: from ?? start, end: to === null ? end : to + mask.length, kind };
}

/** Where the mask begins that `at` lies within, not at its edge. */
function maskAround(text: string, at: number): number | null {
  const near = text.slice(Math.max(0, at - mask.length + 1), at + mask.length - 1).indexOf(mask);
  return near === -1 ? null : Math.max(0, at - mask.length + 1) + near;
}

/** White space around a value is layout. */
function trimmed(text: string, { start, end, kind }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to, kind };
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

// A text as its reader will see it, with the way back: colour codes, control and zero-width characters may stand between
// a name and its value, and whoever reads the card sees neither.

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
