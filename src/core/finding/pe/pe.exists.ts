// pe.exists: without its private endpoint, neither nodes nor people reach a private API server.

import type { Outcome } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { fail, pass } from "../../outcome/outcomes.ts";
import { reconcile } from "../../repair/fixes.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivateLink } from "../skips.ts";

export type EndpointThereFact = Readonly<{ is: "gone"; from: string } | { is: "exists"; endpoint: string }>;

export const peExists = defineCheck({
  id: "pe.exists",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/private-clusters#limitations",
  needs: ["managedCluster", "privateEndpoint"],
  after: ["cluster.power-state", "api.mode"],
  skip: unlessPrivateLink,
  evaluate: ({ managedCluster: cluster, privateEndpoint: endpoint }): Outcome<EndpointThereFact> =>
    endpoint === null
      ? fail(
          { is: "gone", from: cluster.nodeResourceGroup },
          { resourceId: cluster.id, fix: reconcile(cluster) },
        )
      : pass({ is: "exists", endpoint: endpoint.name }, [labelled("id", endpoint.id)]),
});
