// What AKS says of the last operation on a cluster or its pools where that has failed.
import type { AgentPool, ManagedCluster } from "../snapshot/cluster.ts";
import { stateWordOf } from "./state-word.ts";

type Failed = Readonly<{
  provisioningState: string;
  provisioningError?: Readonly<{ code: string; message: string }>;
}>;

const said = ({ provisioningState, provisioningError: error }: Failed): readonly string[] =>
  stateWordOf(provisioningState) === "failed" && error !== undefined
    ? [`${error.code} ${error.message}`]
    : [];

/** The cluster's error first. */
const errorsOf = (cluster: ManagedCluster): readonly string[] =>
  [cluster, ...cluster.agentPools].flatMap((each: ManagedCluster | AgentPool) => said(each));

/** The first error that says so; undefined where no operation has failed for that. */
export const failedFor = (cluster: ManagedCluster, reason: RegExp): string | undefined =>
  errorsOf(cluster).find((text) => reason.test(text));

/**
 * Azure refused what AKS did as the cluster's identity.
 * https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/create-upgrade-delete/missing-permissions-error
 */
export const refusedIdentity = /AuthorizationFailed|Missing\w*Permission/i;
