// Whether the authorized ranges of a public API server hold an address or a range, and what AKS lets in beside them. Pure.
import type { Allowed } from "../access/allowed.ts";
import { isNobody } from "../finding/api/authorized-ranges.ts";
import type { OwnOutbound } from "../finding/api/own-outbound.ts";
import {
  type Cidr,
  coverage,
  covers,
  disjoint,
  ends,
  isIpv6,
  isPrivateAddress,
  overlaps,
  parseCidr,
  textOf,
} from "../network/cidr.ts";

type Answer = Omit<Allowed, "of">;

const sizeOf = (range: Cidr): number => {
  const [first, last] = ends(range);
  return last - first + 1;
};

/** What of `wanted` the entries hold, in ranges that do not overlap. */
const heldOf = (ranges: readonly Cidr[], wanted: Cidr): readonly Cidr[] =>
  disjoint(ranges.filter((range) => overlaps(range, wanted)));

const holdAll = (held: readonly Cidr[], wanted: Cidr): boolean =>
  held.some((range) => covers(range, wanted)) ||
  held.reduce((size, range) => size + sizeOf(range), 0) === sizeOf(wanted);

const parsed = (texts: readonly string[]): readonly Cidr[] => texts.flatMap((text) => parseCidr(text) ?? []);

/** `wanted` is in none of `entries` that are addresses. */
function besideRanges(wanted: Cidr, own: OwnOutbound, hasTag: boolean): Answer {
  if (coverage(own.ips, textOf(wanted)) === "yes") return { is: "yes", fact: { is: "ownOutbound" } };
  if (hasTag) return { is: "unknown", fact: { is: "perhapsInTag" } };
  if (!own.isWhole) return { is: "unknown", fact: { is: "perhapsOwnOutbound" } };
  const ips = own.ips.filter((ip) => parsed([ip]).some((range) => overlaps(range, wanted)));
  return { is: "no", fact: ips.length > 0 ? { is: "onlyOwnOutbound", ips } : { is: "inNone" } };
}

const everything: readonly Cidr[] = parsed(["0.0.0.0/0"]);

export function allowedByRanges(entries: readonly string[], own: OwnOutbound, wanted: Cidr): Answer {
  const ranges = parsed(entries).filter((range) => !isNobody(range));
  const held = heldOf(ranges, wanted);
  const texts = held.map(textOf);
  // Whichever public address its connections arrive with.
  const isOpen = everything.some((all) => holdAll(heldOf(ranges, all), all));
  if (isPrivateAddress(textOf(wanted)) && !isOpen) return { is: "unknown", fact: { is: "privateSpace" } };
  if (holdAll(held, wanted)) return { is: "yes", fact: { is: "inRanges", ranges: texts } };
  const hasTag = entries.some((entry) => parseCidr(entry) === null && !isIpv6(entry));
  return held.length > 0
    ? { is: "partly", fact: { is: "inPart", parts: texts, mayBeMore: hasTag } }
    : besideRanges(wanted, own, hasTag);
}
