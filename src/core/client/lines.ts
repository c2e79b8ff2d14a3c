// A pasted text as lines that tools print: without colours, quoting, and the marks that curl and Teams put before a line.
import { cutText, withoutColours } from "../text/text.ts";

/** As much as is read, in UTF-16 code units; of what is longer, the beginning and the end. */
export const longestTest = 8_000;

/** Bodies that kubectl prints are longer, and hold nothing of the way. */
const longestLine = 600;

/** What a pipeline, a log or `curl --trace-time` writes before each line. */
const time =
  /^\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?:?(?:[ \t]|$)/;

export const linesOf = (text: string): readonly string[] =>
  withoutColours(cutText(text, longestTest, true).text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) =>
      line
        .slice(0, longestLine)
        .replaceAll('\\"', '"')
        .replaceAll("`", "")
        .replace(/[\u2018\u2019]/g, "'")
        .replace(/[\u201c\u201d]/g, '"')
        .replace(time, "")
        .replace(/^[\s>*<|]+/, "")
        .trimEnd(),
    )
    // A blank line ends a block; more of them say no more, and each would be tried against every pattern.
    .filter((line, at, all) => line !== "" || all[at - 1] !== "");
