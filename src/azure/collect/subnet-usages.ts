// How many addresses of each subnet are in use.
import type { SubnetUsage } from "../../core/snapshot/network.ts";
import { subject } from "../../core/snapshot/subject.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { parseResourceId } from "../arm/resource-id.ts";
import { notReached, type Read } from "./read.ts";
import { readAll } from "./read-list.ts";

const networkType = "Microsoft.Network/virtualNetworks";

/** https://learn.microsoft.com/rest/api/virtualnetwork/virtual-networks/list-usage */
export const readSubnetUsages = (
  arm: ArmSession,
  after: number,
  networkId: string,
): Promise<Read<readonly SubnetUsage[]>> => {
  const ref = parseResourceId(networkId, networkType);
  if (ref === null)
    return Promise.resolve(notReached({ is: "notAnId", of: "virtualNetwork", id: networkId }));
  return readAll(
    after,
    {
      what: subject("addressesInUse", ref.name),
      needs: { action: `${networkType}/usages/read`, scope: networkId },
    },
    (options) =>
      arm.networks(ref.subscriptionId).virtualNetworks.listUsage(ref.resourceGroup, ref.name, options),
    ({ id = "", currentValue = 0, limit = 0 }) => ({ subnetId: id, used: currentValue, limit }),
  );
};
