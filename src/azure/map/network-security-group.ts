// Network security groups as the SDK reads them → our data.
import type { NetworkSecurityGroup as ArmGroup, SecurityRule as ArmRule } from "@azure/arm-network";
import type { NetworkSecurityGroup, SecurityRule } from "../../core/diagnosis/snapshot.ts";
import { valuesOf } from "./present.ts";

const mapRule = (rule: ArmRule): SecurityRule => ({
  name: rule.name ?? "",
  priority: rule.priority ?? 0,
  direction: rule.direction ?? "",
  access: rule.access ?? "",
  protocol: rule.protocol ?? "",
  sourceAddressPrefixes: valuesOf(rule.sourceAddressPrefix, rule.sourceAddressPrefixes),
  destinationAddressPrefixes: valuesOf(rule.destinationAddressPrefix, rule.destinationAddressPrefixes),
  sourcePortRanges: valuesOf(rule.sourcePortRange, rule.sourcePortRanges),
  destinationPortRanges: valuesOf(rule.destinationPortRange, rule.destinationPortRanges),
  usesApplicationSecurityGroups:
    (rule.sourceApplicationSecurityGroups ?? []).length > 0 ||
    (rule.destinationApplicationSecurityGroups ?? []).length > 0,
});

export const mapNetworkSecurityGroup = (group: ArmGroup): NetworkSecurityGroup => ({
  id: group.id ?? "",
  name: group.name ?? "",
  rules: [...(group.securityRules ?? []), ...(group.defaultSecurityRules ?? [])].map(mapRule),
});
