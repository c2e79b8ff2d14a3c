// What is done to a cluster and its pools, and how somebody gets a role or a kubeconfig: fixes that several checks propose.

import type { AgentPool, ManagedCluster } from "../snapshot/cluster.ts";
import type { PrivateEndpointConnection } from "../snapshot/network.ts";
import { nameOf, parseResourceId } from "../snapshot/resource-id.ts";
import { freeName } from "./free-name.ts";
import type { FixStep } from "./write/actions.ts";
import { type AzTarget, target } from "./write/az.ts";
import { type Fix, fixOf, type RoleName, type RoleOn } from "./write/fix.ts";
import type { FixRisk } from "./write/risk.ts";

export const clusterRole = ({ name }: Pick<ManagedCluster, "name">): RoleOn => ({
  role: "Azure Kubernetes Service Contributor Role",
  on: [name],
});

/** The cluster, or the pool of that name in it. */
export const atCluster = (cluster: ManagedCluster, ...pool: readonly string[]): AzTarget =>
  target(cluster, cluster.name, ...pool);

/** One step that is made to the cluster itself. */
export const aksFix = (cluster: ManagedCluster, step: FixStep, risk: FixRisk): Fix =>
  fixOf(step, risk, clusterRole(cluster));

/** Lets AKS put back what belongs to it. */
export const reconcile = (cluster: ManagedCluster): Fix =>
  aksFix(cluster, { kind: "reconcileCluster", at: atCluster(cluster) }, { is: "clusterReapplied" });

/** Lets a private endpoint that waits, or was turned down, carry traffic. */
export const approveConnection = ({ id }: PrivateEndpointConnection): Fix | null =>
  parseResourceId(id) &&
  fixOf(
    { kind: "approveConnection", id },
    { is: "endpointApproved" },
    { role: "Azure Kubernetes Service Contributor Role", on: { is: "cluster" } },
  );

const nodeCost: FixRisk = { is: "nodesCost" };

export const startPool = (cluster: ManagedCluster, pool: AgentPool): Fix =>
  aksFix(cluster, { kind: "startPool", at: atCluster(cluster, pool.name) }, nodeCost);

/**
 * Azure refuses to scale an autoscaled pool by hand: its limits are moved instead, no further than needed. None where they
 * are not known.
 */
export function growPool(cluster: ManagedCluster, pool: AgentPool, nodes: number): Fix | null {
  const at = atCluster(cluster, pool.name);
  const { enableAutoScaling, minCount, maxCount } = pool;
  if (enableAutoScaling === false) return aksFix(cluster, { kind: "scalePool", at, count: nodes }, nodeCost);
  if (enableAutoScaling === undefined || minCount === undefined || maxCount === undefined) return null;
  const least = Math.max(minCount, 1);
  const most = Math.max(maxCount, least);
  return aksFix(cluster, { kind: "setPoolLimits", at, least, most }, nodeCost);
}

/** A name that no pool of the cluster has yet; pools' names hold letters and digits only. */
export const freePoolName = ({ agentPools }: ManagedCluster, name: string): string =>
  freeName(
    name,
    agentPools.map((pool) => pool.name),
    "",
  );

/** The kubeconfig again, as the user; it replaces the cluster's entry. */
export const fetchKubeconfig = (cluster: ManagedCluster): Fix =>
  fixOf(
    { kind: "fetchKubeconfig", at: atCluster(cluster) },
    { is: "kubeconfigReplaced" },
    { role: "Azure Kubernetes Service Cluster User Role", on: [cluster.name] },
  );

type Holder = Readonly<{ objectId: string | undefined; type: "User" | "ServicePrincipal" }>;

/** Null while it is not known to whom. */
const grantTo = (
  scopeId: string,
  { objectId, type }: Holder,
  roles: readonly string[],
  risk: FixRisk,
): Fix | null => {
  if (!/^\/subscriptions\/[^/]/i.test(scopeId) || objectId === undefined) return null;
  const to = { objectId, type };
  return fixOf(
    roles.map((role) => ({ kind: "grantRole", to, role, scope: scopeId })),
    risk,
    { role: "Role Based Access Control Administrator", on: [nameOf(scopeId)] },
  );
};

/** Gives the requester a built-in role; null while it is not known who asks. */
export const grantFix = (
  scopeId: string,
  objectId: string | undefined,
  roles: readonly string[],
  risk: FixRisk,
): Fix | null => grantTo(scopeId, { objectId, type: "User" }, roles, risk);

/** Null for an application: ARM does not tell its object id. */
export const grantToIdentity = (
  scopeId: string,
  identity: ManagedCluster["identity"],
  role: RoleName,
): Fix | null => {
  const objectId =
    identity === undefined || identity.kind === "servicePrincipal" ? undefined : identity.principalId;
  return grantTo(scopeId, { objectId, type: "ServicePrincipal" }, [role], { is: "identityGranted", role });
};
