// What a network security group does with one flow, from its rules alone: ascending priority, first match decides.
// https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works

import type { NetworkSecurityGroup, SecurityRule } from "../../snapshot/security.ts";
import { allOf, anyOf, type Coverage, coverage, isPrivateAddress, parseCidr } from "../address/cidr.ts";
import {
  inWorld,
  isPublicTag,
  isReserved,
  isTag,
  type PublicTags,
  type World,
  worldsOf,
} from "../address/public-ranges.ts";

/** What the tag VirtualNetwork stands for, as seen from one network: `holds` for certain, `mayHold` perhaps. */
export type VirtualNetworkTag = Readonly<{ holds: readonly string[]; mayHold: readonly string[] }>;

/** The first packet of a connection. */
export type NsgFlow = Readonly<{
  direction: "Inbound" | "Outbound";
  protocol: "Tcp" | "Udp";
  /** Address or prefix. */
  source: string;
  /** Address, prefix or service tag; `Internet` is a public address that no list names. */
  destination: string;
  port: number;
  virtualNetwork: VirtualNetworkTag;
  /** Of a public name's address: what is known of it beside `Internet`. */
  tags?: PublicTags | undefined;
}>;

/** Why nobody knows what a group does with a flow. */
export type GroupDoubt = Readonly<
  /** What the rule names, its text alone does not settle. */
  | { is: "ruleOpen"; rule: string; priority: number }
  | { is: "ruleStrange"; rule: string; priority: number; kind: RuleWord; word: string }
  /** Of a rule that matches: it neither allows nor denies. */
  | { is: "accessStrange"; rule: string; word: string }
  /** The default rules match everything. */
  | { is: "noRule" }
  /** What the tag VirtualNetwork holds, beside what was read. */
  | { is: "tagOpen" }
  | { is: "nothingAsked" }
>;

/** Words of a rule that are from a list of Azure's. */
type RuleWord = "direction" | "protocol" | "access";

export type NsgDecision = Readonly<
  | { access: "allow" | "deny"; rule: SecurityRule }
  /** `partly`: the rule denies it for certain, if its address is one of some that are not all. */
  | { access: "undecided"; rule: SecurityRule | null; reason: GroupDoubt; partly?: boolean }
>;

/** The host's address, from which Azure's load balancer probes. The tag VirtualNetwork holds it. */
export const azureHost = "168.63.129.16";
const isHost = /^168\.63\.129\.16(\/32)?$/;

/** What these stand for is at addresses of the host's own, and rules that do not name them do not act on those. */
const platformTags = /^AzurePlatform(DNS|IMDS|LKM)$/i;

/** One end of a flow, with its membership in the tag VirtualNetwork settled, and of a public one what else may be true. */
type End = Readonly<{ text: string; inVirtualNetwork: boolean; world?: World }>;

/** One end where the membership is known, else one for each answer. */
function possibleEnds(text: string, { holds, mayHold }: VirtualNetworkTag): readonly End[] {
  if (text === azureHost || coverage(holds, text) === "yes") return [{ text, inVirtualNetwork: true }];
  const outside = { text, inVirtualNetwork: false };
  const open = isTag(text)
    ? mayHold.some((prefix) => parseCidr(prefix)?.bits === 0)
    : coverage([...holds, ...mayHold], text) !== "no";
  return open ? [{ text, inVirtualNetwork: true }, outside] : [outside];
}

const yesOrNo = (answer: boolean): Coverage => (answer ? "yes" : "no");

const isPublicPrefix = (entry: string): boolean => parseCidr(entry) !== null && !isReserved(entry);

/**
 * A tag is the same tag, and perhaps its part in one region. A list of public addresses holds some of a tag at most: to
 * deny those may hurt, to allow those is not enough.
 */
const tagMatches = (entry: string, tag: string, access: string): Coverage => {
  const [left, right] = [entry.toLowerCase(), tag.toLowerCase()];
  if (left === right) return "yes";
  if (right !== "internet" && isPublicPrefix(entry)) return /^deny$/i.test(access) ? "undecidable" : "no";
  return left.startsWith(`${right}.`) ? "undecidable" : "no";
};

function addressMatches(entry: string, { text, inVirtualNetwork, world }: End, access: string): Coverage {
  if (/^(\*|any|0\.0\.0\.0\/0)$/i.test(entry)) return "yes";
  if (/^VirtualNetwork$/i.test(entry)) return yesOrNo(inVirtualNetwork);
  if (/^Internet$/i.test(entry)) return yesOrNo(!inVirtualNetwork && !isPrivateAddress(text));
  // No public name stands at the host.
  if (isTag(text) && isHost.test(entry)) return "no";
  if (isTag(text))
    return (world === undefined ? null : inWorld(entry, world)) ?? tagMatches(entry, text, access);
  if (platformTags.test(entry)) return "no";
  if (/^AzureLoadBalancer$/i.test(entry)) return coverage([azureHost], text);
  // Azure's own management: nobody's machine has such an address.
  if (/^GatewayManager$/i.test(entry)) return "no";
  if (isPublicTag(entry) && isPrivateAddress(text)) return "no";
  return coverage([entry], text);
}

export function portMatches(range: string, port: number): Coverage {
  if (range === "*") return "yes";
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(range);
  if (match === null) return "undecidable";
  const first = Number(match[1]);
  return first <= port && port <= Number(match[2] ?? first) ? "yes" : "no";
}

/** Whoever opens a connection sends from one of these ports, whichever system it runs. */
const lowestOfClients = 1024;
const highestOfAll = 65535;

/** The client's own port is any high one: a rule for the server's port, written on the wrong side, matches nothing. */
function clientPortMatches(range: string): Coverage {
  if (range === "*") return "yes";
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(range);
  if (match === null) return "undecidable";
  const first = Number(match[1]);
  const last = Number(match[2] ?? first);
  if (last < lowestOfClients) return "no";
  return first <= lowestOfClients && last >= highestOfAll ? "yes" : "undecidable";
}

const knownDirection = /^(inbound|outbound)$/i;
const knownProtocol = /^(\*|tcp|udp|icmp|icmpv6|esp|ah)$/i;

/** A word that nobody here knows may mean this flow. */
function wordMatches(word: string, wanted: string, known: RegExp): Coverage {
  if (!known.test(word)) return "undecidable";
  return yesOrNo(word === "*" || word.toLowerCase() === wanted.toLowerCase());
}

/** Whether a rule is about this protocol, port and direction, wherever it leads. */
export function concerns(
  rule: SecurityRule,
  flow: Pick<NsgFlow, "direction" | "protocol" | "port">,
): Coverage {
  const direction = wordMatches(rule.direction, flow.direction, knownDirection);
  if (direction === "no") return direction;
  const protocol = wordMatches(rule.protocol, flow.protocol, knownProtocol);
  const port = anyOf(rule.destinationPortRanges.map((range) => portMatches(range, flow.port)));
  const sourcePort = anyOf(rule.sourcePortRanges.map(clientPortMatches));
  return allOf([direction, protocol, port, sourcePort]);
}

type Ends = Readonly<{ source: End; destination: End }>;

function ruleMatches(rule: SecurityRule, flow: NsgFlow, ends: Ends): Coverage {
  const known = concerns(rule, flow);
  if (known === "no") return known;
  const source = rule.sourceAddressPrefixes.map((entry) => addressMatches(entry, ends.source, rule.access));
  const target = rule.destinationAddressPrefixes.map((entry) =>
    addressMatches(entry, ends.destination, rule.access),
  );
  // An empty side is one that application security groups fill, in which no public address is.
  const empty = isTag(flow.destination) ? "no" : "undecidable";
  const sides = [
    source.length === 0 ? "undecidable" : anyOf(source),
    target.length === 0 ? empty : anyOf(target),
  ];
  const answer = allOf([known, ...sides]);
  return rule.usesApplicationSecurityGroups && answer === "yes" ? "undecidable" : answer;
}

const accessOf = (rule: SecurityRule): "allow" | "deny" | null => {
  const access = rule.access.toLowerCase();
  return access === "allow" || access === "deny" ? access : null;
};

/** `undecided` when a rule that comes first may or may not match and would change the answer. */
function decideKnown(rules: readonly SecurityRule[], flow: NsgFlow, ends: Ends): NsgDecision {
  const open: SecurityRule[] = [];
  for (const rule of rules) {
    const answer = ruleMatches(rule, flow, ends);
    if (answer === "undecidable") open.push(rule);
    if (answer !== "yes") continue;
    const access = accessOf(rule);
    if (access === null)
      return {
        access: "undecided",
        rule,
        reason: { is: "accessStrange", rule: rule.name, word: rule.access },
      };
    const doubt = open.find((earlier) => accessOf(earlier) !== access);
    return doubt === undefined ? { access, rule } : undecided(doubt);
  }
  const [first] = open;
  return first === undefined
    ? { access: "undecided", rule: null, reason: { is: "noRule" } }
    : undecided(first);
}

function strangeIn({ direction, protocol, access }: SecurityRule): RuleWord | null {
  if (!knownDirection.test(direction)) return "direction";
  if (!knownProtocol.test(protocol)) return "protocol";
  return /^(allow|deny)$/i.test(access) ? null : "access";
}

function undecided(rule: SecurityRule): Extract<NsgDecision, Readonly<{ access: "undecided" }>> {
  const { name, priority } = rule;
  const kind = strangeIn(rule);
  const reason: GroupDoubt =
    kind === null
      ? { is: "ruleOpen", rule: name, priority }
      : { is: "ruleStrange", rule: name, priority, kind, word: rule[kind] };
  return { access: "undecided", rule, reason };
}

/** In every case that may be, and what these say if they do not agree. */
function decideIn(
  rules: readonly SecurityRule[],
  flow: NsgFlow,
  destinations: readonly End[],
): readonly NsgDecision[] {
  return possibleEnds(flow.source, flow.virtualNetwork).flatMap((source) =>
    destinations.map((destination) => decideKnown(rules, flow, { source, destination })),
  );
}

/** In each world, whatever is known of the address. */
const inWorlds = (rules: readonly SecurityRule[], flow: NsgFlow): readonly End[] => {
  const entries = rules
    .filter((rule) => concerns(rule, flow) !== "no")
    .flatMap(({ destinationAddressPrefixes }) => destinationAddressPrefixes);
  const worlds = worldsOf(entries, flow.tags);
  return possibleEnds(flow.destination, flow.virtualNetwork).flatMap((end) =>
    worlds.map((world) => ({ ...end, world })),
  );
};

function together(decisions: readonly NsgDecision[], isName: boolean): NsgDecision {
  const open = decisions.find(({ access }) => access === "undecided");
  const [denies] = decisions
    .flatMap((decision) => (decision.access === "deny" ? [decision] : []))
    .toSorted((one, other) => one.rule.priority - other.rule.priority);
  const allows = decisions.find(({ access }) => access === "allow");
  if (open === undefined && denies !== undefined && allows !== undefined)
    return isName
      ? { ...undecided(denies.rule), partly: true }
      : { access: "undecided", rule: denies.rule, reason: { is: "tagOpen" } };
  return open ?? denies ?? allows ?? { access: "undecided", rule: null, reason: { is: "nothingAsked" } };
}

/**
 * Where it is open whether the tag VirtualNetwork holds an end, both answers must lead to the same; so must all that may be
 * true of a name's address. Of a tag that stands for more than one address, what becomes of all of it comes first.
 */
export function decideFlow(group: NetworkSecurityGroup, flow: NsgFlow): NsgDecision {
  const rules = group.rules.toSorted((left, right) => left.priority - right.priority);
  const isName = flow.tags !== undefined;
  if (isTag(flow.destination)) {
    const worlds = inWorlds(rules, flow);
    const found = together(decideIn(rules, flow, worlds), isName);
    // The rule to name is one that stops it whatever is true.
    if (found.access === "deny")
      return together(
        decideIn(
          rules,
          flow,
          worlds.filter(({ world }) => world?.isAssumed !== true),
        ),
        isName,
      );
    if (isName || found.access !== "undecided") return found;
  }
  return together(decideIn(rules, flow, possibleEnds(flow.destination, flow.virtualNetwork)), false);
}

/** Whether a rule is about a flow, where it is open what the tag VirtualNetwork holds, or where a name leads: in each case. */
export function matchesRule(rule: SecurityRule, flow: NsgFlow): Coverage {
  const destinations =
    flow.tags === undefined ? possibleEnds(flow.destination, flow.virtualNetwork) : inWorlds([rule], flow);
  const answers = possibleEnds(flow.source, flow.virtualNetwork).flatMap((source) =>
    destinations.map((destination) => ruleMatches(rule, flow, { source, destination })),
  );
  const [first = "undecidable"] = answers;
  return answers.every((answer) => answer === first) ? first : "undecidable";
}
