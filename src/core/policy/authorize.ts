// The one decision: may this person do this on this cluster? Deny by default, and deny beats allow in any order.
import type { Membership } from "../requester.ts";
import type { Decision, PolicyAction } from "./decision.ts";
import { explainDenial } from "./explain-denial.ts";
import { covers, matchesCluster, matchesGroups, type Need, needsOf, touches } from "./match.ts";
import { type AllowRule, groupNames, groupsOf, type Policy, type Rule } from "./policy.ts";

export { describeAccess } from "./describe-access.ts";
export { groupsOf } from "./policy.ts";

type DenyRule = Extract<Rule, { effect: "deny" }>;
/** `inTheWay`: the part of a command that is not allowed; null for what is no command, or a command that reads nothing. */
export type Verdict =
  | Extract<Decision, { effect: "allow" }>
  | Readonly<{ effect: "deny"; rule: DenyRule | null; inTheWay: Need }>;

/** Decides, with the rule that decided and, on a denial, the reason and the groups that would be allowed. */
export function authorize(policy: Policy, membership: Membership, action: PolicyAction): Decision {
  const wouldAllow = () =>
    groupsOf(policy).filter(({ name }) => decide(policy, [name], action).effect === "allow");
  if (membership.status === "unknown") {
    return {
      effect: "deny",
      rule: null,
      reason: { is: "membershipUnknown", why: membership.reason },
      wouldAllow: wouldAllow(),
    };
  }
  const groups = groupNames(policy, membership.groupIds);
  const verdict = decide(policy, groups, action);
  if (verdict.effect === "allow") return verdict;
  const isAllowed = (other: PolicyAction) => decide(policy, groups, other).effect === "allow";
  const { rule, inTheWay } = verdict;
  const reason = explainDenial({ action, groups, rule, inTheWay, isAllowed });
  return { effect: "deny", rule: rule?.id ?? null, reason, wouldAllow: wouldAllow() };
}

function decide(policy: Policy, groups: readonly string[], action: PolicyAction): Verdict {
  const rules = policy.rules
    .filter((rule) => matchesGroups(rule, groups) && matchesCluster(rule, action.cluster))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const denying = rules.filter((rule) => rule.effect === "deny");
  const allowing = rules.filter((rule) => rule.effect === "allow");
  const asAdmin = "clusterAdmin" in action && action.clusterAdmin;
  const usable = allowing.filter(({ asClusterAdmin }) => asClusterAdmin === true || !asAdmin);
  const { kind } = action;
  // No rule can say it yet.
  if (kind === "change" || kind === "fix") return { effect: "deny", rule: null, inTheWay: null };
  if (kind !== "run") {
    const denied = denying.find((rule) => rule[kind] === true);
    if (denied !== undefined) return { effect: "deny", rule: denied, inTheWay: null };
    return allowBy([{ need: null, rules: usable.filter((rule) => rule[kind] === true) }]);
  }
  const { verb } = action.request;
  const needs = needsOf(action.request);
  for (const rule of denying) {
    const inTheWay = needs.find((need) => rule.run !== undefined && touches(rule.run, verb, need));
    if (inTheWay !== undefined) return { effect: "deny", rule, inTheWay };
  }
  return allowBy(
    needs.map((need) => ({
      need,
      rules: usable.filter(({ run }) => run !== undefined && covers(run, verb, need)),
    })),
  );
}

/** `candidates`: for each need, the rules that allow it. One rule for all is named before several. */
function allowBy(candidates: readonly Readonly<{ need: Need; rules: readonly AllowRule[] }>[]): Verdict {
  const missing = candidates.find(({ rules }) => rules.length === 0);
  if (missing !== undefined) return { effect: "deny", rule: null, inTheWay: missing.need };
  // Of two rules that differ in who sees the output, or whether as it is, the more careful one counts.
  const isPersonal = candidates.some(({ rules }) => rules.some(({ show }) => show === "personal"));
  const show = isPersonal ? "personal" : "thread";
  const unmasked = candidates.every(({ rules }) => rules.every((rule) => rule.unmasked === true));
  const preferred = candidates.map(({ rules }) =>
    where(
      where(rules, (rule) => rule.show === show),
      (rule) => (rule.unmasked === true) === unmasked,
    ),
  );
  const [first = [], ...others] = preferred;
  const forAll = first.find((rule) => others.every((rules) => rules.includes(rule)));
  const named = forAll === undefined ? preferred.map(([rule]) => rule?.id ?? "") : [forAll.id];
  return { effect: "allow", rule: [...new Set(named)].sort().join(", "), show, unmasked };
}

/** Those for which it is true; all where it is for none. */
function where(rules: readonly AllowRule[], isTrue: (rule: AllowRule) => boolean): readonly AllowRule[] {
  const some = rules.filter(isTrue);
  return some.length > 0 ? some : rules;
}
