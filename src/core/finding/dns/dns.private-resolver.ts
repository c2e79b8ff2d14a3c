// dns.private-resolver: a ruleset passes the API server's name on, to servers that have to know it.
import { defineStep } from "../define-step.ts";
import { unlessPrivateZone } from "../skips.ts";

export const dnsPrivateResolver = defineStep({
  id: "dns.private-resolver",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/dns/private-resolver-endpoints-rulesets",
  of: ["nodes.api", "people.api"],
  after: ["dns.zone-exists"],
  skip: unlessPrivateZone,
});
