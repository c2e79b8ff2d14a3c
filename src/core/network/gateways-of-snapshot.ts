// The gateways of the network model, from what was read of them, their connections and the other ends.

import type { ManagedCluster } from "../snapshot/cluster.ts";
import type { GatewayConnection, GatewayParts, VirtualNetworkGateway } from "../snapshot/gateways.ts";
import type { HostInterface, JumpHost } from "../snapshot/hosts.ts";
import type { Backend, LoadBalancer, PrivateEndpointConnection } from "../snapshot/network.ts";
import { idKey, nameOf, parseResourceId, sameId } from "../snapshot/resource-id.ts";
import { type ById, findIn, type Section, type Unavailable, unavailable } from "../snapshot/section.ts";
import { bgpSessionsOf, type Gateway, type GatewayPath, teachNothing } from "./route/gateway-connection.ts";

const endOf = <T>(ends: ById<T>, id: string | undefined): Section<T> =>
  ends[idKey(id ?? "")] ??
  unavailable(
    "notReached",
    id === undefined ? { is: "connectionEndUnsaid" } : { is: "resourceNotAsked", name: nameOf(id) },
  );

const isToNetwork = ({ connectionType }: GatewayConnection): boolean => /^Vnet2Vnet$/i.test(connectionType);

/** Null for what brings no people: two networks of Azure joined by a tunnel, and clients that the pool stands for. */
function wayOf(connection: GatewayConnection, parts: GatewayParts): GatewayPath | null {
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
): readonly GatewayPath[] {
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

// The machines behind an internal load balancer, as far as they were read. It is as alive as the liveliest of them.

type BackendMachine = Readonly<{ host: JumpHost; nic: HostInterface }>;

/** `hidden`: what may be behind it besides, one for each backend that no machine was found for. */
export type Backends = Readonly<{ machines: readonly BackendMachine[]; hidden: readonly Unavailable[] }>;

const isBehind = (backend: Backend, { id, privateIpAddresses }: HostInterface): boolean =>
  "interfaceId" in backend ? sameId(backend.interfaceId, id) : privateIpAddresses.includes(backend.ipAddress);

function hiddenBehind(backend: Backend, { name }: LoadBalancer): Unavailable {
  if ("ipAddress" in backend)
    return unavailable("notReached", {
      is: "nobodyReadBehind",
      balancer: name,
      address: backend.ipAddress,
    });
  const { interfaceId: scope } = backend;
  if (/\/virtualMachineScaleSets\//i.test(scope))
    return unavailable("notReached", { is: "scaleSetBehind", balancer: name });
  return unavailable("notReached", { is: "interfaceBehind", balancer: name, name: nameOf(scope) });
}

export function backendsOf(balancer: LoadBalancer, jumpHosts: Section<readonly JumpHost[]>): Backends {
  const { name, backends } = balancer;
  if (backends.length === 0)
    return { machines: [], hidden: [unavailable("notReached", { is: "nobodyBehind", balancer: name })] };
  if (jumpHosts.status === "unavailable") return { machines: [], hidden: [jumpHosts] };
  const all = jumpHosts.data.flatMap((host) => host.interfaces.map((nic) => ({ host, nic })));
  const found = backends.map((backend) => ({
    backend,
    machine: all.find(({ nic }) => isBehind(backend, nic)),
  }));
  return {
    machines: found.flatMap(({ machine }) => machine ?? []),
    hidden: found.flatMap(({ backend, machine }) =>
      machine === undefined ? hiddenBehind(backend, balancer) : [],
    ),
  };
}

// Endpoints for the API server that people made themselves, in networks of their own: a record may lead to one of them.
// https://learn.microsoft.com/azure/aks/private-cluster-connect#use-a-private-endpoint-connection

/** One that works and is not AKS's own, which stands in the node resource group. Its address nobody reads. */
export function furtherEndpoint(
  connections: Section<readonly PrivateEndpointConnection[]>,
  { nodeResourceGroup }: ManagedCluster,
): string | null {
  if (connections.status === "unavailable") return null;
  const own = nodeResourceGroup.toLowerCase();
  const further = connections.data.find(({ privateEndpointId, status }) => {
    const group = parseResourceId(privateEndpointId ?? "")?.resourceGroup.toLowerCase();
    return /^approved$/i.test(status) && group !== undefined && group !== own;
  });
  return further === undefined ? null : nameOf(further.privateEndpointId ?? "");
}
