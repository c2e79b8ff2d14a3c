// identity.route-role: with kubenet AKS writes a route for each node into a table of the owner's own.
import { nodeSubnetsOf } from "../../network/cluster-subnets.ts";
import { isAksOwn, writesRoutes } from "../../network/given-to-cluster.ts";
import type { Outcome } from "../../outcome/check.ts";
import { distinct } from "../../outcome/distinct.ts";
import type { SharedFact } from "../../outcome/fact.ts";
import { notApplicable } from "../../outcome/outcomes.ts";
import { defineCheck } from "../define-check.ts";
import { type IdentityRoleFact, identityRole } from "./identity-role.ts";

export type RouteRoleFact = IdentityRoleFact | Readonly<{ is: "writesNone" }>;

export const identityRouteRole = defineCheck({
  id: "identity.route-role",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/aks-service-permissions",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: ["identityRoles"],
  after: ["cluster.exists", "identity.kind"],
  evaluate: ({
    managedCluster: cluster,
    clusterNetwork: network,
    identityRoles,
  }): Outcome<RouteRoleFact | SharedFact> => {
    if (!writesRoutes(cluster)) return notApplicable({ is: "writesNone" });
    const tables = nodeSubnetsOf(cluster, network).flatMap(({ routeTableId: id }) =>
      id === undefined || isAksOwn(cluster, id) ? [] : [id],
    );
    return identityRole(distinct(tables), { cluster, identityRoles, role: "Network Contributor" });
  },
});
