// What a virtual network gateway joins: its connections, and what stands at their other end.
import type { ById, Listing, Section } from "./section.ts";

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
  /** It speaks BGP with the other sides. */
  enableBgp?: boolean;
  /** Tunnels may end at its private addresses, and so run inside a circuit. */
  usesPrivateAddress?: boolean;
  /** Ranges from which point-to-site clients get their addresses. */
  clientAddressPools?: readonly string[];
  /** Of these clients: `OpenVPN`, `IkeV2`, `SSTP`. */
  clientProtocols?: readonly string[];
  /** How they sign in: `AAD`, `Certificate`, `Radius`. */
  clientAuthentication?: readonly string[];
  /** The address of the Entra tenant that they sign in to, which ends with its id. */
  clientTenant?: string;
  /** Names of those that vouch for their certificates. */
  clientRootCertificates?: readonly string[];
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
  /** Of ExpressRoute: packets pass the gateway by. */
  bypassesGateway?: boolean;
  /** They do so to private endpoints, too. */
  privateLinkFastPath?: boolean;
  /** Of a tunnel: it ends at the gateway's private address. */
  usesPrivateAddress?: boolean;
  /** Absent where the tunnel joins whatever is routed into it. */
  selectors?: readonly TrafficSelector[];
  /** Of the connection itself: lists leave it out. */
  state: Section<ConnectionState>;
}>;

/** What Azure is told about the other side of a site-to-site tunnel. */
export type LocalNetworkGateway = Readonly<{
  id: string;
  name: string;
  addressPrefixes: readonly string[];
  /** At which its device speaks BGP. */
  bgpAddress?: string;
}>;

export type ExpressRouteCircuit = Readonly<{
  id: string;
  name: string;
  circuitProvisioningState: string;
  /** Absent on ports of one's own, which no provider sets up. */
  serviceProviderProvisioningState?: string;
  /** Of the peering that carries private addresses; null where the circuit has none. */
  privatePeeringState: string | null;
  /** The ports of one's own that it runs on. */
  portId?: string;
}>;

/** Ports of one's own, without a provider between. */
export type ExpressRoutePort = Readonly<{
  id: string;
  name: string;
  /** Each of its links has a key of MACsec. */
  linksEncrypted: boolean;
}>;

/** A session of BGP, as its gateway sees it. */
export type BgpPeer = Readonly<{
  address: string;
  /** `Connected`, `Connecting`, `Idle`, `Stopped`, `Unknown`. */
  state: string;
  /** That it taught. */
  routes: number;
}>;

/** Bytes that came in since they are counted, over each of a circuit's two paths. */
export type CircuitTraffic = Readonly<{ primaryIn: number; secondaryIn: number }>;

export type GatewayParts = Readonly<{
  virtualNetworkGateways: Listing<VirtualNetworkGateway>;
  /** From the resource groups of the gateways. */
  gatewayConnections: Listing<GatewayConnection>;
  /** Those that connections name. */
  localNetworkGateways: ById<LocalNetworkGateway>;
  expressRouteCircuits: ById<ExpressRouteCircuit>;
  /** Those that circuits name. */
  expressRoutePorts: ById<ExpressRoutePort>;
  /** By the id of the gateway: of those whose other sides only BGP tells. */
  bgpPeers: ById<readonly BgpPeer[]>;
  /** By the id of the circuit. */
  circuitTraffic: ById<CircuitTraffic>;
}>;

// A hub of Virtual WAN, and the networks that it joins.

export type HubConnection = Readonly<{
  id: string;
  name: string;
  remoteNetworkId: string;
  provisioningState: string;
}>;

export type VirtualHub = Readonly<{
  id: string;
  name: string;
  /** `Provisioned`, `Provisioning`, `Failed`, `None`; absent where Azure does not say. */
  routingState?: string;
  connections: Section<readonly HubConnection[]>;
}>;
