// What a firewall does with one connection: network rules, then application rules, the first match decides; without a
// match it is dropped. Threat intelligence, which comes before both, is not judged.
// https://learn.microsoft.com/azure/firewall/rule-processing
import type { FirewallCollection, FirewallRule } from "../../snapshot/firewall.ts";
import { ruleMatches, type Wanted } from "./match.ts";
import type { RuleSet } from "./rule-set.ts";

export type Decision = Readonly<
  | { access: "allow" | "deny"; rule: string; collection: string }
  | { access: "none" }
  | { access: "undecided"; rule: string; because: string }
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
  because:
    rule.kind === "unreadable"
      ? `its rule ${rule.name} is of a kind that is not known`
      : `its rule ${rule.name} names IP groups, tags, names or ranges that its text alone does not settle`,
});

function matched({ collection, rule }: Asked): Decision {
  const access = accessOf(collection);
  if (access === null)
    return {
      access: "undecided",
      rule: rule.name,
      because: `its collection ${collection.name} has the unknown action "${collection.action}"`,
    };
  if (access === "allow" && rule.kind === "application" && rule.terminatesTls)
    return {
      access: "undecided",
      rule: rule.name,
      because: `its rule ${rule.name} opens TLS, and whether clients take the certificate is not read`,
    };
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
