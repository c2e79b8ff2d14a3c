// What a look is at: the type, the namespace, the object, and flags as kubectl has them.
import { takesNextWord } from "../../command/grammar/flag-values.ts";
import { findResource } from "../../command/grammar/resources.ts";
import type { Language } from "./language.ts";
import type { LineWord } from "./line.ts";
import type { LookWords } from "./look-words.ts";
import { isOneOf } from "./match.ts";
import { once } from "./once.ts";
import { endsAsWord, fillersOf, setOf, spelling } from "./words.ts";

type Words = readonly LineWord[];

/** In a namespace, or of an object. */
export type Found = Readonly<{
  namespace: string | null;
  names: readonly string[];
  flags: readonly string[];
}>;

export const has = (words: Words, { look }: Language, kind: keyof LookWords): boolean => {
  const list = look[kind];
  return typeof list === "string" && words.some((each) => isOneOf(each, setOf(list)));
};

/** Flags with their values, apart from the other words. */
export function flagsIn(words: Words): readonly [readonly string[], Words] {
  const flags: string[] = [];
  const bare: LineWord[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    if (!word.raw.startsWith("-")) {
      bare.push(word);
      continue;
    }
    flags.push(word.raw);
    if (takesNextWord(word.raw)) {
      at += 1;
      flags.push(words[at]?.raw ?? "");
    }
  }
  return [flags, bare];
}

export const isFlagged = (flags: readonly string[]): boolean =>
  flags.some((flag) => /^-n|^--namespace|^-A|^--all/.test(flag));

/** `-n shop`, as in a command. */
export const spaceIn = (flags: readonly string[]): string | null =>
  flags.find((_, at) => flags[at - 1] === "-n" || flags[at - 1] === "--namespace") ?? null;

const ownTypes = once(
  ({ look }: Language) => new Map(Object.entries(look.types).map(([word, type]) => [spelling(word), type])),
);

/** The type that a word names, by kubectl's names for it or the language's; null where it names none. */
export function typeOf(word: string, language: Language): string | null {
  const own = ownTypes(language).get(word);
  if (own !== undefined) return own;
  if (setOf(language.look.noTypes).has(word) || setOf(language.look.namespaces).has(word)) return null;
  return (findResource(word) ?? findResource(word.replace(/s$/, "")))?.name ?? null;
}

export const typeOrSlip = ({ word, slips }: LineWord, language: Language): string | null =>
  [word, ...slips].map((each) => typeOf(each, language)).find((type) => type !== null) ?? null;

export function typesIn(words: Words, language: Language): readonly string[] {
  const found = words.flatMap((each) => typeOrSlip(each, language) ?? []);
  // `pods in all namespaces`
  const types = found.filter((type) => type !== "namespaces" || new Set(found).size === 1);
  if (types.length > 0 || has(words, language, "logs"))
    return types.filter((type) => type !== "events" || types.length === 1);
  const isOther = (["events", "usage", "versions", "running", "rollout"] as const).some((kind) =>
    has(words, language, kind),
  );
  return !isOther && has(words, language, "spaces") ? ["namespaces"] : [];
}

const isName = (word: string): boolean => /^[a-z0-9][a-z0-9.-]{0,250}$/.test(word) && /[a-z]/.test(word);

const known: readonly (keyof LookWords)[] = [
  ...([
    "beside",
    "begins",
    "everywhere",
    "logs",
    "events",
    "usage",
    "versions",
    "rollout",
    "history",
  ] as const),
  ...([
    "describe",
    "namespaces",
    "previous",
    "running",
    "lines",
    "minutes",
    "hours",
    "half",
    "numbers",
    "named",
    "behind",
    "spaces",
    "noNames",
  ] as const),
];

const isKnown = (each: LineWord, language: Language): boolean =>
  isOneOf(each, fillersOf(language)) ||
  [language.sentence.polite, language.sentence.not.replaceAll("|", " ")].some((list) =>
    setOf(list).has(each.word),
  ) ||
  known.some((kind) => has([each], language, kind)) ||
  typeOrSlip(each, language) !== null ||
  endsAsWord(each.word, language) ||
  /^\d{1,5}(?:m|h|s)?$/.test(each.word);

/** `nodes` has no name beside it, `node` has; `svc` and `ingress` are no plurals. */
const isPlural = (word: string): boolean => /^[a-z]{3,}[^s]s$/.test(word) && findResource(word) !== undefined;

/** Where the name of an object stands: behind its type, and behind what is read of it. */
function isNamed(words: Words, at: number, language: Language): boolean {
  const before = words.slice(0, at).findLast(({ word }) => !setOf(language.sentence.articles).has(word));
  const behind = words.slice(at + 1);
  if (has(behind.slice(0, 1), language, "behind")) return true;
  const next = behind.find(({ word }) => !fillersOf(language).has(word));
  const isWord = /^[a-z]+$/.test(words[at]?.word ?? "");
  if (next !== undefined && typeOrSlip(next, language) !== null) return !isWord || !isPlural(next.word);
  if (before === undefined || (isWord && isPlural(before.word))) return false;
  const kinds: readonly (keyof LookWords)[] = ["named", "describe", "logs", "of", "history"];
  return typeOrSlip(before, language) !== null || kinds.some((kind) => has([before], language, kind));
}

/** `api` is a word of any sentence about clusters, and what many a workload is called. */
function isNamedApi(words: Words, at: number, language: Language): boolean {
  if (words[at]?.word !== "api") return false;
  const before = words.slice(Math.max(0, at - 1), at);
  const isOfLogs =
    has(words, language, "logs") &&
    (["of", "logs"] as const).some(
      (kind) => has(before, language, kind) || has(words.slice(at + 1, at + 2), language, "logs"),
    );
  const isType = (each: LineWord | undefined) => each !== undefined && typeOrSlip(each, language) !== null;
  const isOfType = isType(words[at + 1]) && !/s$/.test(words[at + 1]?.word ?? "");
  return isOfLogs || isOfType || isType(before[0]);
}

/** `names`: of what is read, before it. */
function isSpace(words: Words, at: number, language: Language, names: readonly string[]): boolean {
  const isArticle = ({ word }: LineWord) => setOf(language.sentence.articles).has(word);
  const before = words.slice(Math.max(0, at - 1), at);
  const behind = words
    .slice(at + 1)
    .filter((each) => !isArticle(each))
    .slice(0, 1);
  const around = [...before, ...behind];
  return (
    /^kube-|-system$/.test(words[at]?.word ?? "") ||
    has(around, language, "namespaces") ||
    has(before, language, "inside") ||
    ((names.length > 0 || !has(words, language, "logs")) &&
      (has(before, language, "of") ||
        (has(behind, language, "behind") && before.every((each) => typeOrSlip(each, language) === null))))
  );
}

/** It would be a cluster, and no such one is known. */
function isLedTo(words: Words, at: number, language: Language): boolean {
  const before = words.slice(Math.max(0, at - 1), at);
  const isOther =
    has(before, language, "inside") ||
    has(before, language, "of") ||
    has(words.slice(at + 1, at + 2), language, "namespaces");
  return !isOther && before.some(({ word }) => setOf(language.sentence.leads).has(word));
}

/** A Chinese character on its own is no name, and says little. */
const isParticle = (word: string, { change }: Language): boolean =>
  /^\p{Script=Han}$/u.test(word) && !setOf(change.verbs).has(word);

/** Every word that is no other has to be the namespace's or the object's name. */
export function targetIn(words: Words, language: Language, flags: readonly string[]): Found | null {
  let namespace: string | null = null;
  const names: string[] = [];
  for (const [at, each] of words.entries()) {
    const { word } = each;
    if (
      word === "" ||
      isParticle(word, language) ||
      (isKnown(each, language) && !isNamedApi(words, at, language))
    )
      continue;
    if (each.at || isLedTo(words, at, language)) return null;
    const [space = "", name, ...more] = word.split("/");
    if (name !== undefined && more.length === 0 && isName(name) && isName(space)) {
      const isTyped = typeOf(space, language) !== null;
      if (!isTyped) namespace = space;
      names.push(isTyped ? word : name);
    } else if (!isName(word)) return null;
    else if (namespace === null && isSpace(words, at, language, names)) namespace = word;
    else if (isNamed(words, at, language)) names.push(word);
    else return null;
  }
  const isAmbiguous = namespace !== null && isFlagged(flags);
  if (isAmbiguous || (typesIn(words, language).length > 1 && names.length > 0)) return null;
  return { namespace, names, flags };
}
