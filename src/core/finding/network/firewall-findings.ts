// Azure Firewall: every check of it. A new one goes here or beside this, and into the list.

import { advise, type Outcome } from "../../outcome/check.ts";
import type { Firewall, FirewallPolicy } from "../../snapshot/firewall.ts";
import { idKey, sameId } from "../../snapshot/resource-id.ts";
import type { ById } from "../../snapshot/section.ts";
import { defineStep } from "../kit/define-step.ts";
import type { MetStep } from "../kit/walks.ts";

// firewall.precedence: what a firewall does before the rule that lets something through: an earlier denial, opening TLS,
// and what it takes for an attack.

type PrecedenceFact = Readonly<
  /** Of what it takes for an attack or a bad address: which, its log says. */
  { is: "dropsSuspects"; firewall: string }
>;

const denies = (word: string | undefined): boolean => /^deny$/i.test(word ?? "");

function dropsSuspects(firewall: Firewall, policies: ById<FirewallPolicy>): boolean {
  const section = firewall.policyId === undefined ? undefined : policies[idKey(firewall.policyId)];
  const settings = section?.status === "collected" ? section.data : firewall;
  return denies(settings.threatIntelligence) || denies(settings.intrusionDetection);
}

const isOnWay = ({ id }: Firewall, told: readonly MetStep[]): boolean =>
  told.some(({ step }) => sameId(step.component.id ?? undefined, id));

const firewallPrecedence = defineStep<"firewall.precedence", PrecedenceFact>({
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

export const firewallChecks = [
  // A firewall that was deallocated to save money leaves the nodes without a way out.
  defineStep({
    id: "firewall.state",
    severity: "critical",
    scope: "nodes",
    impact: "cuts",
    unjudged: "firewallRules",
    pathPlace: { on: "out", thing: "firewall" },
    source: "https://learn.microsoft.com/azure/firewall/overview",
    of: ["nodes.egress"],
    after: ["route.default"],
  }),
  // Nodes that leave by a firewall need its rules for what AKS needs.
  defineStep({
    id: "firewall.aks-fqdns",
    severity: "critical",
    scope: "nodes",
    impact: "degrades",
    source: "https://learn.microsoft.com/azure/aks/outbound-rules-control-egress",
    of: ["nodes.egress"],
    after: ["firewall.state"],
  }),
  // A firewall between networks drops what no rule allows.
  defineStep({
    id: "firewall.network-rules",
    severity: "high",
    scope: "cluster",
    impact: "degrades",
    source: "https://learn.microsoft.com/azure/firewall/rule-processing",
    of: ["nodes.api", "people.api"],
    after: ["firewall.state"],
  }),
  firewallPrecedence,
] as const;
