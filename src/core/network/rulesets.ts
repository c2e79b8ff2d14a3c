// To whom Azure's own DNS passes a name on: rules that a ruleset has for networks that are linked to it.
// https://learn.microsoft.com/azure/dns/private-resolver-endpoints-rulesets
import { sameId } from "../snapshot/resource-id.ts";
import type { ForwardingRule, ForwardingRuleset } from "../snapshot/zones.ts";
import { component, type NetworkModel } from "./model.ts";
import { open, passes, type Step, unread } from "./step.ts";

/** `contoso.com.` and `.` for everything. */
const domainOf = ({ domainName }: ForwardingRule): string => domainName.replace(/\.$/, "").toLowerCase();

const covers = (rule: ForwardingRule, name: string): boolean => {
  const domain = domainOf(rule);
  return domain === "" || name.toLowerCase() === domain || name.toLowerCase().endsWith(`.${domain}`);
};

export type Forwarding = Readonly<{ step: Step; servers: readonly string[] }>;

const isOn = ({ ruleState }: ForwardingRule): boolean => /^enabled$/i.test(ruleState);

function bestOf(rules: readonly ForwardingRule[], name: string): ForwardingRule | undefined {
  return rules
    .filter((rule) => isOn(rule) && covers(rule, name))
    .toSorted((one, other) => domainOf(other).length - domainOf(one).length)[0];
}

const isLinked = ({ linkedNetworkIds }: ForwardingRuleset, networkId: string): boolean =>
  linkedNetworkIds.status === "collected" && linkedNetworkIds.data.some((id) => sameId(id, networkId));

/**
 * What a ruleset makes of a name in a network; null where none does anything. `zoneLength`: of the name of the private
 * zone that answers there, 0 where none does: of a zone and a rule the longer name decides, and of equal ones the zone.
 */
export function forwardingIn(
  { rulesets, hiddenRulesets }: NetworkModel,
  networkId: string,
  name: string,
  zoneLength: number,
): Forwarding | null {
  for (const ruleset of rulesets) {
    const at = component("dnsServer", ruleset.id, ruleset.name);
    if (ruleset.linkedNetworkIds.status === "unavailable" && zoneLength === 0)
      return { step: unread(at, ruleset.linkedNetworkIds), servers: [] };
    if (!isLinked(ruleset, networkId)) continue;
    if (ruleset.rules.status === "unavailable") return { step: unread(at, ruleset.rules), servers: [] };
    const rule = bestOf(ruleset.rules.data, name);
    if (rule === undefined || (zoneLength > 0 && domainOf(rule).length <= zoneLength)) continue;
    const { servers } = rule;
    const reason = { is: "ruleForwards", ruleset: ruleset.name, rule: rule.name, servers } as const;
    return { step: servers.length === 0 ? open(at, reason) : passes(at, reason), servers };
  }
  const [hidden] = zoneLength > 0 ? [] : hiddenRulesets;
  const at = component("network", networkId);
  return hidden === undefined ? null : { step: unread(at, hidden), servers: [] };
}
