// egress.http-proxy: what nodes send through a proxy ends there, as far as Azure shows.
import { defineStep } from "../define-step.ts";

export const egressHttpProxy = defineStep({
  id: "egress.http-proxy",
  title: "The nodes' proxy lets through what they need",
  severity: "medium",
  why: "Nodes of a cluster with a proxy reach nothing outside but through it, and only whoever runs it sees its rules.",
  remediation: "Ask whoever runs the proxy for the names that AKS lists.",
  source: "https://learn.microsoft.com/azure/aks/http-proxy",
  of: ["nodes.egress"],
  after: ["nsg.node-egress"],
});
