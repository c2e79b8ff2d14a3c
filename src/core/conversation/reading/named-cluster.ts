// From what was written for a cluster, in a line that may hold what a tool printed, to one that can be seen.

import type { Aliases } from "../../cluster-name.ts";
import { isApiName } from "../../network/address/api-server.ts";
import { foldCase } from "../../text/text.ts";
import type { ClusterSummary } from "../answer.ts";
import { meantByPaste } from "../grammar/parse-intent.ts";
import { findCluster } from "./find-cluster.ts";
import { meantCluster } from "./meant-cluster.ts";

export type NamedCluster = Readonly<
  | { is: "one"; cluster: ClusterSummary }
  /** `written`: what they all answer to; empty where the paste names each of them. */
  | {
      is: "several";
      clusters: readonly ClusterSummary[];
      by: "name" | "beginning" | "paste";
      written: string;
    }
  | { is: "none" }
>;

export function namedCluster(
  asked: string,
  written: string,
  clusters: readonly ClusterSummary[],
  aliases: Aliases,
): NamedCluster {
  const match = meantCluster(written, clusters, aliases);
  if ("ambiguous" in match) {
    const by = haveOneName(match.ambiguous) ? "name" : "beginning";
    return { is: "several", clusters: match.ambiguous, by, written };
  }
  const meant = "found" in match && !isApiName(written) ? [] : meantByPaste(asked);
  const several = withApiNames(meant, clusters);
  if (several.length > 1) return { is: "several", clusters: several, by: "paste", written: "" };
  const other = "found" in match ? match : findCluster(meant[0] ?? written, clusters);
  return "found" in other ? { is: "one", cluster: other.found } : { is: "none" };
}

const haveOneName = (clusters: readonly ClusterSummary[]): boolean =>
  new Set(clusters.map(({ name }) => foldCase(name))).size === 1;

/** Each once: an API server may have a public name beside its private one. */
const withApiNames = (names: readonly string[], clusters: readonly ClusterSummary[]) => [
  ...new Set(
    names.flatMap((name) => {
      const match = findCluster(name, clusters);
      return "found" in match ? [match.found] : [];
    }),
  ),
];
