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
import { isPrivateAddress, parseCidr } from "../../cidr.ts";
import { defineCheck } from "../../define-check.ts";
import { azureHost, decideFlow, type Flow, type NsgDecision, type VirtualNetworkTag } from "../../nsg.ts";
import { groupIn } from "../../nsg-groups.ts";
import { type Blocked, type Opening, openFlows } from "../../nsg-repair.ts";
import { fail, notApplicable, notAssessed, pass, unread, warn } from "../../outcomes.ts";
import { subnetById } from "../../route.ts";
import { unlessPrivate } from "../../skips.ts";
import type {
  ById,
  Client,
  NetworkSecurityGroup,
  RouteTable,
  Subnet,
  VirtualNetwork,
} from "../../snapshot.ts";
import { virtualNetworkTag } from "../../virtual-network-tag.ts";

type Place = Readonly<{ found: FoundBastion; network: VirtualNetwork; subnet: Subnet; client: Client }>;

/** A private host's clients have addresses of these networks; a public one's are anywhere, unless the asker told. */
function clientsOf({ found, network, client: { ip } }: Place): string {
  const { privateOnly } = found.bastion;
  if (ip !== undefined && isPrivateAddress(ip) === privateOnly) return ip;
  return privateOnly ? (network.addressPrefixes[0] ?? "") : "Internet";
}

/** Null where a flow has no other side: no jump host is known. */
function addressOf(flow: BastionFlow, place: Place): string | null {
  switch (flow.peer) {
    case "clients":
      return clientsOf(place);
    case "AzureLoadBalancer":
      return azureHost;
    case "bastion":
      return place.subnet.addressPrefixes[0] ?? null;
    case "host":
      return place.found.host?.privateIpAddress ?? null;
    default:
      return flow.peer;
  }
}

type Judged = Readonly<{ flow: BastionFlow; blocked: Blocked; decision: NsgDecision }>;

/** The rule to add, as Azure's page has it. */
function openingOf(flow: BastionFlow, privateOnly: boolean): Opening {
  const tags: Partial<Record<BastionFlow["peer"], string>> = {
    clients: privateOnly ? "VirtualNetwork" : "Internet",
    bastion: "VirtualNetwork",
    host: "VirtualNetwork",
  };
  const other = [tags[flow.peer] ?? flow.peer];
  const own = [flow.peer === "bastion" ? "VirtualNetwork" : "*"];
  const [sources, destinations] = flow.direction === "Inbound" ? [other, own] : [own, other];
  return {
    name: flow.rule,
    protocol: flow.ports.length > 1 ? "*" : "Tcp",
    sources,
    destinations,
    ports: flow.ports.map(String),
    risk: "Opens what Bastion needs, as Azure's page lists it, and nothing else.",
  };
}

/** Where the asker's address is not known, a rule that lets some addresses in may let theirs in. */
function decide(flow: BastionFlow, group: NetworkSecurityGroup, packet: Flow): NsgDecision {
  const decision = decideFlow(group, packet);
  if (flow.peer !== "clients" || packet.source !== "Internet" || decision.access !== "deny") return decision;
  const some = group.rules.find(({ sourceAddressPrefixes }) =>
    sourceAddressPrefixes.some(
      (source) => parseCidr(source) !== null && decideFlow(group, { ...packet, source }).access === "allow",
    ),
  );
  return some === undefined
    ? decision
    : { access: "undecided", rule: some, reason: `rule ${some.name} lets some addresses in` };
}

function judgeFlow(
  flow: BastionFlow,
  group: NetworkSecurityGroup,
  place: Place,
  tag: VirtualNetworkTag,
): readonly Judged[] {
  const own = place.subnet.addressPrefixes[0];
  const other = addressOf(flow, place);
  if (own === undefined || other === null) return [];
  const { direction } = flow;
  const [source, destination] = direction === "Inbound" ? [other, own] : [own, other];
  const opening = openingOf(flow, place.found.bastion.privateOnly);
  return flow.ports.map((port) => {
    const packet: Flow = { direction, protocol: "Tcp", source, destination, port, virtualNetwork: tag };
    return { flow, blocked: { flow: packet, opening }, decision: decide(flow, group, packet) };
  });
}

/** A port other than the first one may be closed on purpose: nobody needs RDP to a Linux machine. */
const isGrave = ({ flow, blocked }: Judged): boolean => flow.grave && blocked.flow.port === flow.ports[0];

function judgeGroup(group: NetworkSecurityGroup, place: Place, tag: VirtualNetworkTag): Outcome {
  const { name } = place.found.bastion;
  const judged = bastionFlows.flatMap((flow) => judgeFlow(flow, group, place, tag));
  const denied = judged.filter(({ decision }) => decision.access === "deny");
  const more = {
    resourceId: group.id,
    evidence: denied.map(
      ({ flow, blocked, decision }) => `${flow.rule}  ${blocked.flow.port}  denied by ${decision.rule?.name}`,
    ),
    fix: openFlows(
      group,
      denied.map(({ blocked }) => blocked),
    ),
  };
  const rules = [...new Set(denied.map(({ flow }) => flow.rule))].join(", ");
  if (denied.some(isGrave))
    return fail(`${group.name} denies what the Bastion host ${name} needs: ${rules}.`, more);
  for (const { flow, blocked, decision } of judged)
    if (decision.access === "undecided" && flow.grave)
      return notAssessed(
        `Whether ${group.name} allows port ${blocked.flow.port} of ${flow.rule} for ${name} is open: ${decision.reason}.`,
      );
  return denied.length > 0
    ? warn(`${group.name} denies what the Bastion host ${name} should have: ${rules}.`, more)
    : pass(`${group.name} lets through what sessions over ${name} need.`);
}

type Around = Readonly<{ groups: ById<NetworkSecurityGroup>; tables: ById<RouteTable>; client: Client }>;

function judge(found: FoundBastion, { groups, tables, client }: Around): Outcome {
  const { bastion, network } = found;
  if (isDeveloper(bastion))
    return notApplicable(`${bastion.name} is a Developer host, which stands in no subnet.`);
  if (network.status === "unavailable") return unread(network);
  const subnet = subnetById(network.data, bastion.subnetId);
  if (subnet === undefined)
    return notAssessed(`The subnet of ${bastion.name} is not among those of ${network.data.name}.`);
  const id = subnet.networkSecurityGroupId;
  if (id === undefined) return notApplicable(`No security group is on ${subnet.name}.`);
  const section = groupIn(groups, id);
  if (section.status === "unavailable") return unread(section);
  const { holds, mayHold } = virtualNetworkTag(network.data, [], tables);
  // Bastion does not work where a gateway is sent everything, so the tag holds no public address.
  const tag = { holds, mayHold: mayHold.filter((prefix) => parseCidr(prefix)?.bits !== 0) };
  return judgeGroup(section.data, { found, network: network.data, subnet, client }, tag);
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
    judgeBastion(bastionOnWay(client, data), (found) =>
      judge(found, { groups: data.networkSecurityGroups, tables: data.routeTables, client }),
    ),
});
