// The security group before a Bastion host, and who may open a session through it.
import { openFlows } from "../../fix/security-group.ts";
import { target } from "../../fix/write/az.ts";
import { type Fix, fixAt } from "../../fix/write/fix.ts";
import { isPrivateAddress, parseCidr, withoutIpv6 } from "../../network/address/cidr.ts";
import {
  decideFlow,
  type NsgDecision,
  type NsgFlow,
  type VirtualNetworkTag,
} from "../../network/filter/nsg.ts";
import { groupIn, virtualNetworkTag } from "../../network/filter/security-rules.ts";
import { subnetById } from "../../network/route/route.ts";
import {
  advise,
  combine,
  type Fact,
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import {
  bastionOnPath,
  bastionSections,
  type FoundBastion,
  isDeveloper,
  judgeBastion,
} from "../../requirement/bastion-on-path.ts";
import type { Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import type { Client, ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

type BastionGroupFact = OwnSubnetFact | Readonly<{ is: "noGroup"; subnet: string }>;

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

const flowIn = ({ subnet, virtualNetwork }: BastionPlace, source: string): NsgFlow => ({
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

// The subnet that a Bastion host stands in, for findings about it.

type OwnSubnetFact = Readonly<
  { is: "inNoSubnet"; bastion: string } | { is: "subnetUnlisted"; bastion: string; network: string }
>;

/** `judge` gets the subnet, where the host has one and it was read. */
function judgeOwnSubnet<F extends Fact>(
  { bastion, network }: FoundBastion,
  judge: (subnet: Subnet, network: VirtualNetwork) => Outcome<F>,
): Outcome<F | OwnSubnetFact | SharedFact> {
  if (isDeveloper(bastion)) return notApplicable({ is: "inNoSubnet", bastion: bastion.name });
  if (network.status === "unavailable") return unread(network);
  const subnet = subnetById(network.data, bastion.subnetId);
  return subnet === undefined
    ? notAssessed({ is: "subnetUnlisted", bastion: bastion.name, network: network.data.name })
    : judge(subnet, network.data);
}

// bastion.client-address: where a security group lets in some addresses only, it depends on the requester's own.

/** `ip`: of the requester. */
type ClientAddressFact = Readonly<
  | { is: "letsIn"; group: string; ip: string; bastion: string }
  | { is: "open"; group: string; ip: string; bastion: string; because: BastionRuleDoubt }
  | { is: "shutsOut"; group: string; ip: string; bastion: string; ranges: readonly string[] }
  | { is: "letsAllIn"; group: string; bastion: string }
  | { is: "namesNobody"; group: string }
  | { is: "dependsOnAddress"; group: string; bastion: string; ranges: readonly string[] }
>;

function judgeAddress(
  ip: string,
  group: NetworkSecurityGroup,
  place: BastionPlace,
): Outcome<ClientAddressFact> {
  const about = { group: group.name, ip, bastion: place.found.bastion.name };
  const flow = flowIn(place, ip);
  const decision = decideFlow(group, flow);
  if (decision.access === "allow") return pass({ is: "letsIn", ...about });
  if (decision.access === "undecided") return notAssessed({ is: "open", ...about, because: decision.reason });
  const opening = {
    name: "AllowHttpsInbound",
    protocol: "Tcp",
    sources: [ip],
    destinations: ["*"],
    ports: ["443"],
    risk: { is: "addressLetIn" },
  } as const;
  return fail(
    { is: "shutsOut", ...about, ranges: rangesLetIn(group, place) },
    {
      resourceId: group.id,
      evidence: [columns("AllowHttpsInbound", 443, { is: "deniedBy", rule: decision.rule.name })],
      fix: openFlows(group, [{ flow, opening }]),
    },
  );
}

/** A public host sees the requester's public address, whatever private one they have behind it. */
function clientLetIn(
  group: NetworkSecurityGroup,
  place: BastionPlace,
  { ip }: Client,
): Outcome<ClientAddressFact> {
  const { name: bastion, privateOnly } = place.found.bastion;
  if (ip !== undefined && isPrivateAddress(ip) === privateOnly) return judgeAddress(ip, group, place);
  if (decideFlow(group, flowIn(place, clientsOf(place))).access === "allow")
    return pass({ is: "letsAllIn", group: group.name, bastion });
  const ranges = rangesLetIn(group, place);
  return ranges.length === 0
    ? notApplicable({ is: "namesNobody", group: group.name })
    : notAssessed({ is: "dependsOnAddress", group: group.name, bastion, ranges });
}

export const bastionClientAddress = defineCheck({
  id: "bastion.client-address",
  severity: "medium",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "bastion",
  source: "https://learn.microsoft.com/azure/bastion/bastion-nsg",
  needs: ["clusterNetwork"],
  looksAt: [...bastionSections, "networkSecurityGroups", "routeTables"],
  after: ["bastion.exists", "bastion.nsg-rules"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeBastion(bastionOnPath(client, data), (found) =>
      judgeBastionGroup(found, data, (group, place) => clientLetIn(group, place, client)),
    ),
});

// bastion.subnet: Bastion stands in a subnet of its own, large enough and without a route table.

type BastionSubnetFact = Readonly<
  | { is: "sizeUnknown"; subnet: string }
  | { is: "fits"; subnet: string }
  /** Of the size that was enough for hosts made before November 2021. */
  | { is: "ofOldSize"; subnet: string; bits: number }
  | { is: "tooSmall"; subnet: string; bits: number }
  | { is: "hasRoutes"; subnet: string; table: string }
  | { is: "delegated"; subnet: string; to: readonly string[] }
>;

const detachRouteTable = (network: VirtualNetwork, { name }: Subnet): Fix | null =>
  fixAt(network.id, (_at, parts) => ({ kind: "detachRouteTable", at: target(parts, network.name, name) }), {
    is: "bastionRouted",
  });

const sizeOf = ({ addressPrefixes }: Subnet): number | null =>
  addressPrefixes.map((prefix) => parseCidr(prefix)?.bits).find((bits) => bits !== undefined) ?? null;

function judgeSize(
  subnet: Subnet,
  more: Readonly<{ resourceId: string; evidence: readonly Columns[] }>,
): Outcome<BastionSubnetFact> {
  const { name } = subnet;
  const bits = sizeOf(subnet);
  if (bits === null) return notAssessed({ is: "sizeUnknown", subnet: name });
  if (bits <= 26) return pass({ is: "fits", subnet: name }, more.evidence);
  return bits === 27
    ? advise({ is: "ofOldSize", subnet: name, bits }, more)
    : fail({ is: "tooSmall", subnet: name, bits }, more);
}

function subnetFit(subnet: Subnet, network: VirtualNetwork): Outcome<BastionSubnetFact> {
  const { name, routeTableId, delegations } = subnet;
  const evidence = [columns(name, subnet.addressPrefixes.join(", "))];
  const more = { resourceId: subnet.id, evidence };
  const outcomes = [judgeSize(subnet, more)];
  if (routeTableId !== undefined)
    outcomes.push(
      fail(
        { is: "hasRoutes", subnet: name, table: nameOf(routeTableId) },
        { ...more, fix: detachRouteTable(network, subnet) },
      ),
    );
  if (delegations.length > 0) outcomes.push(warn({ is: "delegated", subnet: name, to: delegations }, more));
  return combine(outcomes, true);
}

export const bastionSubnet = defineCheck({
  id: "bastion.subnet",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/bastion/configuration-settings#subnet",
  needs: ["clusterNetwork"],
  looksAt: bastionSections,
  after: ["bastion.exists"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeBastion(bastionOnPath(client, data), (found) => judgeOwnSubnet(found, subnetFit)),
});
