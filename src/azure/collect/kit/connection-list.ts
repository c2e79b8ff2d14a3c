// The connections of gateways in a resource group.
// https://learn.microsoft.com/rest/api/network-gateway/virtual-network-gateway-connections/list
import { nameOf } from "../../../core/snapshot/resource-id.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import type { Query } from "../../arm/arm-failure.ts";
import { type ResourceGroupRef, resourceGroupId } from "../../arm/resource-id.ts";
import { connection, type ParsedConnection, parseConnection } from "../../map/gateways.ts";
import { type Read, readOne } from "./read.ts";

export const gatewayApiVersion = "2024-05-01";

/** One that cannot be understood hides only itself. */
const readList = (
  arm: ArmSession,
  after: number,
  path: string,
  query: Query,
): Promise<Read<readonly ParsedConnection[]>> =>
  readOne(
    after,
    query,
    () => arm.json.list(path, gatewayApiVersion, connection.unknown),
    (list) => list.map(parseConnection),
  );

export const readConnections = (arm: ArmSession, after: number, group: ResourceGroupRef) => {
  const scope = resourceGroupId(group);
  const type = "Microsoft.Network/connections";
  return readList(arm, after, `${scope}/providers/${type}`, {
    what: subject("gatewayConnections", group.resourceGroup),
    needs: { action: `${type}/read`, scope },
  });
};

/** Wherever they lie. */
export const readConnectionsOf = (arm: ArmSession, after: number, gatewayId: string) =>
  readList(arm, after, `${gatewayId}/connections`, {
    what: subject("connectionsOfGateway", nameOf(gatewayId)),
    needs: { action: "Microsoft.Network/virtualNetworkGateways/connections/read", scope: gatewayId },
  });
