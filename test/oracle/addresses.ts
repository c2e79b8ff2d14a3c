// IPv4 addresses and ranges. Where nobody names an address, a word stands for it: `public` for some address on the
// Internet, a service tag for one of that service's.

export type Address = string;
export const somewherePublic = "public";
/** Behind a gateway: the tag holds "all connected on-premises address spaces". */
export const someOnPremises = "VirtualNetwork";

type Range = Readonly<{ first: number; bits: number }>;

const numberOf = (address: string): number =>
  address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

export const isRange = (text: string): boolean => /^\d+\.\d+\.\d+\.\d+(\/\d+)?$/.test(text);

const rangeOf = (text: string): Range => {
  const [address = "", bits = "32"] = text.split("/");
  return { first: numberOf(address), bits: Number(bits) };
};

export const bitsOf = (text: string): number => rangeOf(text).bits;

const startOf = (address: number, bits: number): number => Math.floor(address / 2 ** (32 - bits));

/** Whether a range holds an address; null where nobody named the address. */
export function holds(range: string, address: Address): boolean | null {
  const { first, bits } = rangeOf(range);
  if (bits === 0) return true;
  if (address === someOnPremises) return null;
  if (!isRange(address)) return isNobodys(range.split("/")[0] ?? "") ? false : null;
  return startOf(first, bits) === startOf(numberOf(address), bits);
}

/** RFC 1918 and RFC 6598: what Azure drops by default outside of a network's own ranges. */
export const reserved = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

export const isPrivate = (address: Address): boolean =>
  isRange(address) && reserved.some((range) => holds(range, address) === true);

/** No service has private ranges, nor those of RFC 5737 that are for documents. */
const isNobodys = (address: Address): boolean =>
  isPrivate(address) ||
  ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"].some((range) => holds(range, address));

/** The nth address of a range. */
export const nthOf = (range: string, n: number): Address => {
  const value = rangeOf(range).first + n;
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
};
