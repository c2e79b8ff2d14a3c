// "Pods in payments", "logs of payments/api": the kubectl command that reads it. Every word has to be understood, since
// what is not might be the name of something else.
import { takesNextWord } from "../../command/grammar/flag-values.ts";
import { findResource, isClusterScoped } from "../../command/grammar/resources.ts";
import { parseKubectl } from "../../command/parse-kubectl.ts";
import { isFiller } from "./en/fillers.ts";
import {
  besideLook,
  describeWords,
  eventWords,
  everywhereWords,
  logWords,
  namespaceWords,
  noTypes,
  previousWords,
  runningWords,
  usageWords,
  versionWords,
} from "./en/look.ts";
import type { LineWord } from "./line.ts";

/** In a namespace, or of an object. */
type Found = Readonly<{ namespace: string | null; names: readonly string[]; flags: readonly string[] }>;

/** `words`: without those that name the cluster. Null where it is no look, or not understood to the last word. */
export function lookIn(words: readonly LineWord[]): string | null {
  const [flags, bare] = flagsIn(words);
  const has = (set: ReadonlySet<string>) => bare.some(({ word }) => set.has(word));
  const types = typesIn(bare);
  const found = targetIn(bare, types, flags, has(logWords));
  if (found === null) return null;
  const command = commandFor(found, types, has, words);
  return command !== null && parseKubectl(command).ok ? command : null;
}

function commandFor(
  { namespace, names, flags }: Found,
  types: readonly string[],
  has: (set: ReadonlySet<string>) => boolean,
  words: readonly LineWord[],
): string | null {
  const [name, second] = names;
  const [type] = types;
  if (second !== undefined) return null;
  const where = namespace === null ? [] : ["-n", namespace];
  const isFlagged = flags.some((flag) => /^-n|^--namespace|^-A|^--all/.test(flag));
  const everywhere = namespace === null && !isFlagged ? ["-A"] : where;
  const made = (...parts: readonly string[]) => ["kubectl", ...parts, ...flags].join(" ");
  if (has(logWords))
    return name === undefined ? null : made("logs", ofLog(name, type), ...where, ...logFlags(words, has));
  if (has(usageWords)) {
    if (name !== undefined) return null;
    return type === "pods" ? made("top", "pods", ...everywhere) : made("top", "nodes");
  }
  if (type === undefined) {
    if (name !== undefined) return null;
    if (has(eventWords)) return made("get", "events", ...everywhere);
    if (has(runningWords)) return made("get", "pods", ...everywhere);
    return has(versionWords) ? made("version") : null;
  }
  const verb = has(describeWords) ? "describe" : "get";
  if (isClusterScoped(type)) return made(verb, type, ...(name === undefined ? [] : [name]));
  if (name === undefined) return made(verb, type, ...everywhere);
  return made(verb, type, name, ...where);
}

/** What such a question begins with, where no cluster tells that it is one. */
export const beginsLook = (word: string): boolean =>
  typeOf(word) !== null ||
  beginning.has(word) ||
  [logWords, eventWords, usageWords, describeWords].some((set) => set.has(word));
const beginning = new Set([
  "show",
  "list",
  "get",
  "give",
  "what",
  "which",
  "how",
  "any",
  "all",
  "describe",
  "last",
  "fetch",
  "print",
  "ns",
]);

/** A pod is told by what Kubernetes puts behind its name. */
const isPod = (name: string): boolean => /-\d+$|-[a-z0-9]{5}$/.test(name) && /\d[^-]*$/.test(name);

function ofLog(name: string, type: string | undefined): string {
  if (name.includes("/") || type === "pods") return name;
  if (type !== undefined) return `${type}/${name}`;
  return isPod(name) ? name : `deployment/${name}`;
}

function logFlags(words: readonly LineWord[], has: (set: ReadonlySet<string>) => boolean): readonly string[] {
  const previous = has(previousWords) ? ["--previous"] : [];
  const at = words.findIndex(({ word }) => /^\d{1,5}$/.test(word));
  const unit = words[at + 1]?.word ?? "";
  const count = words[at]?.word;
  if (at === -1) return previous;
  if (/^lines?$/.test(unit)) return [...previous, `--tail=${count}`];
  if (/^(?:m|mins?|minutes?)$/.test(unit)) return [...previous, `--since=${count}m`];
  return /^(?:h|hrs?|hours?)$/.test(unit) ? [...previous, `--since=${count}h`] : previous;
}

/** Flags as kubectl has them, with their values, apart from the other words. */
function flagsIn(words: readonly LineWord[]): readonly [readonly string[], readonly LineWord[]] {
  const flags: string[] = [];
  const bare: LineWord[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    if (!word.raw.startsWith("-")) {
      bare.push(word);
      continue;
    }
    flags.push(word.raw);
    if (takesNextWord(word.raw)) {
      at += 1;
      flags.push(words[at]?.raw ?? "");
    }
  }
  return [flags, bare];
}

export const typeOf = (word: string): string | null =>
  noTypes.has(word) || namespaceWords.has(word)
    ? null
    : ((findResource(word) ?? findResource(word.replace(/s$/, "")))?.name ?? null);

function typesIn(words: readonly LineWord[]): readonly string[] {
  const found = words.flatMap(({ word }) => typeOf(word) ?? []);
  if (found.length > 0 || words.some(({ word }) => logWords.has(word)))
    return found.filter((type) => type !== "events" || found.length === 1);
  return words.some(({ word }) => word === "ns") ? ["namespaces"] : [];
}

const isName = (word: string): boolean => /^[a-z0-9][a-z0-9.-]{0,250}$/.test(word) && /[a-z]/.test(word);
const isKnown = (word: string): boolean =>
  isFiller(word) ||
  besideLook.has(word) ||
  everywhereWords.has(word) ||
  [logWords, eventWords, usageWords, versionWords, describeWords, namespaceWords, previousWords].some((set) =>
    set.has(word),
  ) ||
  typeOf(word) !== null ||
  /^\d{1,5}(?:m|h|s)?$/.test(word);

/** `api` is a word of any sentence about clusters, and what many a workload is called. */
const isNamedApi = (words: readonly LineWord[], at: number, ofLogs: boolean): boolean =>
  words[at]?.word === "api" &&
  (typeOf(words[at - 1]?.word ?? "") !== null ||
    (ofLogs && /^(?:of|for|from|logs?)$/.test(words[at - 1]?.word ?? "")));

/** Every word that is no other has to be the namespace's or the object's name. */
function targetIn(
  words: readonly LineWord[],
  types: readonly string[],
  flags: readonly string[],
  ofLogs: boolean,
): Found | null {
  let namespace: string | null = null;
  const names: string[] = [];
  for (const [at, { word }] of words.entries()) {
    if (word === "" || (isKnown(word) && !isNamedApi(words, at, ofLogs))) continue;
    const [before, after] = [words[at - 1]?.word ?? "", words[at + 1]?.word ?? ""];
    const isSpace =
      namespaceWords.has(before) ||
      namespaceWords.has(after) ||
      /^(?:in|inside|within)$/.test(before) ||
      (!ofLogs && /^(?:from|of|for)$/.test(before));
    if (/^(?:on|at|@|against)$/.test(before) || words[at]?.at) return null;
    const [space, name, ...more] = word.split("/");
    if (name !== undefined && more.length === 0 && isName(name) && isName(space ?? "")) {
      const type = typeOf(space ?? "");
      if (type === null) namespace = space ?? null;
      names.push(type === null ? name : word);
    } else if (!isName(word)) return null;
    else if (isSpace && namespace === null) namespace = word;
    else names.push(word);
  }
  const isAmbiguous = namespace !== null && flags.some((flag) => /^-n|^--namespace|^-A|^--all/.test(flag));
  if (isAmbiguous || (types.length > 1 && names.length > 0)) return null;
  return { namespace, names, flags };
}
