// Whether a line orders what it speaks of. In doubt it does not: a change that nobody asked for is worse than one more question.
// A line may hold words of several languages, so those of all of them are looked for.

import { once } from "../../text/once.ts";
import { isChange, traitsOf } from "../ability/abilities.ts";
import { abilitiesOf } from "../ability/ability.ts";
import { certain, type Ranked, sure } from "../ability/learn.ts";
import { isOrdinary } from "../ability/ordinary.ts";
import type { Ability } from "../examples.ts";
import { en } from "./languages/en.ts";
import { allWords, setOf } from "./languages/known-words.ts";
import type { Language, Phrases } from "./languages/language.ts";
import { languages, type Spoken } from "./languages/languages.ts";
import { isHan } from "./languages/segment.ts";
import { edgesOf, matchPhrases } from "./match.ts";
import { isCalled } from "./named-object.ts";
import { isQuestion, type Rest } from "./talk.ts";

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

/** `api and web`: one command would name one of them. */
export const isOfSeveral = ({ line, language }: Rest): boolean => {
  const and = setOf(`${language.sentence.and} or oder sowie 或`);
  const known = (at: number) => {
    const { word } = line[at] ?? {};
    return word === undefined || /^\d+$/.test(word) || isKnown(word, language);
  };
  return line.some(({ word, raw }, at) => (and.has(word) || raw === "+") && !known(at - 1) && !known(at + 1));
};

/** `on uat`, `auf porduction`: a cluster that nobody sees is not the one spoken of before. */
export function isOnAnother({ cluster, line, language }: Rest, command: string): boolean {
  if (cluster !== null) return false;
  const isOfStage = line.some(({ word }) => ofStage.test(word) && !command.includes(word));
  if (isOfStage || stageInChinese.test(line.map(({ word }) => word).join(""))) return true;
  const isOfSentence = (word: string): boolean =>
    noPlaces.has(word) || (isKnown(word, language) && !stages.test(word));
  const said = new Set(command.split(/[\s/=,"'{}:]+/));
  return line.some(({ word }, at) => {
    const before = line[at - 1]?.word ?? "";
    const lead = /^(?:the|dem|der|den|cluster)$/.test(before) ? (line[at - 2]?.word ?? "") : before;
    const isLed = lead === "on" || (lead === "auf" && !/^\d/.test(word));
    // `restart it, it hangs on kafka`: said of something else.
    const clause = line.filter((each) => each.clause === line[at]?.clause);
    const isOfIt = clause.length < 4 || clause.some((each) => said.has(each.word));
    return isLed && isOfIt && /^[a-z][a-z0-9-]{1,62}$/.test(word) && !said.has(word) && !isOfSentence(word);
  });
}
const noPlaces = setOf(
  "the dem der den it that this them all hold demand purpose top revision version stand null",
);

/** `restart it in production`: nobody knows whether that is the cluster that was spoken of. */
const ofStage =
  /^(?:production|prod|live|staging|stage|dev|development|test|uat|qa|produktion|produktiv\w*|testcluster)$/;

const stageInChinese = /生产|线上|测试环境|测试集群|预发|开发环境/;

/** What clusters are for, and are called by. */
const stages = /^(?:prod|stag|test|dev|uat|qa|live|int\b|integration|demo|dr\b)/;

export const isKnown = (word: string, language: Rest["language"]): boolean =>
  (allWords(language).has(word) || isOrdinary(word)) && !isCalled(word);
