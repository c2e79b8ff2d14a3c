// Which built-in role a person would have to ask for. Data, from Azure's list of built-in roles.

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
