// Single breaks of a whole network as Azure would show them: every component of every type that stands in a scenario,
// broken in the ways in which it breaks.
import type { Scenario } from "../../../simulator/scenario/schema.ts";

export type Resource = Scenario["resources"][number];
export type Json = Record<string, unknown>;

/** `at`: the component that was broken; `also`: what stands for it where it is gone. */
export type Break = Readonly<{
  name: string;
  at: string;
  also: readonly string[];
  apply: (resources: Resource[]) => Resource[];
}>;

export const typeOf = ({ id }: Resource): string => {
  const [, after = ""] = id.split(/\/providers\/(?!.*\/providers\/)/i);
  return after
    .split("/")
    .filter((_, index) => index === 0 || index % 2 === 1)
    .join("/")
    .toLowerCase();
};
export const last = (id: string): string => id.split("/").at(-1) ?? id;

/** The object of that name, made where it is missing. */
function objectAt(parent: Json, name: string): Json {
  parent[name] ??= {};
  return parent[name] as Json;
}

export const edit =
  (id: string, change: (properties: Json, resource: Json) => void) =>
  (resources: Resource[]): Resource[] =>
    resources.map((resource) => {
      if (resource.id !== id) return resource;
      const copy = structuredClone(resource) as unknown as Json;
      change(objectAt(copy, "properties"), copy);
      return copy as unknown as Resource;
    });

export const removed =
  (id: string) =>
  (resources: Resource[]): Resource[] =>
    resources.filter((each) => each.id !== id);

export const set =
  (path: string, value: unknown) =>
  (properties: Json): void => {
    const names = path.split(".");
    const end = names.pop() as string;
    const target = names.reduce(objectAt, properties);
    target[end] = value;
  };

export const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

type Rule = Readonly<{
  direction: "Inbound" | "Outbound";
  port: string;
  source?: string;
  destination?: string;
}>;
const deny = ({ direction, port, source = "*", destination = "*" }: Rule) => ({
  name: "broken",
  properties: {
    priority: 100,
    direction,
    access: "Deny",
    protocol: "*",
    sourcePortRange: "*",
    destinationPortRange: port,
    sourceAddressPrefix: source,
    destinationAddressPrefix: destination,
  },
});
const rules: readonly (readonly [string, Rule])[] = [
  ["denies all in", { direction: "Inbound", port: "*" }],
  ["denies all out", { direction: "Outbound", port: "*" }],
  ["denies 443 in", { direction: "Inbound", port: "443" }],
  ["denies 443 out", { direction: "Outbound", port: "443" }],
  ["denies the network out", { direction: "Outbound", port: "*", destination: "VirtualNetwork" }],
  ["denies the Internet out", { direction: "Outbound", port: "*", destination: "Internet" }],
  ["denies the network in", { direction: "Inbound", port: "*", source: "VirtualNetwork" }],
  ["denies 10250 in", { direction: "Inbound", port: "10250" }],
];
const routes: readonly (readonly [string, Json])[] = [
  ["everything to nowhere", { addressPrefix: "0.0.0.0/0", nextHopType: "None" }],
  ["10/8 to nowhere", { addressPrefix: "10.0.0.0/8", nextHopType: "None" }],
  [
    "10/8 to a dead address",
    { addressPrefix: "10.0.0.0/8", nextHopType: "VirtualAppliance", nextHopIpAddress: "10.10.1.250" },
  ],
  [
    "everything to a dead address",
    { addressPrefix: "0.0.0.0/0", nextHopType: "VirtualAppliance", nextHopIpAddress: "10.10.1.250" },
  ],
];

type Ways = (resource: Resource) => readonly (readonly [string, Break["apply"]])[];

const simple =
  (...changes: readonly (readonly [string, string, unknown])[]): Ways =>
  ({ id }) =>
    changes.map(([name, path, value]) => [name, edit(id, set(path, value))]);

const networkBreaks: Ways = ({ id, properties }) => [
  ["asks servers that are not there", edit(id, set("dhcpOptions.dnsServers", ["10.9.9.9"]))],
  ...list(Object(properties).virtualNetworkPeerings).flatMap(({ name }) => {
    const half = (change: (peering: Json) => void) =>
      edit(id, (inside) => {
        for (const peering of list(inside.virtualNetworkPeerings)) if (peering.name === name) change(peering);
      });
    return [
      [
        `peering ${name} disconnected`,
        half((each) => set("peeringState", "Disconnected")(each.properties as Json)),
      ],
      [
        `peering ${name} without access`,
        half((each) => set("allowVirtualNetworkAccess", false)(each.properties as Json)),
      ],
      [
        `peering ${name} gone`,
        edit(id, (inside) => {
          inside.virtualNetworkPeerings = list(inside.virtualNetworkPeerings).filter(
            (each) => each.name !== name,
          );
        }),
      ],
    ] as const;
  }),
];

const groupBreaks: Ways = ({ id }) =>
  rules.map(([name, rule]) => [
    name,
    edit(id, (properties) => {
      properties.securityRules = [
        deny(rule),
        ...list(properties.securityRules).map((each) => {
          const inside = each.properties as Json;
          return { ...each, properties: { ...inside, priority: Math.max(101, Number(inside.priority)) } };
        }),
      ];
    }),
  ]);

const tableBreaks: Ways = ({ id }) =>
  routes.map(([name, route]) => [
    name,
    edit(id, (properties) => {
      properties.routes = [
        ...list(properties.routes).filter(
          (each) => Object(each.properties).addressPrefix !== route.addressPrefix,
        ),
        { name: "broken", properties: route },
      ];
    }),
  ]);

const failed = ["failed", "provisioningState", "Failed"] as const;
const gone: Ways = ({ id }) => [["gone", removed(id)]];
const both =
  (...all: readonly Ways[]): Ways =>
  (resource) =>
    all.flatMap((ways) => ways(resource));

const breaksOf: Readonly<Record<string, Ways>> = {
  "microsoft.containerservice/managedclusters": simple(["stopped", "powerState.code", "Stopped"], failed),
  "microsoft.containerservice/managedclusters/privateendpointconnections": simple(
    ["rejected", "privateLinkServiceConnectionState.status", "Rejected"],
    ["disconnected", "privateLinkServiceConnectionState.status", "Disconnected"],
  ),
  "microsoft.network/virtualnetworks": networkBreaks,
  "microsoft.network/networksecuritygroups": groupBreaks,
  "microsoft.network/routetables": tableBreaks,
  "microsoft.network/privateendpoints": gone,
  // Azure takes no interface away from a machine, but from an endpoint that is being removed.
  "microsoft.network/networkinterfaces": (resource) => (/\.nic\./i.test(resource.id) ? gone(resource) : []),
  "microsoft.network/privatednszones/a": both(
    simple(["another address", "aRecords", [{ ipv4Address: "10.20.0.77" }]]),
    gone,
  ),
  "microsoft.network/privatednszones/virtualnetworklinks": gone,
  "microsoft.compute/virtualmachines": simple(
    ["deallocated", "extended.powerState", "deallocated"],
    ["stopped", "extended.powerState", "stopped"],
  ),
  "microsoft.compute/virtualmachinescalesets": gone,
  "microsoft.network/loadbalancers": simple(["no outbound rules", "outboundRules", []], failed),
  "microsoft.network/bastionhosts": both(simple(failed), gone),
  "microsoft.network/virtualnetworkgateways": both(simple(failed), gone),
  "microsoft.network/connections": simple(["not connected", "connectionStatus", "NotConnected"]),
  "microsoft.network/localnetworkgateways": simple([
    "other ranges",
    "localNetworkAddressSpace.addressPrefixes",
    ["172.31.0.0/24"],
  ]),
  "microsoft.network/azurefirewalls": both(simple(failed), gone),
  "microsoft.network/natgateways": both(simple(failed), gone),
};

/** What is gone is told as missing of something else: an endpoint and a scale set of its cluster, an interface of its endpoint. */
function standIns({ id }: Resource, resources: readonly Resource[]): readonly string[] {
  const endpoint = /\/networkInterfaces\/(.+)\.nic\./i.exec(id)?.[1];
  if (endpoint !== undefined) return [endpoint];
  if (/\/(privateEndpoints|virtualMachineScaleSets)\//i.test(id))
    return resources.filter((each) => typeOf(each).endsWith("managedclusters")).map((each) => each.id);
  // Addresses that nobody holds any more are told by the route that leads there.
  return /\/azureFirewalls\//i.test(id)
    ? resources.filter((each) => typeOf(each).endsWith("routetables")).map((each) => each.id)
    : [];
}

/** Every single break of what stands in a scenario. */
export const breaksIn = (resources: readonly Resource[]): readonly Break[] =>
  resources.flatMap((resource) => {
    const ways = Object.hasOwn(breaksOf, typeOf(resource)) ? breaksOf[typeOf(resource)] : undefined;
    return (ways?.(resource) ?? []).map(([name, apply]) => ({
      name: `${last(resource.id)}: ${name}`,
      at: resource.id,
      also: standIns(resource, resources),
      apply,
    }));
  });
