// k8s.whoami: as whom commands act in the cluster. Whoever is an administrator to it, its own rights do not hold back.
import type { Outcome } from "../../../outcome/check.ts";
import { advise, pass } from "../../../outcome/outcomes.ts";
import { defineFinding } from "../define-finding.ts";

export type WhoAmIFact = Readonly<{ is: "oneself" | "administrator" }>;

export const whoAmI = defineFinding({
  id: "k8s.whoami",
  severity: "medium",
  scope: "cluster",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/aks/manage-local-accounts-managed-azure-ad",
  needs: ["whoami"],
  after: ["entra.managed-aad"],
  evaluate: ({ whoami: { username, groups } }): Outcome<WhoAmIFact> =>
    groups.includes("system:masters") || username === "masterclient"
      ? advise({ is: "administrator" })
      : pass({ is: "oneself" }),
});
