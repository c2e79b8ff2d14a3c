// The one decision: may this person do this on this cluster? Deny by default, and deny beats allow in any order.
import type { Membership } from "../requester.ts";
import type { Decision, PolicyAction } from "./decision.ts";
import { explainDenial, membershipUnknown } from "./explain-denial.ts";
import { covers, matchesCluster, matchesGroups, type Need, needsOf, touches } from "./match.ts";
import { type AllowRule, groupNames, groupsOf, type Policy, type Rule } from "./policy.ts";

export { describeAccess } from "./describe-access.ts";
export { groupsOf } from "./policy.ts";

type Verdict = Extract<Decision, { effect: "allow" }> | Readonly<{ effect: "deny"; rule: string | null }>;

/** Decides, with the rule that decided and, on a denial, the reason and the groups that would be allowed. */
export function authorize(policy: Policy, membership: Membership, action: PolicyAction): Decision {
  const wouldAllow = () =>
    groupsOf(policy).filter(({ name }) => decide(policy, [name], action).effect === "allow");
  if (membership.status === "unknown") {
    return {
      effect: "deny",
      rule: null,
      reason: membershipUnknown(membership.reason),
      wouldAllow: wouldAllow(),
    };
  }
  const groups = groupNames(policy, membership.groupIds);
  const verdict = decide(policy, groups, action);
  if (verdict.effect === "allow") return verdict;
  const isAllowed = (other: PolicyAction) => decide(policy, groups, other).effect === "allow";
  const reason = explainDenial({ action, groups, rule: verdict.rule, isAllowed });
  return { ...verdict, reason, wouldAllow: wouldAllow() };
}

function decide(policy: Policy, groups: readonly string[], action: PolicyAction): Verdict {
  const rules = policy.rules
    .filter((rule) => matchesGroups(rule, groups) && matchesCluster(rule, action.cluster))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const needs = action.kind === "run" ? needsOf(action.request) : [];
  const denying = rules.find((rule) => rule.effect === "deny" && denies(rule, action, needs));
  if (denying !== undefined) return { effect: "deny", rule: denying.id };
  const allowing = rules.filter((rule) => rule.effect === "allow");
  const { kind } = action;
  if (kind !== "run") return allowBy([allowing.filter((rule) => rule[kind] === true)]);
  const usable = allowing.filter(({ asClusterAdmin }) => asClusterAdmin === true || !action.clusterAdmin);
  return allowBy(needs.map((need) => usable.filter(({ run }) => run !== undefined && covers(run, need))));
}

function denies(rule: Rule, action: PolicyAction, needs: readonly Need[]): boolean {
  if (action.kind !== "run") return rule[action.kind] === true;
  const { run } = rule;
  return run !== undefined && needs.some((need) => touches(run, need));
}

/** `candidates`: for each need, the rules that allow it. One rule for all is named before several. */
function allowBy(candidates: readonly (readonly AllowRule[])[]): Verdict {
  if (candidates.length === 0 || candidates.some((rules) => rules.length === 0))
    return { effect: "deny", rule: null };
  // Of two rules that differ in who sees the output, the more careful one counts.
  const show = candidates.flat().some((rule) => rule.show === "personal") ? "personal" : "thread";
  const preferred = candidates.map((rules) => {
    const careful = rules.filter((rule) => rule.show === show);
    return careful.length > 0 ? careful : rules;
  });
  const [first = [], ...others] = preferred;
  const forAll = first.find((rule) => others.every((rules) => rules.includes(rule)));
  const named = forAll === undefined ? preferred.map(([rule]) => rule?.id ?? "") : [forAll.id];
  return { effect: "allow", rule: [...new Set(named)].sort().join(", "), show };
}
