// IPv4 addresses and prefixes, read strictly. IPv6 is recognised, so that it can be called undecidable.
import ipaddr from "ipaddr.js";
import { remembered } from "../../text/remembered.ts";

const { IPv4, IPv6 } = ipaddr;

/** `network`: the first address; `bits`: the prefix length. */
export type Cidr = Readonly<{ network: ipaddr.IPv4; bits: number }>;

const numberOf = ({ octets }: ipaddr.IPv4): number => octets.reduce((value, part) => value * 256 + part, 0);

/** An address as an unsigned number; null for anything but four plain decimal octets. */
export const parseIpv4 = (text: string): number | null =>
  IPv4.isValidFourPartDecimal(text) ? numberOf(IPv4.parse(text)) : null;

/** `10.0.0.0/8`, or one address for a /32. Host bits are dropped, as Azure does; null when it is no IPv4 prefix. */
export const parseCidr = remembered((text: string): Cidr | null => {
  if (IPv4.isValidFourPartDecimal(text)) return { network: IPv4.parse(text), bits: 32 };
  // A length with a leading zero is somebody's slip, and Azure takes none.
  if (!IPv4.isValidCIDRFourPartDecimal(text) || /\/0\d/.test(text)) return null;
  return { network: IPv4.networkAddressFromCIDR(text), bits: IPv4.parseCIDR(text)[1] };
});

/** The first and the last address, as unsigned numbers. */
export function ends({ network, bits }: Cidr): readonly [first: number, last: number] {
  const first = numberOf(network);
  return [first, first + 2 ** (32 - bits) - 1];
}

/** Every address of `inner` lies in `outer`. */
export const covers = (outer: Cidr, inner: Cidr): boolean =>
  outer.bits <= inner.bits && inner.network.match(outer.network, outer.bits);

export const overlaps = (left: Cidr, right: Cidr): boolean => covers(left, right) || covers(right, left);

export const isIpv6 = remembered((text: string): boolean => IPv6.isValid(text) || IPv6.isValidCIDR(text));

/** Of a dual stack only IPv4 is judged: AKS's own traffic is IPv4. */
export const withoutIpv6 = (entries: readonly string[]): readonly string[] =>
  entries.filter((entry) => !isIpv6(entry));

/** Without those that another holds: prefixes overlap in no other way. */
export const disjoint = (ranges: readonly Cidr[]): readonly Cidr[] =>
  ranges.filter(
    (range, index) =>
      !ranges.some(
        (other, at) => at !== index && covers(other, range) && (other.bits < range.bits || at < index),
      ),
  );

export type Coverage = "yes" | "no" | "undecidable";

/**
 * Whether one of `prefixes` holds all of `target` (an address or a prefix).
 * Undecidable: the target is not IPv4, an entry is neither IPv4 nor IPv6 (a service tag), or they overlap in part.
 */
export function coverage(prefixes: readonly string[], target: string): Coverage {
  const wanted = parseCidr(target);
  if (wanted === null) return "undecidable";
  const answers = prefixes.map((text): Coverage => {
    const prefix = parseCidr(text);
    if (prefix === null) return isIpv6(text) ? "no" : "undecidable";
    if (covers(prefix, wanted)) return "yes";
    return overlaps(prefix, wanted) ? "undecidable" : "no";
  });
  return anyOf(answers);
}

export const textOf = ({ network, bits }: Cidr): string => `${network.toString()}/${bits}`;

/** Azure's prefixes of public addresses are no larger. */
const largestParts = 24;

/** Like `coverage`, where several of `prefixes` may hold parts of a small range. */
export function coverageOfParts(prefixes: readonly string[], target: string): Coverage {
  const range = parseCidr(target);
  if (range === null || range.bits < largestParts) return coverage(prefixes, target);
  const [first, last] = ends(range);
  const network = range.network.octets.slice(0, 3).join(".");
  return allOf(
    Array.from({ length: last - first + 1 }, (_, offset) =>
      coverage(prefixes, `${network}.${(first % 256) + offset}`),
    ),
  );
}

/** RFC 1918 and RFC 6598. */
export const privateSpace = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

/** One that no one reaches over the Internet. */
export const isPrivateAddress = (text: string): boolean => coverage(privateSpace, text) === "yes";

// Answers of which some are open, put together.

export const anyOf = (answers: readonly Coverage[]): Coverage => {
  if (answers.includes("yes")) return "yes";
  return answers.includes("undecidable") ? "undecidable" : "no";
};

export const allOf = (answers: readonly Coverage[]): Coverage => {
  if (answers.includes("no")) return "no";
  return answers.includes("undecidable") ? "undecidable" : "yes";
};
