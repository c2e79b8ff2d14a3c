// Through which networks a network resolves private names: its own, or those where its DNS servers stand.

import type { Firewall } from "../snapshot/firewall.ts";
import type { JumpHost } from "../snapshot/hosts.ts";
import type { Listing } from "../snapshot/listing.ts";
import type { PeerNetwork, VirtualNetwork } from "../snapshot/network.ts";
import type { LoadBalancer } from "../snapshot/outbound.ts";
import { nameOf, networkIdOf, sameId } from "../snapshot/resource-id.ts";
import type { Section, Unavailable } from "../snapshot/section.ts";
import type { DnsInboundEndpoint, VirtualNetworkLink } from "../snapshot/zones.ts";
import { coverage } from "./cidr.ts";

/** Azure's own DNS, everywhere. https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
const azureDns = "168.63.129.16";

/** Who answers at an address: a resolver's endpoint and a firewall's DNS proxy do so from their own network. */
export type DnsOwner = Readonly<
  | { kind: "azure" }
  | { kind: "machine"; host: JumpHost; networkId: string }
  | { kind: "resolver"; endpoint: DnsInboundEndpoint; networkId: string | undefined }
  | { kind: "firewall"; firewall: Firewall; networkId: string | undefined }
  | { kind: "balancer"; balancer: LoadBalancer; networkId: string | undefined }
  /** `hidden`: what could not be read and may hold it. */
  | { kind: "unknown"; hidden: readonly Unavailable[] }
>;

/** `network` is null when the server stands in no network that is known. */
export type DnsServer = Readonly<{
  ip: string;
  network: Readonly<{ id: string; name: string }> | null;
  owner: DnsOwner;
}>;

export type DnsSources = Readonly<{
  networks: readonly VirtualNetwork[];
  jumpHosts: Section<readonly JumpHost[]>;
  firewalls: Listing<Firewall>;
  loadBalancers: Listing<LoadBalancer>;
  dnsInboundEndpoints: Listing<DnsInboundEndpoint>;
}>;

export const customDnsServers = ({ dnsServers }: VirtualNetwork): readonly string[] =>
  dnsServers.filter((ip) => ip !== azureDns);

export const linkTo = (
  links: readonly VirtualNetworkLink[],
  networkId: string,
): VirtualNetworkLink | undefined =>
  links.find(({ virtualNetworkId }) => sameId(virtualNetworkId, networkId));

/** Every network whose prefixes were read. */
export const readNetworks = (
  own: VirtualNetwork,
  peers: readonly PeerNetwork[],
): readonly VirtualNetwork[] => [
  own,
  ...peers.flatMap(({ network }) => (network.status === "collected" ? [network.data] : [])),
];

type Owner = Exclude<DnsOwner, Readonly<{ kind: "azure" | "unknown" }>>;

const machinesAt = (ip: string, { jumpHosts }: DnsSources): readonly Owner[] =>
  (jumpHosts.status === "collected" ? jumpHosts.data : [])
    .filter(({ privateIpAddress }) => privateIpAddress === ip)
    .map((host) => ({ kind: "machine", host, networkId: host.virtualNetworkId }));

const resolversAt = (ip: string, { dnsInboundEndpoints }: DnsSources): readonly Owner[] =>
  dnsInboundEndpoints.items
    .filter(({ addresses }) => addresses.includes(ip))
    .map((endpoint) => ({ kind: "resolver", endpoint, networkId: endpoint.virtualNetworkId }));

type Frontend = Readonly<{ privateIpAddress?: string; subnetId?: string }>;

/** The network of each frontend that has the address. */
const networksAt = (ip: string, frontends: readonly Frontend[]) =>
  frontends
    .filter(({ privateIpAddress }) => privateIpAddress === ip)
    .map(({ subnetId }) => ({ networkId: networkIdOf(subnetId ?? "") ?? undefined }));

const firewallsAt = (ip: string, { firewalls }: DnsSources): readonly Owner[] =>
  firewalls.items.flatMap((firewall) =>
    networksAt(ip, firewall.ipConfigurations).map((at) => ({ kind: "firewall" as const, firewall, ...at })),
  );

const balancersAt = (ip: string, { loadBalancers }: DnsSources): readonly Owner[] =>
  loadBalancers.items.flatMap((balancer) =>
    networksAt(ip, balancer.frontends).map((at) => ({ kind: "balancer" as const, balancer, ...at })),
  );

const hiddenIn = ({
  jumpHosts,
  firewalls,
  loadBalancers,
  dnsInboundEndpoints,
}: DnsSources): readonly Unavailable[] => [
  ...(jumpHosts.status === "unavailable" ? [jumpHosts] : []),
  ...firewalls.missing,
  ...loadBalancers.missing,
  ...dnsInboundEndpoints.missing,
];

/** Private addresses repeat: something of that address in another network is not meant where a known one holds it. */
function locate(ip: string, sources: DnsSources): DnsServer {
  if (ip === azureDns) return { ip, network: null, owner: { kind: "azure" } };
  const holder = sources.networks.find(({ addressPrefixes }) => coverage(addressPrefixes, ip) === "yes");
  const owner = [
    ...resolversAt(ip, sources),
    ...firewallsAt(ip, sources),
    ...balancersAt(ip, sources),
    ...machinesAt(ip, sources),
  ].find(({ networkId }) => holder === undefined || sameId(networkId, holder.id));
  const id = holder?.id ?? owner?.networkId;
  return {
    ip,
    network: id === undefined ? null : { id, name: nameOf(id) },
    owner: owner ?? { kind: "unknown", hidden: hiddenIn(sources) },
  };
}

/** The servers that a network names, Azure's own among them where it is written out. */
export const locateDnsServers = ({ dnsServers }: VirtualNetwork, sources: DnsSources): readonly DnsServer[] =>
  dnsServers.map((ip) => locate(ip, sources));

/** Without Azure's own, which resolves from the network that asks. */
export const locateCustomDnsServers = (network: VirtualNetwork, sources: DnsSources): readonly DnsServer[] =>
  locateDnsServers(network, sources).filter(({ owner }) => owner.kind !== "azure");

/** Whether something that answers questions stands in a network, or may, because it was not read. */
function mayAnswerIn(networkId: string, sources: DnsSources): boolean {
  const { networks, firewalls, dnsInboundEndpoints } = sources;
  const network = networks.find(({ id }) => sameId(id, networkId));
  if (network === undefined || firewalls.missing.length > 0 || dnsInboundEndpoints.missing.length > 0)
    return true;
  const servers = networks.flatMap(customDnsServers);
  const inside = [
    ...dnsInboundEndpoints.items.map(({ virtualNetworkId }) => virtualNetworkId),
    ...firewalls.items.flatMap(({ ipConfigurations }) =>
      ipConfigurations.map(({ subnetId }) => networkIdOf(subnetId ?? "") ?? undefined),
    ),
  ];
  return (
    inside.some((id) => sameId(id, networkId)) ||
    servers.some((ip) => coverage(network.addressPrefixes, ip) === "yes")
  );
}

/**
 * Whether a server that stands in no linked network may still find the zone: it may forward to one that stands in a
 * linked one, and where it forwards to, Azure does not say. Azure's own resolver answers by the links of its network.
 */
export const mayForward = (
  { owner }: DnsServer,
  links: readonly VirtualNetworkLink[],
  sources: DnsSources,
): boolean =>
  owner.kind !== "resolver" && links.some(({ virtualNetworkId }) => mayAnswerIn(virtualNetworkId, sources));
