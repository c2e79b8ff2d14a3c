// Single breaks that the documents speak of, beside those of `test/prove/broken/breaks.ts`: denied ports, routes,
// names, transit, egress. Whether somebody feels one, the oracle says.
import {
  type Break,
  edit,
  type Json,
  last,
  list,
  type Resource,
  removed,
  set,
  typeOf,
} from "../prove/broken/breaks.ts";

export type Change = Pick<Break, "name" | "at" | "apply">;
type Apply = Break["apply"];
type Named = readonly (readonly [string, Apply])[];
type Ways = (resource: Resource, all: readonly Resource[]) => Named;

const inside = (each: unknown): Json => Object((each as Json).properties) as Json;
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

export type RuleOf = Readonly<{
  direction: "Inbound" | "Outbound";
  access?: "Allow" | "Deny";
  ports: string | readonly string[];
  protocol?: string;
  from?: string;
  to?: string;
  priority?: number;
}>;

/** A rule at a free priority from the given one on; existing ones keep theirs. */
export const withRule =
  (
    id: string,
    { direction, access = "Deny", ports, protocol = "*", from = "*", to = "*", priority = 100 }: RuleOf,
  ) =>
  (resources: Resource[]): Resource[] =>
    edit(id, (properties) => {
      const rules = list(properties.securityRules);
      const taken = new Set(
        rules.filter((each) => inside(each).direction === direction).map((each) => inside(each).priority),
      );
      let free = priority;
      while (taken.has(free)) free += 1;
      const port =
        typeof ports === "string" ? { destinationPortRange: ports } : { destinationPortRanges: ports };
      const side = { sourceAddressPrefix: from, destinationAddressPrefix: to, sourcePortRange: "*" };
      const rule = { priority: free, direction, access, protocol, ...port, ...side };
      properties.securityRules = [...rules, { name: `drawn-${free}`, properties: rule }];
    })(resources);

const denied: readonly (readonly [string, RuleOf])[] = [
  ["denies 53 out", { direction: "Outbound", ports: "53" }],
  ["denies UDP 53 out", { direction: "Outbound", ports: "53", protocol: "Udp" }],
  ["denies TCP 53 in", { direction: "Inbound", ports: "53", protocol: "Tcp" }],
  ["denies UDP 53 in", { direction: "Inbound", ports: "53", protocol: "Udp" }],
  ["denies 4443 in", { direction: "Inbound", ports: "4443" }],
  ["denies 4443 out", { direction: "Outbound", ports: "4443", protocol: "Tcp" }],
  ["denies 9988 in", { direction: "Inbound", ports: "9988" }],
  ["denies probes", { direction: "Inbound", ports: "*", from: "AzureLoadBalancer" }],
  ["denies 10250 out", { direction: "Outbound", ports: "10250", protocol: "Tcp" }],
  ["denies 10000-11000 in", { direction: "Inbound", ports: "10000-11000" }],
  ["denies 80 and 443 out", { direction: "Outbound", ports: ["80", "443"] }],
  ["denies 443 to the Internet", { direction: "Outbound", ports: "443", to: "Internet" }],
  ["denies 443 to AzureCloud", { direction: "Outbound", ports: "443", to: "AzureCloud" }],
  ["denies 443 to private addresses", { direction: "Outbound", ports: "443", to: "10.0.0.0/8" }],
  ["denies UDP to the Internet", { direction: "Outbound", ports: "*", protocol: "Udp", to: "Internet" }],
  ["denies 22 in", { direction: "Inbound", ports: "22" }],
  ["denies 22 out", { direction: "Outbound", ports: "22" }],
  ["denies the rest in", { direction: "Inbound", ports: "*", priority: 4000 }],
  ["denies the rest out", { direction: "Outbound", ports: "*", priority: 4000 }],
  [
    "denies the network in after the rest",
    { direction: "Inbound", ports: "*", from: "VirtualNetwork", priority: 4000 },
  ],
];

const groups: Ways = ({ id }) => denied.map(([name, rule]) => [name, withRule(id, rule)]);

export const withRoute = (id: string, route: Json): Apply =>
  edit(id, (properties) => {
    const others = list(properties.routes).filter(
      (each) => inside(each).addressPrefix !== route.addressPrefix,
    );
    properties.routes = [...others, { name: "drawn", properties: route }];
  });

const networksIn = (all: readonly Resource[]): readonly Resource[] =>
  all.filter((each) => typeOf(each) === "microsoft.network/virtualnetworks");
const rangesIn = (all: readonly Resource[]): readonly string[] =>
  networksIn(all).flatMap((each) => {
    const space = inside(each).addressSpace as Json | undefined;
    return (space?.addressPrefixes ?? []) as string[];
  });

/** Routes that drop, go round, or lead to nobody. */
const badRoutes = (all: readonly Resource[]): readonly (readonly [string, Json])[] => [
  ...rangesIn(all).map(
    (range) => [`${range} to nowhere`, { addressPrefix: range, nextHopType: "None" }] as const,
  ),
  ...rangesIn(all).map((range) => {
    const hop = {
      nextHopType: "VirtualAppliance",
      nextHopIpAddress: range.replace(/\d+\.\d+\/\d+$/, "3.251"),
    };
    return [`${range} to a dead address`, { addressPrefix: range, ...hop }] as const;
  }),
  ["everything to the gateway", { addressPrefix: "0.0.0.0/0", nextHopType: "VirtualNetworkGateway" }],
  ["everything to the Internet", { addressPrefix: "0.0.0.0/0", nextHopType: "Internet" }],
  ["everything to nowhere", { addressPrefix: "0.0.0.0/0", nextHopType: "None" }],
];

const tables: Ways = ({ id }, all) => [
  ...badRoutes(all).map(([name, route]) => [name, withRoute(id, route)] as const),
  [
    "no default route",
    edit(id, (properties) => {
      properties.routes = list(properties.routes).filter(
        (each) => inside(each).addressPrefix !== "0.0.0.0/0",
      );
    }),
  ],
  ["no routes", edit(id, set("routes", []))],
];

const groupOf = (id: string): string => id.split("/").slice(0, 5).join("/");

/** A subnet gets something of its own. */
export const onSubnet = (network: string, name: string, change: (subnet: Json) => void): Apply =>
  edit(network, (properties) => {
    for (const each of list(properties.subnets)) if (each.name === name) change(each.properties as Json);
  });

/** A new table, attached to a subnet that has none. */
export const newTable =
  (network: string, subnet: string, routes: readonly Json[]): Apply =>
  (resources) => {
    const id = `${groupOf(network)}/providers/Microsoft.Network/routeTables/rt-drawn`;
    const properties = {
      routes: routes.map((each, index) => ({ name: `drawn-${index}`, properties: each })),
    };
    return [
      ...onSubnet(network, subnet, (inside) => {
        inside.routeTable = { id };
      })(resources),
      { id, location: "westeurope", properties } as unknown as Resource,
    ];
  };

const isPlain = (name: string): boolean => !/^(Azure|Gateway)/.test(name);

const subnets: Ways = ({ id, properties }, all) =>
  list(Object(properties).subnets).flatMap((each) => {
    const name = textOf(each.name);
    const own = inside(each);
    const routes = badRoutes(all).map(
      ([what, route]) => [`new table at ${name}: ${what}`, newTable(id, name, [route])] as const,
    );
    return [
      ...(own.routeTable === undefined && isPlain(name) ? routes : []),
      ...["routeTable", "natGateway", "networkSecurityGroup"].flatMap((what) =>
        own[what] === undefined
          ? []
          : ([[`${what} taken off ${name}`, onSubnet(id, name, (subnet) => delete subnet[what])]] as const),
      ),
    ];
  });

/** Both halves: nothing in either network says any more that they were joined. */
const lost =
  (id: string, half: unknown): Apply =>
  (all) => {
    const far = textOf((Object(half).remoteVirtualNetwork as Json | undefined)?.id);
    const without = (network: string, remote: string): Apply =>
      edit(network, (own) => {
        own.virtualNetworkPeerings = list(own.virtualNetworkPeerings).filter(
          (each) => textOf((inside(each).remoteVirtualNetwork as Json | undefined)?.id) !== remote,
        );
      });
    return without(far, id)(without(id, far)(all));
  };

const networks: Ways = (resource, all) => {
  const { id, properties } = resource;
  const half = (name: unknown, path: string, value: unknown): Apply =>
    edit(id, (own) => {
      for (const each of list(own.virtualNetworkPeerings))
        if (each.name === name) set(path, value)(each.properties as Json);
    });
  return [
    ...["8.8.8.8", "172.31.9.9"].map(
      (server) => [`asks ${server}`, edit(id, set("dhcpOptions.dnsServers", [server]))] as const,
    ),
    ["asks Azure by its address", edit(id, set("dhcpOptions.dnsServers", ["168.63.129.16"]))],
    ...list(Object(properties).virtualNetworkPeerings).flatMap(({ name }) => [
      [`peering ${name} without transit`, half(name, "allowGatewayTransit", false)] as const,
      [`peering ${name} without remote gateway`, half(name, "useRemoteGateways", false)] as const,
      [`peering ${name} forwards nothing`, half(name, "allowForwardedTraffic", false)] as const,
    ]),
    ["no peerings", edit(id, set("virtualNetworkPeerings", []))],
    ...list(Object(properties).virtualNetworkPeerings).map(
      ({ name, properties: inside }) => [`peering ${name} gone on both sides`, lost(id, inside)] as const,
    ),
    ...subnets(resource, all),
  ];
};

/** The zone with its records and links. */
const zones: Ways = ({ id }) => [
  ["gone with all in it", (resources) => resources.filter((each) => !`${each.id}/`.startsWith(`${id}/`))],
  [
    "without any link",
    (resources) => resources.filter((each) => !each.id.startsWith(`${id}/virtualNetworkLinks/`)),
  ],
];

/** A narrower zone of the same name hides the record from the network of the link. */
const links: Ways = ({ id, properties }, all) => {
  const zone = id.split("/virtualNetworkLinks/")[0] ?? "";
  const records = all.filter((each) => each.id.startsWith(`${zone}/A/`));
  return records.map(({ id: record }) => {
    const narrow = `${groupOf(zone)}/providers/Microsoft.Network/privateDnsZones/${last(record)}.${last(zone)}`;
    const added = [
      { id: narrow, location: "global", properties: {} },
      { id: `${narrow}/virtualNetworkLinks/drawn`, location: "global", properties },
    ] as unknown as Resource[];
    return [
      `a narrower zone for ${last(record)}`,
      (resources: Resource[]) => [...resources, ...added],
    ] as const;
  });
};

const values =
  (...changes: readonly (readonly [string, string, unknown])[]): Ways =>
  ({ id }) =>
    changes.map(([name, path, value]) => [name, edit(id, set(path, value))]);

const rulesOfFirewall: Ways = ({ id }) => {
  const eachRule = (change: (rule: Json) => void): Apply =>
    edit(id, (properties) => {
      for (const collection of list(properties.ruleCollections))
        for (const rule of list(collection.rules)) change(rule);
    });
  const denies = {
    ruleCollectionType: "FirewallPolicyFilterRuleCollection",
    ...{ name: "drawn", priority: 100, action: { type: "Deny" } },
  };
  const all = { ruleType: "NetworkRule", name: "all", ipProtocols: ["Any"], sourceAddresses: ["*"] };
  const first = (rules: readonly Json[]): Apply =>
    edit(id, (properties) => {
      properties.ruleCollections = [{ ...denies, rules }, ...list(properties.ruleCollections)];
    });
  return [
    ["another source", eachRule(set("sourceAddresses", ["10.250.0.0/24"]))],
    [
      "no tag of AKS",
      eachRule((rule) => (rule.fqdnTags === undefined ? undefined : set("fqdnTags", [])(rule))),
    ],
    [
      "registry only",
      eachRule((rule) => {
        if (rule.fqdnTags !== undefined)
          Object.assign(rule, { fqdnTags: [], targetFqdns: ["mcr.microsoft.com"] });
      }),
    ],
    [
      "HTTP only",
      eachRule((rule) => rule.protocols && set("protocols", [{ protocolType: "Http", port: 80 }])(rule)),
    ],
    ["no rules", edit(id, set("ruleCollections", []))],
    ["denies 443 first", first([{ ...all, destinationAddresses: ["*"], destinationPorts: ["443"] }])],
    ["denies everything first", first([{ ...all, destinationAddresses: ["*"], destinationPorts: ["*"] }])],
  ];
};

const waysOf: Readonly<Record<string, Ways>> = {
  "microsoft.containerservice/managedclusters/privateendpointconnections": values([
    "pending",
    "privateLinkServiceConnectionState.status",
    "Pending",
  ]),
  "microsoft.network/networksecuritygroups": groups,
  "microsoft.network/routetables": tables,
  "microsoft.network/virtualnetworks": networks,
  "microsoft.network/privatednszones": zones,
  "microsoft.network/privatednszones/virtualnetworklinks": links,
  "microsoft.network/privatednszones/a": values([
    "address of nobody",
    "aRecords",
    [{ ipv4Address: "10.9.8.7" }],
  ]),
  "microsoft.network/networkinterfaces": ({ id }) =>
    /\.nic\./.test(id)
      ? []
      : values(["asks 8.8.8.8", "dnsSettings.dnsServers", ["8.8.8.8"]])({ id } as Resource, []),
  "microsoft.network/natgateways": values(["no public address", "publicIpAddresses", []]),
  "microsoft.network/loadbalancers": ({ id }) => [["gone", removed(id)]],
  "microsoft.network/connections": values(["connecting", "connectionStatus", "Connecting"]),
  "microsoft.network/azurefirewalls": values(
    ["deallocated", "ipConfigurations", []],
    ["at another address", "ipConfigurations.0.properties.privateIPAddress", "10.10.4.40"],
  ),
  "microsoft.network/firewallpolicies/rulecollectiongroups": rulesOfFirewall,
  "microsoft.compute/virtualmachinescalesets": ({ id }) => [
    ["no machines", edit(id, (_, resource) => set("sku.capacity", 0)(resource))],
  ],
};

export const moreBreaksIn = (resources: readonly Resource[]): readonly Change[] =>
  resources.flatMap((resource) =>
    (waysOf[typeOf(resource)]?.(resource, resources) ?? []).map(([name, apply]) => ({
      name: `${last(resource.id)}: ${name}`,
      at: resource.id,
      apply,
    })),
  );
