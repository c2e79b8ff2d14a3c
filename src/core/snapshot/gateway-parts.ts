// What a virtual network gateway joins: its connections, and what stands at their other end.
import type { ById, Listing } from "./listing.ts";
import type { Section } from "./section.ts";

export type VirtualNetworkGateway = Readonly<{
  id: string;
  name: string;
  /** `Vpn` or `ExpressRoute`. */
  gatewayType: string;
  provisioningState: string;
  sku?: string;
  virtualNetworkId?: string;
  /** Both instances carry tunnels. */
  activeActive?: boolean;
  /** Ranges from which point-to-site clients get their addresses. */
  clientAddressPools?: readonly string[];
  /** The other side to which all that has no better route is sent. */
  defaultSiteId?: string;
}>;

export type ConnectionState = Readonly<{
  /** `Connected`, `Connecting`, `NotConnected`, `Unknown`; absent where Azure does not say. */
  connectionStatus?: string;
  provisioningState: string;
}>;

/** Ranges of Azure's side and the other that a tunnel joins, where it does not join all. */
export type TrafficSelector = Readonly<{ local: readonly string[]; remote: readonly string[] }>;

export type GatewayConnection = Readonly<{
  id: string;
  name: string;
  /** `IPsec`, `ExpressRoute`, `Vnet2Vnet`, `VPNClient`. */
  connectionType: string;
  gatewayId: string;
  localNetworkGatewayId?: string;
  circuitId?: string;
  enableBgp: boolean;
  /** Absent where the tunnel joins whatever is routed into it. */
  selectors?: readonly TrafficSelector[];
  /** Of the connection itself: lists leave it out. */
  state: Section<ConnectionState>;
}>;

/** What Azure is told about the other side of a site-to-site tunnel. */
export type LocalNetworkGateway = Readonly<{ id: string; name: string; addressPrefixes: readonly string[] }>;

export type ExpressRouteCircuit = Readonly<{
  id: string;
  name: string;
  circuitProvisioningState: string;
  /** Absent on ports of one's own, which no provider sets up. */
  serviceProviderProvisioningState?: string;
  /** Of the peering that carries private addresses; null where the circuit has none. */
  privatePeeringState: string | null;
}>;

export type GatewayParts = Readonly<{
  virtualNetworkGateways: Listing<VirtualNetworkGateway>;
  /** From the resource groups of the gateways. */
  gatewayConnections: Listing<GatewayConnection>;
  /** Those that connections name. */
  localNetworkGateways: ById<LocalNetworkGateway>;
  expressRouteCircuits: ById<ExpressRouteCircuit>;
}>;
