// Who may switch the product's mode: members of the groups that the policy names as operators, and nobody without them.
import type { Membership } from "../requester.ts";
import type { NoOperator } from "./denial.ts";
import { groupNames, type Policy } from "./policy.ts";

/** Null when this person may. */
export function whyNoOperator(policy: Policy, membership: Membership): NoOperator | null {
  const operators = policy.operators ?? [];
  if (operators.length === 0) return { is: "noOperators" };
  if (membership.status === "unknown") return { is: "membershipUnknown", why: membership.reason };
  if (groupNames(policy, membership.groupIds).some((name) => operators.includes(name))) return null;
  return { is: "onlyOperators", groups: operators };
}
