// route.default: how nodes leave must fit what the cluster was told about it.
import { defineStep } from "../define-step.ts";

export const routeDefault = defineStep({
  id: "route.default",
  title: "Nodes' default route fits the cluster",
  severity: "critical",
  why: "Without a default route that works, nodes cannot start and do not reach a public API server.",
  remediation: "Lead 0.0.0.0/0 to the firewall, or remove the route that takes Azure's own default away.",
  source: "https://learn.microsoft.com/azure/aks/egress-outboundtype",
  of: ["nodes.egress"],
  after: ["vnet.cluster-subnet"],
});
