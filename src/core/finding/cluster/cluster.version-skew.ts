// cluster.version-skew: nodes may be three minor versions behind the API server, and no more.

import { advise, notApplicable, notAssessed, type Outcome, pass, warn } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import type { AgentPool, ManagedCluster } from "../../snapshot/cluster.ts";
import { defineCheck } from "../kit/define-check.ts";
import { minorOf } from "./release-calendar.ts";

export type PoolVersion = Readonly<{ pool: string; version: string }>;

export type SkewFact = Readonly<
  | { is: "noPools" }
  | { is: "versionUnsaid" }
  | { is: "same"; version: string }
  /** So far that Azure refuses the next upgrade. */
  | { is: "tooFar"; pools: readonly PoolVersion[]; version: string; most: number }
  | { is: "behind"; pools: readonly PoolVersion[]; version: string }
>;

/** https://kubernetes.io/releases/version-skew-policy/#kubelet */
const most = 3;

/** Minor versions behind the API server; null where one of them is not said. */
function lagOf({ kubernetesVersion = "" }: AgentPool, server: number): number | null {
  const minor = minorOf(kubernetesVersion);
  return minor === null ? null : server - minor;
}

const named = ({ name: pool, kubernetesVersion: version = "" }: AgentPool): PoolVersion => ({
  pool,
  version,
});

/** AKS keeps its own in step with the API server, and may not say what they run. */
const isOfAks = ({ mode, kubernetesVersion }: AgentPool): boolean =>
  kubernetesVersion === undefined && /^managedsystem$/i.test(mode);

function skewOf({ id, kubernetesVersion: version = "", ...cluster }: ManagedCluster): Outcome<SkewFact> {
  const agentPools = cluster.agentPools.filter((pool) => !isOfAks(pool));
  if (agentPools.length === 0) return notApplicable({ is: "noPools" });
  const server = minorOf(version);
  if (server === null) return notAssessed({ is: "versionUnsaid" });
  const lags = agentPools.map((pool) => ({ pool, lag: lagOf(pool, server) }));
  const poolsWhere = (fits: (lag: number) => boolean): readonly PoolVersion[] =>
    lags.flatMap(({ pool, lag }) => (lag !== null && fits(lag) ? [named(pool)] : []));
  const evidence = [
    labelled("apiServer", version),
    ...agentPools.map((pool) => labelled("pool", pool.name, pool.kubernetesVersion ?? "")),
  ];
  const more = { resourceId: id, evidence };
  const far = poolsWhere((lag) => lag > most);
  if (far.length > 0) return warn({ is: "tooFar", pools: far, version, most }, more);
  if (lags.some(({ lag }) => lag === null)) return notAssessed({ is: "versionUnsaid" });
  const behind = poolsWhere((lag) => lag > 0);
  return behind.length > 0
    ? advise({ is: "behind", pools: behind, version }, more)
    : pass({ is: "same", version }, evidence);
}

export const clusterVersionSkew = defineCheck({
  id: "cluster.version-skew",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/upgrade-aks-cluster",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster }): Outcome<SkewFact> => skewOf(managedCluster),
});
