// What nodes leave through: NAT gateways, firewalls with their rules, and public addresses.
import type { ManagedCluster } from "../../core/snapshot/cluster.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import type { ArmReads } from "./arm-reads.ts";
import { readFirewallPolicies } from "./firewall-policies.ts";
import { readIpGroups } from "./ip-groups.ts";
import type { NetworkReads } from "./networks.ts";
import { groupsFor } from "./parts.ts";
import type { Read } from "./read.ts";
import {
  type Reference,
  resolveNatGateways,
  resolvePublicIpAddresses,
  subnetReferences,
} from "./references.ts";
import { type KnownGroups, listIn } from "./surroundings.ts";

const toReferences = (ids: readonly (string | undefined)[], level: number): readonly Reference[] =>
  ids.flatMap((id) => (id === undefined ? [] : [{ id, level }]));

/** The public addresses are those of both and of the cluster. */
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
  const natIds = Object.values(gateways.sections).flatMap((section) =>
    section.status === "collected"
      ? [...section.data.publicIpAddressIds, ...section.data.publicIpPrefixIds]
      : [],
  );
  const firewallIds = firewalls.listing.items.flatMap(({ ipConfigurations }) =>
    ipConfigurations.map(({ publicIpAddressId }) => publicIpAddressId),
  );
  const [addresses, policies] = await Promise.all([
    resolvePublicIpAddresses(reads, groups.withNodes, [
      ...toReferences(data.network.outboundIpIds ?? [], cluster.level),
      ...toReferences(natIds, gateways.level),
      ...toReferences(firewallIds, firewalls.level),
    ]),
    readFirewallPolicies(arm, firewalls),
  ]);
  const ipGroups = await readIpGroups(arm, firewalls, policies);
  return { gateways, firewalls, addresses, policies, ipGroups };
};
