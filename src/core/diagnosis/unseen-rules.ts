// A network manager whose rules this person may not be told. Most networks have none, so that is no doubt about the
// cluster; and yet a rule of it would come before every security group.
// https://learn.microsoft.com/azure/virtual-network-manager/concept-security-admins
import { smallestRole } from "../access/roles.ts";
import type { Permission } from "../snapshot/section.ts";
import type { Limit } from "./limits.ts";

/** One limit, however many subscriptions and networks it is about. */
export function unseenRules(refused: readonly Permission[]): readonly Limit[] {
  const [first] = refused;
  if (first === undefined) return [];
  return [
    {
      what: "Whether a network manager's rules stop anything here was not read.",
      who: `whoever has ${first.action} on ${first.scope} (role ${smallestRole(first.action)})`,
      tell: "az network manager list-effective-security-admin-rule --resource-group GROUP --virtual-network-name NETWORK",
    },
  ];
}
