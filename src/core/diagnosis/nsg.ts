// What a network security group does with one flow, from its rules alone: ascending priority, first match decides.
// https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works
import { type Coverage, coverage, isPrivateAddress } from "./cidr.ts";
import { isPublicTag, tagCoverage } from "./service-tags.ts";
import type { NetworkSecurityGroup, SecurityRule } from "./snapshot.ts";

/** The first packet of a TCP connection. `virtualNetwork`: what the tag VirtualNetwork stands for, as seen from here. */
export type Flow = Readonly<{
  direction: "Inbound" | "Outbound";
  /** Address, prefix, or a tag of public addresses. */
  source: string;
  destination: string;
  port: number;
  virtualNetwork: readonly string[];
}>;

export type NsgDecision = Readonly<
  | { access: "allow" | "deny"; rule: SecurityRule }
  | { access: "undecided"; rule: SecurityRule | null; reason: string }
>;

/** Tags that stand for public addresses only, so a private address is never in them. A region may follow. */
const publicTags =
  /^(ActionGroup|AppService|AzureActiveDirectory|AzureArcInfrastructure|AzureBackup|AzureCloud|AzureContainerRegistry|AzureCosmosDB|AzureDevOps|AzureFrontDoor|AzureKeyVault|AzureMonitor|AzureResourceManager|AzureTrafficManager|EventHub|GatewayManager|GuestAndHybridManagement|MicrosoftContainerRegistry|MicrosoftDefenderForEndpoint|ServiceBus|Sql|Storage|WindowsVirtualDesktop)(\.[A-Za-z0-9.]+)?$/i;

const not = (answer: Coverage): Coverage =>
  answer === "undecidable" ? answer : answer === "yes" ? "no" : "yes";

function addressMatches(entry: string, address: string, flow: Flow): Coverage {
  if (entry === "*" || entry.toLowerCase() === "any") return "yes";
  if (isPublicTag(address)) return tagCoverage(entry, address);
  // Beyond its own and peered ranges the tag also holds what a gateway has learned, which is not known here.
  const inVirtualNetwork = coverage(flow.virtualNetwork, address) === "yes" ? "yes" : "undecidable";
  if (/^VirtualNetwork$/i.test(entry)) return inVirtualNetwork;
  if (/^Internet$/i.test(entry)) return not(inVirtualNetwork);
  if (/^AzureLoadBalancer$/i.test(entry)) return coverage(["168.63.129.16"], address);
  if (publicTags.test(entry) && isPrivateAddress(address)) return "no";
  return coverage([entry], address);
}

const anyOf = (answers: readonly Coverage[]): Coverage => {
  if (answers.includes("yes")) return "yes";
  return answers.includes("undecidable") ? "undecidable" : "no";
};

const allOf = (answers: readonly Coverage[]): Coverage => {
  if (answers.includes("no")) return "no";
  return answers.includes("undecidable") ? "undecidable" : "yes";
};

function portMatches(range: string, port: number): Coverage {
  if (range === "*") return "yes";
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(range);
  if (match === null) return "undecidable";
  const first = Number(match[1]);
  return first <= port && port <= Number(match[2] ?? first) ? "yes" : "no";
}

function ruleMatches(rule: SecurityRule, flow: Flow): Coverage {
  const protocol = rule.protocol === "*" || /^tcp$/i.test(rule.protocol) ? "yes" : "no";
  const port = anyOf(rule.destinationPortRanges.map((range) => portMatches(range, flow.port)));
  // The client's own port is any high one, so only "all ports" can be matched for certain.
  const sourcePort = rule.sourcePortRanges.includes("*") ? "yes" : "undecidable";
  const known = allOf([protocol, port, sourcePort]);
  if (known === "no") return known;
  const source = rule.sourceAddressPrefixes.map((entry) => addressMatches(entry, flow.source, flow));
  const target = rule.destinationAddressPrefixes.map((entry) =>
    addressMatches(entry, flow.destination, flow),
  );
  // An empty side is one that application security groups fill.
  const sides = [source, target].map((answers) => (answers.length === 0 ? "undecidable" : anyOf(answers)));
  const answer = allOf([known, ...sides]);
  return rule.usesApplicationSecurityGroups && answer === "yes" ? "undecidable" : answer;
}

const accessOf = (rule: SecurityRule): "allow" | "deny" | null => {
  const access = rule.access.toLowerCase();
  return access === "allow" || access === "deny" ? access : null;
};

/** `undecided` when a rule that comes first may or may not match and would change the answer. */
export function decideFlow(group: NetworkSecurityGroup, flow: Flow): NsgDecision {
  const rules = group.rules
    .filter((rule) => rule.direction.toLowerCase() === flow.direction.toLowerCase())
    .toSorted((left, right) => left.priority - right.priority);
  const open: SecurityRule[] = [];
  for (const rule of rules) {
    const answer = ruleMatches(rule, flow);
    if (answer === "undecidable") open.push(rule);
    if (answer !== "yes") continue;
    const access = accessOf(rule);
    if (access === null)
      return {
        access: "undecided",
        rule,
        reason: `rule ${rule.name} has the unknown access "${rule.access}"`,
      };
    const doubt = open.find((earlier) => accessOf(earlier) !== access);
    return doubt === undefined ? { access, rule } : undecided(doubt);
  }
  const [first] = open;
  return first === undefined
    ? { access: "undecided", rule: null, reason: "no rule matches; the default rules were not read" }
    : undecided(first);
}

const undecided = (rule: SecurityRule): NsgDecision => ({
  access: "undecided",
  rule,
  reason: `rule ${rule.name} (priority ${rule.priority}) names application security groups, a service tag or a range that its text alone does not settle`,
});
