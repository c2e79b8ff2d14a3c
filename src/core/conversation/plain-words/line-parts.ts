// Where in a line the cluster may stand.

import { parseClusterName } from "../../cluster-name.ts";
import { takesNextWord } from "../../command/grammar/flag-values.ts";
import { apiNamesIn } from "../../network/address/api-server.ts";
import { fillersOf, setOf } from "./languages/known-words.ts";
import type { Language } from "./languages/language.ts";
import { isCommon } from "./languages/languages.ts";
import { type LineWord, readLine } from "./languages/line-words.ts";
import { isNode, isRange } from "./match.ts";

/** One reading of some words as a cluster's name. */
export type Candidate = Readonly<{
  written: string;
  /** Indexes of the words: `prod 1` is two. */
  words: readonly number[];
  /** `place`: it stands behind `from`. `lead`: behind another word that leads to a cluster. `not`: it is not meant. */
  led: "no" | "lead" | "place" | "not";
  /** A number follows: it is this name or another cluster's, and no beginning. `prod 9` is not prod-1. */
  numbered?: true;
  /** It stands beside "namespace". */
  space?: true;
  /** Something works elsewhere, "but not" there. */
  fails?: true;
  /** Anywhere else, or as there: it is only spoken of. */
  excluded?: true;
  /** Named in one breath with it, by words of it that are not its own: `prod-1 and prod-2`. */
  beside?: readonly string[];
}>;

/** With a digit or a dash of its own: nobody writes another word like that. */
export const isNameLike = ({ written, words }: Candidate): boolean =>
  /\d/.test(written) || (words.length !== 2 && written.includes("-"));

/** As clusters are called: for what it is, and which one. A namespace may be called so where it is said to be one. */
export const isClusterLike = (written: string): boolean =>
  /^(?:(?:prod|prd|stage?|stg|staging|dev|qa|test|uat|int|edge|dr|sandbox)\d*-(?:[a-z0-9]+-){0,2}(?:\d{1,3}|[nsew]?(?:eu|us|uk|cn)\d?)|(?:aks|k8s)-(?:[a-z0-9]+-){1,3}[nsew]?(?:eu|us|uk|cn)\d?)$/.test(
    written.toLowerCase(),
  );

/** A piece of it says for what or where: so people call clusters, and hardly anything in one. */
export const isPlaceLike = (written: string): boolean =>
  written
    .toLowerCase()
    .split("-")
    .some((piece) => places.test(piece));
const places =
  /^(?:(?:prod|prd|production|stage|stg|staging|dev|qa|test|uat|int|sandbox|edge|dr|aks|k8s|cluster)\d*|[nsew]?(?:eu|us|uk|cn)\d*|(?:north|south|west|east|central)(?:europe|us)?\d*)$/;

const isFiller = (word: string, language: Language): boolean => fillersOf(language).has(word);

function ledBy(line: readonly LineWord[], at: number, { sentence }: Language): Candidate["led"] {
  if (line[at]?.at || setOf(sentence.behindName).has(line[at + 1]?.word ?? "")) return "lead";
  const before = line.slice(0, at).findLast(({ word }) => !setOf(sentence.articles).has(word));
  if (before === undefined) return "no";
  if (isExcluded(line, at)) return "not";
  const isOfTwo = line
    .slice(0, line.indexOf(before))
    .some(({ word }) => isPlaceLike(word) && /[\d-]/.test(word));
  const isBut = isOfTwo && setOf(sentence.but).has(line[line.indexOf(before) - 1]?.word ?? "");
  // `I can reach prod-2 but not prod-1`: either may be asked about.
  if (setOf(sentence.except).has(before.word)) return isBut ? "no" : "not";
  if (setOf(sentence.from).has(before.word)) return "place";
  const [ahead] = line.slice(0, line.indexOf(before)).slice(-1);
  // `not on prod-2`
  if (setOf(sentence.leads).has(before.word) && setOf(sentence.except).has(ahead?.word ?? "")) return "not";
  return setOf(sentence.leads).has(before.word) || (before.at && before.word === "") ? "lead" : "no";
}

/** `anywhere but prod-1`, `as on prod-2`: it is only spoken of. */
function isExcluded(line: readonly LineWord[], at: number): boolean {
  const before = line.slice(Math.max(0, at - 5), at).map(({ word }) => word);
  const behind = line.slice(at + 1, at + 4).map(({ word }) => word);
  return (
    [" ", ""].some((by) => excludes.test(before.join(by))) || /^(?:以外|之外|除外|一样)/.test(behind.join(""))
  );
}

const excludes =
  /(?:\b(?:apart from|other than|(?:anywhere|everywhere|all|every cluster) but|except(?: for)?|ausser|like|as|as we did|same as|so wie|count of|note|note not)(?: on| auf)?|除|除了|像|不要在|别在)$/;

/** `I can reach prod-2 but not prod-1`, `aber nicht auf prod`. */
function isButNot(line: readonly LineWord[], at: number, { sentence }: Language): boolean {
  const joins = setOf(`${sentence.articles} ${sentence.leads}`);
  const before = line.slice(0, at).findLastIndex(({ word }) => !joins.has(word));
  return (
    setOf(sentence.except).has(line[before]?.word ?? "") &&
    setOf(sentence.but).has(line[before - 1]?.word ?? "")
  );
}

/** Of an error: an id, `managedClusters/prod-2'`, and where it is called as clusters are, `…/prod-2'` and `https://prod-2.contoso.com/`. */
function pastedName(raw: string): string | null {
  const [, of] =
    /managedclusters\/(?!(?:read|write|delete)\b)([\w-]{1,63})(?:['"”’).,;:]|$)/i.exec(raw) ?? [];
  if (of !== undefined) return of;
  const [, last] = /^\W{0,2}\/subscriptions\/\S*\/([\w-]{1,63})\W{0,3}$/i.exec(raw) ?? [];
  const [, host] = /^\W{0,2}(?:https?:\/\/)?([a-z0-9-]{1,63})\.[a-z0-9-]{1,63}\.[a-z]/i.exec(raw) ?? [];
  return [last, host].find((name) => name !== undefined && isClusterLike(name)) ?? null;
}

/** What nothing but a cluster is called by, though it is a word. */
const isStage = /^(?:prod|stage|staging|uat)$/;

/** With letters, digits and dashes as a name has them; what is a word like any other is none, unless it is led to. */
function nameOf(each: LineWord, next: LineWord | undefined, led: Candidate["led"], language: Language) {
  const { word, raw } = each;
  const [apiName] = apiNamesIn(raw);
  if (apiName !== undefined) return apiName;
  const pasted = pastedName(raw);
  if (pasted !== null) return pasted;
  if (word === "" || word.startsWith("-") || isFiller(word, language) || isRange(word) || isNode(word))
    return null;
  const written = word.startsWith("/") ? raw : word;
  if (parseClusterName(written) === null || /^\d+[kmg]?i?$/.test(word)) return null;
  return led === "no" && isCommon(word) && !isStage.test(word) && !isNumber(next) ? null : written;
}

/** `the payments namespace`, `namespace payments`: whatever cluster is called so. `on prod namespace web` names both. */
function isNamespace(line: readonly LineWord[], at: number, language: Language): boolean {
  const { look, sentence } = language;
  const wordAt = (index: number) => line[index]?.word ?? "";
  const isOf = (index: number) => wordAt(index) !== "ns" && setOf(look.namespaces).has(wordAt(index));
  const isLed = (index: number) =>
    setOf(sentence.leads).has(wordAt(index)) && !setOf(look.inside).has(wordAt(index));
  const isBefore = (index: number) =>
    isOf(index + 1) && !isCommon(wordAt(index)) && !(isLed(index - 1) && !isCommon(wordAt(index + 2)));
  // `in namespace edge-1`
  if (isOf(at - 1) && setOf(look.inside).has(wordAt(at - 2))) return true;
  if (/[\d-]/.test(wordAt(at))) return false;
  return isBefore(at) || (isOf(at - 1) && !isBefore(at - 2));
}

export const candidatesIn = (line: readonly LineWord[], language: Language): readonly Candidate[] =>
  line.flatMap((word, at) =>
    isSpaced(word) ? inQuotes(word, at, language) : candidatesAt(line, word, at, language),
  );

/** `INC-20931`, a day, `L2`: why something is asked for, when, or of whom. */
export const isTicket = (raw: string): boolean =>
  /^(?:inc|chg|ticket|jira|rfc|itsm)-?\d+\W*$|^(?:l|level-?)[1-4]\W*$|^\d{4}-\d\d-\d\d\b/i.test(raw);

/** `az aks show -n prod-1`: no namespace. */
const isOfAz = (line: readonly LineWord[], flag: string): boolean =>
  /^(?:-n|--name)$/.test(flag) && line.some(({ word }, at) => word === "az" && line[at + 1]?.word === "aks");

const isSpaced = ({ raw }: LineWord): boolean => /\s/.test(raw);

function candidatesAt(
  line: readonly LineWord[],
  word: LineWord,
  at: number,
  language: Language,
): readonly Candidate[] {
  const { minutes, hours } = language.look;
  // `alarme 15 min aus`, `cart 5 replicas`: a length or a count, and no number of a cluster.
  const counted = setOf(`${minutes} ${hours} replicas replika replikas pods instances instanzen`);
  const next = counted.has(line[at + 2]?.word ?? "") ? undefined : line[at + 1];
  const flag = line[at - 1]?.raw ?? "";
  if (isTicket(word.raw)) return [];
  if ((flag.startsWith("-") && takesNextWord(flag) && !isOfAz(line, flag)) || isNamespace(line, at, language))
    return [];
  const led = ledBy(line, at, language);
  const name = nameOf(word, next, led, language);
  if (name === null) return [];
  const space = [line[at - 1], line[at + 1]].some((each) =>
    setOf(language.look.namespaces).has(each?.word ?? ""),
  );
  const single: Candidate = withOthers(
    {
      written: name,
      words: [at],
      led,
      ...(space && { space }),
      ...(isButNot(line, at, language) && { fails: true }),
      ...((isExcluded(line, at) || (led === "not" && isButNot(line, at, language))) && { excluded: true }),
    },
    line,
    language,
  );
  if (next === undefined || !canFollow(word, next, language)) return [single];
  const pair: Candidate = { written: `${name}-${next.word}`, words: [at, at + 1], led };
  return [pair, /^\d{1,2}$/.test(next.word) ? { ...single, numbered: true } : single];
}

/**
 * What a tool said, in one word of the line: `it says "cannot connect to context prod-1"`, `msg="no route to prod-1"`. Its own
 * quotes say nothing here; without them one that is never closed holds no more words.
 */
function inQuotes({ word }: LineWord, at: number, language: Language): readonly Candidate[] {
  const inner = readLine(word.replace(/["'`\\\u2018-\u201f]/g, " "), language);
  return (
    inner
      .flatMap((each, index) => (isSpaced(each) ? [] : candidatesAt(inner, each, index, language)))
      .filter((each) => isNameLike(each) || (each.led === "lead" && isPlaceLike(each.written)))
      // As `az aks get-credentials --admin` calls the context of a cluster.
      .map(({ written, led }) => ({ written: written.replace(/-admin$/, ""), words: [at], led }))
  );
}

/** Names that `and` joins to it, each with the `and`. */
function withOthers(candidate: Candidate, line: readonly LineWord[], language: Language): Candidate {
  const [own = 0] = candidate.words;
  const isOwn = /[a-z].*[\d-]/.test(line[own]?.word ?? "");
  const isName = (at: number) => {
    const { word = "" } = line[at] ?? {};
    return isOwn ? /[a-z].*[\d-]/.test(word) : /^[a-z]+$/.test(word) && !isCommon(word);
  };
  const isAnd = (at: number) => setOf(language.sentence.and).has(line[at]?.word ?? "");
  const others: number[] = [];
  for (let at = own; isAnd(at + 1) && isName(at + 2); at += 2) others.push(at + 1, at + 2);
  for (let at = own; isAnd(at - 1) && isName(at - 2); at -= 2) others.push(at - 1, at - 2);
  const beside = others.filter((_, index) => index % 2 === 1).map((at) => line[at]?.word ?? "");
  return others.length === 0 || !isName(own) ? candidate : { ...candidate, words: [own, ...others], beside };
}

/** No status of HTTP. */
const isNumber = (next: LineWord | undefined): boolean => /^(?![45]\d\d$)\d{1,4}$/.test(next?.word ?? "");

/** `prod 1`, `staging eu`. */
const canFollow = ({ word, clause }: LineWord, next: LineWord, language: Language): boolean =>
  clause === next.clause &&
  /^[a-z][a-z0-9-]*$/.test(word) &&
  (isNumber(next) ||
    (/^[a-z]+$/.test(word) && /^[a-z]{2,12}$/.test(next.word) && !isFiller(next.word, language)));
