// pe.exists: without its private endpoint, neither nodes nor people reach a private API server.

import { fail, pass } from "../../outcome/outcomes.ts";
import { reconcile } from "../../repair/fixes.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivateLink } from "../skips.ts";

export const peExists = defineCheck({
  id: "pe.exists",
  severity: "critical",
  source: "https://learn.microsoft.com/azure/aks/private-clusters#limitations",
  needs: ["managedCluster", "privateEndpoint"],
  after: ["cluster.power-state", "api.mode"],
  skip: unlessPrivateLink,
  evaluate: ({ managedCluster: cluster, privateEndpoint: endpoint }) =>
    endpoint === null
      ? fail(`The private endpoint of the API server is gone from ${cluster.nodeResourceGroup}.`, {
          resourceId: cluster.id,
          fix: reconcile(cluster),
        })
      : pass(`The private endpoint ${endpoint.name} exists.`, [`id  ${endpoint.id}`]),
});
