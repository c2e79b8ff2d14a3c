// entra.admin-group: who is administrator of a cluster whose bindings are lost.

import type { Outcome } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { advise, notApplicable, pass } from "../../outcome/outcomes.ts";
import { defineCheck } from "../define-check.ts";

export type AdminGroupFact = Readonly<
  | { is: "notIntegrated" }
  | { is: "byAzure" }
  | { is: "set"; groups: number }
  | { is: "none"; cluster: string }
>;

export const entraAdminGroup = defineCheck({
  id: "entra.admin-group",
  severity: "low",
  scope: "cluster",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/entra-id-control-plane-authentication",
  needs: ["managedCluster"],
  after: ["entra.managed-aad"],
  evaluate: ({ managedCluster: { id, name, entra } }): Outcome<AdminGroupFact> => {
    if (entra?.managed !== true) return notApplicable({ is: "notIntegrated" });
    const groups = entra.adminGroupObjectIds;
    if (groups.length > 0)
      return pass(
        { is: "set", groups: groups.length },
        groups.map((group) => labelled("group", group)),
      );
    // Owners give the right in Azure then, and can always do so again.
    if (entra.enableAzureRbac) return notApplicable({ is: "byAzure" });
    return advise({ is: "none", cluster: name }, { resourceId: id });
  },
});
