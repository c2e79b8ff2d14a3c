// The built-in roles that matter here, with the actions Azure publishes for them.
// Source: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles

export type Permission = {
  actions: string[];
  notActions: string[];
  dataActions: string[];
  notDataActions: string[];
};
export type RoleDefinition = Permission & { roleName: string; id: string };

const aks = "Microsoft.ContainerService/managedClusters";

const role = (roleName: string, id: string, permission: Partial<Permission>): RoleDefinition => ({
  roleName,
  id,
  actions: [],
  notActions: [],
  dataActions: [],
  notDataActions: [],
  ...permission,
});

const dataRead = (...names: string[]): string[] => names.map((name) => `${aks}/${name}/read`);
const dataAll = (...names: string[]): string[] => names.map((name) => `${aks}/${name}/*`);

const workloads = [
  "apps/daemonsets",
  "apps/deployments",
  "apps/replicasets",
  "apps/statefulsets",
  "autoscaling/horizontalpodautoscalers",
  "batch/cronjobs",
  "batch/jobs",
  "configmaps",
  "endpoints",
  "networking.k8s.io/ingresses",
  "networking.k8s.io/networkpolicies",
  "persistentvolumeclaims",
  "pods",
  "policy/poddisruptionbudgets",
  "replicationcontrollers",
  "serviceaccounts",
  "services",
];
const readOnly = [
  "apps/controllerrevisions",
  "discovery.k8s.io/endpointslices",
  "events",
  "events.k8s.io/events",
  "limitranges",
  "metrics.k8s.io/pods",
  "metrics.k8s.io/nodes",
  "namespaces",
  "resourcequotas",
];
const kubernetesRoleActions = [
  "Microsoft.Authorization/*/read",
  "Microsoft.Resources/subscriptions/operationresults/read",
  "Microsoft.Resources/subscriptions/read",
  "Microsoft.Resources/subscriptions/resourceGroups/read",
  `${aks}/listClusterUserCredential/action`,
];
const common = ["Microsoft.Authorization/*/read", "Microsoft.Resources/subscriptions/resourceGroups/read"];

export const builtInRoles: readonly RoleDefinition[] = [
  role("Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", { actions: ["*"] }),
  role("Contributor", "b24988ac-6180-42a0-ab88-20f7382dd24c", {
    actions: ["*"],
    notActions: [
      "Microsoft.Authorization/*/Delete",
      "Microsoft.Authorization/*/Write",
      "Microsoft.Authorization/elevateAccess/Action",
    ],
  }),
  role("Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7", { actions: ["*/read"] }),
  role("Role Based Access Control Administrator", "f58310d9-a9f6-439a-9e8d-f62e7b41a168", {
    actions: [
      "Microsoft.Authorization/roleAssignments/write",
      "Microsoft.Authorization/roleAssignments/delete",
      "*/read",
    ],
  }),
  role("AcrPull", "7f951dda-4ed3-4680-a7ca-43fe172d538d", {
    actions: ["Microsoft.ContainerRegistry/registries/pull/read"],
  }),
  role("Key Vault Crypto User", "12338af0-0e69-4776-bea7-57ae8d297424", {
    dataActions: ["read", "update", "backup", "encrypt", "decrypt", "wrap", "unwrap", "sign", "verify"].map(
      (verb) =>
        `Microsoft.KeyVault/vaults/keys/${verb === "read" || verb === "update" ? verb : `${verb}/action`}`,
    ),
  }),
  role("Key Vault Crypto Service Encryption User", "e147488a-f6f5-4113-8e2d-b22465e65bf6", {
    dataActions: ["read", "wrap/action", "unwrap/action"].map(
      (verb) => `Microsoft.KeyVault/vaults/keys/${verb}`,
    ),
  }),
  role("Storage Blob Data Contributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe", {
    actions: ["read", "write", "delete"].map(
      (verb) => `Microsoft.Storage/storageAccounts/blobServices/containers/${verb}`,
    ),
    dataActions: ["read", "write", "delete", "move/action", "add/action"].map(
      (verb) => `Microsoft.Storage/storageAccounts/blobServices/containers/blobs/${verb}`,
    ),
  }),
  role("User Access Administrator", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", {
    actions: ["*/read", "Microsoft.Authorization/*"],
  }),
  role("Azure Kubernetes Service Contributor Role", "ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8", {
    actions: [
      ...common,
      `${aks}/*`,
      "Microsoft.ContainerService/locations/*",
      "Microsoft.Resources/deployments/*",
    ],
  }),
  role("Azure Kubernetes Service Cluster Admin Role", "0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8", {
    actions: [
      `${aks}/listClusterAdminCredential/action`,
      `${aks}/accessProfiles/listCredential/action`,
      `${aks}/read`,
      `${aks}/runcommand/action`,
    ],
  }),
  role("Azure Kubernetes Service Cluster User Role", "4abbcc35-e782-43d8-92c5-2d3f1bd2253f", {
    actions: [`${aks}/listClusterUserCredential/action`, `${aks}/read`],
  }),
  role("Azure Kubernetes Service RBAC Reader", "7f6c6a51-bcf8-42ba-9220-52d62157d7db", {
    actions: kubernetesRoleActions,
    dataActions: dataRead(...workloads, ...readOnly),
  }),
  role("Azure Kubernetes Service RBAC Writer", "a7ffa36f-339b-4b5c-8bdf-e2c188b2c0eb", {
    actions: kubernetesRoleActions,
    dataActions: [...dataAll(...workloads, "secrets"), ...dataRead(...readOnly)],
  }),
  role("Azure Kubernetes Service RBAC Admin", "3498e952-d568-435e-9b2c-8d77e338d7f7", {
    actions: kubernetesRoleActions,
    dataActions: [`${aks}/*`],
    notDataActions: [
      `${aks}/resourcequotas/write`,
      `${aks}/resourcequotas/delete`,
      `${aks}/namespaces/write`,
      `${aks}/namespaces/delete`,
    ],
  }),
  role("Azure Kubernetes Service RBAC Cluster Admin", "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b", {
    actions: kubernetesRoleActions,
    dataActions: [`${aks}/*`],
  }),
  role("Desktop Virtualization User", "1d18fff3-a72a-46b5-b4a9-0b38a3cd7e63", {
    dataActions: ["Microsoft.DesktopVirtualization/applicationGroups/useApplications/action"],
  }),
  role("Network Contributor", "4d97b98b-1d4f-4787-a291-c67834d212e7", {
    actions: [...common, "Microsoft.Network/*", "Microsoft.ResourceHealth/availabilityStatuses/read"],
  }),
  role("Private DNS Zone Contributor", "b12aa53e-6015-4669-85d0-8515ebb3ae7f", {
    actions: [
      ...common,
      "Microsoft.Network/privateDnsZones/*",
      "Microsoft.Network/privateDnsOperationResults/*",
      "Microsoft.Network/privateDnsOperationStatuses/*",
      "Microsoft.Network/virtualNetworks/read",
      "Microsoft.Network/virtualNetworks/join/action",
    ],
  }),
  role("Virtual Machine Contributor", "9980e02c-c2be-4d73-94e8-173b1dc7cf3c", {
    actions: [
      ...common,
      "Microsoft.Compute/virtualMachines/*",
      "Microsoft.Network/networkInterfaces/*",
      "Microsoft.Network/virtualNetworks/read",
      "Microsoft.ResourceHealth/availabilityStatuses/read",
    ],
  }),
];

/** A role by its name or its GUID. */
export function findRole(nameOrId: string): RoleDefinition | undefined {
  const wanted = nameOrId.toLowerCase();
  return builtInRoles.find((item) => item.roleName.toLowerCase() === wanted || item.id === wanted);
}

export function isBuiltInRole(nameOrId: string): boolean {
  return findRole(nameOrId) !== undefined;
}
