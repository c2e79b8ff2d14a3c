// Built-in roles that identities of clusters hold, by GUID, with what they allow in Microsoft.Network and beside it: they
// are the same in every tenant, so none of them has to be read.
// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
import { lookUp } from "../text/look-up.ts";
import { type PermissionEntry, roleKey } from "./rights.ts";

export type BuiltInRole = Readonly<{ name: string; permissions: readonly PermissionEntry[] }>;

const role = (name: string, actions: readonly string[], notActions: readonly string[] = []): BuiltInRole => ({
  name,
  permissions: [{ actions, notActions, dataActions: [], notDataActions: [] }],
});

const roles: Readonly<Record<string, BuiltInRole>> = {
  "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": role("Owner", ["*"]),
  "b24988ac-6180-42a0-ab88-20f7382dd24c": role(
    "Contributor",
    ["*"],
    ["Microsoft.Authorization/*/Delete", "Microsoft.Authorization/*/Write"],
  ),
  "acdd72a7-3385-48ef-bd42-f606fba81ae7": role("Reader", ["*/read"]),
  "4d97b98b-1d4f-4787-a291-c67834d212e7": role("Network Contributor", ["Microsoft.Network/*"]),
  "b12aa53e-6015-4669-85d0-8515ebb3ae7f": role("Private DNS Zone Contributor", [
    "Microsoft.Network/privateDnsZones/*",
    "Microsoft.Network/privateDnsOperationResults/*",
    "Microsoft.Network/privateDnsOperationStatuses/*",
    "Microsoft.Network/virtualNetworks/read",
    "Microsoft.Network/virtualNetworks/join/action",
  ]),
  // What else is often given to them, and allows nothing in a network.
  "f1a07417-d97a-45cb-824c-7a7467783830": role("Managed Identity Operator", [
    "Microsoft.ManagedIdentity/userAssignedIdentities/*/read",
    "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action",
  ]),
  "7f951dda-4ed3-4680-a7ca-43fe172d538d": role("AcrPull", [
    "Microsoft.ContainerRegistry/registries/pull/read",
  ]),
  "3913510d-42f4-4e42-8a64-420c390055eb": role("Monitoring Metrics Publisher", []),
  "12338af0-0e69-4776-bea7-57ae8d297424": role("Key Vault Crypto User", []),
};

/** Undefined for a role of somebody's own, and for built-in ones that are rare here: those have to be read. */
export const builtInRole = (roleDefinitionId: string): BuiltInRole | undefined =>
  lookUp(roles, roleKey(roleDefinitionId));
