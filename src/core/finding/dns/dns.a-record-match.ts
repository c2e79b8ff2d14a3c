// dns.a-record-match: after a restart or a new endpoint, the record may lead to an address where nobody is.
import { defineStep } from "../define-step.ts";
import { unlessPrivateZone } from "../skips.ts";

export const dnsARecordMatch = defineStep({
  id: "dns.a-record-match",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/start-stop-cluster#about-the-cluster-stopstart-feature",
  of: ["nodes.api", "people.api"],
  after: ["pe.ip", "api.vnetint-ilb", "dns.a-record-present", "identity.dns-role"],
  skip: unlessPrivateZone,
});
