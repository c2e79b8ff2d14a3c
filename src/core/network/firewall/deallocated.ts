// An Azure Firewall that was deallocated: it keeps its rules and has no place in a network.
// https://learn.microsoft.com/azure/firewall/firewall-faq
import type { Firewall } from "../../snapshot/firewall.ts";
import type { Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { parseResourceId } from "../../snapshot/resource-id.ts";
import { coverage } from "../cidr.ts";

const firewallSubnetName = "AzureFirewallSubnet";

export const firewallSubnetOf = ({ subnets }: VirtualNetwork): Subnet | undefined =>
  subnets.find(({ name }) => name.toLowerCase() === firewallSubnetName.toLowerCase());

/** Without IP configurations a firewall keeps its rules and does nothing; one in a virtual hub never has any. */
const isDeallocated = ({ inVirtualHub, ipConfigurations }: Firewall): boolean =>
  !inVirtualHub && ipConfigurations.length === 0;

const groupOf = (id: string): string => parseResourceId(id)?.resourceGroup.toLowerCase() ?? "";

/** The one in the network's own group first, since a deallocated firewall no longer says where it stood. */
export function deallocatedNear(
  network: VirtualNetwork,
  firewalls: readonly Firewall[],
): Firewall | undefined {
  const candidates = firewalls.filter(isDeallocated);
  return candidates.find(({ id }) => groupOf(id) === groupOf(network.id)) ?? candidates[0];
}

/** The one that stood at an address of the network's firewall subnet. */
export function deallocatedIn(
  firewalls: readonly Firewall[],
  address: string,
  network: VirtualNetwork,
): Firewall | undefined {
  const prefixes = firewallSubnetOf(network)?.addressPrefixes ?? [];
  return coverage(prefixes, address) === "yes" ? deallocatedNear(network, firewalls) : undefined;
}
