// Heads as lines: what is written is read back, and what is none is not taken for one.
import { headLine, lastHead, readHeads } from "../../../src/core/audit/anchor.ts";

const head = (seq: number) => ({ seq, hash: String(seq % 10).repeat(64) });
const line = (seq: number) => headLine(head(seq), new Date("2026-11-25T10:00:00Z"));

test("a line says when, which row, and its hash", () => {
  expect(line(7)).toBe(`{"time":"2026-11-25T10:00:00.000Z","seq":7,"hash":"${"7".repeat(64)}"}`);
});

test("a book is read in order, empty lines aside", () => {
  expect(readHeads(`${line(1)}\n\n \n${line(2)}\n`)).toEqual({ heads: [head(1), head(2)] });
  expect(readHeads("")).toEqual({ heads: [] });
});

test.each([
  "half a li",
  '{"seq":0,"hash":"x"}',
  `{"seq":3,"hash":"${"G".repeat(64)}"}`,
  `{"seq":3,"hash":"${"a".repeat(65)}"}`,
  `{"seq":3,"hash":"a ${"a".repeat(64)}"}`,
  `{"seq":3,"hash":"${"a".repeat(64)} a"}`,
  "[]",
])("%s is no head: named by its line, and passed over where the end is looked for", (other) => {
  expect(readHeads(`${line(1)}\n${other}`)).toEqual({ oddLine: 2 });
  expect(lastHead(`${line(1)}\n${other}`)).toEqual(head(1));
  expect(lastHead(other)).toBeNull();
});
