// entra.managed-aad: without Entra whoever holds the user's kubeconfig is administrator of the cluster.
import type { Outcome } from "../../outcome/check.ts";
import { advise, pass } from "../../outcome/outcomes.ts";
import { defineCheck } from "../define-check.ts";

export type EntraFact = Readonly<
  | { is: "integrated" }
  | { is: "notIntegrated"; cluster: string }
  /** By an application that the owner registered, as it was before Entra's own integration. */
  | { is: "legacy"; cluster: string }
>;

export const entraManagedAad = defineCheck({
  id: "entra.managed-aad",
  severity: "medium",
  scope: "cluster",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/entra-id-control-plane-authentication",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: { id, name, entra } }): Outcome<EntraFact> => {
    if (entra?.managed === true) return pass({ is: "integrated" });
    return entra?.serverAppId === undefined
      ? advise({ is: "notIntegrated", cluster: name }, { resourceId: id })
      : advise({ is: "legacy", cluster: name }, { resourceId: id });
  },
});
