// Ids of runs, pending questions and errors: short enough to say aloud, random enough that nobody guesses another one.

/** Crockford's base32: no I, L, O or U, so that an id survives being read out in a call. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 10;

/** For example `R-7K3QX2M9AB`: ten base32 characters (50 bits). Needs at least ten random bytes; five bits of each are used. */
export function opaqueId(prefix: string, random: Uint8Array): string {
  if (random.length < length)
    throw new RangeError(`An id needs ${length} random bytes, got ${random.length}.`);
  return `${prefix}-${Array.from(random.subarray(0, length), (byte) => alphabet.charAt(byte % 32)).join("")}`;
}
