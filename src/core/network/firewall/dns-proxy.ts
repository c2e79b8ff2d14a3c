// Whether an Azure Firewall answers names: only while its DNS proxy is on does anything listen on 53 there.
// https://learn.microsoft.com/azure/firewall/dns-settings

import type { Firewall, FirewallPolicy } from "../../snapshot/firewall.ts";
import type { ById } from "../../snapshot/listing.ts";
import { idKey, nameOf } from "../../snapshot/resource-id.ts";
import { collected, type Section, unavailable } from "../../snapshot/section.ts";
import { subject } from "../../snapshot/subject.ts";

/** `keptBy`: the policy that says so, or, with classic rules, the firewall itself. `servers`: whom it asks; none: Azure. */
export type DnsProxy = Readonly<{ isOn: boolean; keptBy: string; servers: readonly string[] }>;

const inPolicy = (policies: ById<FirewallPolicy>, id: string): Section<FirewallPolicy> =>
  policies[idKey(id)] ??
  unavailable("notReached", { is: "notRead", what: subject("firewallPolicy", nameOf(id)) }, [
    { action: "Microsoft.Network/firewallPolicies/read", scope: id },
  ]);

/** Whether one above it has it on, so that the firewall may have it from there; null: one of them was not read. */
function isOnAbove(
  policies: ById<FirewallPolicy>,
  { basePolicyId: base }: FirewallPolicy,
  seen: readonly string[],
): boolean | null {
  if (base === undefined || seen.includes(idKey(base))) return false;
  const above = inPolicy(policies, base);
  if (above.status === "unavailable") return null;
  return above.data.dnsProxy || isOnAbove(policies, above.data, [...seen, idKey(base)]);
}

export function dnsProxyOf(firewall: Firewall, policies: ById<FirewallPolicy>): Section<DnsProxy> {
  const { id, name, policyId, dnsProxy, proxyServers = [] } = firewall;
  if (policyId === undefined) return collected({ isOn: dnsProxy, keptBy: id, servers: proxyServers });
  const policy = inPolicy(policies, policyId);
  if (policy.status === "unavailable") return policy;
  const { dnsProxy: isOn, proxyServers: servers = [] } = policy.data;
  // How much of a parent's DNS settings a child takes over, Azure does not write down.
  return isOn || isOnAbove(policies, policy.data, [idKey(policyId)]) === false
    ? collected({ isOn, keptBy: policyId, servers })
    : unavailable("failed", { is: "proxyOfParent", firewall: name });
}
