// Whether a line orders what it speaks of. In doubt it does not: a change that nobody asked for is worse than one more question.
// A line may hold words of several languages, so those of all of them are looked for.

import { once } from "../../text/once.ts";
import { isChange, traitsOf } from "../ability/abilities.ts";
import { abilitiesOf } from "../ability/ability.ts";
import { certain, type Ranked, sure } from "../ability/learn.ts";
import type { Ability } from "../examples.ts";
import { en } from "./languages/en.ts";
import type { Language, Phrases } from "./languages/language.ts";
import { languages, type Spoken } from "./languages/languages.ts";
import { isHan } from "./languages/segment.ts";
import { edgesOf, matchPhrases } from "./match.ts";
import { isQuestion } from "./talk.ts";

const orders = languages.map(({ order }) => order);

/** The alternatives of every language. */
const anyOf = (
  key: "changes" | "outcomes" | "greetings" | "requests" | "first" | "joins" | "second",
): string => orders.flatMap((each) => each[key] ?? []).join("|");

/** Not to be done, reported, or asked about: `do not`, `should we`, `what happens when`, `api in shop restarted`. */
const notOrdered = [
  /^\s*>/,
  new RegExp(`\\b(?:${anyOf("changes")})\\b.{0,90}\\b(?:${anyOf("outcomes")})\\b`, "i"),
  new RegExp(`^\\W*(?!(?:${anyOf("greetings")})\\b)[A-Z][a-z]+, (?:${anyOf("requests")})`),
  ...orders.flatMap((each) => each.notOrdered),
];

/** The same, unless somebody is asked for it: `I restarted api, please scale web to 5`. */
const unlessAsked = orders.flatMap((each) => each.unlessAsked);

const isAsked = (text: string): boolean => orders.some(({ asked }) => asked.test(text));

/** Whatever it is, it is not to be done. */
export const isForbidden = (text: string): boolean => orders.some(({ not }) => not.test(text));

/** A word that tells somebody to do something, as it stands in an order. */
const orderWords = languages
  .flatMap(({ order, change }) =>
    order.orders === undefined ? [] : [order.orders, change.verbs.trim().split(/\s+/).join("|")],
  )
  .join("|");
const ordered = new RegExp(`(?<![\\p{L}\\d-])(?:${orderWords})(?![\\p{L}\\d-])`, "iu");
const orderedAlone = new RegExp(`^(?:${orderWords})$`, "iu");

export const isOrderWord = (word: string): boolean => orderedAlone.test(word);

/** Behind it stands why: `restart api, it does not answer`. */
const firstClauseOf = (text: string): string =>
  text.split(/[,;:.!?，。；：！？]|\s[-\u2013\u2014]\s/).find((each) => each.trim().length > 8) ?? text;

/** It forbids it, reports it or asks about it. */
export function isOtherwise(text: string): boolean {
  const read = text.slice(0, 600);
  return (
    isForbidden(firstClauseOf(read)) ||
    notOrdered.some((each) => each.test(read)) ||
    (!isAsked(read) && unlessAsked.some((each) => each.test(read)))
  );
}

export const isNoOrder = (text: string): boolean =>
  isOtherwise(text) || (!isHan(text) && !ordered.test(text.slice(0, 600)));

/** Of somebody's sign-in, or of a channel: what people do, and say to each other. */
export function isTold(text: string): boolean {
  const said = orders.reduce(
    (rest, { notAnyMore }) => (notAnyMore === undefined ? rest : rest.replace(notAnyMore, "")),
    text.trim(),
  );
  return orders.some(({ told }) => told.test(said));
}

/** It says more than the one command that would be made of it can say. */
const saysMore = [
  /(?:^|\s)--?(?!n\b|namespace\b)[a-z]/i,
  new RegExp(
    `\\b(?:${anyOf("first")})\\b.{3,80}\\b(?:${anyOf("joins")})\\b.{0,20}\\b(?:${anyOf("second")})\\b`,
    "i",
  ),
  ...orders.flatMap((each) => each.saysMore),
];

/** When it is to be done counts where it stands beside the order itself, and not in what is told of it. */
export function isMoreThanOne(text: string): boolean {
  const read = text.slice(0, 600);
  const first = firstClauseOf(read);
  return saysMore.some((each) => each.test(read)) || orders.some(({ times }) => times.test(first));
}

// A wish among other sentences.

/** Why something is so may stand around what is asked for: `restart api, it hangs`, `no approver here. How do I …?` */
export function askedBeside(text: string, [whole]: readonly Ranked<Ability>[]): Ability | null {
  if (whole === undefined) return null;
  const parts = text.split(/(?<=[,;:.!?])\s|\s[-\u2013\u2014]\s/);
  const found =
    parts.length < 2 || parts.length > mostParts
      ? []
      : parts.map((part, at) => wishIn(part, at % (parts.length - 1) === 0, whole.label));
  return found.find((each) => each !== null) ?? null;
}

/** Nobody says one thing in more. */
const mostParts = 12;

/** `isEnd`: the part is the first or the last one. */
function wishIn(part: string, isEnd: boolean, whole: Ability): Ability | null {
  const [best] = abilitiesOf(part);
  if (best === undefined || best.label === whole || best.share < (whole === "talk" ? sure : certain))
    return null;
  const isWish = isChange(best.label)
    ? isEnd && !isChange(whole) && !isNoOrder(part)
    : (traitsOf(whole).isVague === true || isChange(whole)) &&
      isQuestion(part) &&
      (!traitsOf(best.label).saysLittle || (best.label === "why" && whole === "talk"));
  return isWish ? best.label : null;
}

// "Without looking inside": words that want nothing sent into the cluster, whatever else the line asks.

/** What is typed in English is understood in every language. */
const phrasesOf: (language: Language) => Phrases = once((language) => [
  ...new Set([...language.leavesOut, ...en.leavesOut]),
]);

/** The line without these words, and whether it had any. */
export function takeLeavingOut({ language, line }: Spoken): Readonly<{ spoken: Spoken; leavesOut: boolean }> {
  const found = matchPhrases(line, phrasesOf(language), edgesOf(line, language), { words: 0 });
  if (found === null) return { spoken: { language, line }, leavesOut: false };
  const rest = line.filter((_, at) => !found.includes(at));
  return { spoken: { language, line: rest }, leavesOut: true };
}
