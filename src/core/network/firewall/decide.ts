// What a firewall does with one connection: network rules, then application rules, the first match decides; without a
// match it is dropped. Threat intelligence, which comes before both, is not judged.
// https://learn.microsoft.com/azure/firewall/rule-processing
import type { FirewallCollection, FirewallRule } from "../../snapshot/firewall.ts";
import { ruleMatches, type Wanted } from "./match.ts";
import type { RuleSet } from "./rule-set.ts";

/** Why nobody knows what a firewall does with a connection. */
export type FirewallDoubt = Readonly<
  /** What the rule names, its text alone does not settle. */
  | { is: "ruleOpen"; rule: string }
  | { is: "kindStrange"; rule: string }
  | { is: "actionStrange"; collection: string; word: string }
  /** Whether clients take the firewall's certificate, Azure does not show. */
  | { is: "opensTls"; rule: string }
>;

export type Decision = Readonly<
  | { access: "allow" | "deny"; rule: string; collection: string }
  | { access: "none" }
  | { access: "undecided"; rule: string; because: FirewallDoubt }
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

const undecided = ({ rule }: Asked): Decision => ({
  access: "undecided",
  rule: rule.name,
  because: { is: rule.kind === "unreadable" ? "kindStrange" : "ruleOpen", rule: rule.name },
});

function matched({ collection, rule }: Asked): Decision {
  const access = accessOf(collection);
  if (access === null)
    return {
      access: "undecided",
      rule: rule.name,
      because: { is: "actionStrange", collection: collection.name, word: collection.action },
    };
  if (access === "allow" && rule.kind === "application" && rule.terminatesTls)
    return { access: "undecided", rule: rule.name, because: { is: "opensTls", rule: rule.name } };
  return { access, rule: rule.name, collection: collection.name };
}

/** `undecided` where a rule that comes first may or may not match and would change the answer. */
export function decide(rules: RuleSet, wanted: Wanted): Decision {
  const open: Asked[] = [];
  for (const asked of inOrder(rules)) {
    const answer = ruleMatches(asked.rule, wanted, rules.dnsProxy);
    if (answer === "undecidable") open.push(asked);
    if (answer !== "yes") continue;
    const decision = matched(asked);
    const doubt = open.find(({ collection }) => accessOf(collection) !== decision.access);
    return doubt === undefined ? decision : undecided(doubt);
  }
  const doubt = open.find(({ collection }) => accessOf(collection) !== "deny");
  return doubt === undefined ? { access: "none" } : undecided(doubt);
}
