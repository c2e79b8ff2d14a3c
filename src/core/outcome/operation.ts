// Whether an operation of Azure on a cluster or a pool still runs: until it ends, what it finds there is about to change.

import type { AgentPool, ManagedCluster } from "../snapshot/cluster.ts";
import type { Operation, Passage } from "./check.ts";
import { stateWordOf, thing } from "./state-word.ts";

type InState = Readonly<{ provisioningState: string }>;

/** An empty state is no operation: Azure did not say. */
export const isInProgress = ({ provisioningState }: InState): boolean =>
  stateWordOf(provisioningState) === "moving";

/** ARM takes every state but the three that end one for an operation, and refuses others meanwhile. */
const mayBeInProgress = ({ provisioningState }: InState): boolean =>
  ["moving", "unknown"].includes(stateWordOf(provisioningState));

const passages: readonly Passage[] = ["creating", "starting", "stopping", "deleting"];

/** While the cluster itself comes or goes, there is nothing steady to judge. */
export const passageOf = ({ provisioningState }: ManagedCluster): Passage | null =>
  passages.find((each) => each === provisioningState.toLowerCase()) ?? null;

/** The cluster, or else the first of its pools, that an operation holds: both refuse to be changed meanwhile. */
export const operationOn = (
  cluster: ManagedCluster,
  pools: readonly AgentPool[] = cluster.agentPools,
): Operation | null => {
  if (mayBeInProgress(cluster)) return { of: thing("named", cluster.name), state: cluster.provisioningState };
  const pool = pools.find(mayBeInProgress);
  return pool === undefined ? null : { of: thing("pool", pool.name), state: pool.provisioningState };
};

/** Stopped, coming, going or in a state that nobody knows: then nothing in it can be reached, or nobody can tell. */
export const isRunning = (cluster: ManagedCluster): boolean =>
  passageOf(cluster) === null && /^running$/i.test(cluster.powerState);

/** An operation of Azure runs on the cluster or on one of its pools, as far as the word for it is known. */
export const holdsOperation = (cluster: ManagedCluster): boolean =>
  isInProgress(cluster) || cluster.agentPools.some(isInProgress);

/** What it is in Azure's word, of the cluster or the first such pool. Null of a cluster that is made or deleted: it is none that goes on. */
export function operationWord(cluster: ManagedCluster): string | null {
  if (["creating", "deleting"].includes(passageOf(cluster) ?? "")) return null;
  return [cluster, ...cluster.agentPools].find(isInProgress)?.provisioningState ?? null;
}

/** What AKS says of a last operation that has failed for this, of the cluster before its pools; undefined where none has. */
export const failedFor = (cluster: ManagedCluster, reason: RegExp): string | undefined =>
  [cluster, ...cluster.agentPools]
    .flatMap(({ provisioningState, provisioningError: error }: ManagedCluster | AgentPool) =>
      stateWordOf(provisioningState) === "failed" && error ? `${error.code} ${error.message}` : [],
    )
    .find((text) => reason.test(text));

/** How a node's set-up ends: https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/create-upgrade-delete/error-code-vmextensionprovisioningerror */
export const nodeFound = {
  noName: /K8SAPIServerDNSLookupFail|exit (?:status|code)\s?[=:]?\s?52\b/i,
  noApiServer: /K8SAPIServerConnFail|exit (?:status|code)\s?[=:]?\s?51\b/i,
  noInternet: /OutboundConn|exit (?:status|code)\s?[=:]?\s?50\b/i,
} as const;
