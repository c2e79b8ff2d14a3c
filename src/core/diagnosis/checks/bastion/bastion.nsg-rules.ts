// bastion.nsg-rules: a security group on Bastion's subnet has to let eight flows through, Azure's own among them.
import { type BastionFlow, bastionFlows } from "../../bastion-flows.ts";
import {
  bastionOnWay,
  bastionSections,
  type FoundBastion,
  isDeveloper,
  judgeBastion,
} from "../../bastion-on-way.ts";
import type { Fix, Outcome } from "../../check.ts";
import { isPrivateAddress, parseCidr } from "../../cidr.ts";
import { defineCheck } from "../../define-check.ts";
import { decideFlow, type NsgDecision } from "../../nsg.ts";
import { allowRules, type WantedRule } from "../../nsg-allow.ts";
import { fail, notApplicable, notAssessed, pass, unread, warn } from "../../outcomes.ts";
import { idKey, nameOf } from "../../resource-id.ts";
import { subnetById } from "../../route.ts";
import { unlessPrivate } from "../../skips.ts";
import type {
  ById,
  Client,
  NetworkSecurityGroup,
  SecurityRule,
  Subnet,
  VirtualNetwork,
} from "../../snapshot.ts";

/** Health probes come from here. https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
const probeAddress = "168.63.129.16";

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
      return probeAddress;
    case "bastion":
      return place.subnet.addressPrefixes[0] ?? null;
    case "host":
      return place.found.host?.privateIpAddress ?? null;
    default:
      return flow.peer;
  }
}

/** Entries that hold nobody of this side, or never all of a tag. Only what allows may be left out for that. */
const holdsTooFew = (peer: BastionFlow["peer"], entry: string): boolean =>
  peer === "GatewayManager" || peer === "AzureCloud"
    ? (parseCidr(entry)?.bits ?? 0) > 0
    : /^GatewayManager$/i.test(entry);

function withoutEmptyAllows(
  group: NetworkSecurityGroup,
  { peer, direction }: BastionFlow,
): NetworkSecurityGroup {
  const letsIn = ({ access, sourceAddressPrefixes, destinationAddressPrefixes }: SecurityRule): boolean => {
    const entries = direction === "Inbound" ? sourceAddressPrefixes : destinationAddressPrefixes;
    const isEmpty = entries.length > 0 && entries.every((entry) => holdsTooFew(peer, entry));
    return !(isEmpty && /^allow$/i.test(access));
  };
  return { ...group, rules: group.rules.filter(letsIn) };
}

type Judged = Readonly<{ flow: BastionFlow; port: number; decision: NsgDecision }>;

function judgeFlow(flow: BastionFlow, group: NetworkSecurityGroup, place: Place): readonly Judged[] {
  const { network, subnet } = place;
  const own = subnet.addressPrefixes[0];
  const other = addressOf(flow, place);
  if (own === undefined || other === null) return [];
  const [source, destination] = flow.direction === "Inbound" ? [other, own] : [own, other];
  const peered = network.peerings.flatMap(({ remoteAddressPrefixes }) => remoteAddressPrefixes);
  const virtualNetwork = [...network.addressPrefixes, ...peered];
  const rules = withoutEmptyAllows(group, flow);
  return flow.ports.map((port) => ({
    flow,
    port,
    decision: decideFlow(rules, { direction: flow.direction, source, destination, port, virtualNetwork }),
  }));
}

/** The rule to add, as Azure's page has it. */
function wantedRule({ flow, decision }: Judged, privateOnly: boolean): WantedRule {
  const tags: Partial<Record<BastionFlow["peer"], string>> = {
    clients: privateOnly ? "VirtualNetwork" : "Internet",
    bastion: "VirtualNetwork",
    host: "VirtualNetwork",
  };
  const other = tags[flow.peer] ?? flow.peer;
  const own = flow.peer === "bastion" ? "VirtualNetwork" : "*";
  const [source, destination] = flow.direction === "Inbound" ? [other, own] : [own, other];
  return {
    name: flow.rule,
    direction: flow.direction,
    protocol: flow.ports.length > 1 ? "*" : "Tcp",
    source,
    destination,
    ports: flow.ports.map(String),
    before: decision.rule?.priority ?? 0,
  };
}

function repair(group: NetworkSecurityGroup, denied: readonly Judged[], privateOnly: boolean): Fix | null {
  const firstOfEach = [...Map.groupBy(denied, ({ flow }) => flow).values()].flatMap(([first]) => first ?? []);
  const commands = allowRules(
    group,
    firstOfEach.map((each) => wantedRule(each, privateOnly)),
  );
  if (commands === null) return null;
  return {
    commands,
    risk: "Opens what Bastion needs, as Azure's page lists it, and nothing else.",
    disruptive: false,
    role: `Network Contributor on ${group.name}`,
  };
}

/** A port other than the first one may be closed on purpose: nobody needs RDP to a Linux machine. */
const isGrave = ({ flow, port }: Judged): boolean => flow.grave && port === flow.ports[0];

function judgeGroup(group: NetworkSecurityGroup, place: Place): Outcome {
  const { name, privateOnly } = place.found.bastion;
  const judged = bastionFlows.flatMap((flow) => judgeFlow(flow, group, place));
  const denied = judged.filter(({ decision }) => decision.access === "deny");
  const more = {
    resourceId: group.id,
    evidence: denied.map(
      ({ flow, port, decision }) => `${flow.rule}  ${port}  denied by ${decision.rule?.name}`,
    ),
    fix: repair(group, denied, privateOnly),
  };
  const rules = [...new Set(denied.map(({ flow }) => flow.rule))].join(", ");
  if (denied.some(isGrave))
    return fail(`${group.name} denies what the Bastion host ${name} needs: ${rules}.`, more);
  for (const { flow, port, decision } of judged)
    if (decision.access === "undecided" && flow.grave)
      return notAssessed(
        `Whether ${group.name} allows port ${port} of ${flow.rule} for ${name} is open: ${decision.reason}.`,
      );
  return denied.length > 0
    ? warn(`${group.name} denies what the Bastion host ${name} should have: ${rules}.`, more)
    : pass(`${group.name} lets through what sessions over ${name} need.`);
}

function judge(found: FoundBastion, groups: ById<NetworkSecurityGroup>, client: Client): Outcome {
  const { bastion, network } = found;
  if (isDeveloper(bastion))
    return notApplicable(`${bastion.name} is a Developer host, which stands in no subnet.`);
  if (network.status === "unavailable") return unread(network);
  const subnet = subnetById(network.data, bastion.subnetId);
  if (subnet === undefined)
    return notAssessed(`The subnet of ${bastion.name} is not among those of ${network.data.name}.`);
  const id = subnet.networkSecurityGroupId;
  if (id === undefined) return notApplicable(`No security group is on ${subnet.name}.`);
  const section = groups[idKey(id)];
  if (section === undefined) {
    const needs = [{ action: "Microsoft.Network/networkSecurityGroups/read", scope: id }];
    return unread({ message: `The network security group ${nameOf(id)} was not read.`, needs });
  }
  return section.status === "unavailable"
    ? unread(section)
    : judgeGroup(section.data, { found, network: network.data, subnet, client });
}

export const bastionNsgRules = defineCheck({
  id: "bastion.nsg-rules",
  title: "Security rules let Bastion work",
  severity: "high",
  why: "A security group on Bastion's subnet needs eight rules; without one of them sessions or the platform's updates break.",
  remediation: "Add the missing rules.",
  source: "https://learn.microsoft.com/azure/bastion/bastion-nsg",
  needs: ["clusterNetwork"],
  looksAt: [...bastionSections, "networkSecurityGroups"],
  after: ["bastion.exists"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeBastion(bastionOnWay(client, data), (found) => judge(found, data.networkSecurityGroups, client)),
});
