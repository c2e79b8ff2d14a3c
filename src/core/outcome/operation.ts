// Whether an operation of Azure on a cluster or a pool still runs: until it ends, what it finds there is about to change.

import type { AgentPool, ManagedCluster } from "../snapshot/cluster.ts";
import { lookUp } from "../text/look-up.ts";
import { stateWordOf } from "./state-word.ts";

type InState = Readonly<{ provisioningState: string }>;

/** An empty state is no operation: Azure did not say. */
export const isInProgress = ({ provisioningState }: InState): boolean =>
  stateWordOf(provisioningState) === "moving";

/** ARM takes every state but the three that end one for an operation, and refuses others meanwhile. */
const mayBeInProgress = ({ provisioningState }: InState): boolean =>
  ["moving", "unknown"].includes(stateWordOf(provisioningState));

/** While the cluster itself comes or goes, there is nothing steady to judge: what happens to it, and what to wait for. */
const passages: Readonly<Record<string, readonly [happens: string, wait: string]>> = {
  creating: ["is being created", "wait until Azure says Succeeded, then diagnose it again"],
  starting: ["is starting", "wait until Azure says Succeeded, then diagnose it again"],
  stopping: ["is stopping", "wait until Azure says Stopped; only then it can be started"],
  deleting: ["is being deleted", "what it had is going, and none of that is a fault"],
};

export const passageOf = ({
  provisioningState,
}: ManagedCluster): readonly [happens: string, wait: string] | null =>
  lookUp(passages, provisioningState.toLowerCase()) ?? null;

/** The cluster, or else the first of its pools, that an operation holds: both refuse to be changed meanwhile. */
export const operationOn = (
  cluster: ManagedCluster,
  pools: readonly AgentPool[] = cluster.agentPools,
): string | null => {
  if (mayBeInProgress(cluster)) return `${cluster.name} is ${cluster.provisioningState}`;
  const pool = pools.find(mayBeInProgress);
  return pool === undefined ? null : `pool ${pool.name} is ${pool.provisioningState}`;
};

/** Stopped, coming, going or in a state that nobody knows: then nothing in it can be reached, or nobody can tell. */
export const isRunning = (cluster: ManagedCluster): boolean =>
  passageOf(cluster) === null && /^running$/i.test(cluster.powerState);
