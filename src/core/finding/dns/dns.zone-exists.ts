// dns.zone-exists: the zone that holds the private API server's name.
import { defineStep } from "../define-step.ts";
import { unlessPrivateZone } from "../skips.ts";

export const dnsZoneExists = defineStep({
  id: "dns.zone-exists",
  title: "Private DNS zone exists",
  severity: "critical",
  why: "Without the zone, nodes and people cannot resolve the API server's name.",
  remediation: "Make the zone again under the same name, with its record and links.",
  source: "https://learn.microsoft.com/azure/aks/private-clusters#configuration-options-for-private-dns",
  after: ["cluster.power-state", "api.mode"],
  skip: unlessPrivateZone,
});
