// The security group before a Bastion host, and who may open a session through it.

import { parseCidr, withoutIpv6 } from "../../network/address/cidr.ts";
import { decideFlow, type Flow, type NsgDecision, type VirtualNetworkTag } from "../../network/filter/nsg.ts";
import { virtualNetworkTag } from "../../network/filter/security-rules.ts";
import type { Outcome } from "../../outcome/check.ts";
import type { Fact, SharedFact } from "../../outcome/fact.ts";
import { notApplicable, unread } from "../../outcome/outcomes.ts";
import type { FoundBastion } from "../../requirement/bastion-on-way.ts";
import type { Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { groupIn } from "../network/nsg-groups.ts";
import { judgeOwnSubnet, type OwnSubnetFact } from "./own-subnet.ts";

export type BastionGroupFact = OwnSubnetFact | Readonly<{ is: "noGroup"; subnet: string }>;

/** Why a rule decides nothing. */
export type Doubt = Extract<NsgDecision, Readonly<{ access: "undecided" }>>["reason"];

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
export const judgeBastionGroup = <F extends Fact>(
  found: FoundBastion,
  sources: GroupSources,
  judge: (group: NetworkSecurityGroup, place: BastionPlace) => Outcome<F>,
): Outcome<F | BastionGroupFact | SharedFact> =>
  judgeOwnSubnet(found, (subnet, network): Outcome<F | BastionGroupFact | SharedFact> => {
    const id = subnet.networkSecurityGroupId;
    if (id === undefined) return notApplicable({ is: "noGroup", subnet: subnet.name });
    const group = groupIn(sources.networkSecurityGroups, id);
    if (group.status === "unavailable") return unread(group);
    return judge(group.data, { found, network, subnet, virtualNetwork: tagFor(network, sources) });
  });

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
