// What was read of a network, part by part, so that two readings can be held against each other: each part with the few
// settings that decide what passes it.
import type { ChangedType } from "../../finding/kit/operation.ts";
import { stateWordOf } from "../../outcome/state-word.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { idKey } from "../../snapshot/resource-id.ts";
import { dataOf, type Section } from "../../snapshot/section.ts";
import type { SecurityRule } from "../../snapshot/security.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";

/** By provider and type; rules of a firewall have no type of their own. */
export type PartKind = ChangedType | "firewallRule";

export type Setting =
  | "access"
  | "addresses"
  | "addressPrefixes"
  | "adminRules"
  | "basePolicy"
  | "circuit"
  | "circuitPeering"
  | "connectionState"
  | "destinations"
  | "direction"
  | "dnsProxy"
  | "dnsServers"
  | "domain"
  | "endpointPolicies"
  | "forwards"
  | "gatewayTransit"
  | "httpsProxy"
  | "leadsOut"
  | "localGateway"
  | "networks"
  | "nextHop"
  | "outboundByDefault"
  | "outboundType"
  | "policy"
  | "ports"
  | "powerState"
  | "priority"
  | "privateDnsZone"
  | "protocol"
  | "providerState"
  | "publicAddresses"
  | "ranges"
  | "reaches"
  | "refusesLearned"
  | "remoteGateways"
  | "routeTable"
  | "runCommandOff"
  | "natGateway"
  | "securityGroup"
  | "sourcePorts"
  | "sources"
  | "state"
  | "subnet"
  | "sync";

/** Ids stand whole. An empty text or list: there is none. */
export type PartValue = string | boolean | readonly string[];
export type PartSettings = Readonly<{ [S in Setting]?: PartValue }>;

/** `lists`: those (`listKey`) that together would have it if it were there; none: nothing says that it is gone. */
export type ComparedPart = Readonly<{
  id: string;
  of: PartKind;
  lists: readonly string[];
  settings: PartSettings;
}>;

/** `whole`: lists of which all parts were read. */
export type PartsRead = Readonly<{ parts: readonly ComparedPart[]; whole: readonly string[] }>;

/** `within`: what is asked for its parts of a kind: a resource, or a resource group. */
export const listKey = (within: string, of: PartKind): string => `${idKey(within)}|${of}`;

export const part = (
  of: PartKind,
  id: string,
  settings: PartSettings,
  ...within: readonly string[]
): ComparedPart => ({
  ...{ of, id, settings },
  lists: within.map((each) => listKey(each, of)),
});

export const joined = (...all: readonly PartsRead[]): PartsRead => ({
  parts: all.flatMap(({ parts }) => parts),
  whole: all.flatMap(({ whole }) => whole),
});

export const nothingRead: PartsRead = { parts: [], whole: [] };

/** One that is read by its id. */
export const alone = (of: PartKind, id: string, settings: PartSettings): PartsRead => ({
  parts: [part(of, id, settings)],
  whole: [],
});

/** The whole list of a kind inside something. */
export const listed = <T>(
  within: string,
  of: PartKind,
  items: readonly T[],
  toPart: (item: T) => Readonly<{ id: string; settings: PartSettings }>,
): PartsRead => ({
  parts: items.map((item) => {
    const { id, settings } = toPart(item);
    return part(of, id, settings, within);
  }),
  whole: [listKey(within, of)],
});

/** A state that an operation passes through says nothing of what was changed. */
export const steady = (state: string): PartSettings => (stateWordOf(state) === "moving" ? {} : { state });

/** Of a table by id, those that were read. */
export const readOf = <T>(sections: Readonly<Record<string, Section<T>>>): readonly T[] =>
  Object.values(sections).flatMap((section) => (section.status === "collected" ? [section.data] : []));

// Networks, what guards them and where their routes lead.

export function networksRead({ clusterNetwork, peerNetworks }: ClusterSnapshot): readonly VirtualNetwork[] {
  const peers = dataOf(peerNetworks) ?? [];
  const all = [clusterNetwork, ...peers.map(({ network }) => network)].flatMap(
    (section) => dataOf(section) ?? [],
  );
  return [...new Map(all.map((network) => [idKey(network.id), network])).values()];
}

const subnetsOf = ({ id, subnets }: VirtualNetwork): PartsRead =>
  listed(id, "microsoft.network/virtualnetworks/subnets", subnets, (subnet) => ({
    id: subnet.id,
    settings: {
      addressPrefixes: subnet.addressPrefixes,
      securityGroup: subnet.networkSecurityGroupId ?? "",
      routeTable: subnet.routeTableId ?? "",
      natGateway: subnet.natGatewayId ?? "",
      endpointPolicies: subnet.privateEndpointNetworkPolicies ?? "",
      ...(subnet.defaultOutboundAccess === undefined
        ? {}
        : { outboundByDefault: subnet.defaultOutboundAccess }),
    },
  }));

const peeringsOf = ({ id, peerings }: VirtualNetwork): PartsRead =>
  listed(id, "microsoft.network/virtualnetworks/virtualnetworkpeerings", peerings, (peering) => ({
    id: peering.id,
    settings: {
      networks: [peering.remoteVirtualNetworkId],
      connectionState: peering.peeringState,
      sync: peering.peeringSyncLevel ?? "",
      reaches: peering.allowVirtualNetworkAccess,
      forwards: peering.allowForwardedTraffic,
      gatewayTransit: peering.allowGatewayTransit,
      remoteGateways: peering.useRemoteGateways,
    },
  }));

const settingsOfRule = (rule: SecurityRule): PartSettings => ({
  priority: String(rule.priority),
  direction: rule.direction,
  access: rule.access,
  protocol: rule.protocol,
  sources: rule.sourceAddressPrefixes,
  sourcePorts: rule.sourcePortRanges,
  destinations: rule.destinationAddressPrefixes,
  ports: rule.destinationPortRanges,
});

/** Azure's own stand in every group, and nobody changes them. */
const firstOfAzures = 65_000;

const groupsOf = ({ networkSecurityGroups }: ClusterSnapshot): readonly PartsRead[] =>
  readOf(networkSecurityGroups).map(({ id, rules }) => {
    const own = rules.filter(({ priority }) => priority < firstOfAzures);
    const inGroup = listed(id, "microsoft.network/networksecuritygroups/securityrules", own, (rule) => ({
      id: `${id}/securityRules/${rule.name}`,
      settings: settingsOfRule(rule),
    }));
    return joined(alone("microsoft.network/networksecuritygroups", id, {}), inGroup);
  });

const tablesOf = ({ routeTables }: ClusterSnapshot): readonly PartsRead[] =>
  readOf(routeTables).map(({ id, disableBgpRoutePropagation: refusesLearned, routes }) =>
    joined(
      alone("microsoft.network/routetables", id, { refusesLearned }),
      listed(id, "microsoft.network/routetables/routes", routes, (route) => ({
        id: `${id}/routes/${route.name}`,
        settings: {
          addressPrefixes: [route.addressPrefix],
          nextHop: `${route.nextHopType} ${route.nextHopIpAddress ?? ""}`.trim(),
        },
      })),
    ),
  );

export const networkParts = (snapshot: ClusterSnapshot): PartsRead =>
  joined(
    ...networksRead(snapshot).map((network) => {
      const rules = dataOf(snapshot.adminRules[idKey(network.id)]);
      const settings: PartSettings = {
        addressPrefixes: network.addressPrefixes,
        dnsServers: network.dnsServers,
        ...(rules === undefined ? {} : { adminRules: rules.map(({ access, name }) => `${access} ${name}`) }),
      };
      return joined(
        alone("microsoft.network/virtualnetworks", network.id, settings),
        subnetsOf(network),
        peeringsOf(network),
      );
    }),
    ...groupsOf(snapshot),
    ...tablesOf(snapshot),
  );
