// A line that somebody typed in a hurry, `lgos frotnend`, as they meant it.

import { isMarkedName, isOrdinary } from "../ability/ordinary.ts";
import { allWords, isOfKubectl } from "../plain-words/languages/known-words.ts";
import { languages } from "../plain-words/languages/languages.ts";
import { swaps } from "../plain-words/languages/slips.ts";
import { isCalled } from "../plain-words/named-object.ts";

/** A word of some language, of the examples, or of Kubernetes. */
const isKnown = (word: string): boolean =>
  isOfKubectl(word) ||
  isOrdinary(word) ||
  isMarkedName(word) ||
  isCalled(word) ||
  languages.some((language) => allWords(language).has(word));

/** Letters in the wrong order are put right where that makes one known word; null where there are none. */
export function typedWell(text: string): string | null {
  if (/\b(?:kubectl|helm|az)\b|[`\n]|[Ee]rror/.test(text)) return null;
  const well = text.replace(/(?<![\w./:=@"'-])[a-z]{4,20}(?![\w./:=@"'-])/gi, (word) => {
    const small = word.toLowerCase();
    const [meant, other] = isKnown(small) ? [] : new Set(swaps(small).filter(isKnown));
    return meant === undefined || other !== undefined ? word : meant;
  });
  return well === text ? null : well;
}
