// The command that would change what somebody asks about: for the question whether they may, never to be run.

import { setOf, spelling } from "./languages/known-words.ts";
import type { Language } from "./languages/language.ts";
import type { LineWord } from "./languages/line-words.ts";
import { isOneOf } from "./match.ts";
import { thingIn } from "./named-object.ts";
import { flagsIn, typesIn } from "./object-type.ts";

/**
 * Null where nothing would change; `command` is null where it is not certain what would. `isOfAll`: of any object of its type,
 * and Kubernetes is asked itself.
 */
export function changeAsked(
  words: readonly LineWord[],
  language: Language,
): Readonly<{ command: string | null; isOfAll?: true }> | null {
  const verbs = new Map(
    Object.entries(language.change.kubectl).map(([word, verb]) => [spelling(word), verb]),
  );
  const at = words.findIndex((each) => isOneOf(each, setOf(language.change.verbs)));
  if (at === -1) return null;
  if (words[at]?.word === "exec")
    return inPods(
      words.filter((_, index) => index !== at),
      language,
    );
  const verb = verbs.get(words[at]?.word ?? "");
  const rest = words.filter((_, index) => index !== at);
  const ofAll = verb === undefined ? null : ofType(verb, rest, language);
  if (ofAll !== null) return { command: ofAll, isOfAll: true };
  return { command: verb === undefined ? null : commandOf(verb, rest, language) };
}

/** A session in a pod: nothing here opens one, and Kubernetes says who may. */
function inPods(
  words: readonly LineWord[],
  language: Language,
): Readonly<{ command: string; isOfAll: true }> {
  const namespace = thingIn(words, language)?.namespace ?? null;
  const where = namespace === null ? "-A" : `-n ${namespace}`;
  return { command: `kubectl auth can-i create pods/exec ${where}`, isOfAll: true };
}

/** What Kubernetes calls it. */
const rights: Readonly<Record<string, string>> = {
  delete: "delete",
  create: "create",
  edit: "patch",
  patch: "patch",
  scale: "patch",
  "rollout restart": "patch",
  "rollout undo": "patch",
};

/** `may I delete pods in shop`: no object is named. */
function ofType(verb: string, words: readonly LineWord[], language: Language): string | null {
  const [flags, bare] = flagsIn(words);
  const found = thingIn(bare, language);
  const [type, second] = typesIn(bare, language);
  const right = rights[verb];
  const isOne = found !== null && found.names.length === 0 && type !== undefined && second === undefined;
  if (!isOne || right === undefined) return null;
  const where = found.namespace === null ? (flags.length === 0 ? ["-A"] : []) : ["-n", found.namespace];
  return ["kubectl auth can-i", right, type, ...where, ...flags].join(" ");
}

function commandOf(verb: string, words: readonly LineWord[], language: Language): string | null {
  const [flags, bare] = flagsIn(words);
  const found = thingIn(bare, language);
  const [type] = typesIn(bare, language);
  const [name, second] = found?.names ?? [];
  if (found === null || second !== undefined || (name === undefined && type === undefined)) return null;
  const typed = name?.includes("/") ? [] : [type ?? "deployment"];
  const where = found.namespace === null ? [] : ["-n", found.namespace];
  return ["kubectl", verb, ...typed, ...(name === undefined ? [] : [name]), ...where, ...flags].join(" ");
}
