// cluster.exists: every other check starts from the cluster's own body.

import { pass, warn } from "../../outcome/outcomes.ts";
import { defineCheck } from "../define-check.ts";

export const clusterExists = defineCheck({
  id: "cluster.exists",
  severity: "critical",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/troubleshoot-cluster-connection-issues-api-server",
  needs: ["managedCluster"],
  after: [],
  evaluate: ({ managedCluster: { id, name, location, provisioningState } }) =>
    provisioningState.toLowerCase() === "deleting"
      ? warn(`${name} is being deleted.`, { resourceId: id })
      : pass(`${name} is readable in ${location}.`, [`id  ${id}`]),
});
