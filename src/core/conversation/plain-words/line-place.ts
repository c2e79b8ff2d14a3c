// Where in a line somebody says that they are.

import { type Placed, placeMeant, takeStanding } from "../location-words.ts";
import { parsePlace } from "../parse-error.ts";
import { fillersOf, perLine, setOf } from "./languages/known-words.ts";
import type { Language } from "./languages/language.ts";
import type { LineWord } from "./languages/line-words.ts";
import { edgesOf, isAddress, matchPhrases } from "./match.ts";

const isFiller = (word: string, language: Language): boolean => fillersOf(language).has(word);

/** Where somebody says that they are: words for a place, an address, or a network behind `from`. */
export const placesSaid = (line: readonly LineWord[], language: Language): readonly Placed[] => [
  ...line.flatMap((_, at) => placeLed(line, at, language) ?? []),
  ...line.flatMap((_, at) => placeAlone(line, at, language) ?? []),
];

export const placeIn = perLine((line: readonly LineWord[], language: Language): Placed => {
  const led = line.flatMap((_, at) => placeLed(line, at, language) ?? []);
  const alone = line.flatMap((_, at) => placeAlone(line, at, language) ?? []);
  const first = led[0] ?? alone[0];
  return first === undefined
    ? addressIn(line, language)
    : placeMeant(
        line.map(({ word }) => word),
        first,
        [...led, ...alone, ...machinesIn(line, language)],
      );
});

/** `not from my laptop`: it stands nobody knows where. */
const machinesIn = (line: readonly LineWord[], { sentence }: Language): readonly Placed[] => {
  const leads = setOf(`${sentence.placeLeads} ${sentence.from} ${sentence.articles} ${sentence.but}`);
  return line.flatMap(({ word }, at) => {
    if (!setOf(sentence.machines).has(word)) return [];
    const start = line.findLastIndex((each, index) => index < at && !leads.has(each.word)) + 1;
    return [{ client: {}, words: range(start, at - start + 1), lead: "" }];
  });
};

function placeLed(line: readonly LineWord[], at: number, language: Language): Placed | null {
  const { look, sentence } = language;
  const { placeLeads, from, places, articles } = sentence;
  const word = line[at]?.word ?? "";
  if (!setOf(placeLeads).has(word)) return null;
  const following = line.slice(at + 1, at + 5).map((each) => each.word);
  const skipped = setOf(`${articles} ${look.inside}`);
  const standing =
    takeStanding(following, places, skipped) ?? takeStanding(well(line, at + 1, 4), places, skipped);
  if (standing !== null && isOfAddress(line[at + 1 + standing.taken], language)) return null;
  // `I am not on the VPN`
  const isNot = setOf(sentence.except).has(line[at - 1]?.word ?? "") && !setOf(from).has(word);
  if (isNot && standing !== null && line[at + standing.taken]?.word.endsWith("vpn")) return null;
  if (standing !== null && (setOf(from).has(word) || standing.stands !== "azure" || standing.taken > 1))
    return { client: { stands: standing.stands }, words: range(at, standing.taken + 1), lead: word };
  const [next = ""] = following;
  if (setOf(from).has(word) && /^vnet|vnet$|-vnet-|virtualnetworks\//.test(next)) {
    const place = parsePlace(line[at + 1]?.raw ?? "");
    if (place.ok) return { client: place.client, words: range(at, 2), lead: word };
  }
  return null;
}

/** The words from there on, with their slips mended. */
const well = (line: readonly LineWord[], start: number, count: number): readonly string[] =>
  line.slice(start, start + count).map(({ word, slips: [slip = word] }) => slip);

/** `a public ip`: nobody stands there. */
const isOfAddress = (next: LineWord | undefined, { sentence }: Language): boolean =>
  setOf(sentence.ofAddress).has(next?.word ?? "");

/** `wfh`; `the office VPN is connected`; `phone hotspot, prod-1 won't load`. */
function placeAlone(line: readonly LineWord[], at: number, language: Language): Placed | null {
  const { sentence } = language;
  const words = line.map(({ word }) => word);
  const alone = takeStanding(words.slice(at, at + 1), sentence.placesAlone);
  const standing =
    alone ??
    takeStanding(words.slice(at, at + 3), sentence.places) ??
    takeStanding(well(line, at, 3), sentence.places);
  const end = at + (standing?.taken ?? 0);
  if (isOfAddress(line[end], language)) return null;
  const around = [...words.slice(Math.max(0, at - 3), at), ...words.slice(end, end + 3)];
  const isLast = ({ clause, word }: LineWord, index: number) =>
    setOf(sentence.connectedAtEnd).has(word) &&
    (line[index + 1]?.clause !== clause || setOf(sentence.but).has(line[index + 1]?.word ?? ""));
  const isOn =
    around.some((word) => setOf(sentence.connected).has(word)) ||
    (words[end - 1]?.endsWith("vpn") === true &&
      line.some((each, index) => index >= end && index < end + 3 && isLast(each, index)));
  const isClause = (place: readonly number[]) =>
    line.every(
      ({ word, clause }, index) =>
        clause !== line[at]?.clause || place.includes(index) || isFiller(word, language),
    ) && line.some(({ clause }) => clause !== line[at]?.clause);
  const isSaid =
    alone !== null || isOn || (standing?.stands !== "azure" && isClause(range(at, standing?.taken ?? 0)));
  if (standing !== null && isSaid)
    return { client: { stands: standing.stands }, words: range(at, standing.taken), lead: "" };
  return null;
}

/** Any other is one that somebody wants to reach, or asks about. */
function addressIn(line: readonly LineWord[], language: Language): Placed {
  const { fromAddress, myAddress } = language.sentence;
  const edges = edgesOf(line, language);
  const found =
    matchPhrases(line, fromAddress, edges, { words: 0 }) ??
    matchPhrases(line, myAddress, edges, { words: 1 });
  const at = found?.findLast((index) => isAddress(line[index]?.word ?? "")) ?? found?.at(-1) ?? -1;
  const place = parsePlace(line[at]?.word ?? "");
  return at !== -1 && place.ok
    ? { client: place.client, words: [at], lead: "" }
    : { client: {}, words: [], lead: "" };
}

const range = (start: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => start + index);
