// What lies behind a virtual network gateway is reached only while the gateway, and something that it joins, is up.
// https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview

import type { VirtualNetwork } from "../../snapshot/network.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import { unavailable } from "../../snapshot/section.ts";
import { subject } from "../../snapshot/subject.ts";
import { component, type NetworkModel, networkIn } from "../model/model.ts";
import { open, type Step, stops, unread, untilStop } from "../model/step.ts";
import { type Gateway, holdsBehind, type Way } from "../route/gateway-connection.ts";
import { gatewayStep, upSteps } from "./gateway-entry.ts";
import { gatewaySubnetOf, gatewaysFor, joinsVirtualHub } from "./gateways.ts";
import { cross } from "./peering.ts";

const isStopped = (steps: readonly Step[]): boolean => steps.some(({ state }) => state === "stops");
const isProved = (steps: readonly Step[]): boolean => steps.every(({ state }) => state === "passes");

/** One that works is enough; else one that may. */
const bestOf = (all: readonly (readonly Step[])[]): readonly Step[] =>
  all.find(isProved) ?? all.find((steps) => !isStopped(steps)) ?? all[0] ?? [];

/** Point-to-site clients are nobody's way out. */
const carries = ({ kind }: Way): boolean => kind !== "pool";

/** What stands behind it decides what goes on from there, which Azure does not show. */
function through(gateway: Gateway): readonly Step[] {
  const at = component("gateway", gateway.id, gateway.name);
  const beyond = open(at, { is: "beyondGateway" });
  const ways = gateway.ways.filter(carries);
  const found = bestOf(ways.map(upSteps));
  // A tunnel to another network of Azure may carry it as well.
  if (gateway.joinsNetworks && (ways.length === 0 || isStopped(found))) return [gatewayStep(gateway), beyond];
  if (ways.length === 0) return [gatewayStep(gateway), stops(at, { is: "gatewayUnjoined" })];
  return untilStop([gatewayStep(gateway), ...found, ...(isProved(found) ? [beyond] : [])]);
}

/** Something stands in its subnet that was not listed: it may be a gateway of another resource group. */
const holdsStranger = (network: VirtualNetwork): boolean =>
  (gatewaySubnetOf(network)?.occupantIds ?? []).length > 0;

function missing(model: NetworkModel, network: VirtualNetwork): Step {
  const at = component("network", network.id);
  const [cause] = [
    ...(joinsVirtualHub(network) ? [unavailable("notReached", { is: "overVirtualHub" })] : []),
    ...model.hiddenGateways,
    ...(holdsStranger(network)
      ? [unavailable("notReached", { is: "notRead", what: subject("gatewayIn", network.name) })]
      : []),
  ];
  return cause === undefined ? stops(at, { is: "gatewayMissing", network: network.name }) : unread(at, cause);
}

const standingIn = ({ gateways }: NetworkModel, id: string): readonly Gateway[] =>
  gateways.filter(({ networkId }) => sameId(networkId, id));

/** Over the peering by which the network uses a hub's gateway, or, while it uses none, by which it could. */
function overPeering(model: NetworkModel, network: VirtualNetwork): readonly Step[] {
  const { peerings } = network;
  const peering =
    peerings.find(({ useRemoteGateways }) => useRemoteGateways) ??
    peerings.find(({ remoteVirtualNetworkId: id }) => standingIn(model, id).length > 0);
  if (peering === undefined) return [missing(model, network)];
  const { remoteVirtualNetworkId } = peering;
  const hub = networkIn(model, remoteVirtualNetworkId);
  if (hub.status === "unavailable") return [unread(component("network", remoteVirtualNetworkId), hub)];
  const inHub = standingIn(model, hub.data.id);
  return [
    ...cross(network, hub.data, "toGateway"),
    ...(inHub.length === 0 ? [missing(model, hub.data)] : bestOf(inHub.map(through))),
  ];
}

/** Whether it may hold ranges that nobody told Azure. */
const mayHoldMore = (way: Way): boolean => carries(way) && !(way.kind === "tunnel" && !way.learns);

const upOver = (gateways: readonly Gateway[], counts: (way: Way) => boolean): readonly (readonly Step[])[] =>
  gateways.flatMap((gateway) =>
    gateway.ways.filter(counts).map((way) => untilStop([gatewayStep(gateway), ...upSteps(way)])),
  );

/** On from gateways to an address behind them; nothing where what holds it is not known, and may be up. */
export function onTo(gateways: readonly Gateway[], address: string): readonly Step[] {
  const told = upOver(gateways, (way) => holdsBehind(way, address));
  const found = bestOf(told);
  if (told.length > 0 && !isStopped(found)) return found;
  const others = upOver(gateways, mayHoldMore);
  const isShut = others.every(isStopped) && !gateways.some(({ joinsNetworks }) => joinsNetworks);
  return isShut ? bestOf([...told, ...others]) : [];
}

const hasRouteServer = ({ subnets }: VirtualNetwork): boolean =>
  subnets.some(({ name }) => /^RouteServerSubnet$/i.test(name));

/** Why a network learns nothing although gateways are there to teach it: all that they join is down. */
export function whyNothingLearned(model: NetworkModel, network: VirtualNetwork): readonly Step[] {
  const gateways = gatewaysFor(model, network);
  const around = gateways.map(({ networkId }) => networkIn(model, networkId));
  const isOpen =
    gateways.length === 0 ||
    model.hiddenGateways.length > 0 ||
    joinsVirtualHub(network) ||
    hasRouteServer(network) ||
    around.some((each) => each.status === "unavailable" || hasRouteServer(each.data));
  return isOpen ? [] : onTo(gateways, "").filter(({ state }) => state === "stops");
}

/** From a network whose route says "to the gateway". */
export function beyondGateway(model: NetworkModel, network: VirtualNetwork): readonly Step[] {
  const own = standingIn(model, network.id);
  if (own.length > 0) return bestOf(own.map(through));
  return gatewaySubnetOf(network) === undefined ? overPeering(model, network) : [missing(model, network)];
}
