// IPv4 addresses and prefixes, read strictly. IPv6 is recognised, so that it can be called undecidable.

/** `base` is the network address as an unsigned number; `bits` the prefix length. */
export type Cidr = Readonly<{ base: number; bits: number }>;

const octet = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const addressPattern = new RegExp(`^${octet}\\.${octet}\\.${octet}\\.${octet}$`);

/** An address as an unsigned number; null for anything but four plain decimal octets. */
export function parseIpv4(text: string): number | null {
  const match = addressPattern.exec(text);
  return match === null ? null : match.slice(1).reduce((value, part) => value * 256 + Number(part), 0);
}

const sizeOf = (bits: number): number => 2 ** (32 - bits);

/** `10.0.0.0/8`, or one address for a /32. Host bits are dropped, as Azure does; null when it is no IPv4 prefix. */
export function parseCidr(text: string): Cidr | null {
  const [address = "", length, ...rest] = text.split("/");
  const base = parseIpv4(address);
  if (base === null || rest.length > 0) return null;
  if (length === undefined) return { base, bits: 32 };
  if (!/^(\d|[12]\d|3[0-2])$/.test(length)) return null;
  const bits = Number(length);
  return { base: base - (base % sizeOf(bits)), bits };
}

/** Every address of `inner` lies in `outer`. */
export const covers = (outer: Cidr, inner: Cidr): boolean =>
  outer.bits <= inner.bits && inner.base - (inner.base % sizeOf(outer.bits)) === outer.base;

export const overlaps = (left: Cidr, right: Cidr): boolean => covers(left, right) || covers(right, left);

export const isIpv6 = (text: string): boolean => /^[0-9a-f:.]*:[0-9a-f:.]*(\/\d{1,3})?$/i.test(text);

/** Of a dual stack only IPv4 is judged: AKS's own traffic is IPv4. */
export const withoutIpv6 = (entries: readonly string[]): readonly string[] =>
  entries.filter((entry) => !isIpv6(entry));

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
  if (answers.includes("yes")) return "yes";
  return answers.includes("undecidable") ? "undecidable" : "no";
}

export const textOf = ({ base, bits }: Cidr): string =>
  `${[24, 16, 8, 0].map((shift) => Math.floor(base / 2 ** shift) % 256).join(".")}/${bits}`;

/** Azure's prefixes of public addresses are no larger. */
const largestParts = 24;

/** Like `coverage`, where several of `prefixes` may hold parts of a small range. */
export function coverageOfParts(prefixes: readonly string[], target: string): Coverage {
  const range = parseCidr(target);
  if (range === null || range.bits < largestParts) return coverage(prefixes, target);
  const parts = Array.from({ length: sizeOf(range.bits) }, (_, offset) =>
    coverage(prefixes, textOf({ base: range.base + offset, bits: 32 })),
  );
  if (parts.includes("no")) return "no";
  return parts.includes("undecidable") ? "undecidable" : "yes";
}

/** RFC 1918 and RFC 6598. */
export const privateSpace = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

/** One that no one reaches over the Internet. */
export const isPrivateAddress = (text: string): boolean => coverage(privateSpace, text) === "yes";
