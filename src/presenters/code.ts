// Commands and outputs: shown character by character, in a code block and as lines where there is none.
import { clip, visible } from "./text.ts";

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
