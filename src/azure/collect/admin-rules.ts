// What a network manager applies to a network. A Reader may not ask that, and most networks have no manager: where it is
// refused, nothing is said.
// https://learn.microsoft.com/rest/api/networkmanager/list-network-manager-effective-security-admin-rules
import { z } from "zod";
import { nameOf } from "../../core/snapshot/resource-id.ts";
import type { AdminRule } from "../../core/snapshot/security.ts";
import { subject } from "../../core/snapshot/subject.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { mapAdminRule } from "../map/rules.ts";
import { type Read, readOne } from "./read.ts";
import { readAll } from "./read-list.ts";

const action = "listNetworkManagerEffectiveSecurityAdminRules";
const apiVersion = "2025-05-01";

/** A list, so that the question itself, which Azure keeps in its activity log, is asked only where there is a manager. */
export const readManagersOf = (
  arm: ArmSession,
  after: number,
  subscriptionId: string,
): Promise<Read<readonly string[]>> =>
  readAll(
    after,
    {
      what: subject("networkManagers"),
      needs: {
        action: "Microsoft.Network/networkManagers/read",
        scope: `/subscriptions/${subscriptionId}`,
      },
    },
    (options) => arm.networks(subscriptionId).networkManagers.listBySubscription(options),
    ({ id }) => id ?? "",
  );

export const readAdminRulesOf = (
  arm: ArmSession,
  after: number,
  networkId: string,
): Promise<Read<readonly AdminRule[]>> =>
  readOne(
    after,
    {
      what: subject("adminRules", nameOf(networkId)),
      needs: { action: `Microsoft.Network/virtualNetworks/${action}/action`, scope: networkId },
    },
    () => arm.json.listByPost(`${networkId}/${action}`, apiVersion, z.unknown()),
    (rules) => rules.flatMap(mapAdminRule),
  );
