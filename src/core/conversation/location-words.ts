// `from home`, `from the office VPN`, `from a jump host`: a place in words, where no address and no network is named.
import type { LocationKind } from "../snapshot/snapshot.ts";
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
