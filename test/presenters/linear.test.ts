// Four times as much text takes at most eight times as long, whatever it is made of; were it quadratic, sixteen times. A
// ratio: the machine's speed does not count. Of all that reads text alone: test/prove/hostile-text.
import { fitCard } from "../../src/presenters/present.ts";

const of = (part: string) => (length: number) => part.repeat(length / part.length);
/** One run, and then something else: where a pattern that wants the end begins anew at each of its characters. */
const endingIn = (part: string, end: string) => (length: number) => of(part)(length) + end;

const texts: readonly (readonly [string, (length: number) => string])[] = [
  ["line feeds", of("\n")],
  ["line feeds and a letter", endingIn("\n", "a")],
  ["carriage returns", of("\r")],
  ["spaces and a letter", endingIn(" ", "a")],
  ["punctuation and a letter", endingIn(".", "a")],
  ["tabs and letters", of("a\t")],
  ["backticks", of("`")],
  ["open colour codes", of("\u001b[0")],
  ["one long colour code", endingIn("0", "\u001b[")],
  ["hidden characters", of("\u200b")],
  ["quotes", of('"')],
  ["tags", of("<at>")],
  ["open tags", of("<")],
  ["entities", of("&amp")],
];

const card = (text: string) => ({
  type: "AdaptiveCard",
  body: text.match(/[\s\S]{1,100}/g)?.map((line) => ({ type: "TextBlock", text: line })) ?? [],
});
/** Of this thread alone, so that a busy machine changes nothing. */
function millisecondsOf(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const begun = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(begun);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}

/** From what shows the worst at once to half of what Azure lets a command print. */
const sizes = [4_000, 16_000, 64_000, 256_000];

/** What is done within this is too quick to be measured, and is no danger. */
const nothing = 20;

test.each(texts)("a card that is shortened, of %s", (_, make) => {
  let before = Number.POSITIVE_INFINITY;
  for (const text of sizes.map(make)) {
    const time = millisecondsOf(() => fitCard(card(text), { shortened: () => "", command: () => "" }));
    expect(time).toBeLessThan(8 * Math.max(before, nothing));
    before = time;
  }
});
