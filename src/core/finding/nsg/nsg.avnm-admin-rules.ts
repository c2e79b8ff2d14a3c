// nsg.avnm-admin-rules: a network manager's rules come before every security group.
import { defineStep } from "../define-step.ts";

export const nsgAvnmAdminRules = defineStep({
  id: "nsg.avnm-admin-rules",
  severity: "critical",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-network-manager/concept-security-admins",
  of: ["nodes.api", "people.api"],
  after: ["vnet.cluster-subnet"],
});
