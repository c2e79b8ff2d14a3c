// Size before everything: what is too long is cut before anybody looks through it.

export type CutText = Readonly<{ text: string; left: number }>;

/**
 * The beginning of a text, and of lines that say something each also the last of them; `left`: how many characters
 * were left out, on a line of its own; the words for that are the card's. Cut at the ends of lines where there are any near.
 */
export function cutText(text: string, limit: number, keepsTail: boolean): CutText {
  if (text.length <= limit) return { text, left: 0 };
  const tailLength = keepsTail ? Math.floor(limit / 4) : 0;
  const head = headOf(text, limit - tailLength);
  const tail = keepsTail ? tailOf(text, tailLength) : "";
  const left = text.length - head.length - tail.length;
  return { text: `${head}\n[… ${left} …]\n${tail}`, left };
}

/** A line longer than this is cut within. */
const nearLine = 16_384;

function headOf(text: string, length: number): string {
  const lineEnd = text.lastIndexOf("\n", length);
  return text.slice(0, lineEnd > length - nearLine ? lineEnd : length).toWellFormed();
}

function tailOf(text: string, length: number): string {
  const start = text.length - length;
  const lineEnd = text.slice(start, start + nearLine).indexOf("\n");
  return text.slice(lineEnd === -1 ? start : start + lineEnd + 1).toWellFormed();
}
