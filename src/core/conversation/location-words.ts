// `from home`, `from the office VPN`, `from a jump host`: a place in words, where no address and no network is named.
import type { Client, LocationKind } from "../snapshot/snapshot.ts";
import { once } from "../text/once.ts";

export type StandingWords = readonly (readonly [LocationKind, readonly string[]])[];

export const standingWords: StandingWords = [
  ["internet", ["home", "home office", "home network", "internet"]],
  [
    "gateway",
    [
      "office",
      "office vpn",
      "office network",
      "work",
      "company vpn",
      "corporate vpn",
      "corp vpn",
      "vpn",
      "expressroute",
    ],
  ],
  ["azure", ["azure", "bastion", "bastion host", "azure vm", "jump host", "jump box", "jumphost", "jumpbox"]],
];

/** The words that the place is written by when it is asked again. */
export const writtenStanding = (stands: LocationKind): string =>
  standingWords.find(([each]) => each === stands)?.[1][0] ?? stands;

/** `office-vpn` is what `office vpn` is. The first place that is called so counts. */
const spaced = (phrase: string): string => phrase.replaceAll("-", " ");
const byName = once(
  (places: StandingWords) =>
    new Map(
      places.toReversed().flatMap(([stands, names]) => names.map((name) => [spaced(name), stands] as const)),
    ),
);

const longest = 3;
const articles: ReadonlySet<string> = new Set(["the", "my", "our", "a", "an"]);

/** Of the words behind `from`, in lower case: how many of them name a place; the longest one counts. Null: none do. */
export function takeStanding(
  following: readonly string[],
  places = standingWords,
  skipped = articles,
): Readonly<{ stands: LocationKind; taken: number }> | null {
  const start = skipped.has(following[0] ?? "") ? 1 : 0;
  for (let count = longest - 1; count > 0; count -= 1) {
    const stands = byName(places).get(spaced(following.slice(start, start + count).join(" ")));
    if (stands !== undefined) return { stands, taken: Math.min(start + count, following.length) };
  }
  return null;
}

// Of several places in one line, where somebody is when it fails.

/** `lead`: the word before it, empty where none is. */
export type Placed = Readonly<{ client: Client; words: readonly number[]; lead: string }>;

/** `from the office it works, from home it does not`, `at home, the VPN is connected`: where somebody is when it fails. */
export function placeMeant(line: readonly string[], first: Placed, all: readonly Placed[]): Placed {
  const places = all.filter(({ words: [start = 0] }, at) =>
    all.every((each, other) => other >= at || !each.words.includes(start)),
  );
  const isOther = places.some(({ client }) => client.stands !== first.client.stands);
  if (!isOther) return first;
  const starts = places.map(({ words: [start = 0] }) => start);
  const works = ({ words: [start = 0] }: Placed): boolean => {
    const end = Math.min(line.length, ...starts.filter((each) => each > start));
    const behind = line.slice(start, end).join(" ");
    const isFirst = start === Math.min(...starts) && end < line.length;
    // `works from the jump box, but not from my laptop`
    const own = end < line.length ? behind.replace(ofNext, "") : behind;
    const isSaid = well.test(own) || unwell.test(own);
    const said = isFirst && !isSaid ? line.slice(0, end).join(" ").replace(ofNext, "") : own;
    return well.test(said) && !unwell.test(said.replace(noTrouble, ""));
  };
  const failing = places.filter((each) => !works(each));
  if (failing.length > 0 && failing.length < places.length) return failing[0] ?? first;
  const isVpn = ({ words }: Placed) => words.some((at) => line[at]?.includes("vpn"));
  return places.find(isVpn) ?? first;
}

/** What is said behind a place: that it works from there. */
const well =
  /\b(?:works?|working|fine|ok|okay|can|good|gehts?|gings?|schon|klappts?|l(?:ä|ae)uft|kann|komme?|erreich\w*|reach|gut)\b|能|可以|连 ?得|没事|没问题|好好的|正常|行|通/;
const unwell =
  /\b(?:not|no|nothing|cant|cannot|dont|doesnt|wont|fails?|times?|timeouts?|nicht|nix|kein\w*|nie)\b|不|没|无法|超时|断|挂了|卡/;
const ofNext = /(?: (?:but|aber|just|only|nur|and|und|not|nicht|nie|never|但|但是|不|而))+$/;
const noTrouble = /没事|没问题|不错/g;
