// entra.tenant: a token of another tenant than the cluster's is refused with "You must be logged in to the server".

import type { Outcome } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import type { Fix } from "../../outcome/fix.ts";
import { fail, notApplicable, notAssessed, pass } from "../../outcome/outcomes.ts";
import { fetchKubeconfig } from "../../repair/fixes.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { quoteArgv } from "../../text/quote.ts";
import { defineCheck } from "../define-check.ts";

/** Tenants by the end of their ids. */
export type TenantFact = Readonly<
  | { is: "notIntegrated" }
  | { is: "trustedUnsaid" }
  | { is: "ownUnknown" }
  | { is: "trusted" }
  | { is: "notTrusted"; own: string; trusted: string }
>;

/** Enough to tell two tenants apart, without spreading the whole id. */
const tail = (tenantId: string): string => `…${tenantId.slice(-4)}`;

/** `az login` knows no subscription yet; the kubeconfig holds the tenant, so it is fetched again. */
const signIn = (cluster: ManagedCluster, tenantId: string): Fix => {
  const fetch = fetchKubeconfig(cluster);
  return { ...fetch, commands: [quoteArgv(["az", "login", "--tenant", tenantId]), ...fetch.commands] };
};

export const entraTenant = defineCheck({
  id: "entra.tenant",
  severity: "high",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "signIn",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/entra-id-authorization#prerequisites",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: cluster }, { requesterTenantId: own }): Outcome<TenantFact> => {
    const { id, entra } = cluster;
    if (entra === undefined) return notApplicable({ is: "notIntegrated" });
    if (entra.tenantId === undefined) return notAssessed({ is: "trustedUnsaid" });
    if (own === undefined) return notAssessed({ is: "ownUnknown" });
    const evidence = [labelled("cluster", tail(entra.tenantId)), labelled("you", tail(own))];
    return own.toLowerCase() === entra.tenantId.toLowerCase()
      ? pass({ is: "trusted" }, evidence)
      : fail(
          { is: "notTrusted", own: tail(own), trusted: tail(entra.tenantId) },
          { resourceId: id, evidence, fix: signIn(cluster, entra.tenantId) },
        );
  },
});
