// Where only the name of a cluster is known: which rules, written by resource id, could decide otherwise.

import type { Membership } from "../requester.ts";
import { foldCase } from "../text/fold-case.ts";
import { matchesGlob } from "../text/glob.ts";
import { authorize } from "./authorize.ts";
import { type Circumstances, nothingKnown } from "./circumstances.ts";
import type { PolicyAction } from "./decision.ts";
import { matchesCluster } from "./match.ts";
import type { Policy, Rule } from "./policy.ts";

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
    const decision = authorize({ ...policy, rules }, membership, action, circumstances);
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
