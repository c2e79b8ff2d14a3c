// From a name that was certainly written for a cluster to the cluster: its own name first, then another that the policy
// file gives it, then its unique beginning, then its name with two letters in the wrong order.

import { type Aliases, parseClusterName } from "../../cluster-name.ts";
import { foldCase } from "../../text/text.ts";
import type { ClusterSummary } from "../answer.ts";
import { swaps } from "../plain-words/languages/slips.ts";
import { type FoundCluster, findCluster } from "./find-cluster.ts";

export function meantCluster(
  written: string,
  clusters: readonly ClusterSummary[],
  aliases: Aliases,
): FoundCluster {
  const own = findCluster(written, clusters);
  if (!("unknown" in own)) return own;
  const stands = aliases.get(foldCase(written.trim()));
  const other = stands === undefined ? own : findCluster(stands, clusters);
  if (!("unknown" in other)) return other;
  const name = parseClusterName(written.trim());
  const begun = name === null || name.resourceGroup !== undefined ? [] : namesLike(name.name, clusters);
  const [first, ...more] = begun;
  if (first === undefined) return own;
  return more.length === 0 ? { found: first } : { ambiguous: begun };
}

/** Without dashes, but those between digits: `prod1` is prod-1, and prod-11 is not prod-1-1. */
const squashed = (name: string): string => foldCase(name).replace(/(?<!\d)[-_]|[-_](?!\d)/g, "");

const shortestBeginning = 3;

const namesLike = (written: string, clusters: readonly ClusterSummary[]): readonly ClusterSummary[] => {
  const begun = namesBeginning(written, clusters);
  return begun.length > 0 ? begun : namesWithSlip(written, clusters);
};

/** Those that are called so but for a dash, else those that begin so. */
export function namesBeginning(
  written: string,
  clusters: readonly ClusterSummary[],
): readonly ClusterSummary[] {
  if (written.length < shortestBeginning) return [];
  const [wanted, begun] = [squashed(written), foldCase(written)];
  const same = clusters.filter(({ name }) => squashed(name) === wanted);
  return same.length > 0 ? same : clusters.filter(({ name }) => begins(foldCase(name), begun));
}

/** A number is whole: prod-1 is another cluster than prod-10, however alike they begin. */
const begins = (name: string, begun: string): boolean =>
  name.startsWith(begun) && !/\d\d/.test(name.slice(begun.length - 1, begun.length + 1));

const shortestWithSlip = 5;

/** Letters in the wrong order are a slip; another letter or digit may be another cluster. */
export function namesWithSlip(
  written: string,
  clusters: readonly ClusterSummary[],
): readonly ClusterSummary[] {
  if (written.length < shortestWithSlip || written.length > 63) return [];
  const near = new Set(swaps(foldCase(written)).filter((each) => sameDigits(each, written)));
  return clusters.filter(({ name }) => near.has(foldCase(name)));
}

/** prod-12 is not prod-21. */
const sameDigits = (one: string, other: string): boolean =>
  one.replace(/[a-z]/gi, "x") === other.replace(/[a-z]/gi, "x");
