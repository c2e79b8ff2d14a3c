// Splits typed text into words by POSIX quoting. The text is data: nothing is expanded, a comment ends it, and whatever
// else a shell would act on (and a quote does not cover) is refused.

import { unseenIn } from "../../text/text.ts";
import { type CommandRefusal, type Meaning, metacharacters, refuse } from "./refusal.ts";

/** One list of words for each part between pipes; no part is empty. */
type SplitWords = Readonly<{ ok: true; parts: readonly (readonly string[])[] }> | CommandRefusal;

/** In UTF-16 code units. */
const longest = 2000;

/** Phones replace straight quotes; each character here opens what the ones beside it close. */
const singleQuotes = "'‘’‚";
const doubleQuotes = '"“”„';
const spaces = " \t\u00a0\u2007\u202f";
const lineBreaks = /[\n\r\v\f\u0085\u2028\u2029]/;

type Piece =
  | Readonly<{ kind: "text"; text: string; next: number }>
  | Readonly<{ kind: "space" | "pipe"; next: number }>
  | Readonly<{ kind: "refused"; refusal: CommandRefusal }>;

/** The words of `text`, or why it cannot be one command. */
export function splitShellWords(text: string): SplitWords {
  const unfit = refuseUnfitText(text);
  if (unfit !== null) return unfit;
  const parts: string[][] = [[]];
  let word: string | null = null;
  const endWord = () => {
    if (word !== null) parts.at(-1)?.push(word);
    word = null;
  };
  for (let at = 0; at < text.length; ) {
    if (word === null && text.charAt(at) === "#") break;
    const piece = readPiece(text, at, word === null);
    if (piece.kind === "refused") return piece.refusal;
    if (piece.kind === "text") word = (word ?? "") + piece.text;
    else endWord();
    if (piece.kind === "pipe") parts.push([]);
    at = piece.next;
  }
  endWord();
  if (parts.some((part) => part.length === 0)) {
    return parts.length === 1 ? refuse("empty", { is: "empty" }) : refuse("pipe-empty", { is: "pipeEmpty" });
  }
  return { ok: true, parts };
}

function refuseUnfitText(text: string): CommandRefusal | null {
  if (text.length > longest) return refuse("too-long", { is: "tooLong", length: text.length, longest });
  if (lineBreaks.test(text.trim())) return refuse("several-lines", { is: "severalLines" });
  // What is shown must be what is sent.
  const codePoint = unseenIn(text.trim());
  if (codePoint !== null) return refuse("control-character", { is: "invisible", codePoint });
  if (!text.isWellFormed()) return refuse("control-character", { is: "halfCharacter" });
  return null;
}

function readPiece(text: string, at: number, startsWord: boolean): Piece {
  const character = text.charAt(at);
  if (spaces.includes(character) || lineBreaks.test(character)) return { kind: "space", next: at + 1 };
  if (character === "|") return readPipe(text, at);
  if (singleQuotes.includes(character)) return readSingleQuoted(text, at);
  if (doubleQuotes.includes(character)) return readDoubleQuoted(text, at);
  if (character === "\\") return readEscaped(text, at);
  if (startsWord && "—–".includes(character)) return readPhoneDash(text, at);
  // What web pages put in the place of a dash, so that a name is not broken.
  if (character === "\u2011") return { kind: "text", text: "-", next: at + 1 };
  // `a!=b` in a selector: no shell acts on an exclamation mark before an equals sign.
  if (character === "!" && text[at + 1] === "=") return { kind: "text", text: "!=", next: at + 2 };
  const meaning = metacharacters.get(character);
  if (meaning !== undefined) return refused(character, meaning);
  return { kind: "text", text: character, next: at + 1 };
}

function refused(character: string, meaning: Meaning): Piece {
  const refusal = refuse("shell-metacharacter", { is: "metacharacter", character, meaning });
  return { kind: "refused", refusal };
}

function readPipe(text: string, at: number): Piece {
  const next = text.charAt(at + 1);
  if (next === "|" || next === "&") return refused(`|${next}`, "startsCommand");
  return { kind: "pipe", next: at + 1 };
}

function readSingleQuoted(text: string, at: number): Piece {
  const closing = text.charAt(at) === "'" ? "'" : singleQuotes;
  for (let end = at + 1; end < text.length; end++) {
    if (closing.includes(text.charAt(end))) {
      return { kind: "text", text: text.slice(at + 1, end), next: end + 1 };
    }
  }
  return unclosed(text.charAt(at));
}

function readDoubleQuoted(text: string, at: number): Piece {
  const closing = text.charAt(at) === '"' ? '"' : doubleQuotes;
  let value = "";
  for (let end = at + 1; end < text.length; end++) {
    const character = text.charAt(end);
    if (closing.includes(character)) return { kind: "text", text: value, next: end + 1 };
    if (character === "$" || character === "`") {
      return refused(character, "isLiveInQuotes");
    }
    const escapes = character === "\\" && '$`"\\'.includes(text[end + 1] ?? "x");
    if (escapes) end++;
    value += text.charAt(end);
  }
  return unclosed(text.charAt(at));
}

function unclosed(quote: string): Piece {
  return { kind: "refused", refusal: refuse("unclosed-quote", { is: "unclosedQuote", quote }) };
}

function readEscaped(text: string, at: number): Piece {
  const next = text.charAt(at + 1);
  if (next === "") return refused("\\", "continuesLine");
  return { kind: "text", text: next, next: at + 2 };
}

/** Phones turn `--` into one long dash: two letters or more after it make a long flag. */
function readPhoneDash(text: string, at: number): Piece {
  const isLong = /^\p{L}{2}/u.test(text.slice(at + 1, at + 4));
  return { kind: "text", text: isLong ? "--" : "-", next: at + 1 };
}
