import fc from "fast-check";
import { paginate } from "../../src/presenters/card/pages.ts";

const lines = (count: number, length = 5): string =>
  Array.from({ length: count }, () => "x".repeat(length)).join("\n");

test.each([
  ["nothing", "", 1, 0, 0],
  ["only line breaks", "\n\n", 1, 0, 0],
  ["one line", "a\n", 1, 1, 0],
  ["forty lines", lines(40), 1, 40, 0],
  ["forty-one lines", lines(41), 2, 41, 0],
  ["6000 characters of 200", lines(40, 198), 2, 40, 0],
  ["a line that is too long", lines(1, 201), 1, 1, 1],
])("%s", (_, output, pageCount, lineCount, cutLines) => {
  const result = paginate(output);
  expect([result.pages.length, result.lineCount, result.cutLines]).toEqual([pageCount, lineCount, cutLines]);
});

test("pages follow one another without a gap and lose no line", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 150 })), (texts) => {
      const output = texts.map((text) => text.replace(/[^\x20-\x7e]/g, "")).join("\n");
      const { pages } = paginate(output);
      expect(pages.flatMap((page) => page.lines).join("\n")).toBe(output.replace(/\n+$/, ""));
      let next = 1;
      for (const page of pages) {
        expect(page.firstLine).toBe(next);
        expect(page.lines.length).toBeLessThanOrEqual(40);
        expect(page.lines.map((line) => JSON.stringify(line)).join("").length).toBeLessThanOrEqual(6000);
        next += page.lines.length;
      }
    }),
  );
});
