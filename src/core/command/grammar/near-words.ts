// The known words that may have been meant by one that is not.
import { nearest } from "../../text/nearest.ts";

/** Three at most, the nearest first; none where no known word is close. */
export const nearWords = (word: string, known: readonly string[]): readonly string[] =>
  nearest(word, [...new Set(known)], 3);
