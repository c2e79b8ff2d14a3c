// The hint at the end of a refusal: the known words that may have been meant.
import { nearest } from "../text/nearest.ts";

/** ` Did you mean `a` or `b`?`, or nothing when no known word is close. `prefix` goes before each. */
export function didYouMean(word: string, known: readonly string[], prefix = ""): string {
  const close = nearest(word, [...new Set(known)], 3).map((candidate) => `\`${prefix}${candidate}\``);
  return close.length === 0 ? "" : ` Did you mean ${close.join(" or ")}?`;
}
