// Who owns the address that a route leads to: a firewall, an internal load balancer, a virtual machine, or nobody.
import type { Firewall } from "../../snapshot/firewall.ts";
import type { HostInterface, JumpHost } from "../../snapshot/hosts.ts";
import type { LoadBalancer, PeerNetwork, Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { idKey, nameOf, sameId } from "../../snapshot/resource-id.ts";
import {
  dataOf,
  findIn,
  type Listing,
  type Section,
  type Unavailable,
  unavailable,
} from "../../snapshot/section.ts";
import { coverage } from "../address/cidr.ts";

// Through which networks a network resolves private names: its own, or those where its DNS servers stand.

/** Every network whose prefixes were read. */
export const readNetworks = (
  own: VirtualNetwork,
  peers: readonly PeerNetwork[],
): readonly VirtualNetwork[] => [own, ...peers.flatMap(({ network }) => dataOf(network) ?? [])];

// What stands in a subnet and was not read, an interface or a load balancer of another group: it may own an address there.

export const unreadStranger = (id: string, subnet: Subnet): Unavailable =>
  unavailable("notReached", { is: "mayOwnAddress", name: nameOf(id), subnet: subnet.name });

type HopOwner = Readonly<
  | { kind: "firewall"; firewall: Firewall; subnetId: string | undefined }
  | { kind: "balancer"; balancer: LoadBalancer; subnetId: string | undefined }
  | { kind: "machine"; host: JumpHost; nic: HostInterface; subnetId: string | undefined }
  /** Proven: the network was read, and so was everything that may own an address in it. */
  | { kind: "nobody"; network: VirtualNetwork; subnet: Subnet | undefined }
  /** Neither the cluster's network nor one peered with it holds the address. */
  | { kind: "elsewhere" }
  | { kind: "unknown"; cause: Unavailable }
>;

export type HopSources = Readonly<{
  clusterNetwork: VirtualNetwork;
  peerNetworks: Section<readonly PeerNetwork[]>;
  firewalls: Listing<Firewall>;
  loadBalancers: Listing<LoadBalancer>;
  jumpHosts: Section<readonly JumpHost[]>;
}>;

/** What a check looks at that asks for an owner, beside the cluster's network. */
export const hopSections = ["peerNetworks", "firewalls", "loadBalancers", "jumpHosts"] as const;

type Frontend = Readonly<{ privateIpAddress?: string; subnetId?: string }>;

const frontendAt = (frontends: readonly Frontend[], ip: string): Frontend | undefined =>
  frontends.find(({ privateIpAddress }) => privateIpAddress === ip);

function machineAt(ip: string, { jumpHosts }: HopSources): HopOwner | null {
  for (const host of dataOf(jumpHosts) ?? []) {
    const nic = host.interfaces.find(({ privateIpAddresses }) => privateIpAddresses.includes(ip));
    if (nic !== undefined) return { kind: "machine", host, nic, subnetId: host.subnetId };
  }
  return null;
}

/** What stands in the subnet and was not read, an interface or a load balancer of another group, may have the address. */
function strangerIn(subnet: Subnet | undefined, sources: HopSources): Unavailable | null {
  const { jumpHosts, loadBalancers, firewalls } = sources;
  const hosts = dataOf(jumpHosts) ?? [];
  const read = [
    ...hosts.flatMap(({ interfaces }) => interfaces),
    ...loadBalancers.items,
    ...firewalls.items,
  ].map(({ id }) => idKey(id));
  const stranger = subnet?.occupantIds?.find((id) => !read.includes(idKey(id)));
  return subnet === undefined || stranger === undefined ? null : unreadStranger(stranger, subnet);
}

/** A network that could not be read and that may hold the address, as far as its peering tells. */
function unreadNetworkAt(ip: string, { clusterNetwork, peerNetworks }: HopSources): Unavailable | null {
  if (peerNetworks.status === "unavailable") return peerNetworks;
  for (const { id, network } of peerNetworks.data) {
    if (network.status === "collected") continue;
    const ranges = clusterNetwork.peerings
      .filter(({ remoteVirtualNetworkId }) => sameId(remoteVirtualNetworkId, id))
      .flatMap(({ remoteAddressPrefixes }) => remoteAddressPrefixes);
    if (ranges.length === 0 || coverage(ranges, ip) !== "no") return network;
  }
  return null;
}

const holds = (prefixes: readonly string[], ip: string): boolean => coverage(prefixes, ip) === "yes";

function nobodyAt(ip: string, sources: HopSources): HopOwner {
  const { clusterNetwork, peerNetworks, firewalls, loadBalancers, jumpHosts } = sources;
  const networks = readNetworks(clusterNetwork, dataOf(peerNetworks) ?? []);
  const network = networks.find(({ addressPrefixes }) => holds(addressPrefixes, ip));
  if (network === undefined) {
    const cause = unreadNetworkAt(ip, sources);
    return cause === null ? { kind: "elsewhere" } : { kind: "unknown", cause };
  }
  const subnet = network.subnets.find(({ addressPrefixes }) => holds(addressPrefixes, ip));
  const [gap] = [...firewalls.missing, ...loadBalancers.missing];
  const cause = gap ?? (jumpHosts.status === "unavailable" ? jumpHosts : strangerIn(subnet, sources));
  return cause === null ? { kind: "nobody", network, subnet } : { kind: "unknown", cause };
}

export function ownerOf(ip: string, sources: HopSources): HopOwner {
  const firewall = findIn(sources.firewalls, (each) => frontendAt(each.ipConfigurations, ip) !== undefined);
  if (firewall.status === "found") {
    const { subnetId } = frontendAt(firewall.item.ipConfigurations, ip) ?? {};
    return { kind: "firewall", firewall: firewall.item, subnetId };
  }
  const balancer = findIn(sources.loadBalancers, (each) => frontendAt(each.frontends, ip) !== undefined);
  if (balancer.status === "found") {
    const { subnetId } = frontendAt(balancer.item.frontends, ip) ?? {};
    return { kind: "balancer", balancer: balancer.item, subnetId };
  }
  return machineAt(ip, sources) ?? nobodyAt(ip, sources);
}
