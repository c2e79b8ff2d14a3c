// What a gateway joins, as ARM's JSON gives it → our data.
import type { VirtualHub as ArmHub, BgpPeerStatus, HubVirtualNetworkConnection } from "@azure/arm-network";
import { z } from "zod";
import type {
  BgpPeer,
  CircuitTraffic,
  ConnectionState,
  ExpressRouteCircuit,
  ExpressRoutePort,
  GatewayConnection,
  HubConnection,
  LocalNetworkGateway,
  VirtualHub,
} from "../../core/snapshot/gateways.ts";
import { nameOf } from "../../core/snapshot/resource-id.ts";
import { type Unavailable, unavailable } from "../../core/snapshot/section.ts";
import { present, resourceOf } from "./fields.ts";

export type ListedConnection = Omit<GatewayConnection, "state">;
export type ParsedConnection = ListedConnection | Unavailable;

const text = z.string().nullish();
const flag = z.boolean().nullish();
const named = z.object({ id: text }).nullish();

const ranges = z.array(z.string()).nullish();

const whole = z.object({
  id: z.string().min(1),
  properties: z.object({
    connectionType: text,
    connectionStatus: text,
    provisioningState: text,
    virtualNetworkGateway1: named,
    localNetworkGateway2: named,
    peer: named,
    enableBgp: flag,
    expressRouteGatewayBypass: flag,
    enablePrivateLinkFastPath: flag,
    useLocalAzureIpAddress: flag,
    trafficSelectorPolicies: z
      .array(z.object({ localAddressRanges: ranges, remoteAddressRanges: ranges }))
      .nullish(),
  }),
});

/** `unknown`: an item of a list, parsed on its own afterwards. */
export const connection = { whole, unknown: z.unknown() } as const;

export function parseConnection(item: unknown): ParsedConnection {
  const { data } = whole.safeParse(item);
  if (data === undefined) return unavailable("failed", { is: "oddConnection" });
  const { connectionType, virtualNetworkGateway1, localNetworkGateway2, peer, enableBgp } = data.properties;
  const selectors = (data.properties.trafficSelectorPolicies ?? []).map((each) => ({
    local: each.localAddressRanges ?? [],
    remote: each.remoteAddressRanges ?? [],
  }));
  return {
    id: data.id,
    name: nameOf(data.id),
    connectionType: connectionType ?? "",
    gatewayId: virtualNetworkGateway1?.id ?? "",
    enableBgp: enableBgp ?? false,
    ...(selectors.length === 0 ? {} : { selectors }),
    ...present({
      localNetworkGatewayId: localNetworkGateway2?.id,
      circuitId: peer?.id,
      bypassesGateway: data.properties.expressRouteGatewayBypass,
      privateLinkFastPath: data.properties.enablePrivateLinkFastPath,
      usesPrivateAddress: data.properties.useLocalAzureIpAddress,
    }),
  };
}

export const stateOf = ({ properties }: z.infer<typeof whole>): ConnectionState => ({
  provisioningState: properties.provisioningState ?? "",
  ...present({ connectionStatus: properties.connectionStatus }),
});

export const localNetworkGateway = z.object({
  id: z.string().min(1),
  properties: z.object({
    localNetworkAddressSpace: z.object({ addressPrefixes: ranges }).nullish(),
    bgpSettings: z.object({ bgpPeeringAddress: text }).nullish(),
  }),
});

export const mapLocalNetworkGateway = ({
  id,
  properties,
}: z.infer<typeof localNetworkGateway>): LocalNetworkGateway => ({
  id,
  name: nameOf(id),
  addressPrefixes: properties.localNetworkAddressSpace?.addressPrefixes ?? [],
  ...present({ bgpAddress: properties.bgpSettings?.bgpPeeringAddress }),
});

export const circuit = z.object({
  id: z.string().min(1),
  properties: z.object({
    circuitProvisioningState: text,
    serviceProviderProvisioningState: text,
    expressRoutePort: named,
    peerings: z
      .array(z.object({ name: text, properties: z.object({ peeringType: text, state: text }).nullish() }))
      .nullish(),
  }),
});

const isPrivate = (word: string | null | undefined): boolean => /^AzurePrivatePeering$/i.test(word ?? "");

export function mapCircuit({ id, properties }: z.infer<typeof circuit>): ExpressRouteCircuit {
  const peering = properties.peerings?.find(
    (each) => isPrivate(each.name) || isPrivate(each.properties?.peeringType),
  );
  const { serviceProviderProvisioningState, expressRoutePort } = properties;
  return {
    id,
    name: nameOf(id),
    circuitProvisioningState: properties.circuitProvisioningState ?? "",
    privatePeeringState: peering === undefined ? null : (peering.properties?.state ?? ""),
    ...(expressRoutePort?.id
      ? { portId: expressRoutePort.id }
      : { serviceProviderProvisioningState: serviceProviderProvisioningState ?? "" }),
  };
}

export const port = z.object({
  id: z.string().min(1),
  properties: z.object({
    links: z
      .array(
        z.object({
          properties: z.object({ macSecConfig: z.object({ cakSecretIdentifier: text }).nullish() }).nullish(),
        }),
      )
      .nullish(),
  }),
});

export function mapPort({ id, properties }: z.infer<typeof port>): ExpressRoutePort {
  const links = properties.links ?? [];
  const hasKey = ({ properties: link }: (typeof links)[number]): boolean =>
    Boolean(link?.macSecConfig?.cakSecretIdentifier);
  return { id, name: nameOf(id), linksEncrypted: links.length > 0 && links.every(hasKey) };
}

export const mapBgpPeer = ({ neighbor, state, routesReceived }: BgpPeerStatus): BgpPeer => ({
  address: neighbor ?? "",
  state: state ?? "",
  routes: routesReceived ?? 0,
});

const bytes = z.number().nullish();
export const traffic = z.object({ primarybytesIn: bytes, secondarybytesIn: bytes });

export const mapTraffic = ({
  primarybytesIn,
  secondarybytesIn,
}: z.infer<typeof traffic>): CircuitTraffic => ({
  primaryIn: primarybytesIn ?? 0,
  secondaryIn: secondarybytesIn ?? 0,
});

// Hubs of Virtual WAN, as the SDK reads them → our data.

export const mapVirtualHub = (hub: ArmHub): Omit<VirtualHub, "connections"> => ({
  id: hub.id ?? "",
  name: hub.name ?? "",
  ...present({ routingState: hub.routingState }),
});

export const mapHubConnection = (connection: HubVirtualNetworkConnection): HubConnection => ({
  ...resourceOf(connection),
  remoteNetworkId: connection.remoteVirtualNetwork?.id ?? "",
});
