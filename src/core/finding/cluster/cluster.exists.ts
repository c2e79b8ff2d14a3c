// cluster.exists: every other check starts from the cluster's own body.

import { pass, warn } from "../../outcome/outcomes.ts";
import { defineCheck } from "../define-check.ts";

export const clusterExists = defineCheck({
  id: "cluster.exists",
  title: "Cluster is found and readable",
  severity: "critical",
  why: "A wrong subscription, a wrong name or a missing right to read is the most frequent false alarm.",
  remediation: "Ask an owner for the Reader role on the cluster.",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/troubleshoot-cluster-connection-issues-api-server",
  needs: ["managedCluster"],
  after: [],
  evaluate: ({ managedCluster: { id, name, location, provisioningState } }) =>
    provisioningState.toLowerCase() === "deleting"
      ? warn(`${name} is being deleted.`, { resourceId: id })
      : pass(`${name} is readable in ${location}.`, [`id  ${id}`]),
});
