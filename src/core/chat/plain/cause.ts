// Whoever asks why something in a cluster is unwell, or says that it is, wants the cause: a list would only repeat the symptom.
import { edgesOf } from "./edges.ts";
import type { Language } from "./language.ts";
import type { LineWord } from "./line.ts";
import { ofSystem } from "./look.ts";
import { has, typesIn } from "./look-target.ts";
import { matchPhrases } from "./match.ts";
import { thingOf } from "./thing.ts";
import { setOf } from "./words.ts";
import { isAiling, stateIn } from "./workload.ts";

/** As Kubernetes and what runs in it say that something is unwell, in every language. */
const printed =
  /back-?off|crash-?loop|OOM-?Killed|ErrImage|ImagePull|ContainerCreating|\bNotReady\b|\bReady=False|no endpoints|FailedScheduling|didn't match|probe failed|webhook.{0,80}(?:denied|deadline|timed? ?out|failed|refused)|failed calling webhook|SERVFAIL|<unknown>|<invalid>|\bexit(?: code)? (?:1|13[79]|143)\b|ProgressDeadline|DeadlineExceeded|FailedMount|FailedCreate|exceeded quota/i;

/** `isOnly`: nothing else of the line was understood. */
export function wantsCause(
  words: readonly LineWord[],
  language: Language,
  text: string,
  isOnly = false,
): boolean {
  const { look } = language;
  if (has(words, language, "logs")) return false;
  const { type = null, names = [] } = thingOf(words, language) ?? {};
  const isUnwell = printed.test(text) || isAiling(words, language) || stateIn(words, language) !== null;
  const isInside = type !== null || has(words, language, "rollout") || printed.test(text);
  const isNamed = isOnly ? names.some((name) => /[\d-]/.test(name) || ofSystem.test(name)) : names.length > 0;
  if (matchPhrases(words, look.whys, edgesOf(words, language), { words: 1 }) !== null)
    return isNamed || isInside || typesIn(words, language).length > 0;
  const isList = words.some(({ word }) => setOf(look.lists).has(word));
  return isUnwell && !isList && (isNamed || ((isOnly || type === "nodes") && isInside));
}
