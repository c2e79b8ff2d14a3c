// The connections of ExpressRoute gateways near the cluster, each with its gateway and its circuit as far as they were read.
import { type Absence, gatewaysNear } from "../../client/gateways-near.ts";
import type {
  ExpressRouteCircuit,
  GatewayConnection,
  GatewayParts,
  VirtualNetworkGateway,
} from "../../snapshot/gateways.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { idKey, sameId } from "../../snapshot/resource-id.ts";
import type { Section, Unavailable } from "../../snapshot/section.ts";

export type CircuitConnection = Readonly<{
  connection: GatewayConnection;
  gateway: VirtualNetworkGateway;
  /** Undefined where the connection names none. */
  circuit: Section<ExpressRouteCircuit> | undefined;
}>;

export type CircuitConnections = Readonly<
  | { status: "found"; connections: readonly CircuitConnection[] }
  | { status: "absent"; absence: Absence }
  | { status: "unknown"; cause: Unavailable }
>;

export function circuitConnections(network: VirtualNetwork, parts: GatewayParts): CircuitConnections {
  const { virtualNetworkGateways, gatewayConnections, expressRouteCircuits } = parts;
  const found = gatewaysNear("ExpressRoute", network, virtualNetworkGateways);
  if (found.status !== "found") return found;
  const connections = found.gateways.flatMap((gateway) =>
    gatewayConnections.items
      .filter(({ gatewayId }) => sameId(gatewayId, gateway.id))
      .map((connection) => ({
        ...{ connection, gateway },
        circuit: expressRouteCircuits[idKey(connection.circuitId ?? "")],
      })),
  );
  const [cause] = gatewayConnections.missing;
  if (connections.length > 0) return { status: "found", connections };
  return cause === undefined
    ? { status: "absent", absence: { is: "noGateway", type: "ExpressRoute" } }
    : { status: "unknown", cause };
}
