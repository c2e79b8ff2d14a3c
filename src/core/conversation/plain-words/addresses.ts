// An address or a range that is asked about: "is 20.50.9.0/24 allowed on prod-1".

import type { Intent } from "../intent.ts";
import { type ParseError, parseAsked } from "../parse-error.ts";
import { setOf } from "./languages/known-words.ts";
import type { Language, Phrases } from "./languages/language.ts";
import type { LineWord } from "./languages/line-words.ts";
import { edgesOf, isAddress, isRange, matchPhrases } from "./match.ts";

export const addressesOf = (line: readonly LineWord[]): readonly string[] =>
  line.map(({ word }) => word).filter((word) => isAddress(word) || isRange(word));

/** The only one of the line, unless it says where somebody is. */
export function askedOf(line: readonly LineWord[], language: Language): string | null {
  const [only, ...others] = addressesOf(line);
  if (only === undefined || others.length > 0) return null;
  const isPlace = matches(line, language, language.sentence.fromAddress, 0);
  const isAsked = line.some(({ word }) => setOf(language.allows).has(word));
  return isPlace && !isAsked && !isRange(only) ? null : parseAsked(only);
}

/** The only address of the line, where it is said that it does not get in. */
export function turnedAway(line: readonly LineWord[], language: Language): string | null {
  const [only, ...others] = addressesOf(line);
  if (only === undefined || others.length > 0 || !isAddress(only)) return null;
  return matches(line, language, language.turnedAway, 2) ? only : null;
}

/** The address of the line goes somewhere else than into the cluster, or something else goes to it. */
export const isNotLetIn = (line: readonly LineWord[], language: Language): boolean =>
  addressesOf(line).length > 0 && matches(line, language, language.notLetIn, 0);

const matches = (line: readonly LineWord[], language: Language, phrases: Phrases, words: number): boolean =>
  matchPhrases(line, phrases, edgesOf(line, language), { words }) !== null;

/** Why a question about an address has no answer here: several are asked about at once, or a range is somebody's place. */
export function unanswerable(
  line: readonly LineWord[],
  { sentence }: Language,
): Extract<ParseError, { is: "severalAddresses" | "addressRange" }> | null {
  const isOne = (each: LineWord | undefined) =>
    each !== undefined && (isAddress(each.word) || isRange(each.word));
  const and = setOf(sentence.and);
  const isJoined = line.some((each, at) => {
    const next = line[at + 1];
    if (next === undefined || !isOne(each)) return false;
    return and.has(next.word) ? isOne(line[at + 2]) : isOne(next) && next.clause > each.clause;
  });
  const addresses = addressesOf(line);
  if (isJoined || new Set(addresses).size > 1) return { is: "severalAddresses", addresses };
  const range = addresses.find(isRange);
  return range === undefined ? null : { is: "addressRange", written: range };
}

/** Authorized ranges and what is walked here know IPv4 only: https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges */
export function ipv6In(text: string): Extract<ParseError, { is: "addressIpv6" }> | null {
  const [written] =
    /(?<![\w:.])(?=[\da-f:]*::|(?:[\da-f]{1,4}:){4})[\da-f]{1,4}(?::[\da-f]{0,4}){2,7}(?:\/\d{1,3})?(?![\w:])/i.exec(
      text,
    ) ?? [];
  return written === undefined ? null : { is: "addressIpv6", written };
}

/** Said of them it may be all the same: that they are to be let in, or that one is asked about. */
export const isAnswered = (intent: Intent, { is }: ParseError): boolean =>
  is === "addressIpv6" ? intent.kind !== "diagnose" && intent.kind !== "access" : isAnsweredOf(intent, is);

const isAnsweredOf = (intent: Intent, is: ParseError["is"]): boolean =>
  intent.kind === "change" ||
  intent.kind === "told" ||
  intent.kind === "beyond" ||
  (intent.kind === "diagnose" && (intent.question === "ranges" || intent.question === "whoChanged")) ||
  (intent.kind === "access"
    ? intent.asksOf !== undefined || (is === "severalAddresses" && intent.client.ip !== undefined)
    : is !== "addressRange" && "cluster" in intent);
