// k8s.api-ready: the API server itself says whether it and what it stands on are well.
import type { Outcome } from "../../../outcome/check.ts";
import { fail, pass } from "../../../outcome/outcomes.ts";
import { defineFinding } from "../define-finding.ts";

export type ApiReadyFact = Readonly<{ is: "ready" } | { is: "notReady"; checks: readonly string[] }>;

export const apiReady = defineFinding({
  id: "k8s.api-ready",
  severity: "critical",
  scope: "cluster",
  impact: "degrades",
  source: "https://kubernetes.io/docs/reference/using-api/health-checks/",
  needs: ["ready"],
  after: ["cluster.kms-key", "cluster.resource-health"],
  evaluate: ({ ready }): Outcome<ApiReadyFact> =>
    ready.isReady ? pass({ is: "ready" }) : fail({ is: "notReady", checks: ready.failing }),
});
