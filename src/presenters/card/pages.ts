// Cuts an output into pages that fit a card twice, as a code block and as lines: 40 lines or 6000 characters,
// long lines cut at 200.
import { withoutTrailing } from "../../core/text/text.ts";
import { clip, visible } from "./text.ts";

const PAGE_LINES = 40;
const PAGE_CHARACTERS = 6_000;
const LINE_CHARACTERS = 200;

/** `firstLine` counts from 1. */
export type Page = Readonly<{ firstLine: number; lines: readonly string[] }>;
export type Pages = Readonly<{ pages: readonly Page[]; lineCount: number; cutLines: number }>;

/** As long as in JSON, where a quote or a backslash takes two characters. */
const jsonLength = (line: string): number => JSON.stringify(line).length;

export function paginate(output: string): Pages {
  const text = withoutTrailing(visible(output), "\n");
  const whole = text === "" ? [] : text.split("\n");
  const pages: { firstLine: number; lines: string[] }[] = [];
  let room = 0;
  for (const [index, line] of whole.entries()) {
    const shown = clip(line, LINE_CHARACTERS);
    const page = pages.at(-1);
    room -= jsonLength(shown);
    if (page === undefined || page.lines.length === PAGE_LINES || room < 0) {
      pages.push({ firstLine: index + 1, lines: [shown] });
      room = PAGE_CHARACTERS - jsonLength(shown);
    } else page.lines.push(shown);
  }
  const cutLines = whole.filter((line) => line.length > LINE_CHARACTERS).length;
  return {
    pages: pages.length === 0 ? [{ firstLine: 1, lines: [] }] : pages,
    lineCount: whole.length,
    cutLines,
  };
}
