// What may have been meant by a message that begins with nothing we know.
import { nearest } from "../../text/nearest.ts";
import { brief, type ParseError, written } from "../parse-error.ts";
import { verbEntries } from "../verbs.ts";

/** By how many words each has. */
const phrases: readonly (readonly string[])[] = [1, 2].map((count) =>
  verbEntries.flatMap(([, { near = [] }]) => near.filter((phrase) => phrase.split(" ").length === count)),
);
const kubectlVerbs = new Set(["get", "describe", "logs", "top", "events", "explain"]);

/** Behind a verb they make a sentence of it. */
const small = new Set(["of", "for", "from", "in", "on", "the", "my"]);

export function suggestVerb(sentence: string): ParseError {
  const words = sentence.split(/\s+/);
  if (kubectlVerbs.has(words[0]?.toLowerCase() ?? "") && !small.has(words[1]?.toLowerCase() ?? "")) {
    return didYouMean("run kubectl", words);
  }
  // What stands before a command may change what it means: whoever wrote it says so.
  const at = words.findIndex((word) => /^kubectl$/i.test(word));
  if (at > 0) return didYouMean("kubectl", words.slice(at + 1));
  // `müde` is no slip in `mode`.
  if (/[^\p{ASCII}]/u.test(words[0] ?? "")) return { is: "unknown", ...written(sentence) };
  for (const [index, candidates] of phrases.entries()) {
    const length = index + 1;
    const [phrase] = nearest(words.slice(0, length).join(" "), candidates, 1);
    if (phrase !== undefined) {
      return didYouMean(phrase, words.slice(length));
    }
  }
  return { is: "unknown", ...written(sentence) };
}

function didYouMean(phrase: string, rest: readonly string[]): ParseError {
  return { is: "didYouMean", phrase: brief([phrase, ...rest].join(" ")) };
}
