// bastion.exists: a Bastion host leads to a jump host that has no public address.

import type { Outcome } from "../../outcome/check.ts";
import { notConfigured, pass, unread } from "../../outcome/outcomes.ts";
import { bastionOnWay, bastionSections } from "../../requirement/bastion-on-way.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";

export const bastionExists = defineCheck({
  id: "bastion.exists",
  severity: "high",
  about: "people",
  source: "https://learn.microsoft.com/azure/bastion/bastion-overview",
  needs: ["clusterNetwork"],
  looksAt: bastionSections,
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: (data, { client }): Outcome => {
    const found = bastionOnWay(client, data);
    if (found.status === "unknown") return unread(found.cause);
    if (found.status === "absent") return notConfigured(found.reason);
    const { name, sku, virtualNetworkId } = found.bastion;
    const place = virtualNetworkId === undefined ? "" : ` stands in ${nameOf(virtualNetworkId)}`;
    return pass(`The Bastion host ${name}${place}.`, [`${name}  ${sku}`]);
  },
});
