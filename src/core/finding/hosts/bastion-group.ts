// The security group before a Bastion host, and who may open a session through it.
import { parseCidr, withoutIpv6 } from "../../network/address/cidr.ts";
import {
  decideFlow,
  type NsgDecision,
  type NsgFlow,
  type VirtualNetworkTag,
} from "../../network/filter/nsg.ts";
import { virtualNetworkTag } from "../../network/filter/security-rules.ts";
import { type Fact, notApplicable, type Outcome, type SharedFact, unread } from "../../outcome/check.ts";
import type { FoundBastion } from "../../requirement/bastion-on-path.ts";
import type { Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { groupIn } from "../network/nsg-groups.ts";
import { judgeOwnSubnet, type OwnSubnetFact } from "./shell-here.ts";

export type BastionGroupFact = OwnSubnetFact | Readonly<{ is: "noGroup"; subnet: string }>;

/** Why a rule decides nothing. */
export type BastionRuleDoubt = Extract<NsgDecision, Readonly<{ access: "undecided" }>>["reason"];

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

export const flowIn = ({ subnet, virtualNetwork }: BastionPlace, source: string): NsgFlow => ({
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

// The eight rules that a security group on Bastion's subnet needs, as Azure's page lists them.
// https://learn.microsoft.com/azure/bastion/bastion-nsg

/** Who is on the other side: a service tag, or a role that an address fills. */
export type BastionPeer =
  | "clients"
  | "GatewayManager"
  | "AzureLoadBalancer"
  | "bastion"
  | "host"
  | "AzureCloud"
  | "Internet";

export type BastionFlow = Readonly<{
  /** The rule's name on that page. */
  rule: string;
  direction: "Inbound" | "Outbound";
  peer: BastionPeer;
  /** The first one decides. */
  ports: readonly [number, ...number[]];
  /** Without it no session works. Without the others updates, scaling or details suffer. */
  grave: boolean;
}>;

const flow = (
  direction: BastionFlow["direction"],
  rule: string,
  peer: BastionPeer,
  ports: BastionFlow["ports"],
  grave: boolean,
): BastionFlow => ({ rule, direction, peer, ports, grave });

export const bastionFlows: readonly BastionFlow[] = [
  flow("Inbound", "AllowHttpsInbound", "clients", [443], true),
  flow("Inbound", "AllowGatewayManagerInbound", "GatewayManager", [443], true),
  flow("Inbound", "AllowAzureLoadBalancerInbound", "AzureLoadBalancer", [443], false),
  flow("Inbound", "AllowBastionHostCommunication", "bastion", [8080, 5701], false),
  flow("Outbound", "AllowSshRdpOutbound", "host", [22, 3389], true),
  flow("Outbound", "AllowAzureCloudOutbound", "AzureCloud", [443], true),
  flow("Outbound", "AllowBastionCommunication", "bastion", [8080, 5701], false),
  flow("Outbound", "AllowHttpOutbound", "Internet", [80], false),
];
