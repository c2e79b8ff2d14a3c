// Pools that AKS lists with nodes, while the scale set that would be those nodes is gone.

import type { Thing } from "../../outcome/check.ts";
import { isRunning } from "../../outcome/pool-words.ts";
import { stateWordOf } from "../../outcome/state-word.ts";
import type { AgentPool } from "../../snapshot/cluster.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";

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
