// Sign-in: every check of it. A new one goes here or beside this, and into the list.

import { fetchKubeconfig } from "../../fix/cluster.ts";
import type { Fix } from "../../fix/write/fix.ts";
import { advise, fail, notApplicable, notAssessed, type Outcome, pass } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { defineCheck } from "../kit/define-check.ts";

// entra.admin-group: who is administrator of a cluster whose bindings are lost.

type AdminGroupFact = Readonly<
  | { is: "notIntegrated" }
  | { is: "byAzure" }
  | { is: "set"; groups: number }
  | { is: "none"; cluster: string }
>;

const entraAdminGroup = defineCheck({
  id: "entra.admin-group",
  severity: "low",
  scope: "cluster",
  impact: "advises",
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

// entra.azure-rbac: whether a missing right is given by a role assignment in Azure or by a binding in the cluster.

type AuthorizationFact = Readonly<
  | { is: "notIntegrated" }
  | { is: "byAzure" }
  | { is: "byKubernetes"; cluster: string }
  | { is: "byNobody"; cluster: string }
>;

const entraAzureRbac = defineCheck({
  id: "entra.azure-rbac",
  severity: "low",
  scope: "cluster",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/aks/entra-id-authorization",
  needs: ["managedCluster"],
  after: ["entra.managed-aad"],
  evaluate: ({ managedCluster: { id, name, entra, enableRbac } }): Outcome<AuthorizationFact> => {
    if (enableRbac === false) return advise({ is: "byNobody", cluster: name }, { resourceId: id });
    if (entra?.managed !== true) return notApplicable({ is: "notIntegrated" });
    return entra.enableAzureRbac ? pass({ is: "byAzure" }) : pass({ is: "byKubernetes", cluster: name });
  },
});

// entra.local-accounts: with them off `--admin` is refused; with them on there is a sign-in that names nobody.

type LocalAccountsFact = Readonly<
  | { is: "off" }
  | { is: "onlyWay" }
  | { is: "backDoor"; cluster: string }
  /** Off, and no Entra to sign in with. */
  | { is: "nobody"; cluster: string }
  /** The requester's error text says that they wanted the administrator's kubeconfig. */
  | { is: "adminRefused"; cluster: string }
>;

const wantsAdmin = /static credential|get-credentials .*--admin|listClusterAdminCredential/i;

const entraLocalAccounts = defineCheck({
  id: "entra.local-accounts",
  severity: "medium",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "signIn",
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

// entra.managed-aad: without Entra whoever holds the user's kubeconfig is administrator of the cluster.

type EntraFact = Readonly<
  | { is: "integrated" }
  | { is: "notIntegrated"; cluster: string }
  /** By an application that the owner registered, as it was before Entra's own integration. */
  | { is: "legacy"; cluster: string }
>;

const entraManagedAad = defineCheck({
  id: "entra.managed-aad",
  severity: "medium",
  scope: "cluster",
  impact: "advises",
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

// entra.tenant: a token of another tenant than the cluster's is refused with "You must be logged in to the server".

/** Tenants by the end of their ids. */
type TenantFact = Readonly<
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
  return { ...fetch, steps: [{ kind: "signIn", tenant: tenantId }, ...fetch.steps] };
};

const entraTenant = defineCheck({
  id: "entra.tenant",
  severity: "high",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "signIn",
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

export const entraChecks = [
  entraManagedAad,
  entraAzureRbac,
  entraLocalAccounts,
  entraTenant,
  entraAdminGroup,
] as const;

// access.arm-read: what lies on the way and the requester may not read; whatever stands there is judged by nobody.

/** `scopes`: resource groups and subscriptions, by name. */
