// The gateways of the network model, from what was read of them, their connections and the other ends.
import type { GatewayConnection, GatewayParts, VirtualNetworkGateway } from "../snapshot/gateway-parts.ts";
import { type ById, findIn } from "../snapshot/listing.ts";
import { idKey, nameOf, sameId } from "../snapshot/resource-id.ts";
import { type Section, unavailable } from "../snapshot/section.ts";
import { bgpSessionsOf, teachNothing } from "./bgp-sessions.ts";
import type { Gateway, Way } from "./way.ts";

const endOf = <T>(ends: ById<T>, id: string | undefined): Section<T> =>
  ends[idKey(id ?? "")] ??
  unavailable(
    "notReached",
    id === undefined ? { is: "connectionEndNotRead" } : { is: "resourceNotRead", name: nameOf(id) },
  );

const isToNetwork = ({ connectionType }: GatewayConnection): boolean => /^Vnet2Vnet$/i.test(connectionType);

/** Null for what brings no people: two networks of Azure joined by a tunnel, and clients that the pool stands for. */
function wayOf(connection: GatewayConnection, parts: GatewayParts): Way | null {
  const { id, name, connectionType: type, state, selectors = [] } = connection;
  if (isToNetwork(connection) || /^VPNClient$/i.test(type)) return null;
  if (/^IPsec$/i.test(type)) {
    const far = endOf(parts.localNetworkGateways, connection.localNetworkGatewayId);
    return { kind: "tunnel", id, name, state, far, learns: connection.enableBgp, selectors };
  }
  return /^ExpressRoute$/i.test(type)
    ? { kind: "circuit", id, name, state, circuit: endOf(parts.expressRouteCircuits, connection.circuitId) }
    : { kind: "strange", id, name, type };
}

function waysOf(
  { id, name, gatewayType, clientAddressPools = [] }: VirtualNetworkGateway,
  parts: GatewayParts,
): readonly Way[] {
  const { gatewayConnections: connections } = parts;
  const own = connections.items.filter(({ gatewayId }) => sameId(gatewayId, id));
  const gap = findIn(connections, () => false);
  // No pool and no other network is all that one for circuits can serve.
  const isUnjoined = /^expressroute$/i.test(gatewayType) && own.length === 0 && gap.status !== "unknown";
  return [
    ...(isUnjoined ? [{ kind: "unjoined", id: `${id}/connections`, name, gatewayId: id } as const] : []),
    ...own.flatMap((each) => wayOf(each, parts) ?? []),
    ...(clientAddressPools.length === 0
      ? []
      : [{ kind: "pool", id: `${id}/vpnClientConfiguration`, name, ranges: clientAddressPools } as const]),
    ...(gap.status === "unknown"
      ? [{ kind: "unlisted", id: `${id}/connections`, name, why: gap.cause } as const]
      : []),
  ];
}

/** One of which Azure does not say in which network it stands leads nowhere that can be walked. */
export const gatewaysOf = (parts: GatewayParts): readonly Gateway[] =>
  parts.virtualNetworkGateways.items.flatMap((gateway) => {
    const { id, name, gatewayType, provisioningState, virtualNetworkId: networkId, defaultSiteId } = gateway;
    if (networkId === undefined) return [];
    const joinsNetworks = parts.gatewayConnections.items.some(
      (each) => sameId(each.gatewayId, id) && isToNetwork(each),
    );
    const takesAll = defaultSiteId !== undefined;
    const ways = waysOf(gateway, parts);
    const sessions = bgpSessionsOf(gateway, parts);
    const isUntaught = sessions?.status === "collected" && teachNothing(sessions.data);
    return [
      { id, name, gatewayType, provisioningState, networkId, ways, joinsNetworks, takesAll, isUntaught },
    ];
  });
