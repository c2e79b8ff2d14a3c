// The command that would change what somebody asks about: for the question whether they may, never to be run.
import type { Language } from "./language.ts";
import type { LineWord } from "./line.ts";
import { flagsIn, targetIn, typesIn } from "./look-target.ts";
import { isOneOf } from "./match.ts";
import { setOf, spelling } from "./words.ts";

/** Null where nothing would change; `command` is null where it is not certain what would. */
export function changeAsked(
  words: readonly LineWord[],
  language: Language,
): Readonly<{ command: string | null }> | null {
  const verbs = new Map(
    Object.entries(language.change.kubectl).map(([word, verb]) => [spelling(word), verb]),
  );
  const at = words.findIndex((each) => isOneOf(each, setOf(language.change.verbs)));
  if (at === -1) return null;
  const verb = verbs.get(words[at]?.word ?? "");
  return {
    command:
      verb === undefined
        ? null
        : commandOf(
            verb,
            words.filter((_, index) => index !== at),
            language,
          ),
  };
}

function commandOf(verb: string, words: readonly LineWord[], language: Language): string | null {
  const [flags, bare] = flagsIn(words);
  const found = targetIn(bare, language, flags);
  const [type] = typesIn(bare, language);
  const [name, second] = found?.names ?? [];
  if (found === null || second !== undefined || (name === undefined && type === undefined)) return null;
  const typed = name?.includes("/") ? [] : [type ?? "deployment"];
  const where = found.namespace === null ? [] : ["-n", found.namespace];
  return ["kubectl", verb, ...typed, ...(name === undefined ? [] : [name]), ...where, ...flags].join(" ");
}
