// k8s.metrics-server: without it kubectl top shows nothing, and nothing is scaled by its load.
import type { Outcome } from "../../../outcome/check.ts";
import { fail, notApplicable, pass } from "../../../outcome/outcomes.ts";
import { defineFinding, restartFix } from "../define-finding.ts";

export type MetricsServerFact = Readonly<
  { is: "available" } | { is: "down"; reason: string } | { is: "none" }
>;

export const metricsApi = "v1beta1.metrics.k8s.io";

export const metricsServer = defineFinding({
  id: "k8s.metrics-server",
  severity: "medium",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/core-aks-concepts",
  needs: ["apiServices"],
  after: ["k8s.nodes-ready", "k8s.kube-system", "k8s.konnectivity", "k8s.tunnel-live"],
  evaluate: ({ apiServices }): Outcome<MetricsServerFact> => {
    const metrics = apiServices.find(({ name }) => name === metricsApi);
    if (metrics === undefined) return notApplicable({ is: "none" });
    return metrics.isAvailable
      ? pass({ is: "available" })
      : fail({ is: "down", reason: metrics.reason }, { fix: restartFix("metrics-server") });
  },
});
