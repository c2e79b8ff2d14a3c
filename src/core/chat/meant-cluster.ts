// From a name that was certainly written for a cluster to the cluster: its own name first, then another that the policy
// file gives it, then its unique beginning.
import { foldCase } from "../text/fold-case.ts";
import type { ClusterSummary } from "./answer.ts";
import { type Aliases, parseClusterName } from "./cluster-name.ts";
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
  const begun = name === null || name.resourceGroup !== undefined ? [] : namesBeginning(name.name, clusters);
  const [first, ...more] = begun;
  if (first === undefined) return own;
  return more.length === 0 ? { found: first } : { ambiguous: begun };
}

/** In letters and digits alone: `prod1` is prod-1. */
const squashed = (name: string): string => foldCase(name).replace(/[-_]/g, "");

const shortestBeginning = 3;

/** Those that are called so but for a dash, else those that begin so. */
export function namesBeginning(
  written: string,
  clusters: readonly ClusterSummary[],
): readonly ClusterSummary[] {
  if (written.length < shortestBeginning) return [];
  const [wanted, begun] = [squashed(written), foldCase(written)];
  const same = clusters.filter(({ name }) => squashed(name) === wanted);
  return same.length > 0 ? same : clusters.filter(({ name }) => foldCase(name).startsWith(begun));
}
