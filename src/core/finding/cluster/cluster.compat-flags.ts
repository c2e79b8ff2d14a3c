// cluster.compat-flags: two ways in are not made for AKS Automatic, nor for a locked node resource group.

import type { Outcome } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import type { SharedFact } from "../../outcome/fact.ts";
import { advise, pass } from "../../outcome/outcomes.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import { type LockedBy, lockOf } from "../../snapshot/locked-cluster.ts";
import { defineCheck } from "../define-check.ts";

export type CompatFact = Readonly<{ is: "open" } | { is: "locked"; by: LockedBy }>;

const skus = /^(?:Base|Automatic|)$/i;

export const clusterCompatFlags = defineCheck({
  id: "cluster.compat-flags",
  severity: "info",
  scope: "cluster",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/private-cluster-connect",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: cluster }): Outcome<CompatFact | SharedFact> => {
    const { sku = "", nodeGroupRestriction = "" } = cluster;
    const by = lockOf(cluster);
    const evidence = [
      ...(sku === "" ? [] : [labelled("sku", sku)]),
      ...(nodeGroupRestriction === "" ? [] : [labelled("restrictionLevel", nodeGroupRestriction)]),
    ];
    if (by !== null) return advise({ is: "locked", by }, { resourceId: cluster.id, evidence });
    return skus.test(sku)
      ? pass({ is: "open" }, evidence)
      : strangeWord(thing("named", cluster.name), "sku", sku);
  },
});
