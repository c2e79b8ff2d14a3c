// Slips of the fingers in words that are known.
import { slipsOf } from "../../../src/core/conversation/plain-words/languages/slips.ts";

const known = new Set(["how", "who", "show", "nodes", "connect", "reachable", "watch", "pods"]);

test.each([
  ["two letters in the wrong order", "shwo", ["show"]],
  ["in a short word, which may be either", "hwo", ["who", "how"]],
  ["a letter too few", "conect", ["connect"]],
  ["a letter too many", "reachablee", ["reachable"]],
  ["another letter may be another word", "watck", []],
  ["a letter too few in a short word, too", "node", []],
  ["a known word", "pods", []],
  ["a name", "pdo-1", []],
  ["what is longer than any word", "x".repeat(21), []],
])("%s: %s", (_what, word, expected) => {
  expect(slipsOf(word, known)).toEqual(expected);
});
