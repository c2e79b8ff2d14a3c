// Networks, what guards them and where their routes lead.
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { idKey } from "../../snapshot/resource-id.ts";
import type { SecurityRule } from "../../snapshot/security.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { alone, dataOf, joined, listed, type PartsRead, readOf, type Settings } from "./part.ts";

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

const settingsOfRule = (rule: SecurityRule): Settings => ({
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
      const settings: Settings = {
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
