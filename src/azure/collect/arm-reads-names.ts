// Reads of what names are resolved by.
import type { PrivateDnsZone } from "../../core/snapshot/zones.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { mapPrivateDnsZone } from "../map/private-dns.ts";
import { type DnsResolver, readDnsResolvers } from "./dns-resolvers.ts";
import { type Ruleset, readRulesets } from "./dns-rulesets.ts";
import { type GroupList, groupList, groupRead } from "./group-list.ts";

export type NameReads = Readonly<{
  privateDnsZones: GroupList<PrivateDnsZone>;
  dnsResolvers: GroupList<DnsResolver>;
  dnsRulesets: GroupList<Ruleset>;
}>;

export const nameReads = (arm: ArmSession): NameReads => {
  return {
    privateDnsZones: groupList(
      "Microsoft.Network/privateDnsZones",
      "privateDnsZones",
      (group, options) =>
        arm.privateDns(group.subscriptionId).privateZones.listByResourceGroup(group.resourceGroup, options),
      mapPrivateDnsZone,
    ),
    dnsResolvers: groupRead((after, group) => readDnsResolvers(arm, after, group)),
    dnsRulesets: groupRead((after, group) => readRulesets(arm, after, group)),
  };
};
