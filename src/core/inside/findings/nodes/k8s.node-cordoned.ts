// k8s.node-cordoned: a cordoned node takes no pods: an upgrade is at work, or somebody forgot to uncordon it.
import type { Outcome } from "../../../outcome/check.ts";
import { fail, pass, warn } from "../../../outcome/outcomes.ts";
import { defineFinding, kubectlFix, namesOf } from "../define-finding.ts";
import { isTainted } from "./node-kinds.ts";

export type CordonedFact = Readonly<
  | { is: "none" }
  /** `byUpgrade`: an operation of Azure is running, and cordons nodes one after the other. */
  | { is: "some" | "all"; nodes: readonly string[]; byUpgrade: boolean }
>;

export const nodeCordoned = defineFinding({
  id: "k8s.node-cordoned",
  severity: "high",
  scope: "nodes",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/upgrade-aks-cluster",
  needs: ["nodes"],
  after: ["cluster.operation-in-progress"],
  evaluate: ({ nodes }, { azure: { isChanging: byUpgrade } }): Outcome<CordonedFact> => {
    const cordoned = nodes.filter(({ isCordoned }) => isCordoned);
    if (cordoned.length === 0) return pass({ is: "none" });
    const names = namesOf(cordoned);
    const open = nodes.filter((node) => !isTainted(node) || node.isCordoned);
    const isAll = open.every(({ isCordoned }) => isCordoned);
    const lines = names.slice(0, 10).map((name) => ["uncordon", name]);
    const fix = byUpgrade ? null : kubectlFix(lines, { is: "nodesTakePods" });
    return isAll
      ? fail({ is: "all", nodes: names, byUpgrade }, { fix })
      : warn({ is: "some", nodes: names, byUpgrade }, { fix });
  },
});
