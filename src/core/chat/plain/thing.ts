// What in a cluster a sentence speaks of: a type, a name, a namespace. By where they stand, and by what is no word of the
// language; where that leaves several, none of them is taken.
import { isOrdinary } from "../ability/ordinary.ts";
import type { Language } from "./language.ts";
import type { LineWord } from "./line.ts";
import { isPod } from "./look.ts";
import { has, typeOf, typeOrSlip } from "./look-target.ts";
import { isNode } from "./match.ts";
import { placeIn } from "./parts.ts";
import { allWords, endsAsWord, fillersOf, perLine, setOf, wordsBeside } from "./words.ts";

type Words = readonly LineWord[];

/** `names`: all that it may be; one where it is certain. `type` as kubectl calls it. */
export type Thing = Readonly<{ type: string | null; names: readonly string[]; namespace: string | null }>;

/** Nothing is said to be done with it. */
export const thingOf = perLine((words: Words, language: Language): Thing | null =>
  thingIn(words, language, new Set()),
);

/** `spent`: indexes of words that say what is done. `isDeed`: that something is. Null where it lies in a cluster that is named, and is none of the asker's. */
export function thingIn(
  words: Words,
  language: Language,
  spent: ReadonlySet<number>,
  isDeed = spent.size > 0,
): Thing | null {
  if (words.some((_, at) => isElsewhere(words, at, language))) return null;
  const types = words.map((each, at) => (spent.has(at) ? null : typeOrSlip(each, language)));
  const type = types.find((each) => each !== null && each !== "namespaces") ?? null;
  const whole = words.flatMap(({ word }) => pairIn(word, language));
  const [pair] = whole;
  if (pair !== undefined)
    return {
      type: pair.type ?? type,
      names: whole.map(({ name }) => name),
      namespace: pair.namespace ?? spaceNamed(words, language),
    };
  const places = placeIn(words, language).words;
  const at = spaceIn(words, language, spent, places);
  const isTaken = (index: number) => index === at || spent.has(index) || places.includes(index);
  // `in staging … in namespace shop`: the other one is no object.
  const isIn = (index: number) => at !== -1 && setOf(language.look.inside).has(words[index - 1]?.word ?? "");
  const names = namesIn(words, language, types, isTaken, isDeed)
    .filter((index) => !isIn(index))
    .map((index) => words[index]?.word ?? "");
  const isLed = (name: string) =>
    words.some(
      ({ word }, index) => word === name && setOf(language.sentence.leads).has(words[index - 1]?.word ?? ""),
    );
  const nodes = names.filter(isNode);
  if (nodes.length > 0 && type !== "pods") return { type: "nodes", names: nodes, namespace: null };
  const sentence = words.find(({ word }) => word === names[0])?.sentence;
  const isBeside = words.some((each, index) => each.sentence === sentence && types[index] === type);
  return {
    type: names.length === 0 || isBeside ? type : null,
    ...apart(names, at === -1 ? null : (words[at]?.word ?? null), isLed),
  };
}

/** `shop/web`, `deployment/web`. */
function pairIn(word: string, language: Language) {
  const [, space = "", name = ""] =
    /^(?!(?:tcp|and|on|up|yes)\/)([a-z0-9][a-z0-9-]+)\/([a-z0-9][a-z0-9.-]+)$/.exec(word) ?? [];
  if (name === "" || !/[a-z]/.test(name)) return [];
  const type = typeOf(space, language);
  const isKnown = [space, name].every((each) => allWords(language).has(each) && !called.has(each));
  return isKnown ? [] : [{ name, type, namespace: type === null ? space : null }];
}

/** A pod is known by its name, so the other one is its namespace. */
function apart(
  names: readonly string[],
  namespace: string | null,
  isLed: (name: string) => boolean,
): Pick<Thing, "names" | "namespace"> {
  const [pod, ...pods] = names.filter((name) => isPod(name) && !isNode(name));
  const [other, ...others] = names.filter((name) => !isPod(name));
  const isPair = pod !== undefined && pods.length === 0 && other !== undefined && others.length === 0;
  return isPair && namespace === null && !isLed(pod)
    ? { names: [pod], namespace: other }
    : { names, namespace };
}

/** `on qa-3`: a cluster, and no name of what lies in one. */
function isElsewhere(words: Words, at: number, { command, sentence, look }: Language): boolean {
  const { word = "", at: isMarked = false } = words[at] ?? {};
  const isOther = isNode(word) || isSpan(word);
  if (!isNameShaped(word) || !/[\d-]/.test(word) || isOther) return false;
  const before = words.slice(0, at).findLast((each) => !setOf(sentence.articles).has(each.word))?.word ?? "";
  const behind = words[at + 1]?.word ?? "";
  const isIn =
    setOf(`${look.inside} ${look.within} ${look.of}`).has(before) ||
    parts.has(words[words.findIndex((each) => each.word === before) - 1]?.word ?? "");
  const isCluster = setOf(sentence.behindName).has(behind) && !setOf(look.behind).has(behind);
  return isMarked || isCluster || (setOf(command.leads).has(before) && !isIn);
}

/** What an object has: `the memory limit on checkout-api`. */
const parts = setOf("limit limits request requests probe probes env replicas image errors restarts");

/** `5s`, `2h15`, `10gi`. */
const isSpan = (word: string): boolean => /^\d+(?:[a-z]{1,3}|h\d+)$/.test(word);

/** Kubernetes has no capital letters in names, and a phone writes one at most, at the beginning. */
const isTerm = ({ raw }: LineWord): boolean => /\p{L}\p{Lu}/u.test(raw.replace(/^[^/]*\//, ""));

const isTermAt = (words: Words, at: number): boolean => {
  const each = words[at];
  return each !== undefined && isTerm(each);
};

const isNameShaped = (word: string): boolean => /^[a-z0-9][a-z0-9.-]{0,62}$/.test(word) && /[a-z]/.test(word);

/** The index of the namespace; -1 where none is said to be one. */
function spaceIn(
  words: Words,
  language: Language,
  spent: ReadonlySet<number>,
  places: readonly number[],
): number {
  const { look } = language;
  const isMarker = (at: number) => setOf(look.namespaces).has(words[at]?.word ?? "");
  const isSpace = (at: number) => {
    const { word = "" } = words[at] ?? {};
    return (
      !places.includes(at) &&
      isNameShaped(word) &&
      !isNode(word) &&
      !isTermAt(words, at) &&
      !isSpan(word) &&
      !spent.has(at) &&
      !isMarker(at) &&
      !fillersOf(language).has(word)
    );
  };
  const isIn = (at: number) => setOf(look.inside).has(words[skip(words, at - 1, -1, language)]?.word ?? "");
  const [aside] = [...words.keys()].filter(
    (at) => isSpace(at) && !isOrdinary(words[at]?.word ?? "") && /^\([^()]+\)/.test(words[at]?.raw ?? ""),
  );
  if (aside !== undefined) return aside;
  for (const at of words.keys()) {
    if (!isMarker(at)) continue;
    const next = skip(words, at + 1, 1, language);
    // `api namespace payments`, `payments 命名空间 api`
    const isBehind = isSpace(next) && !/\p{Script=Han}/u.test(words[at]?.word ?? "") && !isIn(at - 1);
    const before = /\p{Script=Han}/u.test(words[at]?.word ?? "") ? skip(words, at - 1, -1, language) : at - 1;
    if (isSpace(before) && !isBehind && !isSaidOfType(words, before, language)) return before;
    // `namespace hängt in Terminating`
    if (isSpace(next) && !isOfSentence(words, next, language)) return next;
  }
  for (const leads of [look.inside, look.within]) {
    const next = [...words.keys()]
      .filter((at) => setOf(leads).has(words[at]?.word ?? ""))
      .map((at) => [at, skip(words, at + 1, 1, language)] as const)
      .filter(([lead, at]) => words[lead]?.sentence === words[at]?.sentence)
      .map(([, at]) => at)
      .find((at) => isSpace(at) && isFree(words, at, language));
    if (next !== undefined) return next;
  }
  const isInside = (at: number) => setOf(look.behind).has(words[at + 1]?.word ?? "");
  return words.findIndex(
    (_, at) =>
      isSpace(at) && isInside(at) && isFree(words, at, language) && isFollowed(words, at + 2, language),
  );
}

const spaceNamed = (words: Words, language: Language): string | null => {
  const at = spaceIn(words, language, new Set(), placeIn(words, language).words);
  return at === -1 ? null : (words[at]?.word ?? null);
};

/** `deployment web namespace shop`: the word before is the deployment's. */
const isSaidOfType = (words: Words, at: number, language: Language): boolean =>
  typeOf(words[at - 1]?.word ?? "", language) !== null && !/\p{Script=Han}/u.test(words[at + 1]?.word ?? "");

/** No word that says how something is, and no object: `in pending`, `in the web deployment`, `in pod web-0`. */
const isFree = (words: Words, at: number, language: Language): boolean => {
  const { look, abilities } = language;
  const { word = "" } = words[at] ?? {};
  const next = words[at + 1]?.word ?? "";
  const isOther =
    !called.has(word) &&
    [setOf(look.beside), setOf(look.logs), setOf(look.noNames), wordsBeside(abilities.access)].some((list) =>
      list.has(word),
    );
  const isObject = setOf(look.logs).has(next) || isOne(next, language);
  return (
    !isOther &&
    !(isOrdinary(word) && !called.has(word)) &&
    !isObject &&
    !isOfSentence(words, at, language) &&
    !isOne(word, language) &&
    !states.has(word) &&
    !/backoff|loop$/.test(word)
  );
};
/** By its end, or by its capital letter: nobody knows all words of a language. */
function isOfSentence(words: Words, at: number, language: Language): boolean {
  const { word = "", raw = "", clause = 0 } = words[at] ?? {};
  if (called.has(word) || names.has(word)) return false;
  // `im SAP`, `der Kubelogin-Token`
  const isOne = /^\p{Lu}{2,5}\P{L}*$|^\p{Lu}\p{L}+(?:-\p{Lu}\p{Ll}+)+\P{L}*$/u.test(raw);
  if (language.look.capitals && isOne) return true;
  if (!/^[a-z]{5,}$/.test(word)) return false;
  const isNoun =
    language.look.capitals && clause === words[at - 1]?.clause && /^\p{Lu}\p{Ll}+\P{L}*$/u.test(raw);
  // Where nouns have a capital letter, a small one tells a name: `in abrechnung`.
  return isNoun || (endsAsWord(word, language) && !(language.look.capitals && raw === word));
}
/** The name of a type for one of them. */
const isOne = (word: string, language: Language): boolean =>
  typeOf(word, language) !== null && (word.length < 4 || !word.endsWith("s"));
const states = setOf(
  "pending failed running production azure evicted evict terminating containercreating crashloop crashlooping crashloopbackoff imagepullbackoff errimagepull imagepull oomkilled completed notready backofflimit backofflimitexceeded exceeded",
);

/** Right behind 的 or 里 stands what lies in it: an object by its name, or objects by their type. */
function isFollowed(words: Words, at: number, language: Language): boolean {
  const next = words.findIndex(
    ({ word }, index) => index >= at && (called.has(word) || !fillersOf(language).has(word)),
  );
  const { word = "" } = words[next] ?? {};
  const isName =
    isNameShaped(word) && !states.has(word) && !setOf(language.look.noNames).has(word) && !isOrdinary(word);
  // `shop 里有没有 crashloop 的`
  if (words[at - 1]?.word !== "的" && setOf(language.look.beside).has(word)) return true;
  // `order-api 的 pod` may be its own, which a look in all namespaces shows as well.
  return isName || (typeOf(word, language) !== null && !(words[at - 2]?.word ?? "").includes("-"));
}

/** Over words that join. */
function skip(words: Words, from: number, step: 1 | -1, { sentence, look }: Language): number {
  const joins = setOf(`${sentence.articles} ${sentence.joins} ${look.named}`);
  let at = from;
  while (joins.has(words[at]?.word ?? "")) at += step;
  return at;
}

function namesIn(
  words: Words,
  language: Language,
  types: readonly (string | null)[],
  isTaken: (at: number) => boolean,
  isDeed: boolean,
): readonly number[] {
  const free = [...words.keys()].filter((at) => {
    const { word = "" } = words[at] ?? {};
    const isMarker = setOf(language.look.namespaces).has(word);
    const isSmall = fillersOf(language).has(word) && !called.has(word);
    return (
      isNameShaped(word) &&
      !isTermAt(words, at) &&
      !isTaken(at) &&
      types[at] === null &&
      !isMarker &&
      !isSmall
    );
  });
  const isTyped = (at: number) =>
    [skip(words, at - 1, -1, language), skip(words, at + 1, 1, language)].some(
      (index) => (types[index] ?? null) !== null,
    );
  const isNamedApi = (at: number) =>
    words[at]?.word === "api" &&
    [at - 1, at + 1].some((index) => has(words.slice(Math.max(0, index), index + 1), language, "logs"));
  const isNew = (at: number) =>
    (!allWords(language).has(words[at]?.word ?? "") || names.has(words[at]?.word ?? "") || isNamedApi(at)) &&
    !isSpan(words[at]?.word ?? "") &&
    !isOrdinary(words[at]?.word ?? "") &&
    !words[at]?.slips.some((slip) => allWords(language).has(slip)) &&
    !states.has(words[at]?.word ?? "") &&
    !isOfSentence(words, at, language);
  const sure = free.filter((at) => isNew(at) && isTyped(at));
  const other = free.filter(isNew);
  if (sure.length === 1) return sure;
  if (other.length > 0) return other;
  const isNamed = (at: number) => isDeed && (types[at - 1] ?? null) !== null;
  return free.filter((at) => isNamed(at) || called.has(words[at]?.word ?? "")).slice(0, 1);
}

/** What workloads are called, and nothing else here, whatever other words a language has. */
const names = setOf("web auth worker frontend backend gateway proxy mail cache shop pay");
export const isWorkload = (word: string): boolean => names.has(word);
/** The same, and what is a word of any sentence about clusters as well. */
export const isCalled = (word: string): boolean => names.has(word) || called.has(word);
/** Words of any sentence about clusters, and what many a workload is called. */
const called = setOf(
  "api web app auth worker frontend backend gateway proxy mail cache dns login agent monitoring dashboard shop pay user users data search console notification connect controller",
);
