// Rules that name IP groups, with the addresses of those groups in place of their names. A group that was not read stays
// named, so that its rule is open.
// https://learn.microsoft.com/azure/firewall/ip-groups
import type {
  Firewall,
  FirewallCollection,
  FirewallPolicy,
  FirewallRule,
  IpGroup,
} from "../../snapshot/firewall.ts";
import type { ById } from "../../snapshot/listing.ts";
import { idKey } from "../../snapshot/resource-id.ts";
import { collected } from "../../snapshot/section.ts";

type Named = Readonly<{ addresses: readonly string[]; left: readonly string[] }>;

function resolve(ids: readonly string[], groups: ById<IpGroup>): Named {
  const sections = ids.map((id) => ({ id, section: groups[idKey(id)] }));
  return {
    addresses: sections.flatMap(({ section }) =>
      section?.status === "collected" ? section.data.addresses : [],
    ),
    left: sections.flatMap(({ id, section }) => (section?.status === "collected" ? [] : [id])),
  };
}

function inRule(rule: FirewallRule, groups: ById<IpGroup>): FirewallRule {
  if (rule.kind === "unreadable") return rule;
  const from = resolve(rule.sourceGroupIds, groups);
  const sources = [...rule.sources, ...from.addresses];
  const sourced = { ...rule, sources, sourceGroupIds: from.left };
  if (sourced.kind === "application") return sourced;
  const to = resolve(sourced.destinationGroupIds, groups);
  const destinations = [...sourced.destinations, ...to.addresses];
  return { ...sourced, destinations, destinationGroupIds: to.left };
}

const inCollections = (
  collections: readonly FirewallCollection[],
  groups: ById<IpGroup>,
): readonly FirewallCollection[] =>
  collections.map((each) => ({ ...each, rules: each.rules.map((rule) => inRule(rule, groups)) }));

export const firewallWithGroups = (firewall: Firewall, groups: ById<IpGroup>): Firewall => ({
  ...firewall,
  collections: inCollections(firewall.collections, groups),
});

function policyWithGroups(policy: FirewallPolicy, groups: ById<IpGroup>): FirewallPolicy {
  if (policy.groups.status === "unavailable") return policy;
  const all = policy.groups.data.map((each) => ({
    ...each,
    collections: inCollections(each.collections, groups),
  }));
  return { ...policy, groups: collected(all) };
}

export const policiesWithGroups = (
  policies: ById<FirewallPolicy>,
  groups: ById<IpGroup>,
): ById<FirewallPolicy> =>
  Object.fromEntries(
    Object.entries(policies).map(([key, section]) => [
      key,
      section.status === "collected" ? collected(policyWithGroups(section.data, groups)) : section,
    ]),
  );
