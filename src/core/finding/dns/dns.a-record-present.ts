// dns.a-record-present: without the record, every linked network answers "no such host".
import { defineStep } from "../define-step.ts";
import { unlessPrivateZone } from "../skips.ts";

export const dnsARecordPresent = defineStep({
  id: "dns.a-record-present",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/private-cluster-connect",
  of: ["nodes.api", "people.api"],
  after: ["dns.zone-exists", "dns.zone-name"],
  skip: unlessPrivateZone,
});
