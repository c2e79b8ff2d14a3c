// All rules of one firewall in the order in which they are asked.
// https://learn.microsoft.com/azure/firewall/rule-processing

import type { Firewall, FirewallCollection, FirewallPolicy } from "../../snapshot/firewall.ts";
import type { ById } from "../../snapshot/listing.ts";
import { idKey, nameOf } from "../../snapshot/resource-id.ts";
import { collected, type Section, unavailable } from "../../snapshot/section.ts";
import { subject } from "../../snapshot/subject.ts";

export type RuleSet = Readonly<{
  /** First to last, of network and application rules alike: whatever comes first among those of one kind. */
  collections: readonly FirewallCollection[];
  /** Whether names in network rules mean the addresses that clients were told. */
  dnsProxy: boolean;
  /** What network rules let through to public addresses leaves with the sender's own: nothing answers it. */
  keepsSource?: boolean;
  /** Nodes take certificates of the owner's own authorities, as a firewall that opens TLS may have one. */
  isTrusted?: boolean;
}>;

const byPriority = <T extends Readonly<{ priority: number }>>(items: readonly T[]): readonly T[] =>
  items.toSorted((one, other) => one.priority - other.priority);

function policyIn(policies: ById<FirewallPolicy>, id: string): Section<FirewallPolicy> {
  const needs = [{ action: "Microsoft.Network/firewallPolicies/read", scope: id }];
  return (
    policies[idKey(id)] ??
    unavailable("notReached", { is: "notRead", what: subject("firewallPolicy", nameOf(id)) }, needs)
  );
}

/** A parent's rules come before those of its child, whatever their priorities. `seen`: ids of its children. */
function collectionsOf(
  policies: ById<FirewallPolicy>,
  id: string,
  seen: readonly string[] = [],
): Section<readonly FirewallCollection[]> {
  const policy = policyIn(policies, id);
  if (policy.status === "unavailable") return policy;
  const { basePolicyId: base, groups, name } = policy.data;
  if (groups.status === "unavailable") return groups;
  const own = byPriority(groups.data).flatMap(({ collections }) => byPriority(collections));
  if (base === undefined) return collected(own);
  if (seen.includes(idKey(base))) return unavailable("failed", { is: "ownAncestor", policy: name });
  const inherited = collectionsOf(policies, base, [...seen, idKey(id)]);
  return inherited.status === "unavailable" ? inherited : collected([...inherited.data, ...own]);
}

/** https://learn.microsoft.com/azure/firewall/snat-private-range */
const keepsSource = (ranges: readonly string[] = []): boolean => ranges.includes("0.0.0.0/0");

/** One rule that was not read may come before all others, so it is all of them or none. */
export function ruleSetOf(
  firewall: Firewall,
  policies: ById<FirewallPolicy>,
  isTrusted = false,
): Section<RuleSet> {
  const { policyId, collections, dnsProxy, untranslated } = firewall;
  if (policyId === undefined)
    return collected({
      ...{ collections: byPriority(collections), dnsProxy },
      ...{ keepsSource: keepsSource(untranslated), isTrusted },
    });
  const policy = policyIn(policies, policyId);
  if (policy.status === "unavailable") return policy;
  const all = collectionsOf(policies, policyId);
  return all.status === "unavailable"
    ? all
    : collected({
        ...{ collections: all.data, dnsProxy: policy.data.dnsProxy },
        ...{ keepsSource: keepsSource(policy.data.untranslated), isTrusted },
      });
}
