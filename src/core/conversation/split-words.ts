// Splits a sentence into words. What stands in quotes or backticks stays in one word.
import { opensQuote } from "./typography.ts";

export type Word = Readonly<{
  /** As written, quotes included. */
  raw: string;
  start: number;
  end: number;
  /** The whole word is one quotation. */
  quoted: boolean;
}>;

/** `unclosed`: a quote was opened and never closed; everything after it is in the last word. */
type Words = Readonly<{ words: readonly Word[]; unclosed: boolean }>;

export function splitWords(text: string): Words {
  const words: Word[] = [];
  let unclosed = false;
  let at = 0;
  while (at < text.length) {
    if (isSpace(text, at)) {
      at += 1;
      continue;
    }
    const start = at;
    let quotationEnd = -1;
    while (at < text.length && !isSpace(text, at)) {
      const opens = opensQuote(text[at] ?? "", text[at - 1]);
      const end = opens ? closingQuote(text, at) : at;
      unclosed ||= end === -1;
      quotationEnd = opens && at === start ? end : quotationEnd;
      at = end === -1 ? text.length : end + 1;
    }
    const raw = text.slice(start, at);
    words.push({ raw, start, end: at, quoted: quotationEnd === at - 1 });
  }
  return { words, unclosed };
}

/** The word without its quotes; a word that is no quotation, as it is. */
export function unquoted(word: Word): string {
  const inside = word.quoted ? word.raw.slice(1, -1) : word.raw;
  return word.quoted && word.raw.startsWith('"') ? inside.replace(/\\(["\\])/g, "$1") : inside.trim();
}

/** In any case, and not in quotes. */
export function isWord(word: Word | undefined, keyword: string): boolean {
  return word?.raw.toLowerCase() === keyword;
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text[at] ?? "");
}

/** In double quotes a backslash takes the next character along, as in a shell. */
function closingQuote(text: string, opening: number): number {
  const mark = text[opening];
  for (let at = opening + 1; at < text.length; at += 1) {
    if (text[at] === mark) {
      return at;
    }
    at += mark === '"' && text[at] === "\\" ? 1 : 0;
  }
  return -1;
}
