// k8s.can-i: what of all this Kubernetes did not let the asker read. It is seen by having tried.
import type { Outcome } from "../../../outcome/check.ts";
import { advise, fail, notAssessed, pass } from "../../../outcome/outcomes.ts";
import type { Need, PartName } from "../../model.ts";
import { defineFinding } from "../define-finding.ts";

export type CanIFact = Readonly<{ is: "all" } | { is: "lacks"; needs: readonly Need[] } | { is: "notTried" }>;

/** Without these nobody on call sees what is wrong. */
const essential: readonly PartName[] = ["systemPods", "deployments"];

export const canI = defineFinding({
  id: "k8s.can-i",
  severity: "medium",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "inCluster",
  source: "https://learn.microsoft.com/azure/aks/manage-azure-rbac",
  needs: [],
  after: ["access.kubernetes-role"],
  evaluate: (_data, { model: { parts } }): Outcome<CanIFact> => {
    const names = Object.keys(parts) as readonly PartName[];
    const refused = names.filter((name) => {
      const part = parts[name];
      return part.status === "unread" && part.why === "forbidden";
    });
    const needs = refused.flatMap((name) => {
      const part = parts[name];
      return part.status === "unread" ? part.needs : [];
    });
    if (essential.some((name) => refused.includes(name))) return fail({ is: "lacks", needs });
    if (refused.length > 0) return advise({ is: "lacks", needs });
    return names.some((name) => parts[name].status === "read")
      ? pass({ is: "all" })
      : notAssessed({ is: "notTried" });
  },
});
