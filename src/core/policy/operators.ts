// Who may switch the product's mode: members of the groups that the policy names as operators, and nobody without them.
import type { Membership } from "../requester.ts";
import { membershipUnknown } from "./explain-denial.ts";
import { groupNames, type Policy } from "./policy.ts";

/** Null when this person may; else one sentence. */
export function whyNoOperator(policy: Policy, membership: Membership): string | null {
  const operators = policy.operators ?? [];
  if (operators.length === 0) return "Nobody may set the mode: the policy names no `operators`.";
  if (membership.status === "unknown") return membershipUnknown(membership.reason);
  if (groupNames(policy, membership.groupIds).some((name) => operators.includes(name))) return null;
  return `Only members of ${operators.join(" or ")} may set the mode.`;
}
