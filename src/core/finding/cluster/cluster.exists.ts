// cluster.exists: every other check starts from the cluster's own body.

import type { Outcome } from "../../outcome/check.ts";
import { pass, warn } from "../../outcome/outcomes.ts";
import { defineCheck } from "../define-check.ts";

export type ExistsFact = Readonly<
  { is: "deleting"; cluster: string } | { is: "readable"; cluster: string; location: string }
>;

export const clusterExists = defineCheck({
  id: "cluster.exists",
  severity: "critical",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/troubleshoot-cluster-connection-issues-api-server",
  needs: ["managedCluster"],
  after: [],
  evaluate: ({ managedCluster: { id, name, location, provisioningState } }): Outcome<ExistsFact> =>
    provisioningState.toLowerCase() === "deleting"
      ? warn({ is: "deleting", cluster: name }, { resourceId: id })
      : pass({ is: "readable", cluster: name, location }, [`id  ${id}`]),
});
