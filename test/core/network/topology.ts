// A hub with a jump host and an appliance, a spoke with the API server's endpoint, and a far spoke that reaches it over
// the appliance; and ways to break each part of it.

import type { NetworkLocation } from "../../../src/core/network/address/packet.ts";
import type { Holder, NetworkModel, Zone } from "../../../src/core/network/model/model.ts";
import type { Peering, RouteTable, Subnet, VirtualNetwork } from "../../../src/core/snapshot/network.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import type { NetworkSecurityGroup, SecurityRule } from "../../../src/core/snapshot/security.ts";
import { defaultRules } from "../../fixtures/healthy-snapshot.ts";
import { unavailable } from "../../unavailable.ts";

const group = "/subscriptions/s/resourcegroups/rg/providers/microsoft.network";
export const idOf = (type: string, name: string): string => `${group}/${type}/${name}`;
const networkId = (name: string): string => idOf("virtualnetworks", name);
export const subnetId = (network: string, name: string): string => `${networkId(network)}/subnets/${name}`;

const subnet = (network: string, name: string, prefix: string, more: Partial<Subnet> = {}): Subnet => ({
  id: subnetId(network, name),
  name,
  addressPrefixes: [prefix],
  delegations: [],
  networkSecurityGroupId: idOf("networksecuritygroups", `nsg-${name}`),
  ...more,
});

const peering = (from: string, to: string, space: string): Peering => ({
  id: `${networkId(from)}/virtualnetworkpeerings/${from}-to-${to}`,
  name: `${from}-to-${to}`,
  remoteVirtualNetworkId: networkId(to),
  peeringState: "Connected",
  provisioningState: "Succeeded",
  allowVirtualNetworkAccess: true,
  allowForwardedTraffic: true,
  allowGatewayTransit: false,
  useRemoteGateways: false,
  remoteAddressPrefixes: [space],
});

const network = (
  name: string,
  space: string,
  subnets: readonly Subnet[],
  peerings: readonly Peering[],
): VirtualNetwork => ({
  id: networkId(name),
  name,
  location: "westeurope",
  provisioningState: "Succeeded",
  addressPrefixes: [space],
  dnsServers: [],
  subnets,
  peerings,
});

const table = (name: string, prefix: string): RouteTable => ({
  id: idOf("routetables", name),
  name,
  disableBgpRoutePropagation: false,
  routes: [
    {
      name: "over-appliance",
      addressPrefix: prefix,
      nextHopType: "VirtualAppliance",
      nextHopIpAddress: applianceIp,
    },
  ],
});

export const applianceIp = "10.0.9.4";
export const apiIp = "10.1.0.4";
export const apiName = "api.privatelink.westeurope.azmk8s.io";
const routed = { routeTableId: idOf("routetables", "rt-far") };
const routedBack = { routeTableId: idOf("routetables", "rt-api") };

const holder = (
  kind: Holder["kind"],
  name: string,
  address: string,
  at: string,
  more: Partial<Holder> = {},
): Holder => ({
  kind,
  id: idOf("holders", name),
  name,
  addresses: [address],
  subnetId: at,
  groupIds: [],
  alive: { state: "running" },
  forwards: false,
  rulesUnread: false,
  ...more,
});

const link = (to: string) => ({
  id: `${idOf("privatednszones", "zone")}/virtualnetworklinks/${to}`,
  name: `link-${to}`,
  virtualNetworkId: networkId(to),
  linkState: "Completed",
  provisioningState: "Succeeded",
  registrationEnabled: false,
});

const zone: Zone = {
  id: idOf("privatednszones", "zone"),
  name: "privatelink.westeurope.azmk8s.io",
  links: collected(["hub", "spoke", "far"].map(link)),
  records: { api: collected([apiIp]) },
};

const networks = [
  network(
    "hub",
    "10.0.0.0/16",
    [subnet("hub", "jump", "10.0.1.0/24"), subnet("hub", "appliance", "10.0.9.0/24")],
    [peering("hub", "spoke", "10.1.0.0/16"), peering("hub", "far", "10.2.0.0/16")],
  ),
  network(
    "spoke",
    "10.1.0.0/16",
    [
      subnet("spoke", "api", "10.1.0.0/24", { ...routedBack, privateEndpointNetworkPolicies: "Enabled" }),
      subnet("spoke", "nodes", "10.1.4.0/22"),
    ],
    [peering("spoke", "hub", "10.0.0.0/16")],
  ),
  network(
    "far",
    "10.2.0.0/16",
    [subnet("far", "desks", "10.2.0.0/24", routed)],
    [peering("far", "hub", "10.0.0.0/16")],
  ),
];
const groups = ["jump", "appliance", "api", "nodes", "desks"].map(
  (name): NetworkSecurityGroup => ({
    id: idOf("networksecuritygroups", `nsg-${name}`),
    name: `nsg-${name}`,
    rules: defaultRules,
  }),
);
const byId = <T extends Readonly<{ id: string }>>(items: readonly T[]) =>
  Object.fromEntries(items.map((item) => [item.id, collected(item)]));

/** Everything read, and everything let through. */
export const whole: NetworkModel = {
  networks: byId(networks),
  securityGroups: byId(groups),
  routeTables: byId([table("rt-far", "10.1.0.0/16"), table("rt-api", "10.2.0.0/16")]),
  adminRules: {},
  keptPrefix: null,
  firewalls: [],
  natGateways: {},
  policies: {},
  rulesets: [],
  hiddenRulesets: [],
  justInTime: { policies: [], now: "2026-11-25T08:00:00.000Z" },
  holders: [
    holder("privateEndpoint", "kube-apiserver", apiIp, subnetId("spoke", "api")),
    holder("virtualMachine", "vm-jump", "10.0.1.4", subnetId("hub", "jump")),
    holder("virtualMachine", "vm-appliance", applianceIp, subnetId("hub", "appliance"), { forwards: true }),
  ],
  gateways: [],
  hiddenGateways: [],
  hidden: [],
  zones: [zone],
  hiddenZone: null,
  hiddenZones: [],
};

const place = (network: string, name: string, address: string): NetworkLocation => ({
  name,
  address,
  networkId: networkId(network),
  subnetId: subnetId(network, name),
  groupIds: [],
});
export const places = {
  jump: place("hub", "jump", "10.0.1.4"),
  nodes: place("spoke", "nodes", "10.1.4.0/22"),
  desks: place("far", "desks", "10.2.0.0/24"),
} as const;

export type Change = (model: NetworkModel) => NetworkModel;
export const changed = (...changes: readonly Change[]): NetworkModel =>
  changes.reduce((model, change) => change(model), whole);

/** Changes what was read of one thing by its id. */
const patch =
  <K extends "networks" | "securityGroups" | "routeTables">(
    part: K,
    id: string,
    map: (data: never) => unknown,
  ): Change =>
  (model) => {
    const section = model[part][id];
    if (section?.status !== "collected") throw new Error(`no ${id}`);
    return { ...model, [part]: { ...model[part], [id]: collected(map(section.data as never)) } };
  };

export const setNetwork = (name: string, fields: Partial<VirtualNetwork>): Change =>
  patch("networks", networkId(name), (data: VirtualNetwork) => ({ ...data, ...fields }));

export const setSubnet = (name: string, at: string, fields: Partial<Subnet>): Change =>
  patch("networks", networkId(name), (data: VirtualNetwork) => ({
    ...data,
    subnets: data.subnets.map((each) => (each.name === at ? { ...each, ...fields } : each)),
  }));

export const setPeering = (from: string, to: string, fields: Partial<Peering> | null): Change =>
  patch("networks", networkId(from), (data: VirtualNetwork) => ({
    ...data,
    peerings: data.peerings.flatMap((each) => {
      if (each.name !== `${from}-to-${to}`) return [each];
      return fields === null ? [] : [{ ...each, ...fields }];
    }),
  }));

const deny: SecurityRule = {
  name: "deny",
  priority: 100,
  direction: "Inbound",
  access: "Deny",
  protocol: "*",
  sourceAddressPrefixes: ["*"],
  destinationAddressPrefixes: ["*"],
  sourcePortRanges: ["*"],
  destinationPortRanges: ["*"],
  usesApplicationSecurityGroups: false,
};
export const addRule = (name: string, fields: Partial<SecurityRule> = {}): Change =>
  patch("securityGroups", idOf("networksecuritygroups", name), (data: NetworkSecurityGroup) => ({
    ...data,
    rules: [{ ...deny, ...fields }, ...data.rules],
  }));

export const setRoutes = (name: string, ...routes: RouteTable["routes"]): Change =>
  patch("routeTables", idOf("routetables", name), (data: RouteTable) => ({ ...data, routes }));

export const addRoute = (name: string, ...routes: RouteTable["routes"]): Change =>
  patch("routeTables", idOf("routetables", name), (data: RouteTable) => ({
    ...data,
    routes: [...data.routes, ...routes],
  }));

export const setHolder =
  (name: string, fields: Partial<Holder> | null): Change =>
  (model) => ({
    ...model,
    holders: model.holders.flatMap((each) => {
      if (each.name !== name) return [each];
      return fields === null ? [] : [{ ...each, ...fields }];
    }),
  });

export const setZone =
  (fields: Partial<Zone>): Change =>
  (model) => ({ ...model, zones: model.zones.map((each) => ({ ...each, ...fields })) });

export const unlink = (name: string): Change =>
  setZone({ links: collected(["hub", "spoke", "far"].filter((each) => each !== name).map(link)) });

export const nothing = unavailable("denied", "You may not read this.", [{ action: "a/read", scope: "/s" }]);

export const unread =
  (part: "networks" | "securityGroups" | "routeTables", id: string): Change =>
  (model) => ({ ...model, [part]: { ...model[part], [id]: nothing } });

export const holderAt = holder;
export { networkId };
