// One sentence for a message that begins with nothing we know: what may have been meant.
import { nearest } from "../text/nearest.ts";
import { brief } from "./reasons.ts";

/** Each once, by how many words it has. */
const phrases: readonly (readonly string[])[] = [
  [
    "help",
    "clusters",
    "diagnose",
    "check",
    "access",
    "watch",
    "unwatch",
    "watches",
    "run",
    "can-i",
    "status",
    "whoami",
    "login",
    "logout",
    "mode",
  ],
  ["list clusters", "ways in", "sign in", "sign out", "forget me"],
];
const kubectlVerbs = new Set(["get", "describe", "logs", "top", "events", "explain"]);

export function suggestVerb(sentence: string): string {
  const words = sentence.split(/\s+/);
  if (kubectlVerbs.has(words[0]?.toLowerCase() ?? "")) {
    return didYouMean("run kubectl", words);
  }
  for (const [index, candidates] of phrases.entries()) {
    const length = index + 1;
    const [phrase] = nearest(words.slice(0, length).join(" "), candidates, 1);
    if (phrase !== undefined) {
      return didYouMean(phrase, words.slice(length));
    }
  }
  return `"${brief(sentence)}" was not understood: write "help" to see what can be asked.`;
}

function didYouMean(phrase: string, rest: readonly string[]): string {
  return `Did you mean "${brief([phrase, ...rest].join(" "))}"?`;
}
