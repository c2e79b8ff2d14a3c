// The one decision: may this person do this on this cluster? Deny by default, and deny beats allow in any order.
import type { Membership } from "../requester.ts";
import { matchesGlob } from "../text/glob.ts";
import { foldCase } from "../text/text.ts";
import { type Circumstances, nothingKnown } from "./circumstances.ts";
import { decide } from "./decide.ts";
import type { Decision, PolicyAction } from "./decision.ts";
import { explainDenial } from "./explain-denial.ts";
import { matchesCluster } from "./match.ts";
import { groupNames, groupsOf, type Policy, type Rule } from "./policy.ts";

export { describeAccess } from "./describe-access.ts";
export { groupsOf } from "./policy.ts";

/** Decides, with the rule that decided and, on a denial, the reason and the groups that would be allowed. */
export function authorizeByPolicy(
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

// The bot's own read-only identity is in no group: what the rules say of the cluster is all that decides.

/**
 * Whether it may read this cluster for everybody in a channel. A rule that lets any group have that does; one that closes it to
 * any group closes it, and so does one that closes diagnoses to everybody.
 */
export function readerDecision(
  policy: Policy,
  cluster: PolicyAction["cluster"],
  circumstances: Circumstances,
): Extract<Decision, { effect: "allow" }> | null {
  const groupIds = groupsOf(policy).map(({ id }) => id);
  const inAll = { status: "known", groupIds, source: "token" } as const;
  const inNone = { ...inAll, groupIds: [] };
  const decision = authorizeByPolicy(policy, inAll, { kind: "reader", cluster }, circumstances);
  const closed =
    authorizeByPolicy(policy, inNone, { kind: "diagnose", cluster }, circumstances).rule !== null;
  return decision.effect === "allow" && decision.show === "thread" && !closed ? decision : null;
}

// Where only the name of a cluster is known: which rules, written by resource id, could decide otherwise.

/** Ids of those rules; empty where the decision is the same whatever the cluster's resource id is. */
export function undecidedWithoutId(
  policy: Policy,
  membership: Membership,
  action: PolicyAction,
  circumstances: Circumstances = nothingKnown,
): readonly string[] {
  const { cluster } = action;
  if (cluster.id !== "") return [];
  const hidden = policy.rules.filter(
    (rule) =>
      !matchesCluster(rule, cluster) && rule.clusters.some((pattern) => mayFit(pattern, cluster.name)),
  );
  const answer = (seen: readonly Rule[]): string => {
    const rules = policy.rules.map((rule) => (seen.includes(rule) ? { ...rule, clusters: ["*"] } : rule));
    const decision = authorizeByPolicy({ ...policy, rules }, membership, action, circumstances);
    if (decision.effect === "deny") return "deny";
    const { show, unmasked, approval, breakGlass } = decision;
    return JSON.stringify({ show, unmasked, approval, breakGlass });
  };
  const byName = answer([]);
  // Those that deny and those that allow apart: together, the one would hide the other.
  for (const effect of ["deny", "allow"] as const) {
    const rules = hidden.filter((rule) => rule.effect === effect);
    if (answer(rules) === byName) continue;
    const alone = rules.filter((rule) => answer([rule]) !== byName);
    return (alone.length > 0 ? alone : rules).map(({ id }) => id);
  }
  return [];
}

/** Whether some cluster of this name has an id that fits the pattern. */
function mayFit(pattern: string, name: string): boolean {
  if (!pattern.startsWith("/")) return false;
  const [, ofName] = foldCase(pattern).split("/managedclusters/");
  if (ofName !== undefined) return matchesGlob(ofName, foldCase(name));
  const end = foldCase(pattern.slice(pattern.lastIndexOf("*") + 1));
  const endOfId = foldCase(`/providers/Microsoft.ContainerService/managedClusters/${name}`);
  return endOfId.endsWith(end);
}
