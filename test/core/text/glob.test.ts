// Patterns of the policy.
import { matchesGlob } from "../../../src/core/text/glob.ts";
import { expectLinear } from "../../growth.ts";

test.each([
  ["prod-1", "prod-1", true],
  ["prod-1", "prod-10", false],
  ["prod-1", "xprod-1", false],
  ["*", "", true],
  ["*", "anything/at.all", true],
  ["prod-*", "prod-", true],
  ["prod-*", "preprod-1", false],
  ["*-prod", "pay-prod", true],
  ["*-prod", "pay-prod-2", false],
  ["a*b*c", "axxbyyc", true],
  ["a*b*c", "axxc", false],
  ["a*a", "a", false],
  ["a**b", "ab", true],
  ["*aab", "aaab", true],
  ["a.c", "abc", false],
  ["", "", true],
  ["", "a", false],
])("%s on %s: %s", (pattern, text, expected) => {
  expect(matchesGlob(pattern, text)).toBe(expected);
});

test("the work grows with the text, however many asterisks there are", () => {
  const hostile = `${"*a".repeat(100)}*b`;
  expectLinear((size) => expect(matchesGlob(hostile, "a".repeat(size))).toBe(false), 100_000);
});
