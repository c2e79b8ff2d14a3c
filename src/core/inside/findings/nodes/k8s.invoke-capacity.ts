// k8s.invoke-capacity: the command that looked stood on a node itself: that is the proof that one had room.
import type { Outcome } from "../../../outcome/check.ts";
import { fail, notAssessed, pass } from "../../../outcome/outcomes.ts";
import { defineFinding } from "../define-finding.ts";

export type InvokeCapacityFact = Readonly<{ is: "hadRoom" | "noRoom" | "notTried" }>;

export const invokeCapacity = defineFinding({
  id: "k8s.invoke-capacity",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/resolve-az-aks-command-invoke-failures",
  needs: [],
  after: ["invoke.schedulable-node", "pool.system-ready", "pool.vm-instances"],
  evaluate: (_data, { model: { hasRun, notRun } }): Outcome<InvokeCapacityFact> => {
    if (hasRun) return pass({ is: "hadRoom" });
    return notRun === "podNotPlaced" ? fail({ is: "noRoom" }) : notAssessed({ is: "notTried" });
  },
});
