// cluster.exists: every other check starts from the cluster's own body.

import { fail, type Outcome, pass, type SharedFact, unread, warn } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import type { ResourceChange } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../kit/define-check.ts";

export type ExistsFact = Readonly<
  /** `at`: ISO 8601. `by`: null where Azure does not say. */
  | { is: "deleted"; cluster: string; at: string; by: string | null }
  | { is: "deleting"; cluster: string }
  | { is: "readable"; cluster: string; location: string }
>;

/** Azure does not find it, and its log says why. */
const deleted = (id: string, change: ResourceChange): Outcome<ExistsFact> =>
  fail(
    { is: "deleted", cluster: nameOf(id), at: change.time, by: change.caller ?? null },
    { resourceId: id, evidence: [labelled("id", id), { is: "change", change }] },
  );

export const clusterExists = defineCheck({
  id: "cluster.exists",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  shownBy: "azure",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/troubleshoot-cluster-connection-issues-api-server",
  needs: [],
  looksAt: ["managedCluster", "clusterDeletions"],
  after: [],
  evaluate: ({ managedCluster, clusterDeletions }, { clusterId }): Outcome<ExistsFact | SharedFact> => {
    const [change] = clusterDeletions.items;
    if (managedCluster.status === "unavailable")
      return change === undefined ? unread(managedCluster) : deleted(clusterId, change);
    const { id, name, location, provisioningState } = managedCluster.data;
    return provisioningState.toLowerCase() === "deleting"
      ? warn({ is: "deleting", cluster: name }, { resourceId: id })
      : pass({ is: "readable", cluster: name, location }, [labelled("id", id)]);
  },
});
