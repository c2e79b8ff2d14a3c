// Scale sets of nodes that may be short of machines that run, as far as their state, or their pool's, tells.

import type { Thing } from "../../outcome/check.ts";
import { isRunning } from "../../outcome/pool-words.ts";
import { stateWordOf } from "../../outcome/state-word.ts";
import type { AgentPool, ManagedCluster } from "../../snapshot/cluster.ts";
import type { ScaleSet } from "../../snapshot/nodes.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";

/** The pool of which it is the nodes. */
export const poolOfSet = ({ agentPools }: ManagedCluster, { pool }: ScaleSet): AgentPool | undefined =>
  agentPools.find(({ name }) => name.toLowerCase() === pool?.toLowerCase());

const isWell = ({ provisioningState }: Readonly<{ provisioningState: string }>): boolean =>
  ["done", "moving"].includes(stateWordOf(provisioningState));

const hasFailed = ({ provisioningState }: ManagedCluster): boolean =>
  ["failed", "canceled"].includes(stateWordOf(provisioningState));

/** While a pool grows it has fewer for a while. */
const isShort = ({ capacity }: ScaleSet, { count, provisioningState }: AgentPool): boolean =>
  capacity !== undefined && capacity < (count ?? 0) && stateWordOf(provisioningState) !== "moving";

/** A stopped pool has no machines that could run. */
export const mayLackMachines = (
  cluster: ManagedCluster,
  scaleSets: readonly ScaleSet[],
): readonly ScaleSet[] =>
  scaleSets.filter((set) => {
    const pool = poolOfSet(cluster, set);
    if (pool === undefined || !isRunning(pool) || pool.count === 0) return false;
    return hasFailed(cluster) || !isWell(set) || !isWell(pool) || isShort(set, pool);
  });

// Pools that AKS lists with nodes, while the scale set that would be those nodes is gone.

/** Only where Azure says that nodes are made from one, and nothing is being made right now. */
const needsScaleSet = (pool: AgentPool): boolean =>
  /^VirtualMachineScaleSets$/i.test(pool.type ?? "") &&
  isRunning(pool) &&
  (pool.count ?? 0) > 0 &&
  stateWordOf(pool.provisioningState) !== "moving";

/** None while a scale set was not read, or stands there of which nobody knows whose it is. */
export function lostPools(
  pools: readonly AgentPool[],
  { items, missing }: ClusterSnapshot["scaleSets"],
): readonly AgentPool[] {
  if (missing.length > 0 || items.some(({ pool }) => pool === undefined)) return [];
  const names = items.map(({ pool = "" }) => pool.toLowerCase());
  return pools.filter((pool) => needsScaleSet(pool) && !names.includes(pool.name.toLowerCase()));
}

// What findings about the nodes of pools say alike.

export type NoPools = Readonly<{ is: "noPools"; cluster: string }>;

/** Azure does not say how many nodes a pool has. */
export type PoolsFact = NoPools | Readonly<{ is: "nodesUncounted"; of: Thing }>;
