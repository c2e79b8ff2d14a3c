// All rules of one firewall in the order in which they are asked.
// https://learn.microsoft.com/azure/firewall/rule-processing
import type {
  Firewall,
  FirewallCollection,
  FirewallPolicy,
  FirewallRule,
  IpGroup,
} from "../../snapshot/firewall.ts";
import { idKey } from "../../snapshot/resource-id.ts";
import { type ById, collected, type Section, sectionOf, unavailable } from "../../snapshot/section.ts";

export type RuleSet = Readonly<{
  /** First to last, of network and application rules alike: whatever comes first among those of one kind. */
  collections: readonly FirewallCollection[];
  /** Whether names in network rules mean the addresses that clients were told. */
  dnsProxy: boolean;
  /** What network rules let through to public addresses leaves with the sender's own: nothing answers it. */
  keepsSource?: boolean;
  /** Nodes take certificates of the owner's own authorities, as a firewall that opens TLS may have one. */
  isTrusted?: boolean;
  /** Left out where no rule names one. */
  ipGroups?: ById<IpGroup>;
}>;

const byPriority = <T extends Readonly<{ priority: number }>>(items: readonly T[]): readonly T[] =>
  items.toSorted((one, other) => one.priority - other.priority);

const policyIn = (policies: ById<FirewallPolicy>, id: string): Section<FirewallPolicy> =>
  sectionOf(policies, id, "firewallPolicy");

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

/** What decides besides the rules themselves. */
export type RuleSettings = Pick<RuleSet, "isTrusted" | "ipGroups">;

/** One rule that was not read may come before all others, so it is all of them or none. */
export function ruleSetOf(
  firewall: Firewall,
  policies: ById<FirewallPolicy>,
  settings: RuleSettings = {},
): Section<RuleSet> {
  const { policyId, collections, dnsProxy, untranslated } = firewall;
  if (policyId === undefined)
    return collected({
      ...{ collections: byPriority(collections), dnsProxy },
      ...{ keepsSource: keepsSource(untranslated), ...settings },
    });
  const policy = policyIn(policies, policyId);
  if (policy.status === "unavailable") return policy;
  const all = collectionsOf(policies, policyId);
  return all.status === "unavailable"
    ? all
    : collected({
        ...{ collections: all.data, dnsProxy: policy.data.dnsProxy },
        ...{ keepsSource: keepsSource(policy.data.untranslated), ...settings },
      });
}

// Rules that name IP groups, with the addresses of those groups in place of their names. A group that was not read stays
// named, so that its rule is open.
// https://learn.microsoft.com/azure/firewall/ip-groups

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

// Whether an Azure Firewall answers names: only while its DNS proxy is on does anything listen on 53 there.
// https://learn.microsoft.com/azure/firewall/dns-settings

/** `keptBy`: the policy that says so, or, with classic rules, the firewall itself. `servers`: whom it asks; none: Azure. */
export type DnsProxy = Readonly<{ isOn: boolean; keptBy: string; servers: readonly string[] }>;

/** Whether one above it has it on, so that the firewall may have it from there; null: one of them was not read. */
function isOnAbove(
  policies: ById<FirewallPolicy>,
  { basePolicyId: base }: FirewallPolicy,
  seen: readonly string[],
): boolean | null {
  if (base === undefined || seen.includes(idKey(base))) return false;
  const above = policyIn(policies, base);
  if (above.status === "unavailable") return null;
  return above.data.dnsProxy || isOnAbove(policies, above.data, [...seen, idKey(base)]);
}

export function dnsProxyOf(firewall: Firewall, policies: ById<FirewallPolicy>): Section<DnsProxy> {
  const { id, name, policyId, dnsProxy, proxyServers = [] } = firewall;
  if (policyId === undefined) return collected({ isOn: dnsProxy, keptBy: id, servers: proxyServers });
  const policy = policyIn(policies, policyId);
  if (policy.status === "unavailable") return policy;
  const { dnsProxy: isOn, proxyServers: servers = [] } = policy.data;
  // How much of a parent's DNS settings a child takes over, Azure does not write down.
  return isOn || isOnAbove(policies, policy.data, [idKey(policyId)]) === false
    ? collected({ isOn, keptBy: policyId, servers })
    : unavailable("failed", { is: "proxyOfParent", firewall: name });
}
