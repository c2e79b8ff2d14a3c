// bastion.nsg-rules: a security group on Bastion's subnet has to let eight flows through, Azure's own among them.
import { type BastionFlow, bastionFlows } from "../../bastion-flows.ts";
import {
  bastionOnWay,
  bastionSections,
  type FoundBastion,
  isDeveloper,
  judgeBastion,
} from "../../bastion-on-way.ts";
import type { Outcome } from "../../check.ts";
import { isPrivateAddress, parseCidr, withoutIpv6 } from "../../cidr.ts";
import { defineCheck } from "../../define-check.ts";
import { azureHost, decideFlow, type Flow, type NsgDecision, type VirtualNetworkTag } from "../../nsg.ts";
import { groupIn } from "../../nsg-groups.ts";
import { type Blocked, type Opening, openFlows } from "../../nsg-repair.ts";
import { fail, notApplicable, notAssessed, pass, unread, warn } from "../../outcomes.ts";
import { subnetById } from "../../route.ts";
import { unlessPrivate } from "../../skips.ts";
import type {
  Client,
  ClusterSnapshot,
  NetworkSecurityGroup,
  Subnet,
  VirtualNetwork,
} from "../../snapshot.ts";
import { virtualNetworkTag } from "../../virtual-network-tag.ts";

type Place = Readonly<{
  found: FoundBastion;
  network: VirtualNetwork;
  subnet: Subnet;
  client: Client;
  virtualNetwork: VirtualNetworkTag;
}>;

/** A private host's clients have addresses of these networks; a public one's are anywhere, unless the asker told. */
function clientsOf({ found, network, client: { ip } }: Place): string {
  const { privateOnly } = found.bastion;
  if (ip !== undefined && isPrivateAddress(ip) === privateOnly) return ip;
  return privateOnly ? (withoutIpv6(network.addressPrefixes)[0] ?? "") : "Internet";
}

/** Null where a flow has no other side: no jump host is known. */
function addressOf(flow: BastionFlow, place: Place): string | null {
  switch (flow.peer) {
    case "clients":
      return clientsOf(place);
    case "AzureLoadBalancer":
      return azureHost;
    case "bastion":
      return withoutIpv6(place.subnet.addressPrefixes)[0] ?? null;
    case "host":
      return place.found.host?.privateIpAddress ?? null;
    default:
      return flow.peer;
  }
}

/** The rule to add, as Azure's page has it; where the asker's address is known, for that one only. */
function openingOf({ rule, direction, peer, ports }: BastionFlow, place: Place): Opening {
  const { privateOnly } = place.found.bastion;
  const tags: Partial<Record<BastionFlow["peer"], string>> = {
    clients:
      place.client.ip === clientsOf(place) ? place.client.ip : privateOnly ? "VirtualNetwork" : "Internet",
    bastion: "VirtualNetwork",
    host: "VirtualNetwork",
  };
  const other = [tags[peer] ?? peer];
  const own = [peer === "bastion" ? "VirtualNetwork" : "*"];
  const [sources, destinations] = direction === "Inbound" ? [other, own] : [own, other];
  return {
    name: rule,
    protocol: ports.length > 1 ? "*" : "Tcp",
    sources,
    destinations,
    ports: ports.map(String),
    risk: "Opens what Bastion needs, as Azure's page lists it, and nothing else.",
  };
}

type Judged = Blocked & Readonly<{ required: BastionFlow; decision: NsgDecision }>;

function judgeFlow(required: BastionFlow, group: NetworkSecurityGroup, place: Place): readonly Judged[] {
  const own = withoutIpv6(place.subnet.addressPrefixes)[0];
  const other = addressOf(required, place);
  if (own === undefined || other === null) return [];
  const { direction, ports } = required;
  const [source, destination] = direction === "Inbound" ? [other, own] : [own, other];
  const { virtualNetwork } = place;
  return ports.map((port) => {
    const flow: Flow = { direction, protocol: "Tcp", source, destination, port, virtualNetwork };
    const opening = openingOf(required, place);
    return { required, flow, opening, decision: decideFlow(group, flow) };
  });
}

/** Ranges that people may have to come from. Without the asker's address nobody knows whether they do. */
const rangesLetIn = (group: NetworkSecurityGroup, { flow }: Judged): readonly string[] =>
  group.rules
    .flatMap(({ sourceAddressPrefixes }) => sourceAddressPrefixes)
    .filter((prefix) => parseCidr(prefix) !== null)
    .filter((source) => decideFlow(group, { ...flow, source }).access === "allow");

/** A port other than the first one may be closed on purpose: nobody needs RDP to a Linux machine. */
const isGrave = ({ required, flow }: Judged): boolean => required.grave && flow.port === required.ports[0];

const openText = (judged: Judged, group: NetworkSecurityGroup, bastion: string): string | null => {
  const { required, flow, decision } = judged;
  if (decision.access === "undecided" && required.grave)
    return `Whether ${group.name} allows port ${flow.port} of ${required.rule} for ${bastion} is open: ${decision.reason}.`;
  const ranges = decision.access === "deny" && flow.source === "Internet" ? rangesLetIn(group, judged) : [];
  return ranges.length === 0
    ? null
    : `${group.name} lets people in to ${bastion} from ${ranges.join(", ")} only; say from which address you come.`;
};

function judgeGroup(group: NetworkSecurityGroup, place: Place): Outcome {
  const { name } = place.found.bastion;
  const judged = bastionFlows.flatMap((flow) => judgeFlow(flow, group, place));
  const open = new Map(judged.map((each) => [each, openText(each, group, name)]));
  const denied = judged.filter((each) => each.decision.access === "deny" && open.get(each) === null);
  const more = {
    resourceId: group.id,
    evidence: denied.map(
      ({ required, flow, decision }) => `${required.rule}  ${flow.port}  denied by ${decision.rule?.name}`,
    ),
    fix: openFlows(group, denied),
  };
  const rules = [...new Set(denied.map(({ required }) => required.rule))].join(", ");
  if (denied.some(isGrave))
    return fail(`${group.name} denies what the Bastion host ${name} needs: ${rules}.`, more);
  const [doubt] = [...open.values()].flatMap((text) => text ?? []);
  if (doubt !== undefined) return notAssessed(doubt);
  return denied.length > 0
    ? warn(`${group.name} denies what the Bastion host ${name} should have: ${rules}.`, more)
    : pass(`${group.name} lets through what sessions over ${name} need.`);
}

/** Bastion works only where no default route leads elsewhere, so no public address counts as the network's own. */
function tagFor(network: VirtualNetwork, sources: RouteSources): VirtualNetworkTag {
  const { holds, mayHold } = virtualNetworkTag(network, [], sources.routeTables);
  return { holds, mayHold: mayHold.filter((prefix) => parseCidr(prefix)?.bits !== 0) };
}

type RouteSources = Pick<ClusterSnapshot, "networkSecurityGroups" | "routeTables">;

function judge(found: FoundBastion, sources: RouteSources, client: Client): Outcome {
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
  return judgeGroup(group.data, { found, network: network.data, subnet, client, virtualNetwork });
}

export const bastionNsgRules = defineCheck({
  id: "bastion.nsg-rules",
  title: "Security rules let Bastion work",
  severity: "high",
  why: "A security group on Bastion's subnet needs eight rules; without one of them sessions or the platform's updates break.",
  remediation: "Add the missing rules.",
  source: "https://learn.microsoft.com/azure/bastion/bastion-nsg",
  needs: ["clusterNetwork"],
  looksAt: [...bastionSections, "networkSecurityGroups", "routeTables"],
  after: ["bastion.exists"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeBastion(bastionOnWay(client, data), (found) => judge(found, data, client)),
});
