// Ends taken off and middles left out.
import { cutText, withoutTrailing } from "../../../src/core/text/text.ts";

test.each([
  ["a\n\n", "\n", "a"],
  ["a\nb", "\n", "a\nb"],
  ["\n\n", "\n", ""],
  ["", "\n", ""],
  ["why!?.", ".!", "why!?"],
  ["why.!", ".!", "why"],
])("%j without trailing %j is %j", (text, trailing, expected) => {
  expect(withoutTrailing(text, trailing)).toBe(expected);
});

describe("a text that is too long", () => {
  const lines = Array.from({ length: 1_000 }, (_, at) => `line ${at}`).join("\n");

  test("keeps whole lines of its beginning and its end, and says how much is missing", () => {
    const { text, left } = cutText(lines, 1_000, true);
    const shown = text.split("\n");
    const [gap] = shown.filter((line) => !/^line \d+$/.test(line));
    expect(gap).toBe(`[… ${left} …]`);
    expect([shown[0], shown.at(-1)]).toEqual(["line 0", "line 999"]);
    expect(text.length - (gap?.length ?? 0)).toBe(lines.length - left + 2);
    expect(text.length).toBeLessThan(1_100);
  });

  test("keeps its beginning alone where the end means nothing by itself", () => {
    const { text, left } = cutText(lines, 1_000, false);
    expect(text).toMatch(/^line 0\n[\s\S]*line \d+\n\[… \d+ …\]\n$/);
    expect(left).toBeGreaterThan(lines.length - 1_000);
  });

  test("of one line is cut within, and half a character is none", () => {
    const { text } = cutText(`a${"\u{1F600}".repeat(1_000)}`, 100, true);
    expect(text.isWellFormed()).toBe(true);
  });

  test("that fits is left as it is", () => {
    expect(cutText("a\nb", 3, true)).toEqual({ text: "a\nb", left: 0 });
  });
});
