// k8s.kubelet-serving: nodes whose kubelet serves with a certificate of the cluster's authority, which is rotated.
import type { Outcome } from "../../../outcome/check.ts";
import { advise, notApplicable, pass } from "../../../outcome/outcomes.ts";
import { defineFinding, namesOf } from "../define-finding.ts";

export type KubeletServingFact = Readonly<
  { is: "all" } | { is: "without"; nodes: readonly string[]; of: number } | { is: "noNodes" }
>;

export const kubeletServing = defineFinding({
  id: "k8s.kubelet-serving",
  severity: "low",
  scope: "nodes",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/aks/certificate-rotation#kubelet-serving-certificate-rotation",
  needs: ["nodes"],
  after: [],
  evaluate: ({ nodes }): Outcome<KubeletServingFact> => {
    if (nodes.length === 0) return notApplicable({ is: "noNodes" });
    const without = nodes.filter(({ hasServingCa }) => !hasServingCa);
    return without.length === 0
      ? pass({ is: "all" })
      : advise({ is: "without", nodes: namesOf(without), of: nodes.length });
  },
});
