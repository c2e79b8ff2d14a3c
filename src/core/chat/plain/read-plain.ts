// A line in plain words, as what it may mean: a small grammar of words for each ability, and a cluster somewhere between.

import type { Client } from "../../snapshot/snapshot.ts";
import { parseAsked, parsePlace } from "../client-place.ts";
import type { Intent } from "../intent.ts";
import type { Misread } from "../misread.ts";
import { takeSymptom } from "../parse-target.ts";
import { abilities } from "./abilities.ts";
import { addressesOf, isAnswered, unanswerable } from "./asked-of.ts";
import { wantsCause } from "./cause.ts";
import { isOfOthers } from "./change.ts";
import { edgesOf } from "./edges.ts";
import { isCommon, readSpoken, type Spoken } from "./languages.ts";
import { takeLeavingOut } from "./leaving-out.ts";
import type { LineWord } from "./line.ts";
import { typeOf } from "./look-target.ts";
import { isAddress, isRange } from "./match.ts";
import { type Candidate, candidatesIn, isNameLike, placeIn } from "./parts.ts";
import { rowIn } from "./printed-row.ts";
import type { Rest } from "./rest.ts";
import { isHan } from "./segment.ts";
import { asks, isError, isQuestion, isSurelyTalk, isTalk, withoutWell } from "./talk.ts";
import { thingIn } from "./thing.ts";
import { isWhy } from "./why.ts";
import { setOf } from "./words.ts";
import { guessIn, lacksSpace, namedIn } from "./workload.ts";

/** What the line means if these words of it are the cluster; `candidate` is null where it names none. */
export type Reading = Readonly<{
  candidate: Candidate | null;
  intent: Intent;
  /** Nothing else was understood: it counts where no word of the line is a cluster. */
  isLast?: true;
  /** Names of what is unwell in the cluster: none of them is a cluster's. */
  inside?: readonly string[];
}>;

/** `isTalk`: people talk to each other like that. `candidates`: where a cluster may be named, whatever is wanted of it. */
export type Plain = Readonly<{
  readings: readonly Reading[];
  isTalk: boolean;
  candidates: readonly Candidate[];
  /** What looks like an address and is none, or not one: nothing is asked from somewhere else. */
  noPlace: Misread | null;
  /** What may have been meant, where nothing is certain. */
  guess?: string | null;
}>;

/** A sentence of people holds fewer words that could be a cluster; each of them is tried, on the way of every message. */
const mostCandidates = 12;
/** The same, written as clusters' names are: with more of them the line is about something else. */
const mostNamed = 5;

/** As alerts label it: `namespace=orders, pod="api-0"`. */
const labels = /\b(namespace|pod|deployment|node|cluster|job|job_name|cronjob)="?(?=[a-z0-9])/g;

/** In a Chinese line nothing has to stand behind a comma. */
const joined = /([,;!?])(?=[^\s\d])/g;

/** Of several sentences each may be all that is asked; the whole says more, where it is understood. */
export function readPlain(typed: string): Plain {
  const text = (isHan(typed) ? typed.replace(joined, "$1 ") : typed).replace(labels, "$1 ");
  const whole = readPart(text);
  const parts = text.split(/(?<=[.!?])\s+/).filter((part) => /\p{L}/u.test(part));
  if (parts.length < 2 || parts.length > mostParts || isError(text) || !whole.readings.every(saysLittle))
    return whole;
  const names = whole.candidates.filter(isNameLike).map(({ written }) => written);
  const read = parts
    .map(readPart)
    .filter(({ candidates }) => names.every((name) => candidates.some(({ written }) => written === name)))
    .filter(({ readings }) => readings.length > 0 && !readings.every(saysLittle));
  return (
    read.find(({ readings }) => readings.some(({ intent }) => intent.kind !== "help")) ?? read[0] ?? whole
  );
}

const mostParts = 5;

/** A list of all that there is of a type, or what is meant only if a word of any sentence is a cluster. */
const saysLittle = ({ candidate, intent, isLast }: Reading): boolean =>
  isLast === true ||
  (candidate !== null && isCommon(candidate.written)) ||
  (intent.kind === "run" && /^kubectl get \S+(?: -A)?$/.test(intent.command));

function readPart(text: string): Plain {
  if (isWhy(readSpoken(text))) return why;
  const said = takeSymptom(text);
  const { spoken, leavesOut } = takeLeavingOut(meantPart(readSpoken(said?.rest ?? text)));
  const { language, line } = spoken;
  if (!isError(text) && isOfOthers(line, language)) return beyond;
  const candidates = candidatesIn(line, language);
  const talks = isTalk(spoken, text);
  const place = placeIn(line, language);
  const wrong = line.map(({ word }) => noAddress(word)).find((reason) => reason !== null) ?? null;
  const isRead = line.length > 0 && candidates.length <= mostCandidates && wrong === null;
  const doubt = unanswerable(line, language);
  const readings: Reading[] = (isRead ? [...candidates, null] : []).flatMap((candidate) => {
    const words = withoutClusters(line, candidate, candidates);
    const intent = intentOf(spoken, candidate, words, text, { client: said?.client, leavesOut });
    if (talks && !isOrder(intent, spoken, text)) return [];
    if (intent === null || (doubt !== null && !isAnswered(intent, doubt))) return [];
    const inside = insideOf(intent, words, language, text);
    return [{ candidate, intent, ...(inside !== null && { inside }) }];
  });
  const isUnread =
    isRead && !talks && doubt === null && said === null && !isError(text) && !line.some(isTool);
  const looks = isUnread ? lookedAt(spoken, candidates, readings, asks(line, language, text)) : [];
  // The word of a cluster comes first, as it may be a namespace of another one.
  readings.unshift(...looks.filter(({ candidate }) => candidate !== null && candidate.led === "lead"));
  readings.push(...looks.filter(({ candidate }) => candidate === null || candidate.led !== "lead"));
  const noPlace = wrong ?? (readings.length === 0 ? doubt : null);
  const named = candidates.filter(({ words }) => !words.every((at) => place.words.includes(at)));
  const guess = isRead && !talks && isOpen(readings) ? guessIn(line, language) : null;
  return { readings, isTalk: talks && readings.length === 0, candidates: named, noPlace, guess };
}

/** Null where it is nothing in the cluster. A name with a number that a word leads to may be a cluster. */
function insideOf(
  { kind }: Intent,
  words: readonly LineWord[],
  language: Spoken["language"],
  text: string,
): readonly string[] | null {
  if (kind !== "diagnose" || !(rowIn(text) !== null || wantsCause(words, language, text, true))) return null;
  const { names = [] } = thingIn(words, language, new Set()) ?? {};
  return candidatesIn(words, language).flatMap(({ led, written }) =>
    led === "no" || (!/\d$/.test(written) && names.includes(written)) ? [written] : [],
  );
}

const isTool = ({ word }: LineWord): boolean => word === "kubectl" || word === "k";

/** Of what people say to each other, only what says all that a change needs, or begins with what is to be done. */
function isOrder(intent: Intent | null, spoken: Spoken, text: string): boolean {
  const { language, line } = spoken;
  const not = setOf(language.sentence.not.replaceAll("|", " "));
  const isAsked = asks(line, language, text) && !line.some(({ word }) => not.has(word));
  if (intent?.kind === "change") return isAsked && intent.lacks !== undefined;
  return intent?.kind === "askBack" && (isAsked || isQuestion(text) || !isSurelyTalk(spoken));
}

/** Where nothing else was understood: of a cluster that is written as names are, or of the one spoken of before. */
function lookedAt(
  { language, line }: Spoken,
  candidates: readonly Candidate[],
  readings: readonly Reading[],
  isAsked: boolean,
): readonly Reading[] {
  if (readings.some(({ intent }) => intent.kind === "change") || addressesOf(line).length > 0) return [];
  // What stands around a command may forbid it.
  if (line.some(({ word }) => word === "kubectl")) return [];
  const isFree = (candidate: Candidate | null) => !readings.some((each) => each.candidate === candidate);
  const named = candidates.filter(
    (each) =>
      (isNameLike(each) || each.led === "lead") && each.led !== "not" && !isOfType(each, { language, line }),
  );
  return [...(named.length > mostNamed ? [] : named), null].filter(isFree).flatMap((candidate) => {
    const words = withoutClusters(line, candidate, candidates);
    const command = namedIn(words, language, isAsked);
    if (command === null) return [];
    const cluster = candidate?.written ?? null;
    const intent: Intent = lacksSpace(command, cluster, words, language)
      ? { kind: "logs", lacks: "namespace" }
      : { kind: "run", command, cluster };
    return [{ candidate, intent, isLast: true }];
  });
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

/** It says nothing of the cluster that was spoken of before. */
const isOpen = (readings: readonly Reading[]): boolean =>
  !readings.some(({ candidate, intent }) => candidate === null || intent.kind === "change");

const why: Plain = {
  readings: [{ candidate: null, intent: { kind: "why" } }],
  ...{ isTalk: false, candidates: [], noPlace: null },
};

const beyond: Plain = {
  readings: [{ candidate: null, intent: { kind: "beyond" } }],
  ...{ isTalk: false, candidates: [], noPlace: null },
};

/** Of two clusters, one of which is well, the other is meant. */
function meantPart(spoken: Spoken): Spoken {
  const { language } = spoken;
  const line = withoutWell(spoken);
  return candidatesIn(line, language).length > 0 ? { language, line } : spoken;
}

/** The cluster as one word that phrases know. */
const withMark = (line: readonly LineWord[], { words: [first, ...others] }: Candidate): readonly LineWord[] =>
  line.flatMap((each, at) => {
    if (at === first) return [{ ...each, word: "<cluster>", slips: [] }];
    return others.includes(at) ? [] : [each];
  });

/** Beside what is asked. `client`: what somebody sees. `leavesOut`: nothing is to be sent into the cluster. */
type Said = Readonly<{ client: Client | undefined; leavesOut: boolean }>;

/** What somebody sees is never left out in silence: null where what they ask for has no use for it. */
function withSaid(intent: Intent | null, { client, leavesOut }: Said): Intent | null {
  const meant: Intent | null =
    leavesOut && intent?.kind === "diagnose" ? { ...intent, withoutInside: true } : intent;
  if (meant === null || client === undefined) return meant;
  return meant.kind === "diagnose" || meant.kind === "access"
    ? { ...meant, client: { ...meant.client, ...client } }
    : null;
}

function noAddress(word: string): Misread | null {
  if (!(isAddress(word) || isRange(word)) || parseAsked(word) !== null) return null;
  const place = parsePlace(word);
  return place.ok ? null : place.reason;
}

/** `pod edge-1`: an object's name as well. */
const isOfType = ({ words: [first = 0], led }: Candidate, { language, line }: Spoken): boolean =>
  led === "no" && typeOf(line[first - 1]?.word ?? "", language) !== null;

function intentOf(
  spoken: Spoken,
  candidate: Candidate | null,
  words: readonly LineWord[],
  text: string,
  said: Said,
): Intent | null {
  const { language, line } = spoken;
  const rest: Rest = {
    language,
    line: words,
    marked: candidate === null ? line : withMark(line, candidate),
    edges: edgesOf(words, language),
    cluster: candidate?.written ?? null,
    text,
    place: placeIn(words, language),
    asks: asks(line, language, text),
    isLed:
      candidate !== null && (candidate.led !== "no" || isNameLike(candidate)) && !isOfType(candidate, spoken),
    isCommand: line.some(isTool),
  };
  for (const read of abilities) {
    const intent = withSaid(read(rest), said);
    if (intent !== null) return intent;
  }
  return null;
}
