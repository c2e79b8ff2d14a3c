// What a firewall does with one connection: network rules, then application rules, the first match decides; without a
// match it is dropped. Threat intelligence, which comes before both, is not judged.
// https://learn.microsoft.com/azure/firewall/rule-processing
import type { FirewallCollection, FirewallRule } from "../../snapshot/firewall.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { ruleMatches, type Wanted } from "./match.ts";
import type { RuleSet } from "./rule-set.ts";

/** Why nobody knows what a firewall does with a connection. */
export type FirewallDoubt = Readonly<
  /** What the rule names, its text alone does not settle. */
  | { is: "ruleOpen"; rule: string }
  /** It names an IP group that was not read. */
  | { is: "groupUnread"; rule: string; group: string }
  | { is: "kindStrange"; rule: string }
  | { is: "actionStrange"; collection: string; word: string }
  /** Nodes take certificates of the owner's own authorities; whether the firewall's is one, Azure does not show. */
  | { is: "opensTls"; rule: string }
>;

export type Decision = Readonly<
  /** `byNetworkRule`: that one may leave the sender's own address in front. */
  | { access: "allow"; rule: string; collection: string; byNetworkRule: boolean }
  /** `before`: the rule behind it that would have let it through; null where none would. */
  | { access: "deny"; rule: string; collection: string; before: string | null }
  /** It is let through, and TLS ends at the firewall, which answers with a certificate of its own. */
  | { access: "opened"; rule: string; collection: string }
  | { access: "none" }
  | { access: "undecided"; rule: string; because: FirewallDoubt; groupIds: readonly string[] }
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
  const groupIds = groupIdsOf(rule);
  const [group] = groupIds;
  if (group !== undefined)
    return {
      ...{ access: "undecided", rule: name, groupIds },
      because: { is: "groupUnread", rule: name, group: nameOf(group) },
    };
  const is = rule.kind === "unreadable" ? "kindStrange" : "ruleOpen";
  return { access: "undecided", rule: name, because: { is, rule: name }, groupIds };
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
    return { access: "undecided", rule: rule.name, because, groupIds: [] };
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
export function decide(rules: RuleSet, wanted: Wanted): Decision {
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
