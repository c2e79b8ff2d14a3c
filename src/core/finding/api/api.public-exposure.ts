// api.public-exposure: an API server that is open to every address can be tried by everyone.

import { isPrivate } from "../../network/address/api-server.ts";
import { parseCidr } from "../../network/address/cidr.ts";
import { advise, type Outcome, pass } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { defineCheck } from "../kit/define-check.ts";

export type ExposureFact = Readonly<
  { is: "isPrivate" } | { is: "openToAll" } | { is: "wide"; ranges: readonly string[] } | { is: "restricted" }
>;

/** A wider range is no restriction. */
const widestBits = 8;

const isWide = (range: string): boolean => (parseCidr(range)?.bits ?? 32) < widestBits;

export const apiPublicExposure = defineCheck({
  id: "api.public-exposure",
  severity: "medium",
  scope: "cluster",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges",
  needs: ["managedCluster"],
  after: ["api.mode"],
  evaluate: ({ managedCluster: cluster }): Outcome<ExposureFact> => {
    if (isPrivate(cluster)) return pass({ is: "isPrivate" });
    const ranges = cluster.apiServerAccess.authorizedIpRanges;
    if (ranges.length === 0) return advise({ is: "openToAll" }, { resourceId: cluster.id });
    const evidence = [labelled("ranges", ranges.join(", "))];
    const wide = ranges.filter(isWide);
    return wide.length > 0
      ? advise({ is: "wide", ranges: wide }, { resourceId: cluster.id, evidence })
      : pass({ is: "restricted" }, evidence);
  },
});
