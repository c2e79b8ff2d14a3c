// k8s.kube-system: pods of AKS itself that do not run.
import type { Outcome } from "../../../outcome/check.ts";
import { advise, fail, pass, warn } from "../../../outcome/outcomes.ts";
import type { Pod } from "../../model.ts";
import { defineFinding, namesOf } from "../define-finding.ts";
import { isComponent, isCrashing, isHeldUp, isImageTrouble, isPending, podLines } from "../pod-trouble.ts";

export type KubeSystemFact = Readonly<
  { is: "allRun" } | { is: "componentsDown" | "othersDown" | "restarted"; pods: readonly string[] }
>;

/** More restarts than a node's own restarts explain. */
const many = 5;

const isDown = (pod: Pod): boolean =>
  isCrashing(pod) || isImageTrouble(pod) || isPending(pod) || isHeldUp(pod);

export const kubeSystem = defineFinding({
  id: "k8s.kube-system",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/core-aks-concepts",
  needs: ["systemPods"],
  after: ["k8s.nodes-ready", "k8s.coredns", "k8s.konnectivity", "firewall.aks-fqdns", "k8s.image-pull"],
  evaluate: ({ systemPods }): Outcome<KubeSystemFact> => {
    const down = systemPods.filter(isDown);
    const components = down.filter(isComponent);
    if (components.length > 0)
      return fail({ is: "componentsDown", pods: namesOf(components) }, { evidence: podLines(components) });
    if (down.length > 0) return warn({ is: "othersDown", pods: namesOf(down) }, { evidence: podLines(down) });
    const restarted = systemPods.filter(({ restarts }) => restarts > many);
    return restarted.length > 0
      ? advise({ is: "restarted", pods: namesOf(restarted) }, { evidence: podLines(restarted) })
      : pass({ is: "allRun" });
  },
});
