// entra.azure-rbac: whether a missing right is given by a role assignment in Azure or by a binding in the cluster.
import type { Outcome } from "../../outcome/check.ts";
import { advise, notApplicable, pass } from "../../outcome/outcomes.ts";
import { defineCheck } from "../define-check.ts";

export type AuthorizationFact = Readonly<
  | { is: "notIntegrated" }
  | { is: "byAzure" }
  | { is: "byKubernetes"; cluster: string }
  | { is: "byNobody"; cluster: string }
>;

export const entraAzureRbac = defineCheck({
  id: "entra.azure-rbac",
  severity: "low",
  scope: "cluster",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/entra-id-authorization",
  needs: ["managedCluster"],
  after: ["entra.managed-aad"],
  evaluate: ({ managedCluster: { id, name, entra, enableRbac } }): Outcome<AuthorizationFact> => {
    if (enableRbac === false) return advise({ is: "byNobody", cluster: name }, { resourceId: id });
    if (entra?.managed !== true) return notApplicable({ is: "notIntegrated" });
    return entra.enableAzureRbac ? pass({ is: "byAzure" }) : pass({ is: "byKubernetes", cluster: name });
  },
});
