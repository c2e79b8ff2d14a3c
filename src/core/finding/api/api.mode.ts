// api.mode: how the API server is exposed decides which checks and which ways in apply.

import { aksFix, atCluster } from "../../fix/cluster.ts";
import { apiFqdnOf, apiModeOf, zoneModeOf } from "../../network/address/api-server.ts";
import { fail, type Outcome, pass, type SharedFact } from "../../outcome/check.ts";
import { type ApiMode, labelled } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import { defineCheck } from "../kit/define-check.ts";

export type ModeFact = Readonly<{ is: "noName" } | { is: "exposed"; mode: ApiMode }>;

export const apiMode = defineCheck({
  id: "api.mode",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/private-clusters",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: cluster }): Outcome<ModeFact | SharedFact> => {
    const { enablePrivateCluster, enablePrivateClusterPublicFqdn, privateDnsZone } = cluster.apiServerAccess;
    const mode = apiModeOf(cluster);
    const zone = zoneModeOf(cluster);
    const fqdn = apiFqdnOf(cluster);
    const evidence = [
      labelled("mode", { is: "apiMode", mode }),
      labelled("name", { is: "listed", names: fqdn === undefined ? [] : [fqdn] }),
    ];
    if (enablePrivateCluster && zone === "none" && enablePrivateClusterPublicFqdn === false)
      return fail(
        { is: "noName" },
        {
          resourceId: cluster.id,
          evidence,
          fix: aksFix(
            cluster,
            { kind: "enablePublicName", at: atCluster(cluster) },
            { risks: [{ is: "apiNamePublic" }], disruptive: false },
          ),
        },
      );
    if (enablePrivateCluster && zone === "unknown")
      return strangeWord(thing("cluster"), "zoneMode", privateDnsZone ?? "");
    return pass({ is: "exposed", mode }, evidence);
  },
});
