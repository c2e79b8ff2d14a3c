// identity.subnet-role: AKS joins nodes and API servers to subnets of the owner's own as the cluster's identity.
import { givenSubnetIds } from "../../network/given-to-cluster.ts";
import { defineCheck } from "../define-check.ts";
import { identityRole } from "./identity-role.ts";

export const identitySubnetRole = defineCheck({
  id: "identity.subnet-role",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  shownBy: "azure",
  source:
    "https://learn.microsoft.com/azure/aks/concepts-network-cni-overview#aks-cni-networking-prerequisites",
  needs: ["managedCluster"],
  looksAt: ["identityRoles"],
  after: ["cluster.exists", "identity.kind", "vnet.cluster-subnet"],
  evaluate: ({ managedCluster: cluster, identityRoles }) =>
    identityRole(givenSubnetIds(cluster), { cluster, identityRoles, role: "Network Contributor" }),
});
