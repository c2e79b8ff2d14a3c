// k8s.deployments: each Deployment of kube-system has the pods that it wants.
import { defineFinding } from "../define-finding.ts";
import { judgeCounts } from "./workload-counts.ts";

export const systemDeployments = defineFinding({
  id: "k8s.deployments",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/core-aks-concepts",
  needs: ["deployments"],
  after: ["k8s.nodes-ready", "k8s.coredns", "k8s.konnectivity", "k8s.kube-system", "k8s.webhook-backends"],
  evaluate: ({ deployments }) => judgeCounts(deployments),
});
