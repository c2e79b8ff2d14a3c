// What the identity that a cluster's control plane acts as may do to what its owner brought: subnets, a zone, a route table.
import { isAllowed } from "./rbac.ts";
import type { PermissionEntry } from "./rights.ts";

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
