// What follows `diagnose` and `access`: the cluster, where the requester sits, what they see.

import { foreignLetter, parseClusterName } from "../../cluster-name.ts";
import type { Client } from "../../snapshot/snapshot.ts";
import { takeStanding } from "../location-words.ts";
import { type ParseError, parseAsked, parsePlace, seenFrom, written } from "../parse-error.ts";
import { isWord, splitWords, unquoted, type Word } from "../split-words.ts";

/** `withoutInside`: only where it was said. `asksOf`: an address or a range behind `for`. */
type ConversationTarget =
  | Readonly<{ ok: true; cluster: string | null; client: Client; withoutInside?: true; asksOf?: string }>
  | Readonly<{ ok: false; reason: ParseError }>;

/**
 * `[the] [cluster] [NAME] [from IP|VNET|PLACE] [with [earlier] "text"] [without inside]`, the last three in any order.
 * `looksInside`: takes the last; without it `for IP|RANGE` may stand in place of `from`.
 */
export function parseTarget(text: string, looksInside: boolean): ConversationTarget {
  const all = splitWords(text).words;
  const words = looksInside ? withoutLeavingOut(all) : all;
  const named = takeCluster(words);
  if (!named.ok) {
    return named;
  }
  let client: Client = {};
  let asksOf: string | undefined;
  const said = new Set<Part>();
  let rest = named.rest;
  while (rest.length > 0) {
    const clause = parseClause(rest, looksInside);
    if (!clause.ok) {
      return clause;
    }
    const part = partOf(clause);
    if (said.has(part)) {
      return { ok: false, reason: { is: "clauseTwice", keyword: rest[0]?.raw ?? "" } };
    }
    said.add(part);
    if (said.has("place") && said.has("asked")) {
      return { ok: false, reason: { is: "fromAndFor" } };
    }
    client = { ...client, ...clause.client };
    asksOf ??= clause.asksOf;
    rest = rest.slice(clause.taken);
  }
  const withoutInside = words.length < all.length;
  return {
    ...{ ok: true, cluster: named.cluster, client },
    ...(withoutInside ? { withoutInside } : {}),
    ...(asksOf === undefined ? {} : { asksOf }),
  };
}

/** Without the words that leave out the look inside: `without inside`, `without looking inside`, `--no-inside`. */
function withoutLeavingOut(words: readonly Word[]): readonly Word[] {
  // Phones make one dash of two.
  const flag = words.findIndex(({ raw }) => /^(?:--|[–—])no-inside$/i.test(raw));
  if (flag !== -1) return words.toSpliced(flag, 1);
  const at = words.findIndex((word) => isWord(word, "without"));
  if (at === -1) return words;
  const looking = isWord(words[at + 1], "looking") ? 1 : 0;
  return isWord(words[at + 1 + looking], "inside") ? words.toSpliced(at, 2 + looking) : words;
}

type Part = "place" | "symptom" | "asked";

/** A place is one part, however it is written. */
function partOf({ client, asksOf }: Clause): Part {
  if (asksOf !== undefined) return "asked";
  return client.symptom === undefined ? "place" : "symptom";
}

type Named = Readonly<{ ok: true; cluster: string | null; rest: readonly Word[] }>;
type Problem = Readonly<{ ok: false; reason: ParseError }>;

/** Takes the cluster from the front of the words; `null` when none is named. */
export function takeCluster(words: readonly Word[]): Named | Problem {
  const rest = words.slice(wordsBeforeName(words));
  const [first] = rest;
  if (first === undefined || isWord(first, "from") || isWord(first, "with")) {
    return { ok: true, cluster: null, rest };
  }
  const cluster = bareValue(first);
  if (parseClusterName(cluster) === null) {
    const letter = foreignLetter(cluster);
    return { ok: false, reason: { is: "noCluster", ...written(cluster), letter } };
  }
  return { ok: true, cluster, rest: rest.slice(1) };
}

/** `the cluster in prod-1`, `on prod-1`. A lead with nothing to lead to is a name: a cluster may be called `at`. */
function wordsBeforeName(words: readonly Word[]): number {
  const isEnd = (word: Word | undefined) =>
    word === undefined || isWord(word, "from") || isWord(word, "with");
  const isOf = (at: number, ...leads: readonly string[]) => leads.some((lead) => isWord(words[at], lead));
  let count = isOf(0, "the") ? 1 : 0;
  if (isOf(count, "cluster")) count += 1;
  if (isOf(count, "on", "in", "at") && !isEnd(words[count + 1])) count += 1;
  return count;
}

/** `taken`: how many words it is, its keyword included. */
type Clause = Readonly<{ ok: true; client: Client; asksOf?: string; taken: number }>;

/** A place in words, as long as nothing of it is quoted; else an address or a network. */
function parseFrom(following: readonly Word[]): Clause | Problem {
  const [value] = following;
  if (value === undefined) return { ok: false, reason: { is: "fromMissing" } };
  const plain = following.slice(0, 3).map((word) => (word.quoted ? "" : bareValue(word).toLowerCase()));
  const standing = takeStanding(plain);
  if (standing !== null) return { ok: true, client: { stands: standing.stands }, taken: standing.taken + 1 };
  const place = parsePlace(bareValue(value));
  return place.ok ? { ...place, taken: 2 } : place;
}

/** `["earlier"] "text"`. */
function parseSymptom(following: readonly Word[]): Clause | Problem {
  const isOld = isWord(following[0], "earlier");
  const value = following[isOld ? 1 : 0];
  if (!value?.quoted || unquoted(value) === "") return { ok: false, reason: { is: "symptomUnquoted" } };
  const client = { symptom: unquoted(value), ...(isOld ? { symptomIsOld: true as const } : {}) };
  return { ok: true, client, taken: isOld ? 3 : 2 };
}

function parseClause([keyword, ...following]: readonly Word[], insideToo: boolean): Clause | Problem {
  if (isWord(keyword, "from")) return parseFrom(following);
  if (isWord(keyword, "with")) return parseSymptom(following);
  const asksOf = isWord(keyword, "for") && !insideToo ? parseAsked(following[0]?.raw ?? "") : null;
  if (asksOf !== null) return { ok: true, client: seenFrom(asksOf), asksOf, taken: 2 };
  return { ok: false, reason: { is: "clauseUnknown", ...written(keyword?.raw ?? ""), insideToo } };
}

/** `with "text"`, wherever it stands. */
export const isSymptom = ([keyword, ...following]: readonly Word[]): boolean =>
  isWord(keyword, "with") && parseSymptom(following).ok;

/** What somebody sees, said in the middle of a sentence; `rest`: the sentence without it. Null where it holds none. */
export function takeSymptom(sentence: string): Readonly<{ client: Client; rest: string }> | null {
  // Punctuation behind a quotation belongs to the sentence.
  const text = sentence.replace(/(?<=["'`])[.,;:?!]{1,9}(?=\s|$)/g, "");
  const { words } = splitWords(text);
  const at = words.findIndex((_, index) => isSymptom(words.slice(index, index + 3)));
  const said = parseSymptom(words.slice(at + 1));
  if (at === -1 || !said.ok) return null;
  const [first, last] = [words[at], words[at + said.taken - 1]];
  return { client: said.client, rest: `${text.slice(0, first?.start)}${text.slice(last?.end)}` };
}

/** Punctuation after a word belongs to the sentence, as does an `@` before it. */
function bareValue(word: Word): string {
  return unquoted(word)
    .replace(/[,.:;!?]$/, "")
    .replace(/^@/, "");
}
