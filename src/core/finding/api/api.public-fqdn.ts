// api.public-fqdn: a private API server may have a name in public DNS as well, which tells everyone its private address.

import { zoneModeOf } from "../../network/api-server.ts";
import type { Outcome } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { advise, pass } from "../../outcome/outcomes.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";

export type PublicNameFact = Readonly<
  { is: "none" } | { is: "needed" } | { is: "published"; name: string | null }
>;

export const apiPublicFqdn = defineCheck({
  id: "api.public-fqdn",
  severity: "low",
  scope: "cluster",
  impact: "advises",
  shownBy: "azure",
  source:
    "https://learn.microsoft.com/azure/aks/private-clusters#disable-a-public-fqdn-on-an-existing-private-aks-cluster",
  needs: ["managedCluster"],
  after: ["api.mode"],
  skip: unlessPrivate,
  evaluate: ({ managedCluster: cluster }): Outcome<PublicNameFact> => {
    const { fqdn, privateFqdn, apiServerAccess } = cluster;
    if (apiServerAccess.enablePrivateClusterPublicFqdn !== true) return pass({ is: "none" });
    const names = [privateFqdn, fqdn].flatMap((name) => name ?? []);
    const evidence = [labelled("names", { is: "listed", names })];
    return zoneModeOf(cluster) === "none"
      ? pass({ is: "needed" }, evidence)
      : advise({ is: "published", name: fqdn ?? null }, { resourceId: cluster.id, evidence });
  },
});
