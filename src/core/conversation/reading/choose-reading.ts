// Which reading of a line is meant, once it is known which clusters its writer can see. The one place where names in
// sentences become clusters: whole names first, then the policy file's other names, then unique beginnings.

import type { Aliases } from "../../cluster-name.ts";
import { isApiName } from "../../network/address/api-server.ts";
import { foldCase } from "../../text/text.ts";
import type { ClusterSummary } from "../cluster-answer.ts";
import type { Intent } from "../intent.ts";
import { isCommon } from "../plain-words/languages/languages.ts";
import { type Candidate, isClusterLike, isNameLike } from "../plain-words/line-parts.ts";
import type { Reading } from "../plain-words/read-plain-words.ts";
import { clusterWords } from "./cluster-words.ts";
import { eachOf, type Finder, type Finders, findersOf, isStage } from "./find-cluster.ts";

export type Chosen = Readonly<
  /**
   * `cluster` of the intent is a resource id. `other`: the word that names it, and not by its own name, may be a namespace
   * of the cluster that was spoken of before.
   */
  | {
      is: "one";
      intent: Intent;
      other?: Readonly<{ written: string; cluster: ClusterSummary; intent: Intent }>;
    }
  /** One of these is meant, and only its writer knows which. */
  | {
      is: "several";
      intent: Intent;
      clusters: readonly ClusterSummary[];
      by: "name" | "beginning" | "line";
      written: string;
    }
  /** It names none. */
  | { is: "unnamed"; intent: Intent }
  /** It names one that cannot be seen. */
  | { is: "unknown"; written: string }
  | { is: "nothing" }
>;

type Hit = Readonly<{ reading: Reading; cluster: ClusterSummary }>;

type Line = Readonly<{ readings: readonly Reading[]; candidates: readonly Candidate[]; all?: true }>;

/** What needs no list of clusters: none is named, or nothing would be done with it. */
export function readWithoutClusters({ readings, candidates }: Line): Intent | null {
  const [first] = readings;
  // A name in the command may be that of a cluster which cannot be seen.
  if (first && "command" in first.intent && candidates.some(isNameLike)) return null;
  const isOfCluster = readings.some(({ candidate }) => candidate === null || isNameLike(candidate));
  // Any word may be a candidate, so what is said without one says more.
  const unnamed = readings.find(({ candidate }) => candidate === null) ?? first;
  const isRead = (each: Candidate) => readings.some(({ candidate }) => candidate?.written === each.written);
  const isAllRead = candidates.every((each) => !isNameLike(each) || isRead(each));
  const isMeant = ({ candidate }: Reading) => candidate === null || isNameLike(candidate);
  const isRefused = readings.every(({ intent: { kind } }) => kind === "change" || kind === "beyond");
  const meant = isRefused ? readings.filter(isMeant) : readings;
  const lacking = meant.filter(({ intent }) => intent.kind === "change" && intent.lacks !== undefined);
  // A word that is taken for the cluster is not there for the name.
  const saysMost = lacking.filter(({ intent }) => "lacks" in intent && intent.lacks !== "name");
  const isUnnamed = ({ candidate }: Reading) => candidate === null;
  const one = saysMost.find(isUnnamed) ?? saysMost[0] ?? lacking.find(isUnnamed) ?? lacking[0] ?? unnamed;
  // It is looked for in the cluster that the line names.
  const isSought = readings.some(({ intent }) => "sought" in intent && intent.sought !== undefined);
  if (isSought && readings.some(({ candidate }) => candidate !== null)) return null;
  if (one && isOfCluster && isAllRead && meant.every(({ intent }) => isSameRefusal(intent, one.intent)))
    return one.intent;
  if (first?.candidate !== null) return null;
  // Which cluster is asked about may be said by the word that nobody understood.
  const isOpen = unnamed?.intent.kind === "change" || "cluster" in first.intent;
  return isAllRead || !isOpen ? first.intent : null;
}

/** Nothing is done, for the same reason or for none that is known; or the same is told. */
function isSameRefusal(other: Intent, one: Intent): boolean {
  if (one.kind === "told") return other.kind === "told" && other.topic === one.topic;
  return one.kind === "change"
    ? other.kind === "change" && (other.lacks === undefined || one.lacks !== undefined)
    : one.kind === "beyond" && other.kind === "beyond";
}

/** `candidates`: all words of the line that may be a cluster's name. */
export function chooseReading(line: Line, clusters: readonly ClusterSummary[], aliases: Aliases): Chosen {
  const finders = findersOf(clusters, aliases);
  const missing = line.all && line.readings.find(({ candidate }) => candidate && !isSeen(candidate, finders));
  if (missing?.candidate) return { is: "unknown", written: missing.candidate.written };
  const named = line.candidates.filter((each) => each.led !== "not" && finders[0][1](each).length > 0);
  return (
    chooseNamed(line, named, finders) ?? ofNamed(line, named, finders) ?? chooseOther(line, named, clusters)
  );
}

const isSeen = (candidate: Candidate, finders: Finders): boolean =>
  finders.some(([, find]) => find(candidate).length > 0);

/** One that names a cluster; what is said not to be meant comes last. */
function chooseNamed(line: Line, named: readonly Candidate[], finders: Finders): Chosen | null {
  const { readings } = line;
  const isEach = isOfEach(line, named);
  for (const led of [["lead", "no"], ["place"], ["not"]] as const) {
    const here = readings.filter(
      ({ candidate }) => candidate !== null && led.some((each) => each === candidate.led),
    );
    for (const [by, find] of isEach ? [eachOf(finders)] : finders) {
      const hits = here
        .filter((reading) => by === "name" || !saysLess(reading, readings))
        .filter((reading) => (isEach || isWhole(reading, named)) && hasAll(reading, find))
        .flatMap((reading) => hitsOf(reading, find));
      const chosen = chosenOf(hits, by);
      if (chosen !== null && hits[0]?.reading.candidate?.led === "not" && isSpared(hits[0].reading))
        return { is: "nothing" };
      const [guessed] = by === "name" || chosen?.is !== "one" ? [] : hits;
      if (guessed && ofChannel.has(guessed.reading.intent.kind)) return askedBack(guessed);
      if (chosen !== null)
        return by === "name" ? withFailing(chosen, line, finders) : withOther(chosen, hits[0], readings);
    }
  }
  return null;
}

/** What a channel hears is changed for the cluster that is written out, and for no other. */
export const ofChannel: ReadonlySet<Intent["kind"]> = new Set(["mute", "unmute", "unwatch"]);

const askedBack = ({ reading: { intent, candidate }, cluster }: Hit): Chosen => ({
  ...{ is: "several", intent, clusters: [cluster], by: "beginning" },
  written: candidate?.written ?? "",
});

/** Nothing is done to what is not meant, nor to the one spoken of before in its place; `nicht auf prod-1` may be said of the way. */
const isSpared = ({ candidate, intent }: Reading): boolean =>
  candidate?.excluded === true || "command" in intent || intent.kind === "change";

/** `staging-weu works, but not prod`: either may be asked about, also where only a beginning of its name is said. */
function withFailing(chosen: Chosen, { candidates }: Line, finders: Finders): Chosen {
  if (chosen.is !== "one" || !("cluster" in chosen.intent)) return chosen;
  const { cluster } = chosen.intent;
  const failing = candidates
    .filter(({ fails }) => fails === true)
    .flatMap((each) => finders.flatMap(([, find]) => find(each)))
    .filter(({ id }) => id !== cluster);
  const own = finders.flatMap(([, find]) => candidates.flatMap(find)).find(({ id }) => id === cluster);
  if (failing.length === 0 || own === undefined) return chosen;
  const clusters = [...new Map([...failing, own].map((each) => [each.id, each])).values()];
  return { is: "several", intent: chosen.intent, clusters, by: "line", written: "" };
}

/** What is unwell, in a line that names one cluster in another of its sentences. */
function ofNamed({ readings }: Line, named: readonly Candidate[], [[, find]]: Finders): Chosen | null {
  const unnamed = readings.find(({ candidate }) => candidate === null);
  const [cluster, ...others] = new Map(named.flatMap(find).map((each) => [each.id, each])).values();
  const isOne = cluster !== undefined && others.length === 0 && named.every(({ led }) => led !== "place");
  return isOne && unnamed?.intent.kind === "diagnose"
    ? { is: "one", intent: put(unnamed.intent, cluster.id) }
    : null;
}

/** Where its word, which is no cluster's whole name, is a namespace, the line says all that its change or its log needs. */
const saysLess = ({ intent, candidate }: Reading, readings: readonly Reading[]): boolean =>
  (intent.kind === "change" || intent.kind === "logs") &&
  !isStage(candidate?.written ?? "") &&
  readings.some(
    (each) =>
      each.candidate === null &&
      (each.intent.kind === "askBack" || each.intent.kind === "run") &&
      isNameIn(each.intent.command, candidate?.written ?? ""),
  );

function chooseOther(
  { readings, candidates }: Line,
  named: readonly Candidate[],
  clusters: readonly ClusterSummary[],
): Chosen {
  const unnamed = readings.find(({ candidate }) => candidate === null);
  const ofUnnamed = unnamed && ({ is: "unnamed", intent: unnamed.intent } as const);
  // What names a cluster is not for the one that was spoken of before.
  if (named.length > 0)
    return ofUnnamed && isInDoubt(ofUnnamed.intent, named) ? ofUnnamed : { is: "nothing" };
  const apiServer = candidates.find(({ written }) => isApiName(written));
  if (apiServer !== undefined) return { is: "unknown", written: apiServer.written };
  if (ofUnnamed !== undefined) {
    const { intent } = ofUnnamed;
    const left = candidates.find(
      (each) =>
        isSister(each, clusters) ||
        (isClusterLike(each.written) && each.space !== true && each.led !== "not") ||
        (looksNamed(each) && !unnamed?.inside?.includes(each.written) && !isUsed(intent, each)),
    );
    return left === undefined ? ofUnnamed : { is: "unknown", written: left.written };
  }
  const unknown = readings.find(({ candidate }) => candidate !== null && looksNamed(candidate));
  return unknown?.candidate ? { is: "unknown", written: unknown.candidate.written } : { is: "nothing" };
}

/** What was before is told of all, and says that no alert and no object is searched for. */
const asUnnamed: ReadonlySet<Intent["kind"]> = new Set(["change", "logs", "pastIncidents"]);

/** As a name in a command, a network, a part of what was pasted; or the question is about no cluster. */
function isUsed(intent: Intent, { written }: Candidate): boolean {
  if (!("cluster" in intent) || asUnnamed.has(intent.kind)) return true;
  const { virtualNetwork = "", symptom = "" } = "client" in intent ? intent.client : {};
  const words = foldCase("command" in intent ? intent.command : `${virtualNetwork} ${symptom}`);
  const name = foldCase(written);
  // `payments/api-0`
  const parts = name.split("/");
  if (parts.length === 2 && parts.every((part) => words.includes(part))) return true;
  // `in shop 3 -> 5`: the number is another's.
  if (`${words} `.includes(` -n ${name.replace(/-\d+$/, "")} `)) return true;
  return words.includes(name) || words.includes(name.replace(/-(?=[^-]*$)/, " "));
}

/** Each is an argument of a command, or its cluster: whoever runs it asks. */
function isInDoubt(intent: Intent, named: readonly Candidate[]): boolean {
  if (!("command" in intent)) return false;
  const words = new Set(clusterWords(intent.command).map(({ name }) => foldCase(name)));
  return named.every(({ written }) => words.has(foldCase(written)));
}

/** What is named in one breath with it is a cluster, too. */
const hasAll = ({ candidate }: Reading, find: Finder): boolean =>
  (candidate?.beside ?? []).every((written) => find({ written, words: [], led: "lead" }).length > 0);

/** Also where no reading is meant: which clusters stand in the line. */
export const namedInLine = (
  candidates: readonly Candidate[],
  clusters: readonly ClusterSummary[],
  aliases: Aliases,
): readonly ClusterSummary[] => {
  const [[, whole], ...others] = findersOf(clusters, aliases);
  const meant = candidates.filter(({ excluded }) => excluded !== true);
  const named = meant.flatMap(whole);
  // `unmute edge`: never for the one spoken of before in its place.
  const found =
    named.length > 0
      ? named
      : (others.map(([, find]) => meant.flatMap(find)).find(({ length }) => length > 0) ?? []);
  return [...new Map(found.map((cluster) => [cluster.id, cluster])).values()];
};

/** Of a command: no other word of the line names a cluster, which would have become an argument. */
const isWhole = ({ candidate, intent }: Reading, named: readonly Candidate[]): boolean =>
  !("command" in intent) || named.every(({ words }) => words.some((at) => candidate?.words.includes(at)));

/** `the image of api on prod-1 and in staging`: the same look at each of several, of which none holds another's name. */
function isOfEach({ readings, candidates }: Line, named: readonly Candidate[]): boolean {
  const stages = candidates.filter(({ led, written }) => led !== "not" && isStage(written));
  const all = [...new Set([...named, ...stages].map(({ written }) => foldCase(written)))];
  return (
    named.length > 0 &&
    all.length > 1 &&
    readings.every(
      ({ intent }) =>
        intent.kind === "run" && all.every((written) => !foldCase(intent.command).includes(written)),
    )
  );
}

const hitsOf = (reading: Reading, find: Finder): readonly Hit[] =>
  reading.candidate === null ? [] : find(reading.candidate).map((cluster) => ({ reading, cluster }));

function chosenOf(hits: readonly Hit[], by: Extract<Chosen, { is: "several" }>["by"]): Chosen | null {
  const [first] = hits;
  if (first === undefined) return null;
  const clusters = [...new Map(hits.map(({ cluster }) => [cluster.id, cluster])).values()];
  if (clusters.length === 1 || !("cluster" in first.reading.intent))
    return { is: "one", intent: put(first.reading.intent, first.cluster.id) };
  const isOneWord = new Set(hits.map(({ reading }) => reading.candidate?.words.at(0))).size === 1;
  const written = first.reading.candidate?.written ?? "";
  return { is: "several", intent: first.reading.intent, clusters, by: isOneWord ? by : "line", written };
}

/** With the reading in which the cluster's word is a namespace or an object, where the line may be read so. */
function withOther(chosen: Chosen, hit: Hit | undefined, readings: readonly Reading[]): Chosen {
  const written = hit?.reading.candidate?.written;
  const { intent, inside } = readings.find(({ candidate }) => candidate === null) ?? {};
  if (chosen.is !== "one" || hit === undefined || written === undefined || intent === undefined)
    return chosen;
  const isOpen =
    "command" in intent
      ? mayBeIn(intent.command, hit.reading)
      : inside !== undefined && hit.reading.candidate?.led === "no";
  if (!isOpen) return chosen;
  return { ...chosen, other: { written, cluster: hit.cluster, intent } };
}

/** Behind a word that leads to a cluster it is a namespace or nothing. */
const mayBeIn = (command: string, { candidate }: Reading): boolean => {
  const { written = "", led = "no" } = candidate ?? {};
  return led === "no"
    ? isNameIn(command, written)
    : foldCase(` ${command} `).includes(` -n ${foldCase(written)} `);
};

const isNameIn = (command: string, written: string): boolean =>
  foldCase(command).split(/[ /]/).includes(foldCase(written));

/** The same, of this cluster. */
const put = (intent: Intent, cluster: string): Intent =>
  "cluster" in intent ? { ...intent, cluster } : intent;

/** prod-9, where prod-1 can be seen: a cluster's name, and never an object's in another one. */
const isSister = ({ written }: Candidate, clusters: readonly ClusterSummary[]): boolean =>
  /\d/.test(written) && clusters.some(({ name }) => withoutNumber(name) === withoutNumber(written));
const withoutNumber = (name: string): string => foldCase(name).replace(/\d+/g, "0");

/** Led to, or of the shape of `prod-9`: such a word is a cluster that cannot be seen, rather than the last one meant. */
const looksNamed = (candidate: Candidate): boolean =>
  candidate.space !== true &&
  /^[a-z]/i.test(candidate.written) &&
  // `last 10` of some lines.
  !(candidate.words.length === 2 && isCommon(candidate.written.split("-")[0] ?? "")) &&
  (candidate.led === "lead"
    ? isNameLike(candidate)
    : candidate.led === "no" && /-.*\d$/.test(candidate.written));
