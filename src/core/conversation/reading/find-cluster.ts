// From what somebody wrote for a cluster to the cluster.

import { parseClusterName } from "../../cluster-name.ts";
import { apiLabel, apiPrefix, chosenPrefixes, isApiName } from "../../network/address/api-server.ts";
import { nearest } from "../../text/nearest.ts";
import { foldCase } from "../../text/text.ts";
import type { ClusterSummary } from "../answer.ts";

/** The parts of an id that may be written. */
type Named = Pick<ClusterSummary, "name" | "resourceGroup" | "subscriptionId" | "apiNames">;

export type FoundCluster<Cluster extends Named = ClusterSummary> = Readonly<
  | { found: Cluster }
  /** Several clusters answer to it; a longer form tells them apart. */
  | { ambiguous: readonly Cluster[] }
  /** None does; these have similar names, closest first, perhaps none. */
  | { unknown: readonly Cluster[] }
>;

const suggestions = 5;

/** `clusters` are those that the requester may see. Letter case does not count, as in Azure. */
export function findCluster<Cluster extends Named>(
  written: string,
  clusters: readonly Cluster[],
): FoundCluster<Cluster> {
  const wanted = parseClusterName(written.trim());
  const matches =
    wanted === null
      ? withApiName(written.trim(), clusters)
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

/** Those that have this name for their API server, else those that may have had it before they were made anew. */
function withApiName<Cluster extends Named>(
  written: string,
  clusters: readonly Cluster[],
): readonly Cluster[] {
  const own = clusters.filter(({ apiNames = [] }) => apiNames.some((name) => sameText(name, written)));
  if (own.length > 0 || !isApiName(written)) return own;
  const prefix = apiPrefix(written);
  return clusters.filter((cluster) =>
    [...chosenPrefixes(cluster), ...(cluster.apiNames ?? []).map(apiPrefix)].includes(prefix),
  );
}

function closest<Cluster extends Named>(wanted: string, clusters: readonly Cluster[]): readonly Cluster[] {
  const names = [...new Set(clusters.map((cluster) => cluster.name))];
  const label = isApiName(wanted) ? lettersOf(apiLabel(wanted)) : "";
  const within = names.filter((name) => lettersOf(name).length > 3 && label.includes(lettersOf(name)));
  return [...new Set([...within, ...nearest(wanted, names, suggestions)])]
    .flatMap((name) => clusters.filter((cluster) => cluster.name === name))
    .slice(0, suggestions);
}

/** `stream-prod2-dns-4be1` is perhaps of `prod-2`. */
const lettersOf = (name: string): string => foldCase(name).replace(/[^a-z0-9]/g, "");

function sameText(a: string, b: string): boolean {
  return foldCase(a) === foldCase(b);
}
