// The types of resources that a fix writes, and no other. Azure's own spelling.

export const armTypes = [
  "Microsoft.Compute/virtualMachines",
  "Microsoft.Compute/virtualMachineScaleSets",
  "Microsoft.ContainerService/managedClusters",
  "Microsoft.ContainerService/managedClusters/agentPools",
  "Microsoft.ContainerService/managedClusters/privateEndpointConnections",
  "Microsoft.Network/azureFirewalls",
  "Microsoft.Network/bastionHosts",
  "Microsoft.Network/expressRouteCircuits/peerings",
  "Microsoft.Network/firewallPolicies",
  "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
  "Microsoft.Network/natGateways",
  "Microsoft.Network/networkInterfaces",
  "Microsoft.Network/networkSecurityGroups/securityRules",
  "Microsoft.Network/privateDnsZones",
  "Microsoft.Network/privateDnsZones/A",
  "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
  "Microsoft.Network/publicIPAddresses",
  "Microsoft.Network/routeTables",
  "Microsoft.Network/routeTables/routes",
  "Microsoft.Network/virtualNetworkGateways",
  "Microsoft.Network/virtualNetworks",
  "Microsoft.Network/virtualNetworks/subnets",
  "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
] as const;

export type ArmType = (typeof armTypes)[number];

export type ResourcePlace = Readonly<{ subscriptionId: string; resourceGroup: string }>;

const segmentsOf = (type: ArmType): readonly string[] => type.split("/");

/** `names`: one for each level of the type, the outermost first. */
export function idOf(
  { subscriptionId, resourceGroup }: ResourcePlace,
  type: ArmType,
  names: readonly string[],
): string {
  const [namespace, ...levels] = segmentsOf(type);
  const path = levels.flatMap((level, index) => [level, names[index] ?? ""]).join("/");
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/${namespace}/${path}`;
}

/** An address takes these for where it stands, and for what that stands in. */
const isName = (text: string): boolean => text !== "" && text !== "." && text !== "..";

/** Where it stands and what it is called, by level; null where the id is of another type. */
export function namesIn(
  id: string,
  type: ArmType,
): (ResourcePlace & { readonly names: readonly string[] }) | null {
  const found = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/([^/]+)\/(.+)$/i.exec(id);
  const [, subscriptionId, resourceGroup, namespace, path] = found ?? [];
  if (subscriptionId === undefined || resourceGroup === undefined || path === undefined) return null;
  const parts = path.split("/");
  const written = [namespace, ...parts.filter((_, index) => index % 2 === 0)].join("/");
  const names = parts.filter((_, index) => index % 2 === 1);
  const isWhole =
    parts.length % 2 === 0 && [subscriptionId, resourceGroup, ...names].every((name) => isName(name));
  return isWhole && written.toLowerCase() === type.toLowerCase()
    ? { subscriptionId, resourceGroup, names }
    : null;
}
