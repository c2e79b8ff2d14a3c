// A network manager whose rules this person may not be told. Most networks have none, so that is no doubt about the
// cluster; and yet a rule of it would come before every security group.
// https://learn.microsoft.com/azure/virtual-network-manager/concept-security-admins
import type { Permission } from "../snapshot/permission.ts";
import type { Limit } from "./limits.ts";

/** One limit, however many subscriptions and networks it is about. */
export function unseenRules(refused: readonly Permission[]): readonly Limit[] {
  const [missing] = refused;
  if (missing === undefined) return [];
  const tell =
    "az network manager list-effective-security-admin-rule --resource-group GROUP --virtual-network-name NETWORK";
  return [{ is: "managerRules", missing, tell }];
}
