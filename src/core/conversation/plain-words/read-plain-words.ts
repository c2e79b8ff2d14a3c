// A line in plain words, as what it may mean: a small grammar of words for each ability, and a cluster somewhere between.

import { once } from "../../text/once.ts";
import { isChange, traitsOf } from "../ability/abilities.ts";
import { abilitiesOf } from "../ability/ability.ts";
import { isSure, type Ranked } from "../ability/learn.ts";
import { isOrdinary } from "../ability/ordinary.ts";
import type { Ability } from "../examples.ts";
import { takeSymptom } from "../grammar/parse-target.ts";
import type { Intent } from "../intent.ts";
import { type ParseError, parseAsked, parsePlace } from "../parse-error.ts";
import { ipv6In, isAnswered, unanswerable } from "./addresses.ts";
import { decided } from "./decide-intent.ts";
import { askedBeside, isMoreThanOne, isNoOrder, takeLeavingOut } from "./is-ordered.ts";
import { en } from "./languages/en.ts";
import { allWords, setOf, spelling } from "./languages/known-words.ts";
import type { Language } from "./languages/language.ts";
import { isCommon, readSpoken, type Spoken, saysAbout } from "./languages/languages.ts";
import type { LineWord } from "./languages/line-words.ts";
import { isHan } from "./languages/segment.ts";
import { type Candidate, candidatesIn, isNameLike, isPlaceLike } from "./line-parts.ts";
import { placeIn } from "./line-place.ts";
import { isAddress, isRange } from "./match.ts";
import { rowIn } from "./printed-row.ts";
import { saysPlainly } from "./question-asked.ts";
import { isOfBoth } from "./read-command.ts";
import { isError, isFiller, isOfType, isToPerson, type Rest, restOf, withoutWell } from "./talk.ts";

// "Why?": nothing but that, asked of the answer before.

const joinedWords = (words: readonly string[]): string => words.join("");

/** What is typed in English is understood in every language. */
const linesOf: (language: Language) => ReadonlySet<string> = once(
  ({ why }) => new Set([...why, ...en.why].map((line) => joinedWords(spelling(line).split(" ")))),
);

/** Chinese is parted into words by those that are known, so the line is compared without its spaces. */
function isWhy({ language, line }: Spoken): boolean {
  const words = line.map(({ word }) => word).filter((word) => word !== "");
  const begin = words.findIndex((word) => !setOf(language.talk.opening).has(word));
  const end = words.findLastIndex((word) => !setOf(language.sentence.polite).has(word));
  return linesOf(language).has(joinedWords(words.slice(Math.max(0, begin), end + 1)));
}

/** What the line means if these words of it are the cluster; `candidate` is null where it names none. */
export type Reading = Readonly<{
  candidate: Candidate | null;
  intent: Intent;
  /** Names of what is unwell in the cluster: none of them is a cluster's. */
  inside?: readonly string[];
}>;

/** What a line means. */
export type Line = Readonly<
  | { is: "intent"; intent: Intent }
  /** What it may mean, in order; `reason`: where it means none of them. `candidates`: words that may be clusters' names. */
  | {
      is: "readings";
      readings: readonly Reading[];
      candidates: readonly Candidate[];
      reason: ParseError;
      /** All of them are meant, so each has to be there. */
      all?: true;
    }
  /** The same candidates where people ask for something; none where they talk. */
  | { is: "misread"; reason: ParseError; candidates: readonly Candidate[] }
>;

/** `isTalk`: people talk to each other like that. `candidates`: where a cluster may be named, whatever is wanted of it. */
type Plain = Readonly<{
  readings: readonly Reading[];
  isTalk: boolean;
  candidates: readonly Candidate[];
  /** What looks like an address and is none, or not one: nothing is asked from somewhere else. */
  noPlace: ParseError | null;
  /** What may have been meant, where nothing is certain; the likeliest first. */
  unsure?: readonly Ability[];
}>;

/** A sentence of people holds fewer words that could be a cluster; each of them is tried, on the way of every message. */
const mostCandidates = 12;

/** As alerts label it: `namespace=orders, pod="api-0"`. */
const labels = /\b(namespace|pod|deployment|node|cluster|job|job_name|cronjob)="?(?=[a-z0-9])/g;

/** `increase the replicas from 3 to 6`: how many there are says nothing of what is wanted. */
const oldCount =
  /(?<=(?:replica|replik|scal|skalier|increase|decrease|erhöh|instan).{0,80})\b(?:from|von) \d{1,3}(?: (?:replicas|replikas|instan\w+))?(?= (?:to|auf) \d{1,3}\b(?! ?(?:am|pm|uhr|h\b|:)))/gi;

/** In a Chinese line nothing has to stand behind a comma. */
const joined = /([,;!?])(?=[^\s\d])/g;

/** Whole lines that say nothing of their own, and what each is told. */
const bareLines = [
  ["more", "more"],
  ["stops", "withdraw"],
  ["scolds", "sorry"],
  ["noise", "hello"],
  ["bare", "shown"],
] as const;

/** Of several sentences each may be all that is asked; the whole says more, where it is understood. */
export function readPlain(typed: string): Plain {
  const told = bareLines.find(([said]) => saysAbout(said, typed))?.[1];
  if (told !== undefined)
    return { ...why, readings: [{ candidate: null, intent: { kind: "told", topic: told } }] };
  const text = (isHan(typed) ? typed.replace(joined, "$1 ") : typed)
    .replace(labels, "$1 ")
    .replace(oldCount, "")
    // A range of one address.
    .replace(/(?<=\d\.\d{1,3})\/32\b/g, "");
  const whole = readPart(text);
  // `@marcus can you approve that? …`
  if (whole.isTalk && /^\s*@/.test(text)) return whole;
  const parts = text.split(/(?<=[.!?])\s+/).filter((part) => /\p{L}/u.test(part));
  if (parts.length < 2 || parts.length > mostParts || isError(text) || !whole.readings.every(saysLittle))
    return whole;
  const [first] = whole.unsure ?? [];
  // `close it. The token was expired`: the rest says why.
  if (
    first !== undefined &&
    traitsOf(first).asks === "words" &&
    readPart(parts[0] ?? "").unsure?.[0] === first
  )
    return whole;
  const names = whole.candidates
    .filter((each) => isNameLike(each) || isPlaceLike(each.written))
    .map(({ written }) => written);
  const read = parts
    .map(readPart)
    .map((part) => (isNoOrder(text) ? withoutOrders(part) : part))
    .filter(({ candidates }) => names.every((name) => candidates.some(({ written }) => written === name)))
    .filter(({ readings }) => readings.length > 0 && !readings.every(saysLittle));
  return (
    read.find(({ readings }) => readings.some(({ intent }) => intent.kind !== "help")) ?? read[0] ?? whole
  );
}

/** `delete namespace shop? no!` */
const withoutOrders = (part: Plain): Plain => ({
  ...part,
  readings: part.readings.filter(({ intent }) => intent.kind !== "askBack"),
  unsure: (part.unsure ?? []).filter((ability) => !isChange(ability)),
});

const mostParts = 5;
/** Each becomes a button. */
const mostGuesses = 3;
/** Of 1: where the best is less likely than that, nothing is guessed; and nothing that is so much less likely than it. */
const [leastGuess, guessed] = [0.15, 0.15];
/** Of any but the likeliest. */
const leastOther = 0.12;
/** A sentence about something else is no help. */
const leastTopic = 0.25;
/** Where people talk, something else has to be likelier. */
const besideIt = 0.3;

/** A list of all that there is of a type, or what is meant only if a word of any sentence is a cluster. */
const saysLittle = ({ candidate, intent }: Reading): boolean =>
  (candidate !== null && isCommon(candidate.written)) ||
  (intent.kind === "run" && /^kubectl get \S+(?: -A)?$/.test(intent.command));

function readPart(text: string): Plain {
  if (isWhy(readSpoken(text))) return why;
  const said = takeSymptom(text);
  const { spoken, leavesOut } = takeLeavingOut(meantPart(readSpoken(said?.rest ?? text)));
  const { language, line } = spoken;
  const candidates = candidatesIn(line, language);
  // What stands in backticks is a command, whatever stands around it.
  const isPasted = isError(text) || rowIn(text) !== null || text.includes("`");
  const ranked = isPasted ? null : abilitiesIn(said?.rest ?? text, line);
  const talks = ranked !== null && talksBy(ranked, spoken, text);
  const wrong = line.map(({ word }) => noAddress(word)).find((reason) => reason !== null) ?? null;
  const isRead = line.length > 0 && candidates.length <= mostCandidates && wrong === null;
  const doubt = isPasted ? unanswerable(line, language) : (ipv6In(text) ?? unanswerable(line, language));
  const beside = ranked === null || saysAbout("harm", text) ? null : askedBeside(text, ranked);
  const readings = (isRead && !talks && beside === null ? [...candidates, null] : []).flatMap((candidate) => {
    const words = withoutClusters(line, candidate, candidates);
    const rest = restOf(spoken, candidate, words, text);
    const isObject = candidate !== null && isOfType(candidate, spoken);
    const intent = decided(rest, { client: said?.client, leavesOut }, ranked, isObject);
    return intent === null || (doubt !== null && !isAnswered(intent, doubt))
      ? []
      : [readingOf(intent, candidate, rest)];
  });
  const { words: place } = placeIn(line, language);
  return {
    readings,
    isTalk: talks,
    candidates: candidates.filter(({ words }) => !words.every((at) => place.includes(at))),
    noPlace: wrong ?? (readings.length === 0 ? doubt : null),
    ...(isRead &&
      ranked !== null &&
      (!isNameAlone(spoken, candidates) || (candidates.length === 0 && isSureOf(ranked))) && {
        unsure: talks ? besideTalk(ranked) : openIn(text, line, ranked, beside),
      }),
  };
}

/** What names no tool is no command, whatever else it is. */
function abilitiesIn(text: string, line: readonly LineWord[]): readonly Ranked<Ability>[] {
  const ranked = abilitiesOf(text);
  const of = ranked.find(({ label }) => label === "command")?.share ?? 0;
  if (of > 0.8 || line.some(({ word }) => /^(?:kubectl|k|helm|az|kubelogin)$/.test(word))) return ranked;
  return ranked
    .filter(({ label }) => label !== "command")
    .map(({ label, share }) => ({ label, share: share / (1 - of) }));
}

const isSureOf = (ranked: readonly Ranked<Ability>[] | null): boolean => {
  const [best] = ranked ?? [];
  return best !== undefined && isSure(best);
};

/** People talk to each other. */
function talksBy(ranked: readonly Ranked<Ability>[], { line, language }: Spoken, text: string): boolean {
  const [best] = ranked;
  const isMeant = saysAbout("beyond", text) || ((best?.share ?? 0) < mostDoubted && saysPlainly(text));
  const mayTalk = best?.label === "talk" && !isMeant;
  return isToPerson(line, language) || mayTalk;
}
/** Of 1: so likely it is talk, whatever its words say. */
const mostDoubted = 0.65;

/** `prod-1`, `blorp`: nothing is said of it. */
const isNameAlone = ({ line, language }: Spoken, candidates: readonly Candidate[]): boolean => {
  const named = candidates.filter((each) => isNameLike(each) && !isLevel(each)).flatMap(({ words }) => words);
  const says = ({ word }: LineWord) => isHan(word) || isOrdinary(word) || allWords(language).has(word);
  return line.every((each, at) => named.includes(at) || isFiller(each, language) || !says(each));
};

/** Where it is not certain that people talk: what else it may be, and no change. */
function besideTalk([best, ...others]: readonly Ranked<Ability>[]): readonly Ability[] {
  // `Megan, please take this one`
  if (best?.label === "handOver") return [best.label];
  if (best?.label !== "talk") return [];
  return others
    .slice(0, mostGuesses)
    .filter(({ label, share }) => share >= besideIt && !isChange(label))
    .map(({ label }) => label);
}

/** `only sev 3` */
const isLevel = ({ written }: Candidate): boolean => /^sev(?:erity)?-?\d$/i.test(written);

/** What it may mean, for where no reading is meant; `beside`: what one of its sentences asks for. */
function openIn(
  text: string,
  line: readonly LineWord[],
  ranked: readonly Ranked<Ability>[],
  beside: Ability | null,
): readonly Ability[] {
  if (traitsOf(ranked[0]?.label ?? "talk").isEitherLook && isOfBoth(line)) return ["usage", "describe"];
  const isOne = isSureOf(ranked) && ranked[0]?.label !== "command" && beside === null;
  const likely = ranked
    .slice(0, isOne ? 1 : mostGuesses)
    .filter(
      ({ label, share }, at) =>
        share >= (ranked[0]?.share ?? 0) * guessed &&
        (ranked[0]?.share ?? 0) >= leastGuess &&
        (at === 0 || share >= leastOther) &&
        (traitsOf(label).asks !== "topic" || isOne || share >= leastTopic),
    )
    .map(({ label }) => label);
  const all = beside === null ? likely : [beside, ...likely];
  const isNone = isNoOrder(text) || isMoreThanOne(text);
  return isNone ? all.filter((ability) => !isChange(ability)) : all;
}

function readingOf(intent: Intent, candidate: Candidate | null, { line, language }: Rest): Reading {
  const isInside = intent.kind === "diagnose" || intent.kind === "run";
  const names = candidatesIn(line, language).filter(({ written }) => !isPlaceLike(written));
  return { candidate, intent, ...(isInside && { inside: names.map(({ written }) => written) }) };
}

/** The words of the line that name neither this cluster nor one that is not meant. */
function withoutClusters(
  line: readonly LineWord[],
  candidate: Candidate | null,
  candidates: readonly Candidate[],
): readonly LineWord[] {
  const gone = [candidate, ...candidates.filter((each) => each.led === "not" && isNameLike(each))].flatMap(
    (each) => each?.words ?? [],
  );
  return gone.length === 0 ? line : line.filter((_, at) => !gone.includes(at));
}

const why: Plain = {
  readings: [{ candidate: null, intent: { kind: "why" } }],
  ...{ isTalk: false, candidates: [], noPlace: null },
};

/** Of two clusters, one of which is well, the other is meant. */
function meantPart(spoken: Spoken): Spoken {
  const { language } = spoken;
  const line = withoutWell(spoken);
  return candidatesIn(line, language).length > 0 ? { language, line } : spoken;
}

function noAddress(word: string): ParseError | null {
  if (!(isAddress(word) || isRange(word)) || parseAsked(word) !== null) return null;
  const place = parsePlace(word);
  return place.ok ? null : place.reason;
}
