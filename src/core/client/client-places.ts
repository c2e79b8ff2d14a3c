// Where in a client network connections start: its jump hosts, else its ordinary subnets.
import { coverage, withoutIpv6 } from "../network/address/cidr.ts";
import { subnetById } from "../network/route/route.ts";
import type { Subnet, VirtualNetwork } from "../snapshot/network.ts";
import type { Client } from "../snapshot/snapshot.ts";
import type { ClientNetwork } from "./client-networks.ts";

/** `address` is one address, or the subnet's prefix where no host is known. */
export type ClientPlace = Readonly<{
  name: string;
  address: string;
  subnet: Subnet | undefined;
  securityGroupIds: readonly string[];
}>;

/** Subnets that belong to a service of Azure; nobody's shell runs there. */
const serviceSubnets =
  /^(GatewaySubnet|AzureBastionSubnet|AzureFirewallSubnet|AzureFirewallManagementSubnet|RouteServerSubnet)$/i;

const inSubnet = (
  name: string,
  address: string | undefined,
  subnet: Subnet | undefined,
  ownGroup?: string,
): readonly ClientPlace[] => {
  const from = address ?? withoutIpv6(subnet?.addressPrefixes ?? [])[0];
  const groups = [ownGroup, subnet?.networkSecurityGroupId].flatMap((id) => id ?? []);
  return from === undefined ? [] : [{ name, address: from, subnet, securityGroupIds: groups }];
};

export function placesIn(
  network: VirtualNetwork,
  { jumpHosts }: ClientNetwork,
  client: Client,
): readonly ClientPlace[] {
  const ip = client.ip;
  const own =
    ip === undefined
      ? undefined
      : network.subnets.find(({ addressPrefixes }) => coverage(addressPrefixes, ip) === "yes");
  if (own !== undefined) return inSubnet(own.name, ip, own);
  if (jumpHosts.length > 0)
    return jumpHosts.flatMap((host) =>
      inSubnet(
        host.name,
        host.privateIpAddress,
        subnetById(network, host.subnetId),
        host.networkSecurityGroupId,
      ),
    );
  return network.subnets
    .filter(({ name }) => !serviceSubnets.test(name))
    .flatMap((subnet) => inSubnet(subnet.name, undefined, subnet));
}
