// Which built-in role a person would have to ask for, and by which action it is told who holds what a role is named for.
// Data, from Azure's list of built-in roles.

import type { ActivatableRole } from "../snapshot/rights.ts";
import { lookUp } from "../text/look-up.ts";

/** First match decides, so the narrow patterns stand before the wide ones. `*` matches any characters. */
const roles: readonly (readonly [action: string, role: string])[] = [
  ["*/read", "Reader"],
  [
    "Microsoft.ContainerService/managedClusters/listClusterUserCredential/action",
    "Azure Kubernetes Service Cluster User Role",
  ],
  [
    "Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action",
    "Azure Kubernetes Service Cluster Admin Role",
  ],
  ["Microsoft.ContainerService/*", "Azure Kubernetes Service Contributor Role"],
  ["Microsoft.Network/privateDnsZones/*", "Private DNS Zone Contributor"],
  ["Microsoft.Network/*", "Network Contributor"],
  ["Microsoft.Compute/virtualMachines/*", "Virtual Machine Contributor"],
  ["Microsoft.KeyVault/*", "Key Vault Contributor"],
  ["Microsoft.Authorization/roleAssignments/*", "Role Based Access Control Administrator"],
];

const matches = (pattern: string, action: string): boolean => {
  const expression = pattern
    .split("*")
    .map((part) => part.replace(/[.\\/]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${expression}$`, "i").test(action);
};

/** The smallest built-in role that holds an Azure action (not a data action); `Contributor` where none is narrower. */
export const smallestRole = (action: string): string =>
  roles.find(([pattern]) => matches(pattern, action))?.[1] ?? "Contributor";

const typeWithin = (namespace: string, type: string | null, otherwise: string): string =>
  type?.toLowerCase().startsWith(`${namespace.toLowerCase()}/`) ? type : otherwise;

/**
 * By the role that a fix names: whoever may do all of these may make the fix, by whatever role. `type`: of what it is done to.
 * Roles that people need for themselves, such as the user role of a cluster, are missing: nobody else can help there.
 */
const deciding: Readonly<Record<string, (type: string | null) => readonly string[]>> = {
  // Named by the request for just-in-time access only.
  Contributor: () => ["Microsoft.Security/locations/jitNetworkAccessPolicies/initiate/action"],
  "Network Contributor": (type) => {
    const of = typeWithin("Microsoft.Network", type, "Microsoft.Network/virtualNetworks");
    return [`${of}/write`, ...partsOf(of)];
  },
  "Private DNS Zone Contributor": () => [
    "Microsoft.Network/privateDnsZones/write",
    "Microsoft.Network/privateDnsZones/A/write",
    "Microsoft.Network/privateDnsZones/virtualNetworkLinks/write",
  ],
  "Azure Kubernetes Service Contributor Role": () => [
    "Microsoft.ContainerService/managedClusters/write",
    "Microsoft.ContainerService/managedClusters/agentPools/write",
    "Microsoft.ContainerService/managedClusters/start/action",
  ],
  "Key Vault Contributor": () => ["Microsoft.KeyVault/vaults/write"],
  "Virtual Machine Contributor": (type) =>
    type?.toLowerCase() === "microsoft.compute/virtualmachinescalesets"
      ? ["Microsoft.Compute/virtualMachineScaleSets/write"]
      : [
          "Microsoft.Compute/virtualMachines/restart/action",
          "Microsoft.Compute/virtualMachines/start/action",
        ],
  "Azure Container Instances Contributor Role": () => [
    "Microsoft.ContainerInstance/containerGroups/start/action",
  ],
  "Azure Relay Owner": () => ["Microsoft.Relay/namespaces/privateEndpointConnections/write"],
  "Storage Account Contributor": () => ["Microsoft.Storage/storageAccounts/write"],
  "Role Based Access Control Administrator": () => ["Microsoft.Authorization/roleAssignments/write"],
};

/** What the lines of a fix do to parts of such a resource. A role of one's own may leave out one of them. */
const parts: Readonly<Record<string, readonly string[]>> = {
  "microsoft.network/virtualnetworks": [
    "Microsoft.Network/virtualNetworks/join/action",
    "Microsoft.Network/virtualNetworks/peer/action",
    "Microsoft.Network/virtualNetworks/subnets/write",
    "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete",
    "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write",
  ],
  "microsoft.network/networksecuritygroups": [
    "Microsoft.Network/networkSecurityGroups/securityRules/delete",
    "Microsoft.Network/networkSecurityGroups/securityRules/write",
  ],
  "microsoft.network/expressroutecircuits": ["Microsoft.Network/expressRouteCircuits/peerings/write"],
  "microsoft.network/firewallpolicies": ["Microsoft.Network/firewallPolicies/ruleCollectionGroups/write"],
  "microsoft.network/routetables": [
    "Microsoft.Network/routeTables/routes/delete",
    "Microsoft.Network/routeTables/routes/write",
  ],
};

const partsOf = (type: string): readonly string[] => lookUp(parts, type.toLowerCase()) ?? [];

/** None for a role that is not told by actions. */
export const decidingActions = (role: string, type: string | null): readonly string[] =>
  lookUp(deciding, role)?.(type) ?? [];

// A role that somebody could activate themself in Privileged Identity Management: the line that does, for as long as an
// incident lasts. https://learn.microsoft.com/rest/api/authorization/role-assignment-schedule-requests/create

const activatedFor = "PT2H";

/** Null where an id holds what a shell would read as more than a word. `because`: why, as the trail of Azure keeps it. */
export function activationLine(
  { scope, definitionId, scheduleId }: ActivatableRole,
  principalId: string,
  because: string,
): string | null {
  const properties = {
    ...{ principalId, roleDefinitionId: definitionId, requestType: "SelfActivate" },
    ...(scheduleId !== null && { linkedRoleEligibilityScheduleId: scheduleId }),
    justification: because,
    scheduleInfo: { expiration: { type: "AfterDuration", duration: activatedFor } },
  };
  const body = JSON.stringify({ properties });
  if (!/^[\w\-./()]+$/.test(scope) || body.includes("'")) return null;
  const url = `${scope}/providers/Microsoft.Authorization/roleAssignmentScheduleRequests/$(uuidgen)?api-version=2020-10-01`;
  return `az rest --method put --url "${url}" --body '${body}'`;
}
