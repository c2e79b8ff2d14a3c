// The connections of gateways in a resource group.
// https://learn.microsoft.com/rest/api/network-gateway/virtual-network-gateway-connections/list
import type { ArmSession } from "../arm-client.ts";
import { connection, type ParsedConnection, parseConnection } from "../map/gateway-parts.ts";
import { type ResourceGroupRef, resourceGroupId } from "../resource-id.ts";
import { type Read, readOne } from "./read.ts";

export const gatewayApiVersion = "2024-05-01";

/** One that cannot be understood hides only itself. */
export const readConnections = (
  arm: ArmSession,
  after: number,
  group: ResourceGroupRef,
): Promise<Read<readonly ParsedConnection[]>> => {
  const scope = resourceGroupId(group);
  const type = "Microsoft.Network/connections";
  return readOne(
    after,
    {
      what: `the gateway connections of resource group ${group.resourceGroup}`,
      needs: { action: `${type}/read`, scope },
    },
    () => arm.json.list(`${scope}/providers/${type}`, gatewayApiVersion, connection.unknown),
    (list) => list.map(parseConnection),
  );
};
