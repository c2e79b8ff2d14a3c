// The public addresses as they are cut into pieces by the prefixes of rules or routes: all of a piece are treated alike,
// so an address of each shows what becomes of any, whichever a name has.
import { ends, parseCidr, privateSpace } from "./cidr.ts";

type Range = readonly [first: number, last: number];

/**
 * Nobody's name leads there: private, the host's own, for documents and measurements, multicast and reserved.
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const others = [
  ...["0.0.0.0/8", ...privateSpace, "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16"],
  ...["192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"],
];

const rangesOf = (prefixes: readonly string[]): readonly Range[] =>
  prefixes.flatMap((text) => {
    const cidr = parseCidr(text);
    return cidr === null ? [] : [ends(cidr)];
  });

const isIn = (ranges: readonly Range[], address: number): boolean =>
  ranges.some(([first, last]) => first <= address && address <= last);

const textOf = (address: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");

const notPublic = rangesOf(others);
const borders = ([first, last]: Range): readonly number[] => [first, last + 1];

/** More than these nobody writes by hand, and each is asked of every rule. */
const mostPieces = 128;

/** One address for each set of prefixes that hold it; null where there are too many. */
export function piecesOf(prefixes: readonly string[]): readonly string[] | null {
  const ranges = rangesOf(prefixes);
  const starts = [...new Set([0, ...[...ranges, ...notPublic].flatMap(borders)])];
  if (starts.length > mostPieces) return null;
  const found = new Map<string, string>();
  for (const start of starts) {
    if (start >= 2 ** 32 || isIn(notPublic, start)) continue;
    const key = ranges.map((range) => (isIn([range], start) ? 1 : 0)).join("");
    if (!found.has(key)) found.set(key, textOf(start));
  }
  return [...found.values()];
}
