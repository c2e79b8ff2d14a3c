// The network model of what was read about one cluster.

import { nodeGroupPrefix } from "../snapshot/cluster.ts";
import type { Firewall, FirewallPolicy } from "../snapshot/firewall.ts";
import type { JumpHost } from "../snapshot/hosts.ts";
import type { DnsInboundEndpoint, LoadBalancer, VirtualNetwork } from "../snapshot/network.ts";
import { idKey } from "../snapshot/resource-id.ts";
import { type ById, dataOf, type Section, type Unavailable, unavailable } from "../snapshot/section.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import { apiBalancerName, apiModeOf, firstIpv4 } from "./address/api-server.ts";
import { withoutIpv6 } from "./address/cidr.ts";
import {
  dnsProxyOf,
  firewallWithGroups,
  policiesWithGroups,
  type RuleSettings,
  ruleSetOf,
} from "./filter/firewall-rules.ts";
import { type Backends, backendsOf, gatewaysOf } from "./gateways-of-snapshot.ts";
import {
  type Holder,
  type Liveness,
  livenessOfMachine,
  livenessOfService,
  type NetworkModel,
  running,
} from "./model/model.ts";
import { zonesOf } from "./name/private-zones.ts";

const machines = (host: JumpHost): readonly Holder[] => {
  const known = host.interfaces.some(({ privateIpAddresses }) =>
    privateIpAddresses.includes(host.privateIpAddress ?? ""),
  );
  const unlisted =
    known || host.privateIpAddress === undefined
      ? []
      : [{ id: host.id, privateIpAddresses: [host.privateIpAddress], enableIpForwarding: false }];
  const nics: JumpHost["interfaces"] = [...unlisted, ...host.interfaces];
  return nics.map((nic) => ({
    kind: "virtualMachine",
    id: host.id,
    name: host.name,
    addresses: nic.privateIpAddresses,
    subnetId: host.subnetId,
    interfaceId: nic.id,
    ...(nic.dnsServers === undefined ? {} : { dnsServers: nic.dnsServers }),
    groupIds: host.networkSecurityGroupId === undefined ? [] : [host.networkSecurityGroupId],
    alive: livenessOfMachine(host.powerState),
    forwards: nic.enableIpForwarding,
    ...(host.hasPublicAddress === true || nic.isBalanced === true ? {} : { hasNoAddressOut: true }),
    // What an appliance of somebody else's does inside, Azure does not show.
    rulesUnread: true,
  }));
};

/** One that was deallocated has no address left, and yet the rules that it comes back with. */
function firewalls(
  firewall: Firewall,
  policies: ById<FirewallPolicy>,
  settings: RuleSettings,
): readonly Holder[] {
  const { id, name, ipConfigurations, provisioningState, inVirtualHub } = firewall;
  const isPrivate =
    !inVirtualHub &&
    ipConfigurations.length > 0 &&
    ipConfigurations.every((each) => each.publicIpAddressId === undefined);
  const rules = ruleSetOf(firewall, policies, settings);
  const proxy = dnsProxyOf(firewall, policies);
  const places: Firewall["ipConfigurations"] = ipConfigurations.length > 0 ? ipConfigurations : [{}];
  return places.map(({ privateIpAddress, subnetId }) => ({
    kind: "firewall",
    id,
    name,
    addresses: privateIpAddress === undefined ? [] : [privateIpAddress],
    subnetId,
    groupIds: [],
    alive: livenessOfService(provisioningState, ["done", "moving", "canceled"]),
    forwards: true,
    rulesUnread: false,
    rules,
    proxy,
    ...(isPrivate ? { hasNoPublicAddress: true } : {}),
  }));
}

function livenessOfBalancer(balancer: LoadBalancer, hosts: ClusterSnapshot["jumpHosts"]): Liveness {
  const own = livenessOfService(balancer.provisioningState, ["done", "moving", "canceled"]);
  if (own.state !== "running") return own;
  const { machines: behind, hidden } = backendsOf(balancer, hosts);
  const states = behind.map(({ host }) => livenessOfMachine(host.powerState));
  const [cause] = hidden;
  if (states.some(({ state }) => state === "running")) return running;
  const unseen = states.find(({ state }) => state === "unseen");
  if (unseen !== undefined) return unseen;
  return cause === undefined
    ? { state: "down", word: { is: "noMachineRuns" } }
    : { state: "unseen", why: cause };
}

/** Only of a cluster with an endpoint: no other has one that could stand unseen at an address. */
const hiddenEndpoint = ({ managedCluster, privateEndpoint }: ClusterSnapshot): readonly Unavailable[] => {
  const hasOne = managedCluster.status === "unavailable" || apiModeOf(managedCluster.data) === "private-link";
  return privateEndpoint.status === "unavailable" && hasOne ? [privateEndpoint] : [];
};

/** What it hands a packet to has to take it: a probe tells only that it lives. */
function forwardsBehind(balancer: LoadBalancer, { machines: behind, hidden }: Backends): Holder["forwards"] {
  const alive = behind.filter(({ host }) => livenessOfMachine(host.powerState).state !== "down");
  const refusing = alive.filter(({ nic }) => !nic.enableIpForwarding);
  if (refusing.length === 0) return true;
  if (refusing.length === alive.length && hidden.length === 0) return false;
  const machinesOff = refusing.map(({ host }) => host.name);
  return unavailable("failed", { is: "notAllForward", balancer: balancer.name, machines: machinesOff });
}

function balancers(balancer: LoadBalancer, hosts: ClusterSnapshot["jumpHosts"]): readonly Holder[] {
  const behind = backendsOf(balancer, hosts);
  return balancer.frontends.map(({ privateIpAddress, subnetId }) => ({
    kind: "loadBalancer",
    id: balancer.id,
    name: balancer.name,
    addresses: privateIpAddress === undefined ? [] : [privateIpAddress],
    subnetId,
    groupIds: [],
    behind: behind.machines.map(({ host: { id, powerState }, nic }) => ({
      ...{ id, powerState, interfaceId: nic.id, forwards: nic.enableIpForwarding },
    })),
    alive:
      balancer.name.toLowerCase() === apiBalancerName
        ? // What stands behind AKS's own one nobody sees: it has no backends of the subscription.
          livenessOfService(balancer.provisioningState, ["done"])
        : livenessOfBalancer(balancer, hosts),
    forwards: forwardsBehind(balancer, behind),
    rulesUnread: true,
  }));
}

const resolvers = ({ id, virtualNetworkId, provisioningState, addresses }: DnsInboundEndpoint): Holder => ({
  kind: "dnsServer",
  id,
  name: id.split("/").at(-1) ?? "",
  addresses,
  subnetId: virtualNetworkId === undefined ? undefined : `${virtualNetworkId}/subnets/-`,
  groupIds: [],
  alive: livenessOfService(provisioningState, ["done"]),
  forwards: false,
  rulesUnread: false,
});

function endpoint({
  privateEndpoint,
  privateEndpointNic,
  privateEndpointConnections,
}: ClusterSnapshot): readonly Holder[] {
  if (privateEndpoint.status === "unavailable" || privateEndpoint.data === null) return [];
  const { id, name, subnetId, customDnsConfigs, networkInterfaceIds } = privateEndpoint.data;
  const isBare =
    networkInterfaceIds !== undefined &&
    privateEndpointNic.status === "collected" &&
    privateEndpointNic.data === null;
  const nic = dataOf(privateEndpointNic) ?? null;
  const address =
    firstIpv4(nic?.ipConfigurations ?? []) ??
    withoutIpv6(customDnsConfigs.flatMap(({ ipAddresses }) => ipAddresses))[0];
  return [
    {
      kind: "privateEndpoint",
      id,
      name,
      addresses: address === undefined ? [] : [address],
      subnetId,
      groupIds: nic?.networkSecurityGroupId === undefined ? [] : [nic.networkSecurityGroupId],
      alive: isBare
        ? { state: "down", word: { is: "noInterface" } }
        : livenessOfEndpoint(id, privateEndpointConnections),
      forwards: false,
      rulesUnread: false,
    },
  ];
}

function livenessOfEndpoint(
  id: string,
  connections: ClusterSnapshot["privateEndpointConnections"],
): Liveness {
  if (connections.status === "unavailable") return { state: "unseen", why: connections };
  const own = connections.data.find(({ privateEndpointId }) => idKey(privateEndpointId ?? "") === idKey(id));
  const status = own?.status ?? "";
  if (/^approved$/i.test(status)) return running;
  return own === undefined || /^(pending|rejected|disconnected|removed)$/i.test(status)
    ? { state: "down", word: own === undefined ? { is: "noConnection" } : status }
    : { state: "unseen", why: unavailable("failed", { is: "connectionStateUnknown", state: status }) };
}

function networksOf({ clusterNetwork, peerNetworks, managedCluster }: ClusterSnapshot): ById<VirtualNetwork> {
  const own: [string, Section<VirtualNetwork>][] =
    clusterNetwork.status === "collected" ? [[idKey(clusterNetwork.data.id), clusterNetwork]] : [];
  const peers: [string, Section<VirtualNetwork>][] =
    peerNetworks.status === "collected"
      ? peerNetworks.data.map(({ id, network }) => [idKey(id), network])
      : [];
  return managedCluster.status === "unavailable" ? {} : Object.fromEntries([...peers, ...own]);
}

/** One of which Azure does not say where it stands may stand anywhere. */
const hiddenGateways = ({
  virtualNetworkGateways: { items, missing },
}: ClusterSnapshot): readonly Unavailable[] => [
  ...missing,
  ...items.flatMap(({ name, virtualNetworkId }) =>
    virtualNetworkId === undefined ? [unavailable("failed", { is: "gatewayNowhere", gateway: name })] : [],
  ),
];

export function networkOf(snapshot: ClusterSnapshot): NetworkModel {
  const { jumpHosts, firewalls: fire, loadBalancers, dnsInboundEndpoints, peerNetworks, ipGroups } = snapshot;
  const { managedCluster: cluster } = snapshot;
  const isTrusted = cluster.status === "collected" && cluster.data.trustsOwnAuthorities === true;
  const policies = policiesWithGroups(snapshot.firewallPolicies, ipGroups);
  const own = fire.items.map((each) => firewallWithGroups(each, ipGroups));
  return {
    networks: networksOf(snapshot),
    securityGroups: snapshot.networkSecurityGroups,
    routeTables: snapshot.routeTables,
    adminRules: snapshot.adminRules,
    keptPrefix: cluster.status === "collected" ? nodeGroupPrefix(cluster.data) : null,
    holders: [
      ...endpoint(snapshot),
      ...dnsInboundEndpoints.items.map(resolvers),
      ...own.flatMap((each) => firewalls(each, policies, { isTrusted, ipGroups })),
      ...loadBalancers.items.flatMap((balancer) => balancers(balancer, jumpHosts)),
      ...(jumpHosts.status === "collected" ? jumpHosts.data.flatMap(machines) : []),
    ],
    gateways: gatewaysOf(snapshot),
    firewalls: own,
    policies,
    natGateways: snapshot.natGateways,
    rulesets: snapshot.dnsRulesets.items,
    hiddenRulesets: snapshot.dnsRulesets.missing,
    justInTime: { policies: snapshot.jitPolicies.items, now: snapshot.takenAt },
    hiddenGateways: hiddenGateways(snapshot),
    hidden: [
      ...hiddenEndpoint(snapshot),
      ...(peerNetworks.status === "unavailable" ? [peerNetworks] : []),
      ...(jumpHosts.status === "unavailable" ? [jumpHosts] : []),
      ...fire.missing,
      ...loadBalancers.missing,
      ...dnsInboundEndpoints.missing,
    ],
    zones: zonesOf(snapshot),
    hiddenZones: snapshot.otherZones.missing,
    hiddenZone: snapshot.privateDnsZone.status === "unavailable" ? snapshot.privateDnsZone : null,
  };
}
