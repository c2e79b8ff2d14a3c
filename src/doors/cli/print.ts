// What a verb answers, as a terminal or a script reads it: text at the width that there is, or one document.
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import { Document, visit } from "yaml";
import type { DoctorLine } from "../../core/doctor/line.ts";
import { doctorSays, type SaidLine, sayLine } from "../../presenters/messages/operator/doctor.ts";
import type { Io, OutputLine, OutputStyle, Terminal } from "./io.ts";

/** What Azure sent may hold anything: nothing of it that a terminal obeys, or shows nobody, reaches it. */
export const clean = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");

export const renderText = (lines: readonly OutputLine[], at: Pick<Terminal, "paint" | "width">): string =>
  lines
    .map((line) => {
      if ("command" in line) return commandAt(clean(line.command), line.indent, at.width);
      const said = line.map((span) =>
        typeof span === "string" ? clean(span) : at.paint(span[0], clean(span[1])),
      );
      return wrapped(said.join(""), at.width);
    })
    .join("\n");

/** Below this many columns a text is left to the terminal. */
const narrowest = 20;

/** `text` within `width` columns. `head` stands before its first line, and as many blanks before the others. */
export function wrapped(text: string, width: number, head = ""): string {
  const room = width - stringWidth(head);
  const lines = text.split("\n").flatMap((line) => rowsOf(line, room));
  return lines.map((line, at) => (at === 0 ? head : " ".repeat(stringWidth(head))) + line).join("\n");
}

/** What is indented goes on two columns further in. */
function rowsOf(line: string, width: number): readonly string[] {
  if (stringWidth(line) <= width) return [line];
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  const below = indent === 0 ? 0 : indent + 2;
  if (width - below < narrowest) return [line];
  // An id that is longer than a line stays whole, so that it can be copied. Chinese has no blanks to end a line at.
  const hard = /\p{Script=Han}/u.test(line);
  const rows = wrapAnsi(line.slice(indent), width - below, { hard }).split("\n");
  return rows.map((row, at) => " ".repeat(at === 0 ? indent : below) + row);
}

const wordOfShell = /(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/g;

/** Flags begin a line with what belongs to them, and so does what a pipe leads to. */
const beginsLine = /^(?:-|\||&&|;)/;

/**
 * A command for pasting: where it is too long it goes on in the next line behind `\`, as a shell reads it. A line of
 * words behind `#` says so in each of its lines.
 */
export function commandAt(command: string, indent: number, width: number): string {
  const before = " ".repeat(indent);
  if (indent + stringWidth(command) <= width) return before + command;
  if (command.startsWith("# ")) {
    const said = wrapped(command.slice(2), width - indent - 2);
    return said.replace(/^/gm, `${before}# `);
  }
  const words = command.match(wordOfShell) ?? [];
  // A quotation mark that nothing ends: the line is none that we know how to break.
  if (command.replace(wordOfShell, "").trim() !== "") return before + command;
  const rows: string[] = [];
  for (const part of partsOf(words)) {
    const last = rows.at(-1);
    const room = width - indent - (rows.length > 1 ? 2 : 0) - 2;
    if (last !== undefined && stringWidth(last) + 1 + stringWidth(part) <= room)
      rows[rows.length - 1] = `${last} ${part}`;
    else rows.push(part);
  }
  return rows.map((row, at) => before + (at === 0 ? row : `  ${row}`)).join(" \\\n");
}

function partsOf(words: readonly string[]): readonly string[] {
  const parts: string[] = [];
  for (const word of words) {
    if (parts.length === 0 || beginsLine.test(word)) parts.push(word);
    else parts.push(`${parts.pop()} ${word}`);
  }
  return parts;
}

// Documents. A terminal obeys some characters that JSON and YAML leave as they are.

const obeyed = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;
const isObeyed = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/u;

const unitsEscaped = (found: string): string =>
  found
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");

/** The same value for whoever parses it. */
export const jsonText = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(obeyed, unitsEscaped);

/** YAML knows no pairs of half letters, as JSON does. */
const letterEscaped = (letter: string): string =>
  `\\U${(letter.codePointAt(0) ?? 0).toString(16).padStart(8, "0")}`;

export function yamlText(value: unknown): string {
  const document = new Document(JSON.parse(JSON.stringify(value)), { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === "string" && isObeyed.test(node.value)) node.type = "QUOTE_DOUBLE";
    },
  });
  return document.toString({ lineWidth: 0 }).replace(obeyed, letterEscaped).trimEnd();
}

/** The whole answer: the document for a script, or the text. */
export function answer(io: Io, document: object, text: () => string): void {
  if (io.output === "table") io.out(text());
  else io.out(io.output === "json" ? jsonText(document, 2) : yamlText(document));
}

/** One of the objects that a verb prints, one after the other: a line of JSON, or a document of YAML. */
export const answerLine = (io: Io, object: object): void =>
  io.out(io.output === "yaml" ? `---\n${yamlText(object)}` : jsonText(object));

// The lines of `doctor`, for itself and for the end of `install`.

const stateStyles: Readonly<Record<DoctorLine["state"], OutputStyle>> = {
  right: "green",
  wrong: "red",
  unknown: "cyan",
};

export const doctorText = (lines: readonly DoctorLine[]): readonly OutputLine[] =>
  lines.map(sayLine).flatMap(linesOf);

/** What is right takes one line; the rest says what to do. */
function linesOf({ state, what, found, expected, who, command }: SaidLine): readonly OutputLine[] {
  const { signs, mends, ...words } = doctorSays;
  const head: OutputLine = [[stateStyles[state], signs[state]], ` ${what}`, ["dim", `: ${found}`]];
  if (state === "right") return [head];
  return [
    head,
    ...(expected === "" ? [] : [[`    ${words.expected}: ${expected}`]]),
    [`    ${mends[state]}: ${who}`],
    ...(command === "" ? [] : [[`    ${words.command}:`], { command, indent: 6 }]),
  ];
}
