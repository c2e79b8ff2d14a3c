// Azure Bastion: every check of it. A new one is a file beside this and a line here.

import type { Absence } from "../../client/gateways-near.ts";
import type { Outcome } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { SharedFact } from "../../outcome/fact.ts";
import { notConfigured, pass, unread } from "../../outcome/outcomes.ts";
import { bastionOnWay, bastionSections } from "../../requirement/bastion-on-way.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { defineCheck } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";
import { unlessPrivate } from "../kit/skips.ts";
import { bastionClientAddress } from "./bastion.client-address.ts";
import { bastionNsgRules } from "./bastion.nsg-rules.ts";
import { bastionProvisioning } from "./bastion.provisioning.ts";
import { bastionPublicIp } from "./bastion.public-ip.ts";
import { bastionSkuFeatures } from "./bastion.sku-features.ts";
import { bastionSubnet } from "./bastion.subnet.ts";
import { bastionUserRoles } from "./bastion.user-roles.ts";

// bastion.exists: a Bastion host leads to a jump host that has no public address.

/** `network`: null where Azure does not say in which it stands. */
type BastionFact = Readonly<{ is: "found"; bastion: string; network: string | null }>;

const bastionExists = defineCheck({
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

// bastion.reach: Bastion reaches machines in its own and directly peered networks, and no further.

const bastionReach = defineStep({
  id: "bastion.reach",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/bastion/vnet-peering",
  of: ["bastion.jump"],
  after: ["bastion.exists", "peering.both-sides", "peering.state", "peering.vnet-access"],
  skip: unlessPrivate,
});

export const bastionChecks = [
  bastionExists,
  bastionProvisioning,
  bastionSkuFeatures,
  bastionSubnet,
  bastionNsgRules,
  bastionClientAddress,
  bastionReach,
  bastionUserRoles,
  bastionPublicIp,
] as const;
