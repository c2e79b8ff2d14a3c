// A command that names no cluster for certain, and words in it that may be one: asked about, never taken for an
// argument, and never sent to the cluster that was spoken of before.

import type { Aliases, ClusterRef } from "../../cluster-name.ts";
import type { CommandRefusal } from "../../command/grammar/refusal.ts";
import { parseKubectl } from "../../command/parse-command.ts";
import { redact } from "../../redact/redact.ts";
import type { ClusterOption, ClusterSummary } from "../cluster-answer.ts";
import {
  type ClusterWord,
  clusterWords,
  marks,
  type NamedClusters,
  namedClusters,
  withoutCluster,
} from "./cluster-words.ts";
import { meantCluster } from "./find-cluster.ts";

/** Readings shown at most; whoever has more writes `on group/name`. */
const mostOptions = 5;

type ClusterDoubt = Readonly<
  /** A word that can be nothing but a cluster, and is none of those that the person can see. */
  | { is: "unknown"; written: string }
  /** The line leads to it, as in `@ prod-1`: nobody writes an argument like that. */
  | { is: "meant"; cluster: ClusterSummary; command: string }
  | { is: "several"; words: readonly string[]; options: readonly ClusterOption[] }
  /** A command with no reading that is accepted. */
  | { is: "refused"; refusal: CommandRefusal }
>;

/** What is known when a command names no cluster. `isPartial`: Azure did not list all of them, so every word may be one. */
export type Seen = Readonly<{
  clusters: readonly ClusterSummary[];
  isPartial: boolean;
  aliases: Aliases;
  last: ClusterRef | null;
}>;

/** Null where no word is a cluster that the requester can see. */
export function clusterDoubt(command: string, seen: Seen): ClusterDoubt | null {
  const { clusters, isPartial, aliases, last } = seen;
  const words = clusterWords(command);
  const named = namedClusters(words, clusters, aliases);
  const parsed = parseKubectl(command);
  const marked = words.find((word) => word.marked);
  if (named.length === 0 && !isPartial && marked)
    return meantBy(marked, seen) ?? { is: "unknown", written: marked.name };
  const led = isPartial ? null : ledTo(named);
  if (led !== null) return led;
  const inDoubt = named.length > 0 || isPartial;
  const options = [...asClusters(command, named, aliases), ...(parsed.ok ? asTyped(command, last) : [])];
  const only = !isPartial && options.length === 1 ? onlyOne(named) : null;
  if (only !== null) return only;
  if (inDoubt && options.length > 0) {
    const doubtful = named.length > 0 ? named.map(({ word }) => word) : words;
    const written = [...new Set(doubtful.map(({ name }) => name))].slice(0, mostOptions);
    return { is: "several", words: written, options };
  }
  return parsed.ok ? null : { is: "refused", refusal: parsed };
}

type Meant = Extract<ClusterDoubt, { is: "meant" }>;

/** The only word that names a cluster, and the only cluster that it names. */
function ledTo([named, other]: readonly NamedClusters[]): Meant | null {
  const [cluster, twin] = named?.clusters ?? [];
  if (named === undefined || cluster === undefined || other || twin || !named.word.marked) return null;
  return parseKubectl(named.word.without).ok ? { is: "meant", cluster, command: named.word.without } : null;
}

/** By another of its names, its beginning, or with a slip in it. */
function meantBy({ name, without }: ClusterWord, { clusters, aliases }: Seen): Meant | null {
  const match = meantCluster(name, clusters, aliases);
  return "found" in match && parseKubectl(without).ok
    ? { is: "meant", cluster: match.found, command: without }
    : null;
}

/** Nothing else can be meant: without it the command names no cluster, or is none. A word that leads to one is none. */
function onlyOne(named: readonly NamedClusters[]): Meant | null {
  const found = named.flatMap(({ word, clusters }) =>
    !marks.has(word.name.toLowerCase()) && parseKubectl(word.without).ok
      ? clusters.map((cluster): Meant => ({ is: "meant", cluster, command: word.without }))
      : [],
  );
  const [only, other] = found;
  return only !== undefined && other === undefined ? only : null;
}

/** Each cluster once: what its button asks is what is left without the first word that names it. */
function asClusters(
  command: string,
  named: readonly NamedClusters[],
  aliases: Aliases,
): readonly ClusterOption[] {
  const clusters = new Map(named.flatMap((each) => each.clusters.map((cluster) => [cluster.id, cluster])));
  return [...clusters.values()].slice(0, mostOptions).flatMap((cluster) => {
    const { id, name } = cluster;
    const without = withoutCluster(command, id, aliases);
    if (without === null) return [];
    return [{ cluster: { id, name }, command: redact(without).text, as: "word", where: whereOf(cluster) }];
  });
}

export const whereOf = ({ resourceGroup, location }: ClusterSummary): string =>
  `${resourceGroup}, ${location}`;

export const asTyped = (command: string, last: ClusterRef | null): readonly ClusterOption[] =>
  last === null ? [] : [{ cluster: last, command: redact(command).text, as: "remembered", where: "" }];
