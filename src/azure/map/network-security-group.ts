// Network security groups as the SDK reads them → our data.
import type { NetworkSecurityGroup as ArmGroup, SecurityRule as ArmRule } from "@azure/arm-network";
import type { NetworkSecurityGroup, SecurityRule } from "../../core/snapshot/security.ts";
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

/** Whether it stands there with all that decides when it comes and what it does. */
const isWhole = ({ priority, direction, access, protocol, ...rule }: ArmRule): boolean =>
  [priority, direction, access, protocol].every((value) => value !== undefined && value !== null) &&
  valuesOf(rule.destinationPortRange, rule.destinationPortRanges).length > 0;

/** One rule that is not known may decide anything: then none is handed on, and the group decides nothing. */
export function mapNetworkSecurityGroup(group: ArmGroup): NetworkSecurityGroup {
  const { securityRules: own = [], defaultSecurityRules: defaults = [] } = group;
  const rules = own === null || defaults === null ? [] : [...own, ...defaults];
  return {
    id: group.id ?? "",
    name: group.name ?? "",
    rules: rules.every(isWhole) ? rules.map(mapRule) : [],
  };
}
