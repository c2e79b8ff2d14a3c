// What packets are handed on by, and where they come in and leave: firewalls, machines, balancers, gateways, addresses.
import { firewallWithGroups, policiesWithGroups } from "../../network/filter/firewall-rules.ts";
import { isInNodeGroup } from "../../snapshot/cluster.ts";
import type { Firewall, FirewallCollection, FirewallPolicy, FirewallRule } from "../../snapshot/firewall.ts";
import { networkIdOf } from "../../snapshot/resource-id.ts";
import { dataOf, type Listing } from "../../snapshot/section.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import {
  alone,
  joined,
  listed,
  listKey,
  networksRead,
  nothingRead,
  type PartKind,
  type PartSettings,
  type PartsRead,
  part,
  readOf,
  steady,
} from "./part.ts";

/** `networkId`: none of what is not looked for there, so that nothing says that it is gone. */
type Standing = Readonly<{ id: string; networkId: string | null | undefined; settings: PartSettings }>;

const groupOf = (id: string): string => /^(.+?)\/providers\//i.exec(id)?.[1] ?? id;

/**
 * What stands in networks and is looked for in their resource groups: it is gone where both are still looked at, and
 * the list has no gaps.
 */
const standing = (
  of: PartKind,
  snapshot: ClusterSnapshot,
  items: readonly Standing[],
  hasGaps: boolean,
): PartsRead => ({
  parts: items.map(({ id, networkId, settings }) =>
    part(of, id, settings, ...(networkId == null ? [] : [networkId, groupOf(id)])),
  ),
  whole: hasGaps
    ? []
    : networksRead(snapshot).flatMap(({ id }) => [listKey(id, of), listKey(groupOf(id), of)]),
});

const hasGaps = ({ missing }: Listing<unknown>): boolean => missing.length > 0;

/** Of the first place in a network. */
const networkOfPlaces = (places: readonly Readonly<{ subnetId?: string }>[]): string | null =>
  places.map(({ subnetId }) => networkIdOf(subnetId ?? "")).find((id) => id !== null) ?? null;

const addressesOf = (places: readonly Readonly<{ privateIpAddress?: string }>[]): readonly string[] =>
  places.flatMap(({ privateIpAddress }) => privateIpAddress ?? []);

function settingsOfRule(rule: FirewallRule, access: string): PartSettings {
  if (rule.kind === "unreadable") return { access };
  const { sources, destinations, fqdns } = rule;
  // Of a group that was not read nobody knows what it adds.
  const from = rule.sourceGroupIds.length === 0 ? { sources } : {};
  const isOpen = rule.kind === "network" && rule.destinationGroupIds.length > 0;
  const more =
    rule.kind === "network"
      ? { protocol: rule.protocols.join(", "), ports: rule.ports }
      : { ports: rule.protocols.map(({ type, port }) => `${type}:${port}`) };
  const tags = rule.kind === "network" ? [] : rule.fqdnTags;
  const to = isOpen ? {} : { destinations: [...destinations, ...fqdns, ...tags] };
  return { access, ...from, ...to, ...more };
}

const rulesIn = (owner: string, path: string, collections: readonly FirewallCollection[]): PartsRead => ({
  parts: collections.flatMap(({ name, action, rules }) =>
    rules
      .filter((rule) => rule.name !== "")
      .map((rule) =>
        part(
          "firewallRule",
          `${owner}${path}/ruleCollections/${name}/rules/${rule.name}`,
          settingsOfRule(rule, action),
          owner,
        ),
      ),
  ),
  whole: [listKey(owner, "firewallRule")],
});

function ofPolicy({ id, basePolicyId, dnsProxy, proxyServers = [], groups }: FirewallPolicy): PartsRead {
  const settings = { basePolicy: basePolicyId ?? "", dnsProxy, dnsServers: proxyServers };
  const read = dataOf(groups);
  return joined(
    alone("microsoft.network/firewallpolicies", id, settings),
    ...(read ?? []).map((group) => rulesIn(id, `/ruleCollectionGroups/${group.name}`, group.collections)),
    read === undefined ? nothingRead : { parts: [], whole: [listKey(id, "firewallRule")] },
  );
}

const settingsOfFirewall = (firewall: Firewall): PartSettings => ({
  ...steady(firewall.provisioningState),
  addresses: addressesOf(firewall.ipConfigurations),
  policy: firewall.policyId ?? "",
});

const ofFirewalls = (snapshot: ClusterSnapshot): PartsRead =>
  joined(
    standing(
      "microsoft.network/azurefirewalls",
      snapshot,
      snapshot.firewalls.items.map((firewall) => ({
        id: firewall.id,
        networkId: networkOfPlaces(firewall.ipConfigurations),
        settings: settingsOfFirewall(firewall),
      })),
      hasGaps(snapshot.firewalls),
    ),
    ...snapshot.firewalls.items
      .filter(({ policyId }) => policyId === undefined)
      .map((firewall) =>
        rulesIn(firewall.id, "", firewallWithGroups(firewall, snapshot.ipGroups).collections),
      ),
    ...readOf(policiesWithGroups(snapshot.firewallPolicies, snapshot.ipGroups)).map(ofPolicy),
  );

function ofMachines(snapshot: ClusterSnapshot): PartsRead {
  const hosts = dataOf(snapshot.jumpHosts);
  if (hosts === undefined) return nothingRead;
  const machines = hosts.map(({ id, virtualNetworkId, powerState, ...host }) => {
    const power = dataOf(powerState);
    return {
      // Scale sets are looked for only where no machine is called like a jump host.
      ...{ id, networkId: host.scaleSetId === undefined ? virtualNetworkId : null },
      settings: {
        ...(power === undefined ? {} : { powerState: power }),
        // Of several interfaces only one's group is known, and which one the order of a list decides.
        ...(host.interfaces.length === 1 ? { securityGroup: host.networkSecurityGroupId ?? "" } : {}),
        forwards: host.interfaces.some(({ enableIpForwarding }) => enableIpForwarding),
      },
    };
  });
  const unseen = (snapshot.jumpHostGaps ?? []).length > 0;
  return standing("microsoft.compute/virtualmachines", snapshot, machines, unseen);
}

const isOfNodes = (id: string, { managedCluster: cluster }: ClusterSnapshot): boolean =>
  cluster.status === "collected" && isInNodeGroup(id, cluster.data);

const ofBalancers = (snapshot: ClusterSnapshot): PartsRead =>
  standing(
    "microsoft.network/loadbalancers",
    snapshot,
    snapshot.loadBalancers.items
      .filter(({ id }) => !isOfNodes(id, snapshot))
      .map(({ id, frontends, provisioningState }) => ({
        ...{ id, networkId: networkOfPlaces(frontends) },
        settings: { ...steady(provisioningState), addresses: addressesOf(frontends) },
      })),
    hasGaps(snapshot.loadBalancers),
  );

const ofBastions = (snapshot: ClusterSnapshot): PartsRead =>
  standing(
    "microsoft.network/bastionhosts",
    snapshot,
    snapshot.bastionHosts.items.map(({ id, virtualNetworkId, provisioningState, subnetId }) => ({
      ...{ id, networkId: virtualNetworkId },
      settings: { ...steady(provisioningState), subnet: subnetId ?? "" },
    })),
    hasGaps(snapshot.bastionHosts),
  );

function ofGateways(snapshot: ClusterSnapshot): PartsRead {
  const { virtualNetworkGateways: gateways, gatewayConnections: connections } = snapshot;
  return joined(
    standing(
      "microsoft.network/virtualnetworkgateways",
      snapshot,
      gateways.items.map(({ id, virtualNetworkId, provisioningState, clientAddressPools = [] }) => ({
        ...{ id, networkId: virtualNetworkId },
        settings: { ...steady(provisioningState), addressPrefixes: clientAddressPools },
      })),
      hasGaps(gateways),
    ),
    ...gateways.items.map(({ id }) => {
      const own = connections.items.filter(({ gatewayId }) => gatewayId.toLowerCase() === id.toLowerCase());
      const { parts, whole } = listed(id, "microsoft.network/connections", own, (connection) => {
        const state = dataOf(connection.state)?.connectionStatus;
        return {
          id: connection.id,
          settings: {
            ...(state === undefined ? {} : { connectionState: state }),
            localGateway: connection.localNetworkGatewayId ?? "",
            circuit: connection.circuitId ?? "",
          },
        };
      });
      return { parts, whole: hasGaps(connections) ? [] : whole };
    }),
  );
}

const ofFarSides = (snapshot: ClusterSnapshot): PartsRead =>
  joined(
    ...readOf(snapshot.localNetworkGateways).map(({ id, addressPrefixes }) =>
      alone("microsoft.network/localnetworkgateways", id, { addressPrefixes }),
    ),
    ...readOf(snapshot.expressRouteCircuits).map((circuit) =>
      alone("microsoft.network/expressroutecircuits", circuit.id, {
        state: circuit.circuitProvisioningState,
        providerState: circuit.serviceProviderProvisioningState ?? "",
        circuitPeering: circuit.privatePeeringState ?? "",
      }),
    ),
  );

const ofWaysOut = (snapshot: ClusterSnapshot): PartsRead =>
  joined(
    ...readOf(snapshot.natGateways).map(({ id, provisioningState, publicIpAddressIds, publicIpPrefixIds }) =>
      alone("microsoft.network/natgateways", id, {
        ...steady(provisioningState),
        publicAddresses: [...publicIpAddressIds, ...publicIpPrefixIds],
      }),
    ),
    ...readOf(snapshot.publicIpAddresses).map(({ id, ipAddress = "" }) =>
      alone("microsoft.network/publicipaddresses", id, { addresses: [ipAddress] }),
    ),
  );

export const edgeParts = (snapshot: ClusterSnapshot): PartsRead =>
  joined(
    ofFirewalls(snapshot),
    ofMachines(snapshot),
    ofBalancers(snapshot),
    ofBastions(snapshot),
    ofGateways(snapshot),
    ofFarSides(snapshot),
    ofWaysOut(snapshot),
  );
