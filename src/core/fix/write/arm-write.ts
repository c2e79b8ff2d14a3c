// One write to Azure Resource Manager, as data that can be kept, compared and approved.
import type { Json } from "../../text/canonical-json.ts";

/** The types of resources that a fix writes, and no other. Azure's own spelling. */
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

/** Where a field stands in a body as Microsoft's SDKs model it: Azure's own names, without `properties` between them. */
export type Path = readonly (string | number)[];

/** As it was read; models of the SDKs hold dates and fields that are undefined. */
export type Body = Readonly<Record<string, unknown>>;

export type JsonBody = Readonly<Record<string, Json>>;

/** `put`: the field holds this afterwards. `drop`: it is gone. `add`, `take`: one item of a list, each once. */
export type Edit = Readonly<
  | { is: "put"; path: Path; value: Json }
  | { is: "drop"; path: Path }
  | { is: "add" | "take"; path: Path; item: Json }
>;

/** What Azure offers besides writing a body. `reapply` and `sync` write once more what stands there. */
export type ArmAction = "start" | "restart" | "reset" | "rotateClusterCertificates" | "sync" | "reapply";

/** `create`: the whole body, in place of one that is there. `otherwise`: what is edited where nothing is there yet. */
export type What = Readonly<
  | { do: "create"; body: JsonBody }
  | { do: "delete" }
  | { do: "change"; edits: readonly Edit[]; otherwise?: JsonBody }
  | { do: "act"; action: ArmAction }
>;

/**
 * Why nothing takes it back:
 * - `cutsOff`: by then somebody works on it, or traffic goes over it, which taking it away would end;
 * - `noStateBefore`: it was written as it stood, or made to begin anew: there is nothing to go back to;
 * - `oneWay`: Azure takes no such change;
 * - `stays`: it does nothing by itself, and taking it away would take what others put into it since.
 */
export type NoWayBack = "cutsOff" | "noStateBefore" | "oneWay" | "stays";

/** `id`: as the line names it. `noWayBack`: absent where `inverseOf` says how. */
export type ArmWrite = Readonly<{ id: string; type: ArmType; what: What; noWayBack?: NoWayBack }>;

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
