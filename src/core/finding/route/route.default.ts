// route.default: how nodes leave must fit what the cluster was told about it.
import { defineStep } from "../define-step.ts";

export const routeDefault = defineStep({
  id: "route.default",
  severity: "critical",
  scope: "nodes",
  impact: "cuts",
  pathPlace: { on: "out", thing: "route" },
  source: "https://learn.microsoft.com/azure/aks/egress-outboundtype",
  of: ["nodes.egress"],
  after: ["vnet.cluster-subnet"],
});
