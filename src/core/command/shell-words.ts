// Splits typed text into words by POSIX quoting. The text is data: nothing is expanded, and whatever a shell
// would act on (and a quote does not cover) is refused.
import type { Refusal } from "./command-request.ts";
import { refuse } from "./refusal.ts";

/** One list of words for each part between pipes; no part is empty. */
export type SplitWords = Readonly<{ ok: true; parts: readonly (readonly string[])[] }> | Refusal;

const longestCommand = 2000;

const quoteIt = "put the whole value in single quotes if you mean the character itself";
const oneCommand = "send one command at a time";
const writeTheValue = "write the value itself";

/** What a shell would do with each character, and what to write instead. */
const metacharacters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ";": `starts another command: ${oneCommand}`,
    "&": `starts another command: ${oneCommand}`,
    "<": `reads a file in a shell: if it marks a placeholder, ${writeTheValue}`,
    ">": "writes a file in a shell, or ends a placeholder: leave it out, the answer comes as a card",
    "`": `runs a command in a shell: ${writeTheValue}`,
    $: `is replaced by a variable or a command in a shell: ${writeTheValue}`,
    "(": `groups commands in a shell: ${quoteIt}`,
    ")": `groups commands in a shell: ${quoteIt}`,
    "{": `is expanded by a shell: ${quoteIt}, as in -o 'jsonpath={.status.phase}'`,
    "}": `is expanded by a shell: ${quoteIt}, as in -o 'jsonpath={.status.phase}'`,
    "[": `is a file pattern in a shell: ${quoteIt}`,
    "]": `is a file pattern in a shell: ${quoteIt}`,
    "*": `is a file pattern in a shell: ${quoteIt}`,
    "?": `is a file pattern in a shell: ${quoteIt}`,
    "~": `is replaced by a home folder in a shell: ${quoteIt}`,
    "#": `starts a comment in a shell: leave the comment out, or ${quoteIt}`,
    "!": `repeats an earlier command in a shell: ${quoteIt}`,
  }),
);

/** Phones replace straight quotes; each character here opens what the ones beside it close. */
const singleQuotes = "'‘’‚";
const doubleQuotes = '"“”„';
const spaces = " \t\u00a0\u2007\u202f";
const lineBreaks = /[\n\r\v\f\u0085\u2028\u2029]/;
/** Control characters, zero-width ones and those that reverse the direction of text: what is shown must be what is sent. */
const invisible = /(?!\t)\p{Cc}|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/u;

type Piece =
  | Readonly<{ kind: "text"; text: string; next: number }>
  | Readonly<{ kind: "space" | "pipe"; next: number }>
  | Readonly<{ kind: "refused"; refusal: Refusal }>;

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
    const piece = readPiece(text, at, word === null);
    if (piece.kind === "refused") return piece.refusal;
    if (piece.kind === "text") word = (word ?? "") + piece.text;
    else endWord();
    if (piece.kind === "pipe") parts.push([]);
    at = piece.next;
  }
  endWord();
  if (parts.some((part) => part.length === 0)) {
    return parts.length === 1
      ? refuse("empty", "There is no command: write one, for example kubectl get pods -n payments.")
      : refuse(
          "pipe-empty",
          "A pipe needs something on both sides, for example kubectl get pods | grep api.",
        );
  }
  return { ok: true, parts };
}

function refuseUnfitText(text: string): Refusal | null {
  if (text.length > longestCommand) {
    const size = `${text.length} characters long, and ${longestCommand} are read`;
    return refuse("too-long", `The command is ${size}: ask for less at once.`);
  }
  if (lineBreaks.test(text.trim())) {
    return refuse("several-lines", "The text has several lines: send one command, on one line.");
  }
  const hidden = invisible.exec(text.trim())?.[0];
  if (hidden !== undefined || !text.isWellFormed()) {
    const code = hidden?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
    const which = code === undefined ? "half of a character" : `the invisible character U+${code}`;
    return refuse("control-character", `The command contains ${which}: type it again instead of pasting it.`);
  }
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
  // `a!=b` in a selector: no shell acts on an exclamation mark before an equals sign.
  if (character === "!" && text[at + 1] === "=") return { kind: "text", text: "!=", next: at + 2 };
  const meaning = metacharacters.get(character);
  if (meaning !== undefined) return refused(character, meaning);
  return { kind: "text", text: character, next: at + 1 };
}

function refused(character: string, meaning: string): Piece {
  const name = character === "`" ? "A backtick" : `\`${character}\``;
  return { kind: "refused", refusal: refuse("shell-metacharacter", `${name} ${meaning}.`) };
}

function readPipe(text: string, at: number): Piece {
  const next = text.charAt(at + 1);
  if (next === "|" || next === "&") return refused(`|${next}`, `starts another command: ${oneCommand}`);
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
      return refused(
        character,
        `is live inside double quotes in a shell: use single quotes, or ${writeTheValue}`,
      );
    }
    const escapes = character === "\\" && '$`"\\'.includes(text[end + 1] ?? "x");
    if (escapes) end++;
    value += text.charAt(end);
  }
  return unclosed(text.charAt(at));
}

function unclosed(quote: string): Piece {
  const reason = `The quote ${quote} is never closed: close it, or leave it out.`;
  return { kind: "refused", refusal: refuse("unclosed-quote", reason) };
}

function readEscaped(text: string, at: number): Piece {
  const next = text.charAt(at + 1);
  if (next === "") return refused("\\", "at the end of the line continues it in a shell: leave it out");
  return { kind: "text", text: next, next: at + 2 };
}

/** Phones turn `--` into one long dash: two letters or more after it make a long flag. */
function readPhoneDash(text: string, at: number): Piece {
  const isLong = /^\p{L}{2}/u.test(text.slice(at + 1, at + 4));
  return { kind: "text", text: isLong ? "--" : "-", next: at + 1 };
}
