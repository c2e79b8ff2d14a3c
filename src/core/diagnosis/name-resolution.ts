// Through which networks a network resolves private names: its own, or those where its DNS servers stand.
import { coverage } from "./cidr.ts";
import { sameId } from "./resource-id.ts";
import type { PeerNetwork, VirtualNetwork, VirtualNetworkLink } from "./snapshot.ts";

/** Azure's own DNS, everywhere. https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
const azureDns = "168.63.129.16";

/** `network` is null when the server stands in no network that was read. */
export type DnsServer = Readonly<{ ip: string; network: VirtualNetwork | null }>;

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

export const locateDnsServers = (
  network: VirtualNetwork,
  known: readonly VirtualNetwork[],
): readonly DnsServer[] =>
  customDnsServers(network).map((ip) => ({
    ip,
    network: known.find(({ addressPrefixes }) => coverage(addressPrefixes, ip) === "yes") ?? null,
  }));
