// Whether somebody may agree to what others ask for.
import type { Membership, MembershipUnknown } from "../requester.ts";
import { groupNames, type Policy } from "./policy.ts";

export type MayApprove = Readonly<
  | { ok: true }
  | { ok: false; why: Readonly<{ is: "membershipUnknown"; why: MembershipUnknown }> }
  | { ok: false; why: Readonly<{ is: "notApprover"; groups: readonly string[] }> }
>;

/** `groups`: names of the policy's, one of which they have to be in. What is not known is never a yes. */
export function mayApprove(policy: Policy, membership: Membership, groups: readonly string[]): MayApprove {
  if (membership.status === "unknown")
    return { ok: false, why: { is: "membershipUnknown", why: membership.reason } };
  const theirs = groupNames(policy, membership.groupIds);
  return groups.some((name) => theirs.includes(name))
    ? { ok: true }
    : { ok: false, why: { is: "notApprover", groups } };
}
