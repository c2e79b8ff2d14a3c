// From what somebody wrote for a cluster to the cluster.

import { foldCase } from "../fold-case.ts";
import { nearest } from "../nearest.ts";
import type { ClusterSummary } from "./answer.ts";
import { parseClusterName } from "./cluster-name.ts";

export type FoundCluster = Readonly<
  | { found: ClusterSummary }
  /** Several clusters answer to it; a longer form tells them apart. */
  | { ambiguous: readonly ClusterSummary[] }
  /** None does; these have similar names, closest first, perhaps none. */
  | { unknown: readonly ClusterSummary[] }
>;

const suggestions = 5;

/** `clusters` are those that the requester may see. Letter case does not count, as in Azure. */
export function findCluster(written: string, clusters: readonly ClusterSummary[]): FoundCluster {
  const wanted = parseClusterName(written.trim());
  const matches =
    wanted === null
      ? []
      : clusters.filter(
          (cluster) =>
            sameText(cluster.name, wanted.name) &&
            sameText(cluster.resourceGroup, wanted.resourceGroup ?? cluster.resourceGroup) &&
            sameText(cluster.subscriptionId, wanted.subscriptionId ?? cluster.subscriptionId),
        );
  const [first] = matches;
  if (first === undefined) {
    return { unknown: closest(wanted?.name ?? written, clusters) };
  }
  return matches.length === 1 ? { found: first } : { ambiguous: matches };
}

function closest(wanted: string, clusters: readonly ClusterSummary[]): readonly ClusterSummary[] {
  const names = [...new Set(clusters.map((cluster) => cluster.name))];
  return nearest(wanted, names, suggestions)
    .flatMap((name) => clusters.filter((cluster) => cluster.name === name))
    .slice(0, suggestions);
}

function sameText(a: string, b: string): boolean {
  return foldCase(a) === foldCase(b);
}
