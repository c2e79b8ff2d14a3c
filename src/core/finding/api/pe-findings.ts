// The private endpoint: every check of it. A new one is a file beside this and a line here.

import { reconcile } from "../../fix/cluster.ts";
import type { Outcome } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { fail, pass } from "../../outcome/outcomes.ts";
import { defineCheck } from "../kit/define-check.ts";
import { unlessPrivateLink } from "../kit/skips.ts";
import { peConnectionApproved } from "./pe.connection-approved.ts";
import { peExtraEndpoint } from "./pe.extra-endpoint.ts";
import { peIp } from "./pe.ip.ts";
import { peProvisioning } from "./pe.provisioning.ts";
import { peSubnetPolicy } from "./pe.subnet-policy.ts";

// pe.exists: without its private endpoint, neither nodes nor people reach a private API server.

type EndpointThereFact = Readonly<{ is: "gone"; from: string } | { is: "exists"; endpoint: string }>;

const peExists = defineCheck({
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

export const peChecks = [
  peExists,
  peConnectionApproved,
  peProvisioning,
  peIp,
  peSubnetPolicy,
  peExtraEndpoint,
] as const;
