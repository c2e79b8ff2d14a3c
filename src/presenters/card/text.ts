// Text on its way into a card: made visible, cut to length, and escaped for the elements that read Markdown.
import { unseenBut } from "../../core/text/text.ts";

declare const plainBrand: unique symbol;
/** Text that Teams' Markdown shows as it was written. Only `plain` makes one. */
export type Plain = string & { readonly [plainBrand]: true };

const ESCAPE = "\u001b";
/** Colours and cursor moves of a terminal. */
const ANSI_SEQUENCES = new RegExp(`${ESCAPE}\\[[0-9;]*[A-Za-z]`, "g");
/** A long output has many line feeds and tabs, and each would cost a call. */
const HIDDEN = unseenBut(String.raw`\n\t`, "gu");

/** What Teams draws as a date of its own wherever it stands, and no element that shows letter by letter has an escape for. */
const MACRO = /\{(?=\{(?:DATE|TIME)\()/g;
/** Look like the usual space, or like nothing, and are neither. */
const SPACES = /(?! )[\p{Zs}\u2800]/gu;

const spellOut = (character: string): string =>
  `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;

/**
 * The same text with nothing hidden in it: colour codes dropped, and every control, zero-width or
 * direction-changing character spelled out, so that a command reads on the card as it will be sent.
 */
export const visible = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(ANSI_SEQUENCES, "")
    .replace(HIDDEN, spellOut)
    .replace(MACRO, spellOut);

/** What is read as one name, path or address. */
const WORDS = /[\p{L}\p{M}\p{N}._@/-]+/gu;
const LATIN = /[\p{Script=Latin}\u{1d400}-\u{1d7ff}]/u;
/** Letters beside which Latin ones are usual, and that are drawn like none of them. */
const EAST_ASIAN = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]`;
/** Of another script, or Latin ones in another width or style, or of phonetics. */
const ALIKE = new RegExp(
  String.raw`(?!${EAST_ASIAN})(?:(?!\p{Script=Latin})\p{L}|[\u0250-\u02af\u1d00-\u1dbf\uff21-\uff3a\uff41-\uff5a])`,
  "gu",
);
/** A whole word of Cyrillic or Greek letters that are drawn like Latin ones. */
const ALL_ALIKE = /^(?:[аАВеЕһНіІјЈкКМоОрРсСѕЅТуУхХԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ]|\P{L})+$/u;

/** Signs and digits that are drawn like those of ASCII, and letters of scripts that nobody writes settings in. */
const SIGNS =
  /[\u01c0-\u01c3\u02d0\u0589\u05c3\u2010-\u2013\u2024\u2044\u212a\u2160-\u217f\u2212\u2215\u2236\u29f8\ua789\ufe52\ufe55\ufe63\uff10-\uff19\ufffc\u{1d7ce}-\u{1d7ff}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Deseret}\p{Script=Lisu}]/gu;
/** What Chinese and Japanese sentences are written with, and no address. */
const WIDE_SIGNS = /[\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff5e]/gu;
const RUNS = /\S+/gu;
const HAS_EAST_ASIAN = new RegExp(EAST_ASIAN, "u");

const signsSpelledOut = (run: string): string =>
  (HAS_EAST_ASIAN.test(run) ? run : run.replace(WIDE_SIGNS, spellOut)).replace(SIGNS, spellOut);

const othersSpelledOut = (word: string): string =>
  LATIN.test(word) || ALL_ALIKE.test(word) ? word.replace(ALIKE, spellOut) : word;

/**
 * The same where somebody decides on it: `pay later` with another space in it is another value, and `payments` with a
 * Cyrillic letter another name.
 */
export const exact = (text: string): string =>
  visible(text).replace(SPACES, spellOut).replace(RUNS, signsSpelledOut).replace(WORDS, othersSpelledOut);

/** Cut to `limit` characters, the last one a `…` where something was lost. */
export const clip = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1).toWellFormed()}…`;

/** What `limit` characters are made of: more is not looked at, however long the text is. */
const head = (text: string, limit: number): string =>
  text.length <= limit * 20 ? text : `${text.slice(0, limit * 20)}…`;

const oneLine = (text: string): string => visible(text).replace(/\s+/g, " ").trim();

/** `code` of a sentence in quotes: no Markdown is read where these texts are shown. */
const quoted = (text: string): string => text.replace(/`([^`]+)`/g, "“$1”");

const ENTITIES: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };

/** One line for a TextBlock or a FactSet: nothing in it is Markdown, a mention, a tag or a date macro. */
export const plain = (text: string, limit = 400): Plain =>
  clip(quoted(oneLine(head(text, limit))), limit)
    .replace(/[\\`*_[\]~#]/g, "\\$&")
    .replace(/[<>&]/g, (character) => ENTITIES[character] ?? character)
    .replace(/^([-+])(?=\s|$)/, "\\$1")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2") as Plain;

/** A link, where Markdown is read. */
export const linked = (text: string, url: string): string =>
  `[${plain(text)}](${encodeURI(url).replaceAll("(", "%28").replaceAll(")", "%29")})`;

/** One line where no Markdown is read: a notification, a choice, a button. */
export const label = (text: string, limit = 200): string => clip(oneLine(head(text, limit)), limit);

/** One sentence where no Markdown is read: a notification. */
export const sentence = (text: string, limit = 300): string =>
  clip(quoted(oneLine(head(text, limit))), limit);

/** For `speak`, which may be read as SSML. */
export const spoken = (text: string): string => oneLine(sentence(text).replace(/[<>&]/g, " "));

/** Within another sentence the first letter is a small one. */
export const isSaidIn = (text: string, other: string): boolean =>
  other.includes(text) || other.includes(text.slice(0, 1).toLowerCase() + text.slice(1));

// Commands and outputs: shown character by character, in a code block and as lines where there is none.

/** `lines` say the same to clients without code blocks. `firstLine` numbers the block. */
export type Code = Readonly<{
  language: "Bash" | "PlainText" | "Json";
  text: string;
  firstLine: number;
  lines: readonly string[];
}>;

/** What a person may have written over several lines, above its answer. */
const COMMAND_LINES = 12;
const COMMAND_LIMIT = 2_000;

/** Columns need no padding where lines wrap; the indentation stays. */
const collapse = (line: string): string => line.replace(/(?<=\S) {3,}/g, "  ");

/** Lines that were already cut to a page, as a block. `format`: in which they were asked for; Teams colours no YAML. */
export const outputCode = (
  lines: readonly string[],
  firstLine: number,
  format: string | null = null,
): Code => ({
  language: format === "json" ? "Json" : "PlainText",
  text: lines.join("\n"),
  firstLine,
  lines: lines.map(collapse),
});

/** Shell lines to copy, whole: a cut command would be a wrong command. */
export function shellCode(commands: readonly string[]): Code {
  const lines = commands.map((command) => visible(command));
  return { language: "Bash", text: lines.join("\n"), firstLine: 1, lines };
}

/** What a person wrote or what will be sent, as lines of a monospaced text. */
export const commandLines = (command: string): readonly string[] =>
  clip(visible(clip(command, COMMAND_LIMIT)), COMMAND_LIMIT)
    .split("\n")
    .slice(0, COMMAND_LINES);
