// Whoever comes through Bastion is let in to a jump host, over SSH or RDP, whichever that host speaks.
// https://learn.microsoft.com/azure/bastion/bastion-nsg

import { hostsBehindEntry } from "../client/client-networks.ts";
import { withoutIpv6 } from "../network/address/cidr.ts";
import { https, type NetworkLocation } from "../network/address/packet.ts";
import {
  letsOutsideIn,
  portsOpened,
  takesOtherPorts,
  virtualNetworkTag,
} from "../network/filter/security-rules.ts";
import { type NetworkModel, networkIn, readNetworksOf } from "../network/model/model.ts";
import { subnetById } from "../network/route/route.ts";
import type { BastionHost, JumpHost } from "../snapshot/hosts.ts";
import type { VirtualNetwork } from "../snapshot/network.ts";
import { idKey, networkIdOf, sameId } from "../snapshot/resource-id.ts";
import { dataOf } from "../snapshot/section.ts";
import type { Client } from "../snapshot/snapshot.ts";
import { type BastionSources, hostsBehindBastion, isDeveloper } from "./bastion-on-path.ts";
import type { Context } from "./context.ts";
import { gatewayPlaces } from "./over-gateways.ts";
import { ask, type Requirement } from "./requirement.ts";

/** Null for the Developer kind, which stands in no subnet, and while its subnet was not read. */
export function placeOfBastion(model: NetworkModel, bastion: BastionHost): NetworkLocation | null {
  const { name, subnetId = "" } = bastion;
  const networkId = networkIdOf(subnetId);
  const network = networkId === null || isDeveloper(bastion) ? null : networkIn(model, networkId);
  const subnet = network?.status === "collected" ? subnetById(network.data, subnetId) : undefined;
  const [address] = withoutIpv6(subnet?.addressPrefixes ?? []);
  return networkId === null || address === undefined
    ? null
    : { name, address, networkId, subnetId, groupIds: [] };
}

/** Both while its agent does not say what it runs. */
const portsOf = ({ osName }: JumpHost): readonly number[] => {
  if (osName === undefined) return [22, 3389];
  return /windows/i.test(osName) ? [3389] : [22];
};

const isOff = ({ powerState }: JumpHost): boolean =>
  powerState.status === "collected" && !/^running$/i.test(powerState.data);

/** On its interface, and on its subnet. */
const groupsBefore = (host: JumpHost, network: VirtualNetwork): readonly string[] =>
  [host.networkSecurityGroupId, subnetById(network, host.subnetId)?.networkSecurityGroupId].flatMap(
    (id) => id ?? [],
  );

type Start = Readonly<{ model: NetworkModel; bastion: BastionHost; from: NetworkLocation }>;

/** Ports that somebody opened in a group before the host: one of them may be its own for signing in. */
function otherPorts(host: JumpHost, { model, bastion, from }: Start): readonly number[] {
  const network = networkIn(model, host.virtualNetworkId);
  if (network.status === "unavailable" || !takesOtherPorts(bastion)) return [];
  const ids = groupsBefore(host, network.data);
  const flow = { source: from.address, destination: host.privateIpAddress ?? "", protocol: "Tcp" } as const;
  const virtualNetwork = virtualNetworkTag(network.data, readNetworksOf(model), model.routeTables);
  const opened = ids.flatMap((id) => {
    const group = model.securityGroups[idKey(id)];
    return group?.status === "collected"
      ? portsOpened(group.data, { ...flow, direction: "Inbound", port: 22, virtualNetwork })
      : [];
  });
  return [...new Set(opened)];
}

function waysTo(host: JumpHost, start: Start): Requirement["ways"] {
  const { privateIpAddress: to } = host;
  if (to === undefined) return [];
  const flow = { from: start.from, to, protocol: "Tcp" } as const;
  return [
    ...portsOf(host).map((port) => [{ ask: "connection", flow: { ...flow, port } } as const]),
    ...otherPorts(host, start).map((port) => [
      { ask: "connection", flow: { ...flow, port }, mayListen: true } as const,
    ]),
  ];
}

/** It is signed in to at an address of its own, by somebody outside whom its groups let in. */
function hasOwnEntry(host: JumpHost, model: NetworkModel): boolean {
  const network = networkIn(model, host.virtualNetworkId);
  return (
    host.hasPublicAddress === true &&
    network.status === "collected" &&
    groupsBefore(host, network.data).every((id) => {
      const group = model.securityGroups[idKey(id)];
      return group?.status === "collected" && letsOutsideIn(group.data);
    })
  );
}

type Ways = Readonly<{ host: JumpHost; ways: Requirement["ways"] }>;

const delivers = ({ ways }: Ways, model: NetworkModel): boolean =>
  ways.some((way) => way.every((question) => ask(model, question).trace.end === "delivered"));

/** Where Bastion gets to one of them, another that is meant to be reached otherwise is no gap in that way. */
function withoutOwnEntries(all: readonly Ways[], model: NetworkModel): readonly Ways[] {
  if (!all.some(({ host }) => hasOwnEntry(host, model)) || !all.some((each) => delivers(each, model)))
    return all;
  return all.filter((each) => !hasOwnEntry(each.host, model) || delivers(each, model));
}

const runningBehindBastion = (client: Client, sources: BastionSources): readonly JumpHost[] =>
  hostsBehindBastion(client, sources).filter((host) => !isOff(host));

/** Whether Bastion and the hosts themselves work, checks say. */
export function bastionJump({ snapshot, network, mode, model }: Context): Requirement | null {
  if (mode === "public-open" || mode === "public-ranges" || mode === "vnet-public") return null;
  const sources: BastionSources = { ...snapshot, clusterNetwork: network };
  const hosts = runningBehindBastion(snapshot.client, sources);
  const ways = snapshot.bastionHosts.items.flatMap((bastion) => {
    const from = placeOfBastion(model, bastion);
    if (from === null) return [];
    const all = hosts.map((host) => ({ host, ways: waysTo(host, { model, bastion, from }) }));
    return withoutOwnEntries(all, model).flatMap((each) => each.ways);
  });
  return ways.length === 0 ? null : { id: "bastion.jump", for: "people", enough: "one", ways };
}

// Where no Bastion leads to a jump host that runs, somebody has to be let in to it all the same: from behind a gateway, or from a
// network near it.
// https://learn.microsoft.com/azure/architecture/guide/security/access-azure-kubernetes-service-cluster-api-server

const subnetsOf = ({ id: networkId, subnets }: VirtualNetwork): readonly NetworkLocation[] =>
  subnets.flatMap(({ id: subnetId, name, addressPrefixes }) =>
    withoutIpv6(addressPrefixes)
      .slice(0, 1)
      .map((address) => ({ name, address, networkId, subnetId, groupIds: [] })),
  );

/** Null where somebody may come from a network that was not read. */
function placesNear(model: NetworkModel, host: JumpHost): readonly NetworkLocation[] | null {
  const own = networkIn(model, host.virtualNetworkId);
  if (own.status === "unavailable") return null;
  const near = own.data.peerings.map(({ remoteVirtualNetworkId }) =>
    networkIn(model, remoteVirtualNetworkId),
  );
  const read = near.flatMap((each) => dataOf(each) ?? []);
  return read.length < near.length ? null : [own.data, ...read].flatMap(subnetsOf);
}

const waysFrom = (from: NetworkLocation, host: JumpHost, to: string): Requirement["ways"] =>
  portsOf(host).map((port) => [{ ask: "connection", flow: { from, to, protocol: "Tcp", port } }]);

const distinctHosts = (hosts: readonly JumpHost[]): readonly JumpHost[] => [
  ...new Map(hosts.map((host) => [idKey(host.id), host])).values(),
];

/**
 * Only where everything is shut: who else may come, and from where, Azure does not show. Of Bastion its own need says it;
 * nor is anything known of machines behind addresses of their own.
 */
export function jumpEntry({ snapshot, network, mode, model }: Context): Requirement | null {
  const { bastionHosts, client } = snapshot;
  if (mode !== "private-link" && mode !== "vnet-private") return null;
  const sources: BastionSources = { ...snapshot, clusterNetwork: network };
  const isOverBastion = bastionHosts.items.length > 0 && runningBehindBastion(client, sources).length > 0;
  if (isOverBastion || bastionHosts.missing.length > 0) return null;
  const hosts = distinctHosts(hostsBehindEntry(client, sources)).filter((host) => !isOff(host));
  if (hosts.some((host) => hasOwnEntry(host, model))) return null;
  const overGateways = gatewayPlaces(model, client, network).map(({ place }) => place);
  const ways: Requirement["ways"][number][] = [];
  for (const host of hosts) {
    const { privateIpAddress: to } = host;
    const near = placesNear(model, host);
    if (near === null || to === undefined) return null;
    // Of a gateway whose network is not joined with the host's, nobody ever came: that is no fault.
    const came = overGateways.filter(
      (from) =>
        near.some(({ networkId }) => sameId(networkId, from.networkId)) ||
        waysFrom(from, host, to).some((way) => way.some((each) => ask(model, each).trace.end !== "stopped")),
    );
    ways.push(...[...came, ...near].flatMap((from) => waysFrom(from, host, to)));
  }
  const isShut = ways.every((way) => way.every((question) => ask(model, question).trace.end === "stopped"));
  return ways.length > 0 && isShut ? { id: "jump.entry", for: "people", enough: "one", ways } : null;
}

/** A tunnel of Bastion's that ends at the API server leads on from Bastion's own subnet. */
export function bastionApi({ snapshot, model, apiAddress }: Context): Requirement | null {
  if (apiAddress === null) return null;
  const ways = snapshot.bastionHosts.items.flatMap((bastion) => {
    const from = placeOfBastion(model, bastion);
    const flow = from && { from, to: apiAddress, isHeld: true, ...https };
    return flow === null ? [] : [[{ ask: "connection", flow } as const]];
  });
  return ways.length === 0 ? null : { id: "bastion.api", for: "people", enough: "one", ways };
}
