// Commands and outputs: shown character by character, in a code block with a short form for phones.
import type { Messages } from "./messages/messages.ts";
import { clip, visible } from "./text.ts";

/** `lines` and `rest` are for clients without code blocks. `firstLine` numbers the block. */
export type Code = Readonly<{
  language: "Bash" | "PlainText";
  text: string;
  firstLine: number;
  lines: readonly string[];
  rest: string;
}>;

/** Lines of a block on clients without code blocks, where nothing can be folded away. */
const SHORT_LINES = 12;
const SHORT_LINE = 120;
const COMMAND_LIMIT = 2_000;

/** Columns need no padding where lines wrap; the indentation stays. */
const shorten = (line: string): string => clip(line.replace(/(?<=\S) {3,}/g, "  "), SHORT_LINE);

/** Lines that were already cut to a page, as a block. */
export function outputCode(lines: readonly string[], firstLine: number, messages: Messages): Code {
  const hidden = lines.length - SHORT_LINES;
  return {
    language: "PlainText",
    text: lines.join("\n"),
    firstLine,
    lines: lines.slice(0, SHORT_LINES).map(shorten),
    rest: hidden > 0 ? messages.output.moreOnDesktop(SHORT_LINES, hidden) : "",
  };
}

/** Shell lines to copy, whole: a cut command would be a wrong command. */
export function shellCode(commands: readonly string[]): Code {
  const lines = commands.map((command) => visible(command));
  return { language: "Bash", text: lines.join("\n"), firstLine: 1, lines, rest: "" };
}

/** What a person wrote or what will be sent, as lines of a monospaced text. */
export const commandLines = (command: string): readonly string[] =>
  clip(visible(command), COMMAND_LIMIT).split("\n").slice(0, SHORT_LINES);
