// Whether somebody is one of those who may agree to a change. That nobody agrees to what they asked for themselves is for
// whoever knows who asked.
import type { Membership, MembershipUnknown } from "../requester.ts";
import type { Approval, NoOperator } from "./decision.ts";
import { groupNames, type Policy } from "./policy.ts";

export type MayApprove =
  /** `as`: names of their groups that count. */
  | Readonly<{ is: "yes"; as: readonly string[] }>
  | Readonly<{ is: "inNoneOf"; groups: readonly string[] }>
  /** Nobody but whoever asked. */
  | Readonly<{ is: "requesterAlone" }>
  | Readonly<{ is: "membershipUnknown"; why: MembershipUnknown }>;

/** `escalated`: those who come second were asked, too. */
export function mayApprove(
  policy: Policy,
  membership: Membership,
  approval: Approval,
  escalated = false,
): MayApprove {
  if (approval.by === "requester") return { is: "requesterAlone" };
  if (membership.status === "unknown") return { is: "membershipUnknown", why: membership.reason };
  const groups = [...approval.groups, ...(escalated ? (approval.escalate?.groups ?? []) : [])];
  const as = groupNames(policy, membership.groupIds).filter((name) => groups.includes(name));
  return as.length > 0 ? { is: "yes", as } : { is: "inNoneOf", groups };
}

// Who may switch the product's mode: members of the groups that the policy names as operators, and nobody without them.

/** Null when this person may. */
export function whyNoOperator(policy: Policy, membership: Membership): NoOperator | null {
  const operators = policy.operators ?? [];
  if (operators.length === 0) return { is: "noOperators" };
  if (membership.status === "unknown") return { is: "membershipUnknown", why: membership.reason };
  if (groupNames(policy, membership.groupIds).some((name) => operators.includes(name))) return null;
  return { is: "onlyOperators", groups: operators };
}
