// nsg.avnm-admin-rules: a network manager's rules come before every security group.
import { defineStep } from "../define-step.ts";

export const nsgAvnmAdminRules = defineStep({
  id: "nsg.avnm-admin-rules",
  title: "No network manager's rule stops what is needed",
  severity: "critical",
  why: "An admin rule that denies is asked before any security group, so opening the group changes nothing.",
  remediation: "Have whoever runs the network manager allow it, or leave these networks out.",
  source: "https://learn.microsoft.com/azure/virtual-network-manager/concept-security-admins",
  of: ["nodes.api", "people.api"],
  after: ["vnet.cluster-subnet"],
});
