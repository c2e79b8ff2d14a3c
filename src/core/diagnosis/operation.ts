// Whether an operation of Azure on a cluster or a pool still runs: until it ends, what it finds there is about to change.
import type { AgentPool, ManagedCluster } from "./snapshot.ts";

type Provisioned = Readonly<{ name: string; provisioningState: string }>;

/** An empty state is no operation: Azure did not say. */
export const isInProgress = ({ provisioningState: state }: Pick<Provisioned, "provisioningState">): boolean =>
  state !== "" && !/^(succeeded|failed|canceled)$/i.test(state);

export const isStartingOrStopping = ({ provisioningState }: ManagedCluster): boolean =>
  /^(starting|stopping)$/i.test(provisioningState);

/** The cluster, or else the first of its pools, that an operation holds: both refuse to be changed meanwhile. */
export const operationOn = (
  cluster: ManagedCluster,
  pools: readonly AgentPool[] = cluster.agentPools,
): string | null => {
  if (isInProgress(cluster)) return `${cluster.name} is ${cluster.provisioningState}`;
  const pool = pools.find(isInProgress);
  return pool === undefined ? null : `pool ${pool.name} is ${pool.provisioningState}`;
};
