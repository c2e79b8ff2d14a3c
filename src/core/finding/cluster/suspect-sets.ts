// Scale sets of nodes that may be short of machines that run, as far as their state, or their pool's, tells.
import { isRunning } from "../../outcome/pool-words.ts";
import { stateWordOf } from "../../outcome/state-word.ts";
import type { AgentPool, ManagedCluster } from "../../snapshot/cluster.ts";
import type { ScaleSet } from "../../snapshot/nodes.ts";

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
