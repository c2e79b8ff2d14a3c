// bastion.exists: a Bastion host leads to a jump host that has no public address.

import type { Absence } from "../../client/absence.ts";
import type { Outcome } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { SharedFact } from "../../outcome/fact.ts";
import { notConfigured, pass, unread } from "../../outcome/outcomes.ts";
import { bastionOnWay, bastionSections } from "../../requirement/bastion-on-way.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";

/** `network`: null where Azure does not say in which it stands. */
export type BastionFact = Readonly<{ is: "found"; bastion: string; network: string | null }>;

export const bastionExists = defineCheck({
  id: "bastion.exists",
  severity: "high",
  scope: "people",
  impact: "degrades",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/bastion/bastion-overview",
  needs: ["clusterNetwork"],
  looksAt: bastionSections,
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: (data, { client }): Outcome<BastionFact | Absence | SharedFact> => {
    const found = bastionOnWay(client, data);
    if (found.status === "unknown") return unread(found.cause);
    if (found.status === "absent") return notConfigured(found.absence);
    const { name, sku, virtualNetworkId } = found.bastion;
    const network = virtualNetworkId === undefined ? null : nameOf(virtualNetworkId);
    return pass({ is: "found", bastion: name, network }, [columns(name, sku)]);
  },
});
