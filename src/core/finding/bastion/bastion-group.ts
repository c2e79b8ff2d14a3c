// The security group before a Bastion host, and who may open a session through it.

import { parseCidr, withoutIpv6 } from "../../network/cidr.ts";
import { decideFlow, type Flow, type VirtualNetworkTag } from "../../network/nsg.ts";
import { subnetById } from "../../network/route.ts";
import { virtualNetworkTag } from "../../network/virtual-network-tag.ts";
import type { Outcome } from "../../outcome/check.ts";
import { notApplicable, notAssessed, unread } from "../../outcome/outcomes.ts";
import { type FoundBastion, isDeveloper } from "../../requirement/bastion-on-way.ts";
import type { Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { groupIn } from "../nsg/nsg-groups.ts";

export type BastionPlace = Readonly<{
  found: FoundBastion;
  network: VirtualNetwork;
  subnet: Subnet;
  virtualNetwork: VirtualNetworkTag;
}>;

/** Bastion works only where no default route leads elsewhere, so no public address counts as the network's own. */
function tagFor(network: VirtualNetwork, { routeTables }: GroupSources): VirtualNetworkTag {
  const { holds, mayHold } = virtualNetworkTag(network, [], routeTables);
  return { holds, mayHold: mayHold.filter((prefix) => parseCidr(prefix)?.bits !== 0) };
}

type GroupSources = Pick<ClusterSnapshot, "networkSecurityGroups" | "routeTables">;

/** `judge` gets the group that stands before the host, where one does and was read. */
export function judgeBastionGroup(
  found: FoundBastion,
  sources: GroupSources,
  judge: (group: NetworkSecurityGroup, place: BastionPlace) => Outcome,
): Outcome {
  const { bastion, network } = found;
  if (isDeveloper(bastion))
    return notApplicable(`${bastion.name} is a Developer host, which stands in no subnet.`);
  if (network.status === "unavailable") return unread(network);
  const subnet = subnetById(network.data, bastion.subnetId);
  if (subnet === undefined)
    return notAssessed(`The subnet of ${bastion.name} is not among those of ${network.data.name}.`);
  const id = subnet.networkSecurityGroupId;
  if (id === undefined) return notApplicable(`No security group is on ${subnet.name}.`);
  const group = groupIn(sources.networkSecurityGroups, id);
  if (group.status === "unavailable") return unread(group);
  const virtualNetwork = tagFor(network.data, sources);
  return judge(group.data, { found, network: network.data, subnet, virtualNetwork });
}

/** A private host's clients have addresses of these networks; a public one's are anywhere. */
export const clientsOf = ({ found, network }: BastionPlace): string =>
  found.bastion.privateOnly ? (withoutIpv6(network.addressPrefixes)[0] ?? "") : "Internet";

export const flowIn = ({ subnet, virtualNetwork }: BastionPlace, source: string): Flow => ({
  direction: "Inbound",
  protocol: "Tcp",
  source,
  destination: withoutIpv6(subnet.addressPrefixes)[0] ?? "",
  port: 443,
  virtualNetwork,
});

/** Ranges of addresses that the group's rules let in by themselves. */
export const rangesLetIn = (group: NetworkSecurityGroup, place: BastionPlace): readonly string[] => [
  ...new Set(
    group.rules
      .flatMap(({ sourceAddressPrefixes }) => sourceAddressPrefixes)
      .filter((prefix) => parseCidr(prefix) !== null)
      .filter((source) => decideFlow(group, flowIn(place, source)).access === "allow"),
  ),
];
