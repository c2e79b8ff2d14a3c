// IPv4 prefixes as numbers: what is inside, and how many addresses Azure leaves in a subnet.

/** Azure keeps the first four addresses of every subnet and the last. */
const reservedFirst = 4;
const reserved = 5;

type Prefix = { first: number; size: number };

/** `10.20.0.0/22` as numbers; `null` for anything else, IPv6 included. */
export function parsePrefix(text: string): Prefix | null {
  const [address = "", length = "32"] = text.split("/");
  const first = parseAddress(address);
  const bits = /^\d{1,2}$/.test(length) ? Number(length) : 33;
  if (first === null || bits > 32) return null;
  const size = 2 ** (32 - bits);
  return { first: first - (first % size), size };
}

export function parseAddress(text: string): number | null {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null;
  return parts.reduce((value, part) => value * 256 + Number(part), 0);
}

/** How many addresses of a subnet can be used. */
export function usableIn(prefix: Prefix): number {
  return Math.max(0, prefix.size - reserved);
}

/** The lowest address of a subnet that nobody has, past those Azure keeps; `null` where it is full. */
export function firstFree(prefix: Prefix, taken: ReadonlySet<string>): string | null {
  const last = prefix.first + prefix.size - 2;
  for (let value = prefix.first + reservedFirst; value <= last; value += 1) {
    const address = [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
    if (!taken.has(address)) return address;
  }
  return null;
}
