// k8s.autoscaler: what the cluster autoscaler says of itself, where there is one.
import type { Outcome } from "../../../outcome/check.ts";
import { fail, notApplicable, pass, warn } from "../../../outcome/outcomes.ts";
import type { AutoscalerStuck } from "../../model.ts";
import { defineFinding } from "../define-finding.ts";

export type AutoscalerFact = Readonly<
  { is: "well" | "backsOff" | "unwell" | "none" } | { is: "stuck"; by: AutoscalerStuck }
>;

export const clusterAutoscaler = defineFinding({
  id: "k8s.autoscaler",
  severity: "medium",
  scope: "cluster",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/error-codes/cluster-autoscaler-fails-to-scale",
  needs: ["autoscaler"],
  after: ["pool.subnet-ip-free", "k8s.nodes-ready"],
  evaluate: ({ autoscaler: { exists, stuck, backsOff, isHealthy } }): Outcome<AutoscalerFact> => {
    if (!exists) return notApplicable({ is: "none" });
    if (stuck !== null) return fail({ is: "stuck", by: stuck });
    if (backsOff) return warn({ is: "backsOff" });
    return isHealthy ? pass({ is: "well" }) : warn({ is: "unwell" });
  },
});
