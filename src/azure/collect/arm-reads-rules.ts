// Reads of what decides about a packet in a network: security groups, routes, a network manager's rules.

import type { AdminRule } from "../../core/snapshot/admin-rules.ts";
import type { RouteTable } from "../../core/snapshot/network.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import type { NetworkSecurityGroup } from "../../core/snapshot/security.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import type { ResourceGroupRef } from "../arm/resource-id.ts";
import { mapNetworkSecurityGroup } from "../map/network-security-group.ts";
import { mapRouteTable } from "../map/route-table.ts";
import { readAdminRulesOf, readManagersOf } from "./admin-rules.ts";
import { type ById, byId, type GroupList, groupList } from "./group-list.ts";
import { once } from "./once.ts";
import type { Read } from "./read.ts";

export type RuleReads = Readonly<{
  networkSecurityGroups: GroupList<NetworkSecurityGroup>;
  networkSecurityGroup: ById<NetworkSecurityGroup>;
  routeTables: GroupList<RouteTable>;
  routeTable: ById<RouteTable>;
  /** Ids of those in a subscription. */
  networkManagers: (after: number, subscriptionId: string) => Promise<Read<readonly string[]>>;
  adminRules: ById<readonly AdminRule[]>;
}>;

export const ruleReads = (arm: ArmSession): RuleReads => {
  const networks = (group: ResourceGroupRef) => arm.networks(group.subscriptionId);
  const adminRules = once<Read<readonly AdminRule[]>>();
  const managers = once<Read<readonly string[]>>();
  return {
    networkSecurityGroups: groupList(
      "Microsoft.Network/networkSecurityGroups",
      "networkSecurityGroups",
      (group, options) => networks(group).networkSecurityGroups.list(group.resourceGroup, options),
      mapNetworkSecurityGroup,
    ),
    networkSecurityGroup: byId(
      "Microsoft.Network/networkSecurityGroups",
      "networkSecurityGroup",
      (group, name) => networks(group).networkSecurityGroups.get(group.resourceGroup, name),
      mapNetworkSecurityGroup,
    ),
    routeTables: groupList(
      "Microsoft.Network/routeTables",
      "routeTables",
      (group, options) => networks(group).routeTables.list(group.resourceGroup, options),
      mapRouteTable,
    ),
    routeTable: byId(
      "Microsoft.Network/routeTables",
      "routeTable",
      (group, name) => networks(group).routeTables.get(group.resourceGroup, name),
      mapRouteTable,
    ),
    networkManagers: (after, subscriptionId) =>
      managers(subscriptionId, () => readManagersOf(arm, after, subscriptionId)),
    adminRules: (after, id) => adminRules(idKey(id), () => readAdminRulesOf(arm, after, id)),
  };
};
