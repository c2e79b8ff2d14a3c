// bastion.nsg-rules: a security group on Bastion's subnet has to let eight flows through, Azure's own among them.

import { type Blocked, type Opening, openFlows } from "../../fix/security-group.ts";
import { withoutIpv6 } from "../../network/address/cidr.ts";
import { azureHost, decideFlow, type NsgDecision, type NsgFlow } from "../../network/filter/nsg.ts";
import { fail, notAssessed, type Outcome, pass, warn } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { bastionOnPath, bastionSections, judgeBastion } from "../../requirement/bastion-on-path.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import {
  type BastionPlace,
  type BastionRuleDoubt,
  clientsOf,
  judgeBastionGroup,
  rangesLetIn,
} from "./bastion-network.ts";

type RuleName = BastionFlow["rule"];

type BastionRulesFact = Readonly<
  | { is: "deniesNeeded"; group: string; bastion: string; rules: readonly RuleName[] }
  | { is: "deniesWanted"; group: string; bastion: string; rules: readonly RuleName[] }
  | { is: "open"; group: string; bastion: string; rule: RuleName; port: number; because: BastionRuleDoubt }
  | { is: "letsThrough"; group: string; bastion: string }
>;

/** Null where a flow has no other side: no jump host is known. */
function addressOf(flow: BastionFlow, place: BastionPlace): string | null {
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

/** The rule to add, as Azure's page has it. */
function openingOf({ rule, direction, peer, ports }: BastionFlow, place: BastionPlace): Opening {
  const tags: Partial<Record<BastionFlow["peer"], string>> = {
    clients: place.found.bastion.privateOnly ? "VirtualNetwork" : "Internet",
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
    risk: { is: "bastionNeedsOpened" },
  };
}

type Judged = Blocked & Readonly<{ required: BastionFlow; decision: NsgDecision }>;

function judgeFlow(
  required: BastionFlow,
  group: NetworkSecurityGroup,
  place: BastionPlace,
): readonly Judged[] {
  const own = withoutIpv6(place.subnet.addressPrefixes)[0];
  const other = addressOf(required, place);
  if (own === undefined || other === null) return [];
  const { direction, ports } = required;
  const [source, destination] = direction === "Inbound" ? [other, own] : [own, other];
  const { virtualNetwork } = place;
  return ports.map((port) => {
    const flow: NsgFlow = { direction, protocol: "Tcp", source, destination, port, virtualNetwork };
    const opening = openingOf(required, place);
    return { required, flow, opening, decision: decideFlow(group, flow) };
  });
}

/** A port other than the first one may be closed on purpose: nobody needs RDP to a Linux machine. */
const isGrave = ({ required, flow }: Judged): boolean => required.grave && flow.port === required.ports[0];

/** Some addresses only are some people's access path: whether the requester is one of them is another question. */
const letsSomeIn = ({ required }: Judged, group: NetworkSecurityGroup, place: BastionPlace): boolean =>
  required.peer === "clients" && rangesLetIn(group, place).length > 0;

type About = Readonly<{ group: string; bastion: string }>;

const doubtOf = ({ required, flow, decision }: Judged, about: About): readonly BastionRulesFact[] =>
  decision.access === "undecided" && required.grave
    ? [{ is: "open", ...about, rule: required.rule, port: flow.port, because: decision.reason }]
    : [];

function rulesLetWork(group: NetworkSecurityGroup, place: BastionPlace): Outcome<BastionRulesFact> {
  const about = { group: group.name, bastion: place.found.bastion.name };
  const judged = bastionFlows
    .flatMap((flow) => judgeFlow(flow, group, place))
    .filter((each) => each.decision.access === "allow" || !letsSomeIn(each, group, place));
  const denied = judged.filter(({ decision }) => decision.access === "deny");
  const more = {
    resourceId: group.id,
    evidence: denied.map(({ required, flow, decision }) =>
      columns(required.rule, flow.port, { is: "deniedBy", rule: decision.rule?.name ?? "" }),
    ),
    fix: openFlows(group, denied),
  };
  const rules = [...new Set(denied.map(({ required }) => required.rule))];
  if (denied.some(isGrave)) return fail({ is: "deniesNeeded", ...about, rules }, more);
  const [doubt] = judged.flatMap((each) => doubtOf(each, about));
  if (doubt !== undefined) return notAssessed(doubt);
  return denied.length > 0
    ? warn({ is: "deniesWanted", ...about, rules }, more)
    : pass({ is: "letsThrough", ...about });
}

export const bastionNsgRules = defineCheck({
  id: "bastion.nsg-rules",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/bastion/bastion-nsg",
  needs: ["clusterNetwork"],
  looksAt: [...bastionSections, "networkSecurityGroups", "routeTables"],
  after: ["bastion.exists"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeBastion(bastionOnPath(client, data), (found) => judgeBastionGroup(found, data, rulesLetWork)),
});

// The eight rules that a security group on Bastion's subnet needs, as Azure's page lists them.
// https://learn.microsoft.com/azure/bastion/bastion-nsg

/** Who is on the other side: a service tag, or a role that an address fills. */
type BastionPeer =
  | "clients"
  | "GatewayManager"
  | "AzureLoadBalancer"
  | "bastion"
  | "host"
  | "AzureCloud"
  | "Internet";

type BastionFlow = Readonly<{
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

const bastionFlows: readonly BastionFlow[] = [
  flow("Inbound", "AllowHttpsInbound", "clients", [443], true),
  flow("Inbound", "AllowGatewayManagerInbound", "GatewayManager", [443], true),
  flow("Inbound", "AllowAzureLoadBalancerInbound", "AzureLoadBalancer", [443], false),
  flow("Inbound", "AllowBastionHostCommunication", "bastion", [8080, 5701], false),
  flow("Outbound", "AllowSshRdpOutbound", "host", [22, 3389], true),
  flow("Outbound", "AllowAzureCloudOutbound", "AzureCloud", [443], true),
  flow("Outbound", "AllowBastionCommunication", "bastion", [8080, 5701], false),
  flow("Outbound", "AllowHttpOutbound", "Internet", [80], false),
];
