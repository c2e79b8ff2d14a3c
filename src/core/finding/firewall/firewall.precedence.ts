// firewall.precedence: what a firewall does before the rule that lets something through: an earlier denial, opening TLS,
// and what it takes for an attack.
import type { Outcome } from "../../outcome/check.ts";
import { advise } from "../../outcome/outcomes.ts";
import type { Firewall, FirewallPolicy } from "../../snapshot/firewall.ts";
import type { ById } from "../../snapshot/listing.ts";
import { idKey, sameId } from "../../snapshot/resource-id.ts";
import { defineStep } from "../define-step.ts";
import type { Told } from "../walks.ts";

export type PrecedenceFact = Readonly<
  /** Of what it takes for an attack or a bad address: which, its log says. */
  { is: "dropsSuspects"; firewall: string }
>;

const denies = (word: string | undefined): boolean => /^deny$/i.test(word ?? "");

function dropsSuspects(firewall: Firewall, policies: ById<FirewallPolicy>): boolean {
  const section = firewall.policyId === undefined ? undefined : policies[idKey(firewall.policyId)];
  const settings = section?.status === "collected" ? section.data : firewall;
  return denies(settings.threatIntelligence) || denies(settings.intrusionDetection);
}

const isOnWay = ({ id }: Firewall, told: readonly Told[]): boolean =>
  told.some(({ step }) => sameId(step.component.id ?? undefined, id));

export const firewallPrecedence = defineStep<"firewall.precedence", PrecedenceFact>({
  id: "firewall.precedence",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/firewall/rule-processing",
  of: ["nodes.egress", "nodes.api", "people.api"],
  after: ["firewall.state"],
  besides: ({ firewalls, firewallPolicies }, told): readonly Outcome<PrecedenceFact>[] =>
    firewalls.items
      .filter((each) => isOnWay(each, told) && dropsSuspects(each, firewallPolicies))
      .map(({ id, name }) => advise({ is: "dropsSuspects", firewall: name }, { resourceId: id })),
});
