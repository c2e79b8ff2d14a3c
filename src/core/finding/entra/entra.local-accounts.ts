// entra.local-accounts: with them off `--admin` is refused; with them on there is a way in that names nobody.

import type { Outcome } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { advise, fail, pass } from "../../outcome/outcomes.ts";
import { fetchKubeconfig } from "../../repair/fixes.ts";
import { defineCheck } from "../define-check.ts";

export type LocalAccountsFact = Readonly<
  | { is: "off" }
  | { is: "onlyWay" }
  | { is: "backDoor"; cluster: string }
  /** Off, and no Entra to sign in with. */
  | { is: "nobody"; cluster: string }
  /** The asker's error text says that they wanted the administrator's kubeconfig. */
  | { is: "adminRefused"; cluster: string }
>;

const wantsAdmin = /static credential|get-credentials .*--admin|listClusterAdminCredential/i;

export const entraLocalAccounts = defineCheck({
  id: "entra.local-accounts",
  severity: "medium",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "signIn",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/local-accounts",
  needs: ["managedCluster"],
  after: ["entra.managed-aad"],
  evaluate: ({ managedCluster: cluster }, { client: { symptom = "" } }): Outcome<LocalAccountsFact> => {
    const { id, name, entra, disableLocalAccounts } = cluster;
    const more = { resourceId: id, evidence: [labelled("disableLocalAccounts", disableLocalAccounts)] };
    if (!disableLocalAccounts)
      return entra === undefined
        ? pass({ is: "onlyWay" }, more.evidence)
        : advise({ is: "backDoor", cluster: name }, more);
    if (entra === undefined) return fail({ is: "nobody", cluster: name }, more);
    return wantsAdmin.test(symptom)
      ? fail({ is: "adminRefused", cluster: name }, { ...more, fix: fetchKubeconfig(cluster) })
      : pass({ is: "off" }, more.evidence);
  },
});
