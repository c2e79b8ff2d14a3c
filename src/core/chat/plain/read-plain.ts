// A line in plain words, as what it may mean: a small grammar of words for each ability, and a cluster somewhere between.
import { hasKnownError } from "../../diagnosis/symptoms.ts";
import type { Client } from "../../snapshot/snapshot.ts";
import { parsePlace } from "../client-place.ts";
import type { Intent } from "../intent.ts";
import type { Misread } from "../misread.ts";
import { keptPaste, observedIn } from "../pasted-test.ts";
import { type AbilityWords, not, type Phrases } from "./ability.ts";
import { accessWords } from "./en/access.ts";
import { canIWords } from "./en/can-i.ts";
import { changeWords } from "./en/change.ts";
import { clustersWords } from "./en/clusters.ts";
import { diagnoseFirst, diagnoseWords } from "./en/diagnose.ts";
import { isFiller, wordsOf } from "./en/fillers.ts";
import { forgetMeWords } from "./en/forget-me.ts";
import { forgetPlaceWords } from "./en/forget-place.ts";
import { helpWords } from "./en/help.ts";
import { modeWords } from "./en/mode.ts";
import { signInWords } from "./en/sign-in.ts";
import { signOutWords } from "./en/sign-out.ts";
import { statusWords } from "./en/status.ts";
import { asking, neverTalk, opening, talk, talkUnlessAsked } from "./en/talk.ts";
import { unwatchWords } from "./en/unwatch.ts";
import { watchWords } from "./en/watch.ts";
import { watchesWords } from "./en/watches.ts";
import { whatMayIWords } from "./en/what-may-i.ts";
import { whoAmIWords } from "./en/who-am-i.ts";
import { type LineWord, readLine } from "./line.ts";
import { beginsLook, lookIn, typeOf } from "./look.ts";
import { type Gap, matchPhrases } from "./match.ts";
import { type Candidate, candidatesIn, type Placed, placeIn } from "./parts.ts";

/** What the line means if these words of it are the cluster; `candidate` is null where it names none. */
export type Reading = Readonly<{ candidate: Candidate | null; intent: Intent }>;

/** `isTalk`: people talk to each other like that. `candidates`: where a cluster may be named, whatever is wanted of it. */
export type Plain = Readonly<{
  readings: readonly Reading[];
  isTalk: boolean;
  candidates: readonly Candidate[];
  /** What looks like an address and is none: nothing is asked from somewhere else. */
  noPlace: Misread | null;
}>;

/** Words that may stand between two of a phrase, and unknown ones that a line may hold that names a cluster. */
const gap: Readonly<Record<"ability" | "near" | "talk", Gap>> = {
  ability: { words: 3 },
  near: { words: 1 },
  talk: { words: 1, without: new Set(not.split("|")) },
};
const unknownAllowed = { loose: 3, strict: 1 } as const;

export function readPlain(text: string): Plain {
  const line = readLine(text);
  const candidates = candidatesIn(line);
  const isTalk = isTalked(line, text);
  const noPlace = line.map(({ word }) => noAddress(word)).find((reason) => reason !== null) ?? null;
  if (isTalk || line.length === 0 || noPlace !== null) return { readings: [], isTalk, candidates, noPlace };
  const readings = [...candidates, null].flatMap((candidate) => {
    const intent = intentOf(line, candidate, text);
    return intent === null ? [] : [{ candidate, intent }];
  });
  return { readings, isTalk, candidates, noPlace };
}

function noAddress(word: string): Misread | null {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?$/.test(word)) return null;
  const place = parsePlace(word);
  return place.ok ? null : place.reason;
}

function isTalked(line: readonly LineWord[], text: string): boolean {
  const begin = beginOf(line);
  if (matchPhrases(line, neverTalk, begin, gap.talk) !== null) return false;
  if (matchPhrases(line, talk, begin, gap.talk) !== null) return true;
  const asks = /\?\W*$/.test(text.slice(-20)) || asking.has(line[begin]?.word ?? "");
  return !asks && matchPhrases(line, talkUnlessAsked, 0, gap.talk) !== null;
}

/** Behind a greeting. */
function beginOf(line: readonly LineWord[]): number {
  const at = line.findIndex(({ word }) => word !== "" && !opening.has(word));
  if (at === -1) return 0;
  const isRequest = /^(?:can|could|would|will)$/.test(line[at]?.word ?? "") && line[at + 1]?.word === "you";
  return isRequest && line[at + 2] !== undefined ? beginAfter(line, at + 2) : at;
}

const beginAfter = (line: readonly LineWord[], start: number): number => {
  const at = line.findIndex(({ word }, index) => index >= start && !opening.has(word));
  return at === -1 ? start : at;
};

/** A line without the words of its cluster. */
type Rest = Readonly<{
  line: readonly LineWord[];
  begin: number;
  cluster: string | null;
  text: string;
  place: Placed;
  /** It holds `kubectl`: what is understood of it is in the grammar, and no word of it is guessed. */
  isCommand: boolean;
}>;

function intentOf(line: readonly LineWord[], candidate: Candidate | null, text: string): Intent | null {
  const rest = candidate === null ? line : line.filter((_, at) => !candidate.words.includes(at));
  const place = placeIn(rest);
  const cluster = candidate?.written ?? null;
  const whole: Rest = {
    line: rest,
    begin: beginOf(rest),
    cluster,
    text,
    place,
    isCommand: line.some(({ word }) => word === "kubectl" || word === "k"),
  };
  for (const read of abilities) {
    const intent = read(whole);
    if (intent !== null) return intent;
  }
  return null;
}

const vocabularies = { named: new WeakMap(), unnamed: new WeakMap() } as const satisfies Record<
  string,
  WeakMap<AbilityWords, ReadonlySet<string>>
>;

function besideOf(words: AbilityWords, isNamed: boolean): ReadonlySet<string> {
  const cache = vocabularies[isNamed ? "named" : "unnamed"];
  const known =
    cache.get(words) ?? wordsOf(isNamed ? `${words.beside} ${words.besideCluster ?? ""}` : words.beside);
  cache.set(words, known);
  return known;
}

/** How many words say something that nobody knows; null where the ability is not asked for. */
function unknownWords(
  { line, begin, cluster, place, text }: Rest,
  words: AbilityWords,
  phrases?: Phrases,
): number | null {
  const all = phrases ?? words.phrases;
  const asked =
    cluster !== null && phrases === undefined && /\?\s*$/.test(text.slice(-8)) ? (words.ifAsked ?? []) : [];
  const found =
    matchPhrases(line, all, begin, gap.ability) ??
    matchPhrases(line, asked, 0, gap.ability) ??
    (cluster === null || phrases !== undefined
      ? null
      : matchPhrases(line, words.withCluster ?? [], begin, gap.ability));
  if (found === null) return null;
  const explained = new Set([...found, ...place.words]);
  const beside = besideOf(words, cluster !== null);
  return line.filter(
    ({ word }, at) => word !== "" && !explained.has(at) && !isFiller(word) && !beside.has(word),
  ).length;
}

type Read = (rest: Rest) => Intent | null;

/** Asked of no cluster. */
const alone =
  (words: AbilityWords, intent: Intent): Read =>
  (rest) =>
    rest.cluster === null && unknownWords(rest, words) === 0 ? intent : null;

/** Of a cluster that the line names, or of the one spoken of before. */
function isAsked(rest: Rest, words: AbilityWords, allowed: number, phrases?: Phrases): boolean {
  const unknown = unknownWords(rest, words, phrases);
  return unknown !== null && unknown <= (rest.cluster === null ? 0 : allowed);
}

const ofCluster =
  (words: AbilityWords, kind: "watch" | "unwatch"): Read =>
  (rest) =>
    isAsked(rest, words, unknownAllowed.strict) ? { kind, cluster: rest.cluster } : null;

const symptomIn = (text: string): Client =>
  observedIn(text).length > 0 || hasKnownError(text) ? { symptom: keptPaste(text) } : {};

const diagnosis = ({ cluster, text, place }: Rest): Intent => ({
  kind: "diagnose",
  cluster,
  client: { ...place.client, ...symptomIn(text) },
});

const read = {
  diagnoseFirst: (rest) =>
    rest.cluster !== null && isAsked(rest, diagnoseWords, unknownAllowed.loose, diagnoseFirst)
      ? diagnosis(rest)
      : null,
  diagnose: (rest) => {
    if (isAsked(rest, diagnoseWords, unknownAllowed.loose)) return diagnosis(rest);
    return isBare(rest) || (rest.cluster !== null && hasKnownError(rest.text)) ? diagnosis(rest) : null;
  },
  access: (rest) =>
    isAsked(rest, accessWords, unknownAllowed.loose)
      ? { kind: "access", cluster: rest.cluster, client: rest.place.client }
      : null,
  look: (rest) => {
    if (rest.isCommand || (rest.cluster === null && !beginsLook(rest.line[rest.begin]?.word ?? "")))
      return null;
    const command = lookIn(rest.line);
    return command === null ? null : { kind: "run", command, cluster: rest.cluster };
  },
  canI: (rest) => {
    const found = matchPhrases(rest.line, canIWords.phrases, rest.begin, gap.ability);
    if (found === null) return null;
    const beside = besideOf(canIWords, true);
    const about = rest.line.filter(({ word }) => !beside.has(word));
    if (about.some(({ word }) => changing.has(word))) return { kind: "change", cluster: rest.cluster };
    const command = lookIn(about);
    return command === null ? null : { kind: "canI", command, cluster: rest.cluster };
  },
  whatMayI: (rest) => (isAsked(rest, whatMayIWords, unknownAllowed.strict) ? { kind: "whoAmI" } : null),
  change: (rest) => {
    const found = matchPhrases(rest.line, changeWords.phrases, rest.begin, gap.near);
    return found !== null && (rest.cluster !== null || isOfKubernetes(rest.line))
      ? { kind: "change", cluster: rest.cluster }
      : null;
  },
} satisfies Readonly<Record<string, Read>>;

/** `and from home?`, `what about edge-1?`: nothing but the cluster or the place. */
function isBare({ line, cluster, place, text }: Rest): boolean {
  const others = line.filter(({ word }, at) => word !== "" && !isFiller(word) && !place.words.includes(at));
  const isQuestion = /\?\s*$/.test(text.slice(-8));
  const isPlaced = place.words.length > 0;
  return others.length === 0 && [cluster !== null, isPlaced, isQuestion].filter((each) => each).length > 1;
}

/** Of a cluster that nobody names: of what lies in it, or of "it". */
const isOfKubernetes = (line: readonly LineWord[]): boolean =>
  line.some(({ word }) => inKubernetes.has(word) || typeOf(word.split("/")[0] ?? "") !== null) ||
  line.every(({ word }) => isFiller(word) || strongest.has(word));
const inKubernetes = wordsOf(
  "pool pools nodepool nodepools replica replicas container containers workload app",
);
const strongest = wordsOf("restart reboot drain scale upgrade redeploy rollback deallocate");

const changing = new Set((changeWords.phrases[0] ?? "").slice(1).split("|"));

/** The first that fits. */
const abilities: readonly Read[] = [
  alone(forgetMeWords, { kind: "forgetMe" }),
  alone(forgetPlaceWords, { kind: "forgetPlace" }),
  alone(signOutWords, { kind: "signOut" }),
  alone(signInWords, { kind: "signIn" }),
  alone(watchesWords, { kind: "watches" }),
  ofCluster(unwatchWords, "unwatch"),
  ofCluster(watchWords, "watch"),
  alone(clustersWords, { kind: "clusters" }),
  alone(modeWords, { kind: "mode", set: null }),
  read.canI,
  read.whatMayI,
  alone(whoAmIWords, { kind: "whoAmI" }),
  read.change,
  read.look,
  read.diagnoseFirst,
  read.access,
  alone(statusWords, { kind: "status" }),
  (rest) => alone(helpWords, { kind: "help" })({ ...rest, begin: 0 }),
  read.diagnose,
];
