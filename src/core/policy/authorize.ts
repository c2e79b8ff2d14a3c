// The one decision: may this person do this on this cluster? Deny by default, and deny beats allow in any order.
import type { Membership } from "../requester.ts";
import { type Circumstances, nothingKnown } from "./circumstances.ts";
import { decide } from "./decide.ts";
import type { Decision, PolicyAction } from "./decision.ts";
import { explainDenial } from "./explain-denial.ts";
import { groupNames, groupsOf, type Policy } from "./policy.ts";

export { describeAccess } from "./describe-access.ts";
export { groupsOf } from "./policy.ts";

/** Decides, with the rule that decided and, on a denial, the reason and the groups that would be allowed. */
export function authorize(
  policy: Policy,
  membership: Membership,
  action: PolicyAction,
  circumstances: Circumstances = nothingKnown,
): Decision {
  const wouldAllow = () =>
    groupsOf(policy).filter(({ name }) => decide(policy, [name], action, circumstances).effect === "allow");
  if (membership.status === "unknown") {
    return {
      effect: "deny",
      rule: null,
      reason: { is: "membershipUnknown", why: membership.reason },
      wouldAllow: wouldAllow(),
    };
  }
  const groups = groupNames(policy, membership.groupIds);
  const verdict = decide(policy, groups, action, circumstances);
  if (verdict.effect === "allow") return verdict;
  const reason = explainDenial({ policy, groups, action, circumstances, verdict });
  return { effect: "deny", rule: verdict.rule?.id ?? null, reason, wouldAllow: wouldAllow() };
}
