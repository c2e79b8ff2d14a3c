// Which words of a command may be the name of a cluster, where the sentence names none.

import { type Aliases, parseClusterName } from "../../cluster-name.ts";
import type { ParsedCommand } from "../../command/grammar/command-request.ts";
import { takesNextWord } from "../../command/grammar/flag-values.ts";
import { splitShellWords } from "../../command/grammar/shell-words.ts";
import { parseKubectl } from "../../command/parse-command.ts";
import { quoteArgv } from "../../text/marked.ts";
import { foldCase } from "../../text/text.ts";
import type { ClusterSummary } from "../cluster-answer.ts";
import { isOfKubectl } from "../plain-words/languages/known-words.ts";
import { findCluster, isStage, type PartsOfId } from "./find-cluster.ts";

export type ClusterWord = Readonly<{
  /** Without quotes and a sentence's punctuation; `parseClusterName` reads it. */
  name: string;
  /** It stands after `on`, `in`, `at`, `from`, `for`, `of` or `@`, or is a whole resource id: nobody writes an argument like that. */
  marked: boolean;
  /** The command without it and without the words that lead to it. */
  without: string;
}>;

/** Nobody writes an argument behind these. */
export const marks: ReadonlySet<string> = new Set(["on", "in", "at", "from", "for", "of", "@"]);
/** Words of a sentence that may stand between the command and the cluster, or after both. */
export const leads: ReadonlySet<string> = new Set([...marks, "the", "cluster"]);
const tails = new Set(["cluster", "please"]);

/**
 * Every bare word counts but the tool, its verb and the value of a flag: `-n web` says what `web` is. What a quote,
 * another case or a sentence's punctuation hides is found too. Nothing where the text cannot be a command.
 */
export function clusterWords(command: string): readonly ClusterWord[] {
  const split = splitShellWords(command);
  if (!split.ok) return [];
  const { parts } = split;
  return parts.flatMap((words, part) => {
    const bare = bareWords(words, part === 0);
    return bare.flatMap((at, index) =>
      namesAt(words, at).map(({ name, count }) => {
        const rest = withoutWord(words, bare, index, count);
        const without = parts.map((each, other) => quoteArgv(other === part ? rest : each)).join(" | ");
        return { name, marked: isMarked(words, bare, index) || isWholeId(name), without };
      }),
    );
  });
}

/** Words that are tried; a cluster stands at the end of a sentence as good as always. */
const mostTried = 8;

/**
 * A command that names no cluster. What is refused as it stands, and not without a word that may be its cluster, passes
 * as the latter: whoever knows the clusters asks or refuses before anything is done with it.
 */
export function parseUncertain(command: string): ParsedCommand {
  const parsed = parseKubectl(command);
  if (parsed.ok) return parsed;
  const others = clusterWords(command).slice(-mostTried).reverse();
  return others.map(({ without }) => parseKubectl(without)).find(({ ok }) => ok) ?? parsed;
}

export type NamedClusters = Readonly<{ word: ClusterWord; clusters: readonly ClusterSummary[] }>;

/**
 * The words that name one of the clusters, or several of the same name; `clusters` are those that the requester may see. Another
 * name of one counts, and what clusters are for: `kubectl get po -n web stage`.
 */
export function namedClusters(
  words: readonly ClusterWord[],
  clusters: readonly ClusterSummary[],
  aliases: Aliases,
): readonly NamedClusters[] {
  const called = (find: typeof calledSo) =>
    words.flatMap((word) => {
      const named = find(word.name, clusters, aliases);
      return named.length === 0 ? [] : [{ word, clusters: named }];
    });
  const whole = called(wholeName);
  return whole.length > 0 ? whole : called(calledSo);
}

function wholeName<Cluster extends PartsOfId>(
  written: string,
  clusters: readonly Cluster[],
): readonly Cluster[] {
  const name = foldCase(parseClusterName(written)?.name ?? "");
  const called = clusters.filter((each) => foldCase(each.name) === name);
  const match = findCluster(written, called);
  return "found" in match ? [match.found] : "ambiguous" in match ? match.ambiguous : [];
}

/** By its name, by another that the policy file gives it, or by what it is for. */
function calledSo<Cluster extends PartsOfId>(
  written: string,
  clusters: readonly Cluster[],
  aliases: Aliases,
): readonly Cluster[] {
  const whole = wholeName(written, clusters);
  if (whole.length > 0) return whole;
  const other = findCluster(aliases.get(foldCase(written)) ?? "", clusters);
  if ("found" in other) return [other.found];
  const begins = ({ name }: PartsOfId) => foldCase(name).startsWith(`${foldCase(written)}-`);
  return isStage(written) ? clusters.filter(begins) : [];
}

/**
 * The command without the first word that names this cluster, given by its resource id, and that it can do without;
 * null where there is none.
 */
export function withoutCluster(command: string, id: string, aliases: Aliases): string | null {
  const { subscriptionId, resourceGroup, name } = parseClusterName(id) ?? {};
  if (!subscriptionId || !resourceGroup || !name) return null;
  const cluster = { subscriptionId, resourceGroup, name };
  const word = clusterWords(command).find(
    (each) => calledSo(each.name, [cluster], aliases).length > 0 && parseKubectl(each.without).ok,
  );
  return word?.without ?? null;
}

/** Their indexes, after the tool and its verb; behind a pipe, after the filter's name. */
function bareWords(words: readonly string[], ofKubectl: boolean): readonly number[] {
  const bare: number[] = [];
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (!word.startsWith("-")) bare.push(at);
    else if (ofKubectl && takesNextWord(word)) at += 1;
  }
  return ofKubectl ? bare.slice(1) : bare;
}

/** `prod 1` may be prod-1, in two words. */
function namesAt(words: readonly string[], at: number): readonly Readonly<{ name: string; count: number }>[] {
  const name = nameIn(words[at] ?? "");
  if (name === null) return [];
  const number = /^(\d{1,4})[.,:;!?]?$/.exec(words[at + 1] ?? "")?.[1];
  const pair =
    number !== undefined && /^[a-z]+$/i.test(name) ? [{ name: `${name}-${number}`, count: 2 }] : [];
  return [...pair, { name, count: 1 }];
}

function nameIn(word: string): string | null {
  const bare = word.replace(/^[^\p{L}\p{N}]+/u, "");
  const end = [...bare].findLastIndex((character) => /[\p{L}\p{N}]/u.test(character));
  const name = [...bare].slice(0, end + 1).join("");
  return parseClusterName(name) === null ? null : name;
}

const isWholeId = (name: string): boolean => parseClusterName(name)?.subscriptionId !== undefined;

/** `bare[index]` is where the word stands; the value of a flag is no word of the sentence. */
function isMarked(words: readonly string[], bare: readonly number[], index: number): boolean {
  const upToIt = bare.slice(0, index + 1).map((at) => words[at]?.toLowerCase() ?? "");
  const [word = "", lead = ""] = upToIt
    .filter((each) => each !== "the" && each !== "cluster")
    .slice(-2)
    .reverse();
  // A word that leads on to another is no name.
  if (marks.has(word) && index + 1 < bare.length) return false;
  return word === upToIt.at(-1) && (word.startsWith("@") || marks.has(lead));
}

function withoutWord(
  words: readonly string[],
  bare: readonly number[],
  index: number,
  count: number,
): readonly string[] {
  const isOneOf = (set: ReadonlySet<string>) => (at: number) => set.has(words[at]?.toLowerCase() ?? "");
  const first = bare.slice(0, index).findLastIndex((at) => !isOneOf(leads)(at)) + 1;
  const behind = index + count;
  const after = bare.slice(behind).findIndex((at) => !isOneOf(tails)(at));
  const last = after === -1 ? bare.length : behind + after;
  const gone = new Set(bare.slice(first, last));
  return words.filter((_, at) => !gone.has(at));
}

/** A command of Kubernetes' own words: a type that nobody knows may be a custom one, and may be any word. */
export function isReal(command: string): boolean {
  const parsed = parseUncertain(command);
  return parsed.ok && parsed.request.resources.every((type) => isOfKubectl(type));
}
