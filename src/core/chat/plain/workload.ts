// "What's wrong with the frontend pod in namespace-75": a look at that workload. Its pods are found by the beginning of their
// names, so it is a list of them, each row judged, with what to look at next beside it.
import { isClusterScoped } from "../../command/grammar/resources.ts";
import { parseKubectl } from "../../command/parse-kubectl.ts";
import type { Language } from "./language.ts";
import type { LineWord } from "./line.ts";
import { isPod } from "./look.ts";
import { has, typeOf, typesIn } from "./look-target.ts";
import { isOneOf } from "./match.ts";
import { allWords, setOf } from "./words.ts";

type Words = readonly LineWord[];

/** Words that nobody knows, beside the names: a question may hold some, and a look changes nothing. */
const mostNames = 3;

/** `isOfCluster`: the line names one beside. Null where nothing in it is a workload, or it may be something on another cluster. */
export function workloadIn(words: Words, language: Language, isOfCluster: boolean): string | null {
  const names = namesIn(words, language);
  if (names.some((at) => isLedTo(words, at, language)) || names.length > mostNames) return null;
  if (has(words, language, "logs")) return null;
  const space = names.find((at) => isSpace(words, at, language));
  const others = names.filter((at) => at !== space);
  const at = others.find((each) => isBesideType(words, each, language)) ?? others[0];
  const [type = "pods"] = typesIn(words, language).filter((each) => each !== "namespaces");
  const isTyped = typesIn(words, language).length > 0 || has(words, language, "namespaces");
  const name = at === undefined ? null : (words[at]?.word ?? null);
  // Any other word may be a cluster, or anything.
  if (!isTyped && (isOfCluster || name === null || !/^[a-z]+(?:-[a-z]+)+$/.test(name))) return null;
  const command = commandFor(type, name, space === undefined ? null : (words[space]?.word ?? null));
  return command !== null && parseKubectl(command).ok ? command : null;
}

function commandFor(type: string, name: string | null, namespace: string | null): string | null {
  if (isClusterScoped(type)) return name === null ? null : `kubectl describe ${type} ${name}`;
  if (name === null) return namespace === null ? null : `kubectl get ${type} -n ${namespace}`;
  const isWhole = namespace !== null && (type !== "pods" || isPod(name)) && type !== "events";
  if (isWhole) return `kubectl describe ${type} ${name} -n ${namespace}`;
  const where = namespace === null ? "-A" : `-n ${namespace}`;
  // The row of heads stays, by a word of it.
  const head = type === "events" ? "REASON" : "NAME";
  return `kubectl get ${type} ${where} | grep -e ${head} -e ${name}`;
}

/** Their indexes: words that may be a name, and are no word of the language. */
function namesIn(words: Words, language: Language): readonly number[] {
  return [...words.keys()].filter((at) => {
    const each = words[at];
    if (each === undefined || !/^[a-z0-9][a-z0-9-]{1,62}$/.test(each.word) || !/[a-z]/.test(each.word))
      return false;
    if (typeOf(each.word, language) !== null) return false;
    const isKnown = isOneOf(each, allWords(language));
    return isKnown ? isSpace(words, at, language) || isNamedApi(words, at, language) : true;
  });
}

/** `api` is a word of any sentence about clusters, and what many a workload is called. */
const isNamedApi = (words: Words, at: number, language: Language): boolean =>
  words[at]?.word === "api" &&
  words[at + 1]?.word !== "server" &&
  (isBesideType(words, at, language) || words.some((_, index) => isSpace(words, index, language)));

const isBesideType = (words: Words, at: number, language: Language): boolean =>
  [words[at - 1], words[at + 1]].some((each) => each !== undefined && typeOf(each.word, language) !== null);

function isSpace(words: Words, at: number, language: Language): boolean {
  const { look, sentence } = language;
  const word = words[at];
  if (word === undefined || !/^[a-z0-9][a-z0-9-]{1,62}$/.test(word.word)) return false;
  if (typeOf(word.word, language) !== null || setOf(look.namespaces).has(word.word)) return false;
  const before = words.slice(0, at).filter((each) => !setOf(sentence.articles).has(each.word));
  const isOf = (each: LineWord | undefined) => each !== undefined && setOf(look.namespaces).has(each.word);
  const last = before.at(-1);
  if (isOf(last) && !/^[a-z0-9-]+$/.test(before.at(-2)?.word ?? "-")) return true;
  if (isOf(last) || isOf(words[at + 1])) return !isOneOf(word, allWords(language)) || isOf(last);
  const isKnown = isOneOf(word, allWords(language));
  const inside = setOf(look.inside);
  return !isKnown && ((last !== undefined && inside.has(last.word)) || isInside(words[at + 1], language));
}

/** Behind a name, where a language says "in" so: 里. */
const isInside = (next: LineWord | undefined, { look }: Language): boolean =>
  next !== undefined && next.word !== "的" && setOf(look.behind).has(next.word);

/** It would be a cluster. */
function isLedTo(words: Words, at: number, { command, look }: Language): boolean {
  const before = words[at - 1]?.word ?? "";
  return (
    words[at]?.at === true ||
    (setOf(command.leads).has(before) && !setOf(`${look.of} ${look.inside}`).has(before))
  );
}
