// What is done to networks: peerings, subnets, interfaces, and the rules and routes that hold in them.
import { nameOf } from "../../snapshot/resource-id.ts";
import { type ArmType, idOf, type JsonBody, namesIn, type ResourcePlace } from "./arm-write.ts";
import {
  type AzTarget,
  act,
  azIn,
  byName,
  change,
  create,
  drop,
  nameIn,
  partIn,
  put,
  remove,
  shown,
} from "./az.ts";

const peering: ArmType = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";
const subnet: ArmType = "Microsoft.Network/virtualNetworks/subnets";
const rule: ArmType = "Microsoft.Network/networkSecurityGroups/securityRules";
const table: ArmType = "Microsoft.Network/routeTables";
const route: ArmType = "Microsoft.Network/routeTables/routes";
const nic: ArmType = "Microsoft.Network/networkInterfaces";

const inNetwork = "vnet-name name";
const ofSubnet = { az: "network vnet subnet update", flags: inNetwork } as const;

type Half = Readonly<{
  /** The network on the other side, by its id. */
  remote: string;
  allowForwardedTraffic: boolean;
  allowGatewayTransit: boolean;
  useRemoteGateways: boolean;
  onlySubnets?: Readonly<{ local: readonly string[]; remote: readonly string[] }>;
}>;

const halfFlags = ({ onlySubnets, ...half }: Half): readonly string[] => [
  ...["--remote-vnet", half.remote, "--allow-vnet-access"],
  ...(half.allowForwardedTraffic ? ["--allow-forwarded-traffic"] : []),
  ...(half.allowGatewayTransit ? ["--allow-gateway-transit"] : []),
  ...(half.useRemoteGateways ? ["--use-remote-gateways"] : []),
  ...(onlySubnets === undefined
    ? []
    : [
        ...["--peer-complete-vnets", "false", "--local-subnet-names", ...onlySubnets.local],
        ...["--remote-subnet-names", ...onlySubnets.remote],
      ]),
];

const halfBody = ({ remote, onlySubnets, ...half }: Half): JsonBody => ({
  remoteVirtualNetwork: { id: remote },
  allowVirtualNetworkAccess: true,
  allowForwardedTraffic: half.allowForwardedTraffic,
  allowGatewayTransit: half.allowGatewayTransit,
  useRemoteGateways: half.useRemoteGateways,
  ...(onlySubnets === undefined
    ? {}
    : {
        peerCompleteVnets: false,
        localSubnetNames: onlySubnets.local,
        remoteSubnetNames: onlySubnets.remote,
      }),
});

/** A rule that lets something through; no repair makes one that denies. */
type Rule = Readonly<{
  priority: number;
  direction: "Inbound" | "Outbound";
  protocol: string;
  sources: readonly string[];
  destinations: readonly string[];
  ports: readonly string[];
}>;

const ruleFlags = ({
  priority,
  direction,
  protocol,
  sources,
  destinations,
  ports,
}: Rule): readonly string[] => [
  ...["--priority", `${priority}`, "--direction", direction, "--access", "Allow", "--protocol", protocol],
  ...["--source-address-prefixes", ...sources],
  ...["--destination-address-prefixes", ...destinations],
  ...["--destination-port-ranges", ...ports],
];

/** One value stands in a field of its own, several in a list. */
const oneOrMore = (one: string, more: string, values: readonly string[]): JsonBody =>
  values.length === 1 ? { [one]: values[0] ?? "" } : { [more]: values };

const ruleBody = ({ priority, direction, protocol, sources, destinations, ports }: Rule): JsonBody => ({
  ...{ priority, direction, access: "Allow", protocol, sourcePortRange: "*" },
  ...oneOrMore("sourceAddressPrefix", "sourceAddressPrefixes", sources),
  ...oneOrMore("destinationAddressPrefix", "destinationAddressPrefixes", destinations),
  ...oneOrMore("destinationPortRange", "destinationPortRanges", ports),
});

/** `appliance`: its address; left out where the route leads to the gateway. */
type RouteTo = Readonly<{ prefix: string; appliance?: string }>;

const nextHopType = ({ appliance }: RouteTo): string =>
  appliance === undefined ? "VirtualNetworkGateway" : "VirtualAppliance";

/** By its id, or by the name of one in the network's own group. */
const tableId = (at: AzTarget, named: string): string | null => {
  const id = namesIn(named, table) === null ? idOf(at, table, [named]) : named;
  return namesIn(id, table) === null ? null : id;
};

export const networkActions = {
  createPeering: byName<Half>({
    ...{ az: "network vnet peering create", flags: inNetwork },
    argv: halfFlags,
    effect: ({ at, remote }) => ({ is: "makesPeering", one: partIn(at).of, other: nameOf(remote) }),
    writes: { type: peering, what: (half) => create(halfBody(half)) },
  }),
  deletePeering: byName({
    ...{ az: "network vnet peering delete", flags: inNetwork },
    effect: ({ at }) => ({ is: "removesPeering", ...partIn(at) }),
    writes: { type: peering, what: remove },
  }),
  syncPeering: byName({
    ...{ az: "network vnet peering sync", flags: inNetwork },
    effect: ({ at }) => ({ is: "syncsPeering", ...partIn(at) }),
    writes: { type: peering, what: act("sync"), noWayBack: "oneWay" },
  }),
  enableOnPeering: byName<
    Readonly<{
      setting:
        | "allowVirtualNetworkAccess"
        | "allowForwardedTraffic"
        | "allowGatewayTransit"
        | "useRemoteGateways";
    }>
  >({
    ...{ az: "network vnet peering update", flags: inNetwork },
    argv: ({ setting }) => ["--set", `${setting}=true`],
    effect: ({ at, setting }) => ({ is: "setsOnPeering", ...partIn(at), setting: `${setting}=true` }),
    writes: { type: peering, what: ({ setting }) => change(put([setting], true)) },
  }),

  createRule: byName<Rule>({
    ...{ az: "network nsg rule create", flags: "nsg-name name" },
    argv: ruleFlags,
    effect: ({ at }) => ({ is: "addsRule", ...partIn(at) }),
    writes: { type: rule, what: (values) => create(ruleBody(values)) },
  }),
  moveRule: byName<Readonly<{ priority: number }>>({
    ...{ az: "network nsg rule update", flags: "nsg-name name" },
    argv: ({ priority }) => ["--priority", `${priority}`],
    effect: ({ at, priority }) => ({ is: "movesRule", ...partIn(at), to: `${priority}` }),
    writes: { type: rule, what: ({ priority }) => change(put(["priority"], priority)) },
  }),
  deleteRule: byName({
    ...{ az: "network nsg rule delete", flags: "nsg-name name" },
    effect: ({ at }) => ({ is: "removesRule", ...partIn(at) }),
    writes: { type: rule, what: remove },
  }),
  createRouteTable: byName<Readonly<{ location: string }>>({
    ...{ az: "network route-table create", flags: "name" },
    argv: ({ location }) => ["--location", location],
    effect: ({ at }) => ({ is: "createsTable", ...nameIn(at) }),
    writes: { type: table, what: ({ location }) => create({ location }) },
  }),
  createRoute: byName<RouteTo>({
    ...{ az: "network route-table route create", flags: "route-table-name name" },
    argv: (to) => [
      ...["--address-prefix", to.prefix, "--next-hop-type", nextHopType(to)],
      ...(to.appliance === undefined ? [] : ["--next-hop-ip-address", to.appliance]),
    ],
    effect: ({ at }) => ({ is: "addsRoute", ...partIn(at) }),
    writes: {
      type: route,
      what: (to) =>
        create({
          ...{ addressPrefix: to.prefix, nextHopType: nextHopType(to) },
          ...(to.appliance === undefined ? {} : { nextHopIpAddress: to.appliance }),
        }),
    },
  }),
  deleteRoute: byName({
    ...{ az: "network route-table route delete", flags: "route-table-name name" },
    effect: ({ at }) => ({ is: "removesRoute", ...partIn(at) }),
    writes: { type: route, what: remove },
  }),

  disableEncryption: byName({
    ...{ az: "network vnet update", flags: "name" },
    argv: () => ["--enable-encryption", "false"],
    effect: ({ at }) => ({ is: "endsEncryption", ...nameIn(at) }),
    writes: {
      type: "Microsoft.Network/virtualNetworks",
      what: () => change(put(["encryption", "enabled"], false)),
    },
  }),
  /** `gateway`: by its id. A name would be looked up by `az`. */
  setNatGateway: byName<Readonly<{ gateway: string }>>({
    ...ofSubnet,
    argv: ({ gateway }) => ["--nat-gateway", gateway],
    effect: ({ at, gateway }) => ({ is: "givesNatGateway", ...partIn(at), to: nameOf(gateway) }),
    writes: {
      type: subnet,
      what: ({ gateway: id }) =>
        namesIn(id, "Microsoft.Network/natGateways") === null ? null : change(put(["natGateway"], { id })),
    },
  }),
  attachRouteTable: byName<Readonly<{ table: string }>>({
    ...ofSubnet,
    argv: ({ table: named }) => ["--route-table", named],
    effect: ({ at }) => ({ is: "attachesTable", ...partIn(at) }),
    writes: {
      type: subnet,
      what: ({ at, table: named }) => {
        const id = tableId(at, named);
        return id === null ? null : change(put(["routeTable"], { id }));
      },
    },
  }),
  /** The first table of the resource group `from`: which one that is, only the line itself finds out. */
  attachFoundRouteTable: shown<Readonly<{ at: AzTarget; from: ResourcePlace }>>(
    ({ at, from }) => {
      const list = azIn(from, "network route-table list", "--query", "[0].id", "--output", "tsv");
      const [network = "", name = ""] = at.names;
      const attach = azIn(at, ofSubnet.az, "--vnet-name", network, "--name", name, "--route-table");
      return `${list} | xargs -r -n 1 ${attach}`;
    },
    ({ at }) => ({ is: "attachesTable", ...partIn(at) }),
    ({ at }) => at,
  ),
  detachRouteTable: byName({
    ...ofSubnet,
    argv: () => ["--remove", "routeTable"],
    effect: ({ at }) => ({ is: "detachesTable", ...partIn(at) }),
    writes: { type: subnet, what: () => change(drop(["routeTable"])) },
  }),
  /** `to`: the service that may stand in it. */
  delegateSubnet: byName<Readonly<{ to: string }>>({
    ...ofSubnet,
    argv: ({ to }) => ["--delegations", to],
    effect: ({ at, to }) => ({ is: "delegates", ...partIn(at), to }),
    // As `az` numbers them.
    writes: {
      type: subnet,
      what: ({ to }) => change(put(["delegations"], [{ name: "0", serviceName: to }])),
    },
  }),
  /** All of them: the option replaces what the subnet has. */
  setServiceEndpoints: byName<Readonly<{ services: readonly string[] }>>({
    ...ofSubnet,
    argv: ({ services }) => ["--service-endpoints", ...services],
    effect: ({ at }) => ({ is: "servesStorage", ...partIn(at) }),
  }),

  enableForwarding: byName({
    ...{ az: "network nic update", flags: "name" },
    argv: () => ["--ip-forwarding", "true"],
    effect: ({ at }) => ({ is: "forwards", ...nameIn(at) }),
    writes: { type: nic, what: () => change(put(["enableIPForwarding"], true)) },
  }),
  clearDnsServers: byName({
    ...{ az: "network nic update", flags: "name" },
    argv: () => ["--dns-servers", "[]"],
    effect: ({ at }) => ({ is: "dropsServers", ...nameIn(at) }),
    writes: { type: nic, what: () => change(put(["dnsSettings", "dnsServers"], [])) },
  }),
};
