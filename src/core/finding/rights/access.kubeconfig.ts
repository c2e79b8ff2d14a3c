// access.kubeconfig: `az aks get-credentials` takes a right that Reader does not have.

import { grantFix } from "../../fix/cluster.ts";
import { fail, type Outcome, pass } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { isAllowed } from "../../snapshot/rights.ts";
import { defineCheck } from "../kit/define-check.ts";

export type KubeconfigFact = Readonly<{ is: "mayFetch" } | { is: "lacks"; action: string; cluster: string }>;

const action = "Microsoft.ContainerService/managedClusters/listClusterUserCredential/action";

export const accessKubeconfig = defineCheck({
  id: "access.kubeconfig",
  severity: "high",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "azureRight",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/control-kubeconfig-access",
  needs: ["permissions"],
  after: ["cluster.exists"],
  evaluate: ({ permissions }, { clusterId, requesterObjectId }): Outcome<KubeconfigFact> =>
    isAllowed(permissions, action)
      ? pass({ is: "mayFetch" })
      : fail(
          { is: "lacks", action, cluster: nameOf(clusterId) },
          {
            resourceId: clusterId,
            evidence: [labelled("missing", action), labelled("on", clusterId)],
            fix: grantFix(clusterId, requesterObjectId, ["Azure Kubernetes Service Cluster User Role"], {
              is: "kubeconfigGranted",
            }),
          },
        ),
});
