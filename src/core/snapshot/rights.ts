// What the requester may do, as Azure says it.
import { foldCase } from "../text/text.ts";
import { nameOf } from "./resource-id.ts";

/** One entry of ARM's permissions answer; entries are OR-ed, `notActions` act inside one entry. */
export type PermissionEntry = Readonly<{
  actions: readonly string[];
  notActions: readonly string[];
  dataActions: readonly string[];
  notDataActions: readonly string[];
}>;

/** A role that the requester could activate in Privileged Identity Management, by its name. */
export type EligibleRole = Readonly<{ role: string; scope: string }>;

/** One with what it takes to activate it. `scheduleId`: of the eligibility itself, where Azure says it. */
export type ActivatableRole = EligibleRole & Readonly<{ definitionId: string; scheduleId: string | null }>;

// A right in Azure.

/** An Azure action and the scope it is missing on, for example `Microsoft.Network/virtualNetworks/read`. */
export type Permission = Readonly<{ action: string; scope: string }>;

// Role assignments of Azure, whoever holds them, and what the roles that they name allow.

export type RoleAssignment = Readonly<{
  principalId: string;
  principal: "user" | "group" | "other";
  /** Where it was made: the scope that was asked for, or above it. */
  scope: string;
  roleDefinitionId: string;
  /** It holds under a condition that is not judged here. */
  conditional: boolean;
}>;

/** What role definitions allow, by `roleKey`. */
export type Roles = ReadonlyMap<string, readonly PermissionEntry[]>;

/** A role definition has one GUID, and an id for each place that it is read at. */
export const roleKey = (roleDefinitionId: string): string => foldCase(nameOf(roleDefinitionId));

// Azure's rule for role assignments: which of a person's permissions allow an action.

const matches = (pattern: string, action: string): boolean => {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "i").test(action);
};

/**
 * True when some entry has a matching action and no matching exclusion of its own; entries are OR-ed, `*` matches
 * any characters. https://learn.microsoft.com/azure/role-based-access-control/role-definitions
 */
export const isAllowed = (entries: readonly PermissionEntry[], action: string): boolean =>
  entries.some(
    ({ actions, notActions }) =>
      actions.some((pattern) => matches(pattern, action)) &&
      !notActions.some((pattern) => matches(pattern, action)),
  );

/** The same of what is inside of a resource: data actions. */
export const isDataAllowed = (entries: readonly PermissionEntry[], dataAction: string): boolean =>
  isAllowed(
    entries.map(({ dataActions, notDataActions }) => ({
      ...{ actions: dataActions, notActions: notDataActions },
      ...{ dataActions: [], notDataActions: [] },
    })),
    dataAction,
  );

/**
 * It holds for whoever asks, on `scope` and all below it. `level`: as Azure calls it, `ReadOnly` or `CanNotDelete`.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources
 */
export type ManagementLock = Readonly<{ id: string; name: string; level: string; scope: string }>;

// What the identity that a cluster's control plane acts as may do to what its owner brought: subnets, a zone, a route table.

/** A role that the identity holds, itself or through a group, on something or above it. */
export type HeldRole = Readonly<{
  /** Its name where it is built in, else its GUID. */
  role: string;
  /** Where it was given. */
  scope: string;
  /** Null where its definition was not read, or where it holds under a condition: it may allow anything. */
  permissions: readonly PermissionEntry[] | null;
}>;

const actionsOnType: readonly (readonly [type: RegExp, actions: readonly string[]])[] = [
  [
    /\/virtualNetworks\/[^/]+\/subnets\/[^/]+\/?$/i,
    ["Microsoft.Network/virtualNetworks/subnets/join/action"],
  ],
  [
    /\/privateDnsZones\/[^/]+\/?$/i,
    [
      "Microsoft.Network/privateDnsZones/A/write",
      "Microsoft.Network/privateDnsZones/virtualNetworkLinks/write",
    ],
  ],
  [/\/routeTables\/[^/]+\/?$/i, ["Microsoft.Network/routeTables/routes/write"]],
];

/** What AKS does there as the identity. https://learn.microsoft.com/azure/aks/aks-service-permissions */
export const actionsOn = (id: string): readonly string[] =>
  actionsOnType.find(([type]) => type.test(id))?.[1] ?? [];

/** Those of the actions that no role allows for certain. */
export const missingFrom = (held: readonly HeldRole[], actions: readonly string[]): readonly string[] =>
  actions.filter(
    (action) => !held.some(({ permissions }) => permissions !== null && isAllowed(permissions, action)),
  );
