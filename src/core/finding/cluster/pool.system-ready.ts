// pool.system-ready: DNS, metrics and the tunnel to the API server run in the system pools.

import { aksFix, atCluster, freePoolName, growPool, startPool } from "../../fix/cluster.ts";
import type { Fix } from "../../fix/write/fix.ts";
import {
  advise,
  fail,
  notApplicable,
  notAssessed,
  type Operation,
  type Outcome,
  pass,
  type SharedFact,
} from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { operationOn } from "../../outcome/operation.ts";
import { isHosted, isRunning, isStopped, modeOf } from "../../outcome/pool-words.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import { type AgentPool, type ManagedCluster, mayProvisionNodes } from "../../snapshot/cluster.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../kit/define-check.ts";
import { lostPools, type PoolsFact } from "./suspect-sets.ts";

type SystemNodesFact = Readonly<
  /** Nodes that the cluster makes as it needs them may do. */
  | { is: "madeOnesUnlisted"; cluster: string }
  | { is: "noneRunsYet"; operation: Operation }
  | { is: "hosted"; cluster: string }
  | { is: "noSystemPool" }
  | { is: "scaleSetsGone"; pools: readonly string[]; from: string }
  | { is: "noneRuns" }
  | { is: "onlyOneRuns" }
  | { is: "run"; nodes: number }
>;

type SystemOutcome = Outcome<SystemNodesFact | PoolsFact | SharedFact>;

const bringBack = (cluster: ManagedCluster, pool: AgentPool): Fix | null =>
  isStopped(pool) ? startPool(cluster, pool) : growPool(cluster, pool, 3);

const addSystemPool = (cluster: ManagedCluster): Fix =>
  aksFix(
    cluster,
    {
      kind: "addPool",
      at: atCluster(cluster, freePoolName(cluster, "system")),
      ...{ mode: "System", count: 3, size: "Standard_D4s_v5" },
    },
    { is: "nodesCost" },
  );

/** Why nothing is said of a cluster without a running system node; null where that is certain. */
function whyUnsure(cluster: ManagedCluster, system: readonly AgentPool[]): SystemOutcome | null {
  const uncounted = system.find((pool) => isRunning(pool) && pool.count === undefined);
  if (uncounted !== undefined)
    return notAssessed({ is: "nodesUncounted", of: thing("systemPool", uncounted.name) });
  if (mayProvisionNodes(cluster)) return notAssessed({ is: "madeOnesUnlisted", cluster: cluster.name });
  const strange = cluster.agentPools.find((pool) => modeOf(pool) === "unknown");
  if (system.length === 0 && strange !== undefined)
    return strangeWord(thing("pool", strange.name), "mode", strange.mode);
  const odd = system.find((pool) => !isRunning(pool) && !isStopped(pool));
  if (odd !== undefined) return strangeWord(thing("systemPool", odd.name), "powerState", odd.powerState);
  const operation = system.length === 0 ? null : operationOn(cluster, system);
  return operation === null ? null : notAssessed({ is: "noneRunsYet", operation });
}

function systemNodes(cluster: ManagedCluster, scaleSets: ClusterSnapshot["scaleSets"]): SystemOutcome {
  const pools = cluster.agentPools.filter((pool) => modeOf(pool) === "system");
  const evidence = pools.map((pool) =>
    columns(pool.name, pool.powerState, { is: "nodes", count: pool.count ?? null }, pool.provisioningState),
  );
  const more = { resourceId: cluster.id, evidence };
  if (cluster.hostedSystem !== undefined || pools.some(isHosted))
    return notApplicable({ is: "hosted", cluster: cluster.name });
  if (cluster.agentPools.length === 0) return notAssessed({ is: "noPools", cluster: cluster.name });
  const lost = lostPools(pools, scaleSets);
  const left = pools.filter((pool) => !lost.includes(pool));
  const nodes = left.filter(isRunning).reduce((sum, { count = 0 }) => sum + count, 0);
  const unsure = nodes === 0 && lost.length === 0 ? whyUnsure(cluster, pools) : null;
  if (unsure !== null) return unsure;
  const [first] = pools;
  if (first === undefined) return fail({ is: "noSystemPool" }, { ...more, fix: addSystemPool(cluster) });
  if (nodes === 0 && lost.length > 0)
    return fail(
      { is: "scaleSetsGone", pools: lost.map(({ name }) => name), from: cluster.nodeResourceGroup },
      { ...more, fix: addSystemPool(cluster) },
    );
  if (nodes === 0) return fail({ is: "noneRuns" }, { ...more, fix: bringBack(cluster, first) });
  const mayBeMore = pools.some((pool) => isRunning(pool) && pool.count === undefined);
  return nodes === 1 && !mayBeMore && !mayProvisionNodes(cluster)
    ? advise({ is: "onlyOneRuns" }, more)
    : pass({ is: "run", nodes }, evidence);
}

export const poolSystemReady = defineCheck({
  id: "pool.system-ready",
  severity: "critical",
  scope: "nodes",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/use-system-pools",
  needs: ["managedCluster"],
  looksAt: ["scaleSets"],
  after: ["cluster.power-state"],
  evaluate: ({ managedCluster, scaleSets }) => systemNodes(managedCluster, scaleSets),
});
