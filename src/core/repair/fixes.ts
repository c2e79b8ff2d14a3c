// Repairs that several checks propose. Each line was tried with Azure CLI 2.74.

import type { Fix, RoleName, RoleOn } from "../outcome/fix.ts";
import type { Risk } from "../outcome/risk.ts";
import type { AgentPool, ManagedCluster } from "../snapshot/cluster.ts";
import type { PrivateEndpointConnection } from "../snapshot/endpoint.ts";
import type { JumpHost } from "../snapshot/hosts.ts";
import { instanceOf, nameOf, type ResourceId } from "../snapshot/resource-id.ts";
import type { VirtualNetworkLink } from "../snapshot/zones.ts";
import { az, azIn, forResource } from "./az.ts";
import { freeName } from "./free-name.ts";

export const clusterRole = ({ name }: Pick<ManagedCluster, "name">): RoleOn => ({
  role: "Azure Kubernetes Service Contributor Role",
  on: [name],
});

/** Lets AKS put back what belongs to it. */
export const reconcile = (cluster: ManagedCluster): Fix => ({
  commands: [
    az(
      cluster.subscriptionId,
      "aks update",
      "--resource-group",
      cluster.resourceGroup,
      "--name",
      cluster.name,
      "--yes",
    ),
  ],
  risks: [{ is: "clusterReapplied" }],
  disruptive: true,
  roles: [clusterRole(cluster)],
});

/** A line about the cluster itself. */
export const aksFix = (
  cluster: ManagedCluster,
  command: string,
  argv: readonly string[],
  effect: Pick<Fix, "risks" | "disruptive">,
): Fix => ({
  commands: [
    az(
      cluster.subscriptionId,
      command,
      "--resource-group",
      cluster.resourceGroup,
      command.includes("nodepool") ? "--cluster-name" : "--name",
      cluster.name,
      ...argv,
    ),
  ],
  ...effect,
  roles: [clusterRole(cluster)],
});

/** Lets a private endpoint that waits, or was turned down, carry traffic. */
export const approveConnection = (connection: PrivateEndpointConnection): Fix | null =>
  forResource(connection.id, ({ subscriptionId }) => ({
    commands: [
      az(
        subscriptionId,
        "resource update",
        "--ids",
        connection.id,
        "--api-version",
        "2025-03-01",
        "--set",
        "properties.privateLinkServiceConnectionState.status=Approved",
      ),
    ],
    risks: [{ is: "endpointApproved" }],
    disruptive: false,
    roles: [{ role: "Azure Kubernetes Service Contributor Role", on: { is: "cluster" } }],
  }));

const nodeCost = { risks: [{ is: "nodesCost" }], disruptive: false } as const;

export const startPool = (cluster: ManagedCluster, pool: AgentPool): Fix =>
  aksFix(cluster, "aks nodepool start", ["--name", pool.name], nodeCost);

/**
 * Azure refuses to scale an autoscaled pool by hand: its limits are moved instead, no further than needed. None where they
 * are not known.
 */
export function growPool(cluster: ManagedCluster, pool: AgentPool, nodes: number): Fix | null {
  const line = (command: string, ...argv: readonly string[]): Fix =>
    aksFix(cluster, `aks nodepool ${command}`, ["--name", pool.name, ...argv], nodeCost);
  const { enableAutoScaling, minCount, maxCount } = pool;
  if (enableAutoScaling === false) return line("scale", "--node-count", String(nodes));
  if (enableAutoScaling === undefined || minCount === undefined || maxCount === undefined) return null;
  const least = Math.max(minCount, 1);
  const most = Math.max(maxCount, least);
  return line("update", "--update-cluster-autoscaler", "--min-count", `${least}`, "--max-count", `${most}`);
}

/** A name that no pool of the cluster has yet; pools' names hold letters and digits only. */
export const freePoolName = ({ agentPools }: ManagedCluster, name: string): string =>
  freeName(
    name,
    agentPools.map((pool) => pool.name),
    "",
  );

export const linkCommand = (zoneId: string, networkId: string, name: string): string | null =>
  forResource(zoneId, (zone) =>
    azIn(
      zone,
      "network private-dns link vnet create",
      "--zone-name",
      zone.name,
      "--name",
      name,
      "--virtual-network",
      networkId,
      "--registration-enabled",
      "false",
    ),
  );

/** A link takes a right on both of its ends. */
export const linkRole = (zone: string, network: string): RoleOn => ({
  role: "Private DNS Zone Contributor",
  on: [zone],
  and: { role: "Network Contributor", on: [network] },
});

export function linkFix(zoneId: string, networkId: string, links: readonly VirtualNetworkLink[]): Fix | null {
  const taken = links.map(({ name }) => name);
  const command = linkCommand(zoneId, networkId, freeName(`link-${nameOf(networkId)}`, taken, "-"));
  if (command === null) return null;
  return {
    commands: [command],
    risks: [{ is: "linkAdded" }],
    disruptive: false,
    roles: [linkRole(nameOf(zoneId), nameOf(networkId))],
  };
}

type Machine = Pick<JumpHost, "id" | "powerState">;

/** Azure refuses to start a machine that is still on its way down: that is waited for first. */
function waitUntilDown({ powerState }: Machine, machine: ResourceId): readonly string[] {
  const state = powerState.status === "collected" ? powerState.data.toLowerCase() : "";
  if (state !== "deallocating" && state !== "stopping") return [];
  const end = state === "stopping" ? "stopped" : "deallocated";
  const query = `instanceView.statuses[?code=='PowerState/${end}']`;
  return [azIn(machine, "vm wait", "--name", machine.name, "--custom", query)];
}

/** An instance is started by its scale set. */
function startLines(host: Machine, machine: ResourceId): readonly string[] {
  const ofSet = instanceOf(host.id);
  return ofSet === null
    ? [...waitUntilDown(host, machine), azIn(machine, "vm start", "--name", machine.name)]
    : [azIn(ofSet, "vmss start", "--name", ofSet.name, "--instance-ids", ofSet.instance)];
}

export const startMachine = (host: Machine): Fix | null =>
  forResource(host.id, (parts) => ({
    commands: startLines(host, parts),
    risks: [{ is: "machineCosts" }],
    disruptive: false,
    roles: [{ role: "Virtual Machine Contributor", on: [instanceOf(host.id)?.name ?? parts.name] }],
  }));

/** The kubeconfig again, as the user; it replaces the cluster's entry. */
export const fetchKubeconfig = (cluster: ManagedCluster): Fix => ({
  ...aksFix(cluster, "aks get-credentials", ["--overwrite-existing"], {
    risks: [{ is: "kubeconfigReplaced" }],
    disruptive: false,
  }),
  roles: [{ role: "Azure Kubernetes Service Cluster User Role", on: [cluster.name] }],
});

type Holder = Readonly<{ objectId: string | undefined; type: "User" | "ServicePrincipal" }>;

/** Null while it is not known to whom. */
const grantTo = (
  scopeId: string,
  { objectId, type }: Holder,
  roles: readonly string[],
  risk: Risk,
): Fix | null => {
  const subscriptionId = /^\/subscriptions\/([^/]+)/i.exec(scopeId)?.[1];
  if (subscriptionId === undefined || objectId === undefined) return null;
  const assignee = ["--assignee-object-id", objectId, "--assignee-principal-type", type];
  return {
    commands: roles.map((role) =>
      az(subscriptionId, "role assignment create", ...assignee, "--role", role, "--scope", scopeId),
    ),
    risks: [risk],
    disruptive: false,
    roles: [{ role: "Role Based Access Control Administrator", on: [nameOf(scopeId)] }],
  };
};

/** Gives the asker a built-in role; null while it is not known who asks. */
export const grantFix = (
  scopeId: string,
  objectId: string | undefined,
  roles: readonly string[],
  risk: Risk,
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
