// identity.dns-role: AKS writes the API server's record into a zone of the owner's own as the cluster's identity.
import { givenZoneIds } from "../../network/given-to-cluster.ts";
import { defineCheck } from "../define-check.ts";
import { identityRole } from "./identity-role.ts";

export const identityDnsRole = defineCheck({
  id: "identity.dns-role",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/private-clusters#configuration-options-for-private-dns",
  needs: ["managedCluster"],
  looksAt: ["identityRoles"],
  after: ["cluster.exists", "identity.kind", "dns.zone-exists"],
  evaluate: ({ managedCluster: cluster, identityRoles }) =>
    identityRole(givenZoneIds(cluster), { cluster, identityRoles, role: "Private DNS Zone Contributor" }),
});
