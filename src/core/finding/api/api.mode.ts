// api.mode: how the API server is exposed decides which checks and which ways in apply.

import { apiFqdnOf, apiModeOf, zoneModeOf } from "../../network/api-server.ts";
import type { Outcome } from "../../outcome/check.ts";
import { fail, pass } from "../../outcome/outcomes.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import { aksFix } from "../../repair/fixes.ts";
import { defineCheck } from "../define-check.ts";

const sentence = {
  "public-open": "The API server is public and open to every address.",
  "public-ranges": "The API server is public and open to the authorized addresses only.",
  "private-link": "The API server is private, behind a private endpoint.",
  "vnet-public": "The API server is public; nodes reach it inside the virtual network.",
  "vnet-private": "The API server is private, inside the virtual network.",
} as const;

export const apiMode = defineCheck({
  id: "api.mode",
  severity: "critical",
  source: "https://learn.microsoft.com/azure/aks/private-clusters",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: cluster }): Outcome => {
    const { enablePrivateCluster, enablePrivateClusterPublicFqdn, privateDnsZone } = cluster.apiServerAccess;
    const mode = apiModeOf(cluster);
    const zone = zoneModeOf(cluster);
    const evidence = [`mode  ${mode}`, `name  ${apiFqdnOf(cluster) ?? "none"}`];
    if (enablePrivateCluster && zone === "none" && enablePrivateClusterPublicFqdn === false)
      return fail(
        "The cluster has neither a private DNS zone nor a public name, so nothing resolves to it.",
        {
          resourceId: cluster.id,
          evidence,
          fix: aksFix(cluster, "aks update", ["--enable-public-fqdn"], {
            risks: [{ is: "apiNamePublic" }],
            disruptive: false,
          }),
        },
      );
    if (enablePrivateCluster && zone === "unknown")
      return strangeWord(thing("cluster"), "zoneMode", privateDnsZone ?? "");
    return pass(sentence[mode], evidence);
  },
});
