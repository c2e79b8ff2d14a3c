// Which networks people come from: the one they named, else those with a jump host, else the peered hubs.
import { coverage } from "../network/address/cidr.ts";
import { hubNameOf, isOverVirtualHub } from "../network/gateway/gateways.ts";
import { readNetworks } from "../network/route/next-hop.ts";
import {
  combine,
  type Fact,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../outcome/check.ts";
import type { JumpHost } from "../snapshot/hosts.ts";
import {
  type PeerNetwork,
  peeringTo,
  type VirtualNetwork,
  type VirtualNetworkLink,
} from "../snapshot/network.ts";
import { idKey, nameOf, sameId } from "../snapshot/resource-id.ts";
import { collected, dataOf, type Section, type Unavailable, unavailable } from "../snapshot/section.ts";
import type { Client } from "../snapshot/snapshot.ts";
import { type HostSources, likelyHosts } from "./likely-hosts.ts";

export type ClientNetwork = Readonly<{
  id: string;
  name: string;
  network: Section<VirtualNetwork>;
  jumpHosts: readonly JumpHost[];
  /** Why nothing is said of the way from there. */
  unjudged?: Unavailable["message"];
}>;

type ClientNetworks = Readonly<
  /**
   * `named`: the requester said so, and that network must do. Else one that works is enough for an access path.
   * `links`: networks that the zone serves although no peering leads there any more.
   */
  | { status: "known"; basis: "named" | "jumpHosts" | "peers" | "links"; networks: readonly ClientNetwork[] }
  /** The way starts in the cluster's own network: nothing lies between. */
  | { status: "inside" }
  | { status: "none" }
  /** The requester named a network that is not there; `wanted`: by which name. */
  | { status: "notFound"; wanted: string }
  | ({ status: "unknown" } & Pick<Unavailable, "message" | "needs">)
>;

export type ClientSources = HostSources &
  Readonly<{
    privateDnsLinks: Section<readonly VirtualNetworkLink[]>;
  }>;

const hostsIn = (id: string, sources: ClientSources): readonly JumpHost[] =>
  likelyHosts(sources).filter((host) => sameId(host.virtualNetworkId, id));

const notPeered = (id: string): Unavailable =>
  unavailable("notReached", { is: "networkNotPeered", network: nameOf(id) });

/** Peered networks as read, and the bare ids of those that only the zone's links name. */
function candidates(sources: ClientSources): readonly ClientNetwork[] {
  const { peerNetworks } = sources;
  const linked = (dataOf(sources.privateDnsLinks) ?? []).map(({ virtualNetworkId: id }): PeerNetwork => {
    return { id, network: peerNetworks.status === "unavailable" ? peerNetworks : notPeered(id) };
  });
  const all = new Map([...linked, ...(dataOf(peerNetworks) ?? [])].map((peer) => [idKey(peer.id), peer]));
  all.delete(idKey(sources.clusterNetwork.id));
  return [...all.values()].map((peer) => ({
    ...peer,
    name: hubNameOf(peer.id) ?? nameOf(peer.id),
    jumpHosts: hostsIn(peer.id, sources),
    ...(isOverVirtualHub(peer, sources.clusterNetwork) ? { unjudged: { is: "overVirtualHub" } } : {}),
  }));
}

const isCalled = (wanted: string, id: string): boolean =>
  sameId(wanted, id) || wanted.toLowerCase() === nameOf(id).toLowerCase();

function named(wanted: string, sources: ClientSources): ClientNetworks {
  if (isCalled(wanted, sources.clusterNetwork.id)) return { status: "inside" };
  const found = candidates(sources).filter(({ id }) => isCalled(wanted, id));
  if (found.length > 0) return { status: "known", basis: "named", networks: found };
  if (!wanted.startsWith("/")) return { status: "notFound", wanted };
  return {
    status: "known",
    basis: "named",
    networks: [{ id: wanted, name: nameOf(wanted), network: notPeered(wanted), jumpHosts: [] }],
  };
}

const holds = (network: Section<VirtualNetwork>, ip: string): boolean =>
  network.status === "collected" && coverage(network.data.addressPrefixes, ip) === "yes";

/** What the cluster's own half of a peering says about the other network's range: known without any right there. */
const peeredRange = (id: string, { clusterNetwork }: ClientSources): readonly string[] =>
  clusterNetwork.peerings
    .filter(({ remoteVirtualNetworkId }) => sameId(remoteVirtualNetworkId, id))
    .flatMap(({ remoteAddressPrefixes }) => remoteAddressPrefixes);

/** The network whose range holds an address of the requester; null where none does. */
export function locate(ip: string, sources: ClientSources): ClientNetworks | null {
  if (holds(collected(sources.clusterNetwork), ip)) return { status: "inside" };
  const networks = candidates(sources).filter(
    ({ id, network }) => holds(network, ip) || coverage(peeredRange(id, sources), ip) === "yes",
  );
  return networks.length > 0 ? { status: "known", basis: "named", networks } : null;
}

const hubSubnets = /^(GatewaySubnet|AzureBastionSubnet|AzureFirewallSubnet)$/i;
const looksLikeHub = ({ network }: ClientNetwork): boolean =>
  network.status === "collected" && network.data.subnets.some(({ name }) => hubSubnets.test(name));

/** What was refused may be what people come through. What was left unread among many is the least likely to. */
const mayBeHub = (each: ClientNetwork): boolean =>
  looksLikeHub(each) ||
  each.unjudged !== undefined ||
  (each.network.status === "unavailable" && each.network.reason !== "notReached");

const isRead = ({ network }: ClientNetwork): boolean => network.status === "collected";

/**
 * A linked network that never was peered: others ask DNS servers in it, or it is a further spoke of the cluster's hub.
 * Then no peering of it is missed.
 */
function wasNeverPeered({ network }: ClientNetwork, sources: ClientSources): boolean {
  if (network.status === "unavailable") return false;
  const { id, peerings } = sources.clusterNetwork;
  const leadsTo = (other: string): boolean => peeringTo(network.data, other) !== undefined;
  const servers = readNetworks(sources.clusterNetwork, dataOf(sources.peerNetworks) ?? []).flatMap(
    ({ dnsServers }) => dnsServers,
  );
  const isSpoke = peerings.some(({ remoteVirtualNetworkId }) => leadsTo(remoteVirtualNetworkId));
  return !leadsTo(id) && (isSpoke || servers.some((ip) => holds(network, ip)));
}

/**
 * Networks that the zone is linked to and that the cluster's network is not peered with. They count only where
 * no peered network is linked: beside a working hub they may well hold nothing but DNS servers.
 */
function lostNetworks(sources: ClientSources, peers: readonly ClientNetwork[]): readonly ClientNetwork[] {
  const links = dataOf(sources.privateDnsLinks) ?? [];
  const isLinked = ({ id }: ClientNetwork): boolean =>
    links.some(({ virtualNetworkId }) => sameId(virtualNetworkId, id));
  // A peered network that cannot be read may be a Virtual WAN hub, which leads on to the linked ones.
  if (!peers.every(isRead) || peers.some(isLinked)) return [];
  return candidates(sources).filter(
    (network) => isLinked(network) && !isPeered(network, sources) && !wasNeverPeered(network, sources),
  );
}

/** AKS's own zone of one cluster: a link to it was made for that cluster. */
const isOwnZone = ({ id }: VirtualNetworkLink): boolean =>
  /\/privateDnsZones\/[\da-f]{8}-[\da-f-]{27}\.privatelink\./i.test(id);

/**
 * The same beside peered networks that work: one that people come from, and that still has its half, or that somebody linked
 * for this cluster alone. A zone that several clusters share is linked to networks that lead to others.
 */
function lostBeside(sources: ClientSources): readonly ClientNetwork[] {
  const links = dataOf(sources.privateDnsLinks) ?? [];
  return candidates(sources).filter((each) => {
    const { id, network, jumpHosts } = each;
    const own = links.filter(({ virtualNetworkId }) => sameId(virtualNetworkId, id));
    if (own.length === 0 || network.status === "unavailable" || isPeered(each, sources)) return false;
    const hasHalf = peeringTo(network.data, sources.clusterNetwork.id) !== undefined;
    return hasHalf
      ? jumpHosts.length > 0 || looksLikeHub(each)
      : jumpHosts.length > 0 && own.some(isOwnZone) && !wasNeverPeered(each, sources);
  });
}

const isPeered = ({ id }: ClientNetwork, { clusterNetwork }: ClientSources): boolean =>
  peeringTo(clusterNetwork, id) !== undefined;

const peersIn = (sources: ClientSources): readonly ClientNetwork[] =>
  candidates(sources).filter((network) => isPeered(network, sources));

/** Without any jump host: the peered networks that look like a hub, where some do, else all. */
function byPeering(sources: ClientSources): ClientNetworks {
  if (sources.peerNetworks.status === "unavailable") {
    const { message, needs } = sources.peerNetworks;
    return { status: "unknown", message, needs };
  }
  const peers = peersIn(sources);
  const lost = lostNetworks(sources, peers);
  if (lost.length > 0) return { status: "known", basis: "links", networks: lost };
  const hubs = peers.filter(mayBeHub);
  const networks = [...(hubs.length > 0 ? hubs : peers), ...lostBeside(sources)];
  return networks.length > 0 ? { status: "known", basis: "peers", networks } : { status: "none" };
}

export function clientNetworksOf(client: Client, sources: ClientSources): ClientNetworks {
  if (client.virtualNetwork !== undefined) return named(client.virtualNetwork, sources);
  const located = client.ip === undefined ? null : locate(client.ip, sources);
  if (located !== null) return located;
  // Machines in a network that is not peered are no access path while others are: they may be DNS servers.
  const withHosts = peersIn(sources).filter(({ jumpHosts }) => jumpHosts.length > 0);
  if (withHosts.length > 0)
    return { status: "known", basis: "jumpHosts", networks: [...withHosts, ...lostBeside(sources)] };
  return hostsBeside(sources).length > 0 ? { status: "inside" } : byPeering(sources);
}

/** Whether the requester said where they are. */
const isPlaced = ({ ip, virtualNetwork }: Client, sources: ClientSources): boolean =>
  virtualNetwork !== undefined || (ip !== undefined && locate(ip, sources) !== null);

/** Networks whose peerings people cross: a jump host beside the nodes crosses none, but whoever comes over a hub does. */
export function crossedNetworksOf(client: Client, sources: ClientSources): ClientNetworks {
  const found = clientNetworksOf(client, sources);
  if (found.status !== "inside" || isPlaced(client, sources)) return found;
  const hubs = peersIn(sources).filter(mayBeHub);
  return hubs.length > 0 ? { status: "known", basis: "peers", networks: hubs } : found;
}

/** The cluster's own network as one that people come from: over the jump hosts in it, where there are any. */
export function insideOf(sources: ClientSources): readonly ClientNetwork[] {
  const { clusterNetwork: network } = sources;
  const jumpHosts = hostsIn(network.id, sources);
  return jumpHosts.length === 0
    ? []
    : [{ id: network.id, name: network.name, network: collected(network), jumpHosts }];
}

/** Of networks that people come from, or that were not read. */
type Sought = Extract<ClientNetworks, Readonly<{ status: "known" | "unknown" }>>;

/** Judges each client network and says what that means for the requester. */
export function judgeClientNetworks<F extends Fact>(
  found: Sought,
  judge: (network: ClientNetwork) => Outcome<F>,
): Outcome<F | SharedFact> {
  if (found.status === "unknown") return unread(found);
  return combine<F | SharedFact>(
    found.networks.map((network) =>
      network.unjudged === undefined ? judge(network) : unread({ message: network.unjudged, needs: [] }),
    ),
    found.basis === "named",
  );
}

export type NobodyFact = Readonly<{ is: "startsInside" } | { is: "noPeer" } | { is: "networkNeeded" }>;

/** Why nobody's access path starts in another network, or that this is not known; null where one does. */
export function nobodyFrom(found: ClientNetworks): Outcome<NobodyFact | SharedFact> | null {
  if (found.status === "inside") return notApplicable({ is: "startsInside" });
  if (found.status === "none") return notApplicable({ is: "noPeer" });
  // client.network says that it is not there; once is enough.
  if (found.status === "notFound") return notAssessed({ is: "networkNeeded" });
  const outcome = judgeClientNetworks<never>(found, () => pass([]));
  return outcome.status === "pass" ? null : outcome;
}

// Through which jump hosts a way leads: those in the networks that people come from, else those beside the cluster.

export const isRunning = ({ powerState }: JumpHost): boolean =>
  powerState.status === "collected" && /^running$/i.test(powerState.data);

/** The likely ones in the cluster's own network. */
export const hostsBeside = (sources: ClientSources): readonly JumpHost[] =>
  hostsIn(sources.clusterNetwork.id, sources);

export function hostsOnWay(client: Client, sources: ClientSources): readonly JumpHost[] {
  const found = clientNetworksOf(client, sources);
  return found.status === "known"
    ? found.networks.flatMap(({ jumpHosts }) => jumpHosts)
    : hostsBeside(sources);
}

/** The one to sign in to: one that runs, where one does. */
export const hostToUse = (hosts: readonly JumpHost[]): JumpHost | null =>
  hosts.find(isRunning) ?? hosts[0] ?? null;

/** Those behind an entry such as Bastion, which serves people wherever they are: the requester's first. */
export const hostsBehindEntry = (client: Client, sources: ClientSources): readonly JumpHost[] => [
  ...hostsOnWay(client, sources),
  ...likelyHosts(sources),
];

/** Those that run, where any do. */
export function runningOf(hosts: readonly JumpHost[]): readonly JumpHost[] {
  const running = hosts.filter(isRunning);
  return running.length > 0 ? running : hosts;
}
