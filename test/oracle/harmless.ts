// Changes that break nothing, by the documents: what no need of AKS or of its people meets. Nothing may sound an alarm.
import { edit, type Json, last, list, type Resource, set, typeOf } from "../prove/broken/breaks.ts";
import { type Change, newTable, onSubnet, type RuleOf, withRoute, withRule } from "./more-breaks.ts";

type Apply = Change["apply"];
type Ways = (resource: Resource) => readonly (readonly [string, Apply])[];

/**
 * "AKS has no ingress requirements by default", and these ports are nobody's on a node, a name server or a jump host with
 * Linux: https://learn.microsoft.com/azure/aks/outbound-rules-control-egress
 */
const unneeded = ["23", "1433", "3389", "5985-5986", "445", "8888", "6379", "21"];
const rules: readonly (readonly [string, RuleOf])[] = [
  ...unneeded.map(
    (port) => [`denies ${port} in`, { direction: "Inbound", ports: port, protocol: "Tcp" }] as const,
  ),
  ...["25", "23", "6667"].map(
    (port) => [`denies ${port} out`, { direction: "Outbound", ports: port }] as const,
  ),
  ["denies ICMP in", { direction: "Inbound", ports: "*", protocol: "Icmp" }],
  ["denies an unused range in", { direction: "Inbound", ports: "*", from: "203.0.113.0/24" }],
  ["denies a far range out", { direction: "Outbound", ports: "*", to: "10.250.0.0/16" }],
  [
    "allows 443 in once more",
    { direction: "Inbound", access: "Allow", ports: "443", from: "VirtualNetwork" },
  ],
  ["allows everything out", { direction: "Outbound", access: "Allow", ports: "*", priority: 3000 }],
  ["denies telnet last", { direction: "Inbound", ports: "23", priority: 4096 }],
];

/** Prefixes that nothing of the estate has, and the range of the network itself, which is the system's route again. */
const farRoutes: readonly (readonly [string, Json])[] = [
  ["a far range to nowhere", { addressPrefix: "10.250.0.0/16", nextHopType: "None" }],
  ["documentation range to nowhere", { addressPrefix: "203.0.113.0/24", nextHopType: "None" }],
  ["a public range to the Internet", { addressPrefix: "23.102.135.246/32", nextHopType: "Internet" }],
];

const ofNetwork = ({ id, properties }: Resource): readonly (readonly [string, Apply])[] => {
  const [range = ""] = ((Object(properties).addressSpace as Json | undefined)?.addressPrefixes ??
    []) as string[];
  const subnets = list(Object(properties).subnets).map((each) => ({
    name: String(each.name),
    own: Object(each.properties) as Json,
  }));
  const plain = subnets.filter(
    ({ name, own }) => !/^(Azure|Gateway)/.test(name) && own.delegations === undefined,
  );
  return [
    ["tagged", edit(id, (_, resource) => set("tags.reviewed", "yes")(resource))],
    [
      "an empty subnet more",
      edit(id, (own) => {
        const free = range.replace(
          /^(\d+\.\d+)\..*$/,
          range.endsWith("/24") ? "$1.0.240/29" : "$1.15.240/29",
        );
        own.subnets = [...list(own.subnets), { name: "drawn", properties: { addressPrefix: free } }];
      }),
    ],
    ...plain
      .filter(({ own }) => own.routeTable === undefined)
      .flatMap(({ name }) => [
        [`an empty table at ${name}`, newTable(id, name, [])] as const,
        ...farRoutes.map(
          ([what, route]) => [`a table at ${name}: ${what}`, newTable(id, name, [route])] as const,
        ),
      ]),
    ...plain.map(
      ({ name }) =>
        [
          `service endpoints at ${name}`,
          onSubnet(id, name, (subnet) => set("serviceEndpoints", [{ service: "Microsoft.Storage" }])(subnet)),
        ] as const,
    ),
    ...list(Object(properties).virtualNetworkPeerings).map(
      ({ name }) =>
        [
          `peering ${name} forwards`,
          edit(id, (own) => {
            for (const each of list(own.virtualNetworkPeerings))
              if (each.name === name) set("allowForwardedTraffic", true)(each.properties as Json);
          }),
        ] as const,
    ),
  ];
};

const network = (id: string, type: string, name: string): string =>
  `${id.split("/").slice(0, 5).join("/")}/providers/Microsoft.Network/${type}/${name}`;
const more =
  (...resources: readonly Json[]): Apply =>
  (all) => [...all, ...(resources as unknown as Resource[])];

/** Things beside the cluster, in its resource group. */
const beside: Ways = ({ id }) => {
  const deny = { priority: 100, direction: "Inbound", access: "Deny", protocol: "*" };
  const any = { sourcePortRange: "*", destinationPortRange: "*", sourceAddressPrefix: "*" };
  const rule = { name: "all", properties: { ...deny, ...any, destinationAddressPrefix: "*" } };
  const nowhere = { name: "all", properties: { addressPrefix: "0.0.0.0/0", nextHopType: "None" } };
  const zone = network(id, "privateDnsZones", "privatelink.blob.core.windows.net");
  const far = network(id, "virtualNetworks", "vnet-drawn");
  const space = { addressPrefixes: ["10.251.0.0/24"] };
  const subnets = [{ name: "drawn", properties: { addressPrefix: "10.251.0.0/25" } }];
  const placed = { location: "westeurope" };
  return [
    [
      "a group that nothing has",
      more({
        id: network(id, "networkSecurityGroups", "nsg-drawn"),
        ...placed,
        properties: { securityRules: [rule] },
      }),
    ],
    [
      "a table that nothing has",
      more({ id: network(id, "routeTables", "rt-unused"), ...placed, properties: { routes: [nowhere] } }),
    ],
    [
      "a network for itself",
      more({ id: far, ...placed, properties: { addressSpace: space, subnets, virtualNetworkPeerings: [] } }),
    ],
    ["a zone of storage", more({ id: zone, location: "global", properties: {} })],
    [
      "a NAT gateway that nothing has",
      more({
        id: network(id, "natGateways", "ng-drawn"),
        ...placed,
        sku: { name: "Standard" },
        properties: {},
      }),
    ],
    ["tagged", edit(id, (_, resource) => set("tags.reviewed", "yes")(resource))],
  ];
};

const cluster: Ways = (resource) => [
  ...beside(resource),
  ["automatic upgrades", edit(resource.id, set("autoUpgradeProfile.upgradeChannel", "patch"))],
  ["a maximum of pools", edit(resource.id, set("maxAgentPools", 50))],
];

const values =
  (...changes: readonly (readonly [string, string, unknown])[]): Ways =>
  ({ id }) =>
    changes.map(([name, path, value]) => [name, edit(id, set(path, value))]);

const waysOf: Readonly<Record<string, Ways>> = {
  "microsoft.containerservice/managedclusters": cluster,
  "microsoft.network/networksecuritygroups": ({ id }) => [
    ...rules.map(([name, rule]) => [name, withRule(id, rule)] as const),
    [
      "the rules in another order",
      edit(id, (own) => {
        own.securityRules = list(own.securityRules).toReversed();
      }),
    ],
  ],
  "microsoft.network/routetables": ({ id }) => [
    ...farRoutes.map(([name, route]) => [name, withRoute(id, route)] as const),
    ["tagged", edit(id, (_, resource) => set("tags.reviewed", "yes")(resource))],
  ],
  "microsoft.network/virtualnetworks": ofNetwork,
  "microsoft.network/privatednszones": ({ id }) => [
    [
      "a record more",
      more({ id: `${id}/A/other`, properties: { ttl: 300, aRecords: [{ ipv4Address: "10.20.0.99" }] } }),
    ],
    ["tagged", edit(id, (_, resource) => set("tags.reviewed", "yes")(resource))],
  ],
  "microsoft.network/privatednszones/a": values(["lives shorter", "ttl", 30]),
  "microsoft.network/privatednszones/virtualnetworklinks": values([
    "falls back to the Internet",
    "resolutionPolicy",
    "NxDomainRedirect",
  ]),
  "microsoft.network/natgateways": values(["waits longer", "idleTimeoutInMinutes", 30]),
  "microsoft.network/loadbalancers": values(["tagged", "comment", "reviewed"]),
  "microsoft.network/networkinterfaces": ({ id }) =>
    /\.nic\./.test(id) ? [] : [["faster", edit(id, set("enableAcceleratedNetworking", true))]],
  "microsoft.network/firewallpolicies/rulecollectiongroups": ({ id }) => [
    [
      "denies SMTP first",
      edit(id, (own) => {
        const rule = { ruleType: "NetworkRule", name: "smtp", ipProtocols: ["TCP"], sourceAddresses: ["*"] };
        const rules = [{ ...rule, destinationAddresses: ["*"], destinationPorts: ["25"] }];
        const collection = {
          ruleCollectionType: "FirewallPolicyFilterRuleCollection",
          name: "smtp",
          priority: 150,
        };
        own.ruleCollections = [
          { ...collection, action: { type: "Deny" }, rules },
          ...list(own.ruleCollections),
        ];
      }),
    ],
  ],
  "microsoft.network/publicipaddresses": values(["waits longer", "idleTimeoutInMinutes", 15]),
  "microsoft.compute/virtualmachines": ({ id }) => [
    ["tagged", edit(id, (_, resource) => set("tags.reviewed", "yes")(resource))],
  ],
};

export const harmlessIn = (resources: readonly Resource[]): readonly Change[] =>
  resources.flatMap((resource) =>
    (waysOf[typeOf(resource)]?.(resource) ?? []).map(([name, apply]) => ({
      name: `${last(resource.id)}: ${name}`,
      at: resource.id,
      apply,
    })),
  );
