// dns.private-resolver: a ruleset passes the API server's name on, to servers that have to know it.
import { defineStep } from "../define-step.ts";
import { unlessPrivateZone } from "../skips.ts";

export const dnsPrivateResolver = defineStep({
  id: "dns.private-resolver",
  title: "Forwarding rules lead to servers that know the name",
  severity: "high",
  why: "In a network that is linked to a forwarding ruleset, a rule with a longer name than any linked zone decides who is asked.",
  remediation:
    "Lead the rule to a resolver whose network is linked to the cluster's zone, or remove it and link the zone.",
  source: "https://learn.microsoft.com/azure/dns/private-resolver-endpoints-rulesets",
  of: ["nodes.api", "people.api"],
  after: ["dns.zone-exists"],
  skip: unlessPrivateZone,
});
