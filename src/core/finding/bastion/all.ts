// Azure Bastion: every check of it. A new one is a file beside this and a line here.
import { bastionClientAddress } from "./bastion.client-address.ts";
import { bastionExists } from "./bastion.exists.ts";
import { bastionNsgRules } from "./bastion.nsg-rules.ts";
import { bastionProvisioning } from "./bastion.provisioning.ts";
import { bastionPublicIp } from "./bastion.public-ip.ts";
import { bastionReach } from "./bastion.reach.ts";
import { bastionSkuFeatures } from "./bastion.sku-features.ts";
import { bastionSubnet } from "./bastion.subnet.ts";
import { bastionUserRoles } from "./bastion.user-roles.ts";

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
