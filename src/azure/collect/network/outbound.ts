// What nodes leave through: NAT gateways, firewalls with their rules, and public addresses.
import { apiModeOf } from "../../../core/network/address/api-server.ts";
import type { ManagedCluster } from "../../../core/snapshot/cluster.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { groupKey, resourceGroupOf } from "../../arm/resource-id.ts";
import type { ArmReads } from "../kit/arm-reads.ts";
import { type KnownGroups, listIn } from "../kit/group-reads.ts";
import { dataOf, type Read } from "../kit/read.ts";
import { readFirewallPolicies, readIpGroups } from "./firewall-policies.ts";
import { groupsFor, type NetworkReads, networksIn, partsIn } from "./networks.ts";
import {
  type Reference,
  resolveNatGateways,
  resolvePublicIpAddresses,
  subnetReferences,
  toReferences,
} from "./references.ts";

/**
 * Those of Bastion hosts: where the API server lets in some addresses only, a tunnel comes from one of them. Else as far as
 * their groups' addresses are listed anyway.
 */
async function ofBastions(
  reads: ArmReads,
  cluster: ManagedCluster,
  networks: readonly NetworkReads[],
  near: KnownGroups,
): Promise<readonly Reference[]> {
  const listed = networksIn(networks).flatMap(({ network, group }) =>
    group !== null && partsIn(network).includes("publicIpAddresses") ? [groupKey(group.group)] : [],
  );
  const { listing, level } = await listIn(reads.bastionHosts, near);
  const ids = listing.items.flatMap(({ publicIpAddressId }) => publicIpAddressId ?? []);
  const isWanted = (id: string): boolean => {
    const group = resourceGroupOf(id);
    return apiModeOf(cluster) === "public-ranges" || (group !== null && listed.includes(groupKey(group)));
  };
  return toReferences(ids.filter(isWanted), level);
}

/** The public addresses are those of both, of the cluster, and of Bastion hosts where they matter. */
export const readOutbound = async (
  arm: ArmSession,
  reads: ArmReads,
  cluster: Read<ManagedCluster>,
  data: ManagedCluster,
  networks: readonly NetworkReads[],
  groups: Readonly<{ near: KnownGroups; withNodes: KnownGroups }>,
) => {
  const natReferences = subnetReferences(networks, (subnet) => subnet.natGatewayId);
  const [gateways, firewalls] = await Promise.all([
    resolveNatGateways(reads, groups.near, natReferences),
    listIn(reads.firewalls, groupsFor("firewalls", groups.near, networks)),
  ]);
  const nats = Object.values(gateways.sections).flatMap((section) => dataOf(section) ?? []);
  const natIds = nats.flatMap((each) => [...each.publicIpAddressIds, ...each.publicIpPrefixIds]);
  const firewallIds = firewalls.listing.items.flatMap(({ ipConfigurations }) =>
    ipConfigurations.map(({ publicIpAddressId }) => publicIpAddressId),
  );
  const bastionReferences = await ofBastions(reads, data, networks, groups.near);
  const [addresses, policies] = await Promise.all([
    resolvePublicIpAddresses(reads, groups.withNodes, [
      ...bastionReferences,
      ...toReferences(data.network.outboundIpIds ?? [], cluster.level),
      ...toReferences(natIds, gateways.level),
      ...toReferences(firewallIds, firewalls.level),
    ]),
    readFirewallPolicies(arm, firewalls),
  ]);
  const ipGroups = await readIpGroups(arm, firewalls, policies);
  return { gateways, firewalls, addresses, policies, ipGroups };
};
