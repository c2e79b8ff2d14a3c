// access.kubernetes-role: Kubernetes refuses what no role of the asker's allows, and that is no outage.

import { grantFix } from "../../fix/cluster.ts";
import {
  advise,
  fail,
  notApplicable,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { isDataAllowed } from "../../snapshot/rights.ts";
import { seenNow } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../kit/define-check.ts";
import { type Refused, rbacReader, refusedIn } from "./refused-by-kubernetes.ts";

/** `action`: a data action of Azure's. `what`: a resource of Kubernetes, as its API calls it. */
export type KubernetesRoleFact = Readonly<
  | { is: "mayRead" }
  | { is: "byKubernetes" }
  /** On the whole cluster; one that was given on a namespace alone is not seen. */
  | { is: "noneOnCluster"; cluster: string }
  | { is: "lacks"; verb: string; what: string; action: string; cluster: string }
  /** Bindings in the cluster decide. */
  | { is: "notBound"; verb: string; what: string; cluster: string }
  /** The right is there: it may be too new. */
  | { is: "holdsNow"; verb: string; what: string; cluster: string }
>;

const readPods = "Microsoft.ContainerService/managedClusters/pods/read";

/** The built-in reader holds what namespaces hold, without secrets; no narrow role holds the rest. */
const mend = ({ id }: ManagedCluster, { isReadable }: Refused, requesterObjectId: string | undefined) =>
  isReadable ? grantFix(id, requesterObjectId, [rbacReader], { is: "kubernetesReadable" }) : null;

export const accessKubernetesRole = defineCheck({
  id: "access.kubernetes-role",
  severity: "high",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "kubernetesRight",
  shownBy: "azure",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/user-cannot-get-cluster-resources",
  needs: ["managedCluster"],
  looksAt: ["permissions"],
  after: ["entra.tenant"],
  evaluate: (
    { managedCluster: cluster, permissions },
    { client, requesterObjectId },
  ): Outcome<KubernetesRoleFact | SharedFact> => {
    const { id, name, entra } = cluster;
    const refused = refusedIn(client.symptom);
    // Bindings are not read, so what was seen is all that tells.
    if (entra?.enableAzureRbac !== true)
      return refused === null || seenNow(client) === undefined
        ? notApplicable({ is: "byKubernetes" })
        : fail({ is: "notBound", verb: refused.verb, what: refused.what, cluster: name }, { resourceId: id });
    if (permissions.status === "unavailable") return unread(permissions);
    if (refused === null)
      return isDataAllowed(permissions.data, readPods)
        ? pass({ is: "mayRead" })
        : advise(
            { is: "noneOnCluster", cluster: name },
            { resourceId: id, evidence: [labelled("missing", readPods)] },
          );
    const { verb, what, action } = refused;
    if (isDataAllowed(permissions.data, action)) return pass({ is: "holdsNow", verb, what, cluster: name });
    const evidence = [labelled("missing", action), labelled("on", id)];
    return fail(
      { is: "lacks", verb, what, action, cluster: name },
      {
        resourceId: id,
        evidence,
        fix: mend(cluster, refused, requesterObjectId),
      },
    );
  },
});
