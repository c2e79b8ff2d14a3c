// Names in a firewall's rules: whether one means the name that somebody asks for.
import type {
  FirewallApplicationRule,
  FirewallCollection,
  FirewallNetworkRule,
  FirewallRule,
} from "../../snapshot/firewall.ts";
import type { WhyUnread } from "../../snapshot/section.ts";
import { matchesGlob } from "../../text/glob.ts";
import {
  allOf,
  anyOf,
  type Coverage,
  coverage,
  ends,
  isPrivateAddress,
  parseCidr,
  parseIpv4,
} from "../address/cidr.ts";
import type { Service } from "../address/packet.ts";
import { isReserved } from "../address/public-ranges.ts";
import type { RuleSet } from "./firewall-rules.ts";
import { portMatches } from "./nsg.ts";

/** A name that may be any below a domain (`*.data.mcr.microsoft.com`) is held as a whole, in part, or not at all. */
function nameMatches(entry: string, wanted: string): Coverage {
  const [pattern, name] = [entry.toLowerCase(), wanted.toLowerCase()];
  if (!name.startsWith("*")) return matchesGlob(pattern, name) ? "yes" : "no";
  if (matchesGlob(pattern, name)) return "yes";
  return pattern.endsWith(name.slice(1)) ? "undecidable" : "no";
}

/** Names that AKS's tag holds, in all clouds. https://learn.microsoft.com/azure/aks/outbound-rules-control-egress */
const kubernetesNames: readonly string[] = [
  "mcr.microsoft.com",
  "*.data.mcr.microsoft.com",
  "mcr-0001.mcr-msedge.net",
  "packages.microsoft.com",
  "acs-mirror.azureedge.net",
  "packages.aks.azure.com",
  "management.azure.com",
  "login.microsoftonline.com",
  "*.hcp.*.azmk8s.io",
  "management.usgovcloudapi.net",
  "login.microsoftonline.us",
  "*.hcp.*.cx.aks.containerservice.azure.us",
  "management.chinacloudapi.cn",
  "login.chinacloudapi.cn",
  "mcr.azure.cn",
  "*.data.mcr.azure.cn",
  "*.azk8s.cn",
];

/** Tags that are known to hold nothing but Windows' own services. */
const windowsTags = /^(WindowsUpdate|WindowsDiagnostics|MicrosoftActiveProtectionService)$/i;

/** What other tags hold is nowhere written down in full. */
function tagMatches(tag: string, name: string): Coverage {
  if (windowsTags.test(tag)) return "no";
  if (!/^AzureKubernetesService$/i.test(tag)) return "undecidable";
  return kubernetesNames.some((each) => nameMatches(each, name) === "yes") ? "yes" : "undecidable";
}

// Whether one rule of a firewall is about one connection.

/** `destination` is null where only the name is known, which is public then. `name`: what the client asked for. */
export type Wanted = Service & Readonly<{ source: string; destination: string | null; name: string | null }>;

const isEverything = (entry: string): boolean => /^(\*|any|0\.0\.0\.0\/0)$/i.test(entry);

/** `10.0.0.4-10.0.0.9`; null for anything else. */
function rangeMatches(entry: string, target: string): Coverage | null {
  const [from = "", to = "", ...rest] = entry.split("-");
  const [first, last, wanted] = [parseIpv4(from), parseIpv4(to), parseCidr(target)];
  if (first === null || last === null || rest.length > 0) return null;
  if (wanted === null) return "undecidable";
  const [start, end] = ends(wanted);
  if (first <= start && end <= last) return "yes";
  return end < first || last < start ? "no" : "undecidable";
}

/** A service tag holds public addresses only. */
function addressMatches(entry: string, target: string): Coverage {
  if (isEverything(entry)) return "yes";
  const isTag = /^[a-z][a-z0-9.]*$/i.test(entry);
  if (isTag && isPrivateAddress(target)) return "no";
  return rangeMatches(entry, target) ?? coverage([entry], target);
}

/** Which address a public name has nobody knows here: a list of public ones may hold it. */
const publicMatches = (entry: string): Coverage => {
  if (isEverything(entry)) return "yes";
  return isReserved(entry.split("-")[0] ?? "") ? "no" : "undecidable";
};

/** An IP group that was not read may hold any address. */
const withGroups = (answer: Coverage, groupIds: readonly string[]): Coverage =>
  answer === "no" && groupIds.length > 0 ? "undecidable" : answer;

const sourceOf = ({ sources, sourceGroupIds }: FirewallNetworkRule | FirewallApplicationRule, from: string) =>
  withGroups(anyOf(sources.map((entry) => addressMatches(entry, from))), sourceGroupIds);

const namesMatch = (fqdns: readonly string[], name: string | null): Coverage =>
  fqdns.length > 0 && name === null
    ? "undecidable"
    : anyOf(fqdns.map((entry) => nameMatches(entry, name ?? "")));

function targetOfNetwork(
  { destinations, destinationGroupIds, fqdns }: FirewallNetworkRule,
  { destination, name }: Wanted,
  dnsProxy: boolean,
): Coverage {
  const byAddress = anyOf(
    destinations.map((entry) =>
      destination === null ? publicMatches(entry) : addressMatches(entry, destination),
    ),
  );
  const named = namesMatch(fqdns, name);
  // Without the proxy, firewall and client may hear different addresses of one name.
  const byName = named === "yes" && !dnsProxy ? "undecidable" : named;
  return anyOf([withGroups(byAddress, destinationGroupIds), byName]);
}

function networkMatches(rule: FirewallNetworkRule, wanted: Wanted, dnsProxy: boolean): Coverage {
  const isProtocol = rule.protocols.some(
    (each) => /^any$/i.test(each) || each.toLowerCase() === wanted.protocol.toLowerCase(),
  );
  return allOf([
    isProtocol ? "yes" : "no",
    anyOf(rule.ports.map((range) => portMatches(range, wanted.port))),
    sourceOf(rule, wanted.source),
    targetOfNetwork(rule, wanted, dnsProxy),
  ]);
}

/** Application rules see the name that a client says in TLS or HTTP; anything else they never see. */
function applicationMatches(rule: FirewallApplicationRule, wanted: Wanted): Coverage {
  const { name, port } = wanted;
  const type = port === 80 ? "http" : "https";
  const speaks = rule.protocols.some((each) => each.type.toLowerCase() === type && each.port === port);
  const byTag = rule.fqdnTags.map((tag) => (name === null ? "undecidable" : tagMatches(tag, name)));
  const others = rule.others.map((): Coverage => "undecidable");
  const elsewhere = rule.destinations.some((entry) => !isEverything(entry));
  return allOf([
    wanted.protocol === "Tcp" && speaks ? "yes" : "no",
    sourceOf(rule, wanted.source),
    anyOf([
      namesMatch(
        rule.fqdns.filter((each) => !isEverything(each)),
        name,
      ),
      ...byTag,
      ...others,
      rule.fqdns.some(isEverything) ? "yes" : "no",
    ]),
    elsewhere ? "undecidable" : "yes",
  ]);
}

function ruleMatches(rule: FirewallRule, wanted: Wanted, dnsProxy: boolean): Coverage {
  if (rule.kind === "unreadable") return "undecidable";
  const answer =
    rule.kind === "network" ? networkMatches(rule, wanted, dnsProxy) : applicationMatches(rule, wanted);
  return answer === "yes" && rule.isOdd ? "undecidable" : answer;
}

// What a firewall does with one connection: network rules, then application rules, the first match decides; without a
// match it is dropped. Threat intelligence, which comes before both, is not judged.
// https://learn.microsoft.com/azure/firewall/rule-processing

/** Why nobody knows what a firewall does with a connection. */
export type FirewallDoubt = Readonly<
  /** What the rule names, its text alone does not settle. */
  | { is: "ruleOpen"; rule: string }
  /** It names an IP group that was not read. */
  | { is: "groupUnread"; rule: string; group: string; why: WhyUnread }
  | { is: "kindStrange"; rule: string }
  | { is: "actionStrange"; collection: string; word: string }
  /** Nodes take certificates of the owner's own authorities; whether the firewall's is one, Azure does not show. */
  | { is: "opensTls"; rule: string }
>;

type Decision = Readonly<
  /** `byNetworkRule`: that one may leave the sender's own address in front. */
  | { access: "allow"; rule: string; collection: string; byNetworkRule: boolean }
  /** `before`: the rule behind it that would have let it through; null where none would. */
  | { access: "deny"; rule: string; collection: string; before: string | null }
  /** It is let through, and TLS ends at the firewall, which answers with a certificate of its own. */
  | { access: "opened"; rule: string; collection: string }
  | { access: "none" }
  | { access: "undecided"; rule: string; because: FirewallDoubt }
  | { access: "groupUnread"; rule: string; groupId: string }
>;

type Asked = Readonly<{ collection: FirewallCollection; rule: FirewallRule }>;

/** A rule that cannot be read may be of either kind: it is asked among the network rules, before all that it may precede. */
const inOrder = ({ collections }: RuleSet): readonly Asked[] => {
  const all = collections.flatMap((collection) => collection.rules.map((rule) => ({ collection, rule })));
  const isLast = ({ rule }: Asked): boolean => rule.kind === "application";
  return [...all.filter((each) => !isLast(each)), ...all.filter(isLast)];
};

const accessOf = ({ action }: FirewallCollection): "allow" | "deny" | null => {
  const access = action.toLowerCase();
  return access === "allow" || access === "deny" ? access : null;
};

/** Of those that were not read. */
const groupIdsOf = (rule: FirewallRule): readonly string[] => {
  if (rule.kind === "unreadable") return [];
  return rule.kind === "network"
    ? [...rule.sourceGroupIds, ...rule.destinationGroupIds]
    : rule.sourceGroupIds;
};

function undecided({ rule }: Asked): Decision {
  const { name } = rule;
  const [groupId] = groupIdsOf(rule);
  if (groupId !== undefined) return { access: "groupUnread", rule: name, groupId };
  const is = rule.kind === "unreadable" ? "kindStrange" : "ruleOpen";
  return { access: "undecided", rule: name, because: { is, rule: name } };
}

/** `rest`: what is asked after it. */
function matched(
  { collection, rule }: Asked,
  rest: readonly Asked[],
  isMatch: (each: Asked) => boolean,
): Decision {
  const access = accessOf(collection);
  const found = { rule: rule.name, collection: collection.name };
  if (access === null) {
    const because = { is: "actionStrange", collection: collection.name, word: collection.action } as const;
    return { access: "undecided", rule: rule.name, because };
  }
  if (access === "deny") {
    const behind = rest.find((each) => accessOf(each.collection) === "allow" && isMatch(each));
    return { access, ...found, before: behind?.rule.name ?? null };
  }
  return rule.kind === "application" && rule.terminatesTls
    ? { access: "opened", ...found }
    : { access, ...found, byNetworkRule: rule.kind === "network" };
}

const answerOf = ({ access }: Decision): "allow" | "deny" | null => {
  if (access === "opened") return "allow";
  return access === "allow" || access === "deny" ? access : null;
};

/** `undecided` where a rule that comes first may or may not match and would change the answer. */
export function decideByFirewall(rules: RuleSet, wanted: Wanted): Decision {
  const open: Asked[] = [];
  const all = inOrder(rules);
  const answerTo = ({ rule }: Asked) => ruleMatches(rule, wanted, rules.dnsProxy);
  for (const [index, asked] of all.entries()) {
    const answer = answerTo(asked);
    if (answer === "undecidable") open.push(asked);
    if (answer !== "yes") continue;
    const decision = matched(asked, all.slice(index + 1), (each) => answerTo(each) === "yes");
    const doubt = open.find(({ collection }) => accessOf(collection) !== answerOf(decision));
    return doubt === undefined ? decision : undecided(doubt);
  }
  const doubt = open.find(({ collection }) => accessOf(collection) !== "deny");
  return doubt === undefined ? { access: "none" } : undecided(doubt);
}
