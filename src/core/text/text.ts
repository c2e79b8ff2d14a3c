// Size before everything: what is too long is cut before anybody looks through it.

type CutText = Readonly<{ text: string; left: number }>;

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

// Characters of which nobody sees that they are there.

/**
 * Control characters, those of no width or no shape, and those that reverse the direction of text; but for the two by
 * which a phone says how the emoji before them is drawn.
 */
const unseen = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}](?<!\p{Extended_Pictographic}[\ufe0e\ufe0f])`;

/** One of them, but for those in `seen`, as they stand in a class of a pattern. */
export const unseenBut = (seen: string, flags = "u"): RegExp => new RegExp(`(?![${seen}])${unseen}`, flags);

/** Of one line. */
const inLine = unseenBut(String.raw`\t`);

/** As `202E`; null where there is none. */
export const unseenIn = (text: string): string | null =>
  inLine.exec(text)?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0") ?? null;

// A terminal's colours, as they come along with what somebody copies out of one.

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how a terminal writes colours
const colour = /\u001b\[[\d;?]{0,20}[A-Za-z]/g;

export const withoutColours = (text: string): string => text.replace(colour, "");

// The end of a text taken off, in one look from the back. `/x+$/` tries anew at every run of x: 60 kB of line feeds
// before a last letter took it half a minute.

/** Without the characters of `trailing` that it ends in. */
export function withoutTrailing(text: string, trailing: string): string {
  let end = text.length;
  while (end > 0 && trailing.includes(text.charAt(end - 1))) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

// Letter case as Azure and Kubernetes ignore it: letter by letter, so that nothing beyond ASCII turns into an ASCII
// letter. JavaScript's own lower case makes a `k` of the Kelvin sign (U+212A).

/** The one spelling of `text` in which letter case is gone; for comparing, not for showing. */
export function foldCase(text: string): string {
  return /^[ -~]*$/.test(text) ? text.toLowerCase() : Array.from(text, foldLetter).join("");
}

function foldLetter(letter: string): string {
  const lower = letter.toLowerCase();
  const isAscii = letter < "\x80";
  return isAscii || lower > "\x7f" ? lower : letter;
}
