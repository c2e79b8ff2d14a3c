// How a place reaches a public name: straight, through firewalls and other appliances, or over a gateway.

import type { Route, RouteTable, Subnet } from "../../snapshot/network.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import { https, type NetworkLocation } from "../address/packet.ts";
import { facesOf } from "../address/public-ranges.ts";
import { beyondGateway, isSameNetwork, mayLearn, rangesLearnedBy } from "../gateway/gateways.ts";
import { cross, hopBeyond } from "../gateway/peering.ts";
import {
  component,
  type Holder,
  holderOf,
  type NetworkModel,
  networkHolding,
  networkIn,
  subnetHolding,
} from "../model/model.ts";
import {
  type Component,
  isStopped,
  open,
  passes,
  type Step,
  stops,
  type Trace,
  traceOf,
  unread,
  untilStop,
} from "../model/step.ts";
import { natGatewayIn } from "../route/egress.ts";
import { choicesFor, nextHopOf, type RouteChoice, subnetById, takeAll } from "../route/route.ts";
import { bordersOut, type EgressPacket, gravestOf, sendsWhereItTakes } from "./egress-packet.ts";
import { askFirewall } from "./firewall-step.ts";
import { behindPeering, blamingRoute, judgeHop, lead, livenessStep, nobody } from "./forward.ts";

const everywhere = "0.0.0.0/0";

/** Azure was told that all addresses lie behind a gateway, and lets the subnet know. */
const learnsDefault = ({ model, network }: EgressPacket, table: RouteTable | null): boolean =>
  table?.disableBgpRoutePropagation !== true && takeAll(rangesLearnedBy(model, network));

/** A gateway or virtual hub has taught the subnet a default route, or may have. */
const mayLearnDefault = (leaving: EgressPacket, table: RouteTable | null): boolean =>
  mayLearn(leaving.model, leaving.network, table) || learnsDefault(leaving, table);

/**
 * A default route that a gateway taught takes what would leave straight. Whether it goes on to be taught while that is
 * down is not known, nor whether a NAT gateway comes before it.
 */
function byTaughtRoute({ model, network, subnet }: EgressPacket): readonly Step[] {
  const at = component("subnet", subnet.id);
  const route = { prefix: everywhere, nextHop: "VirtualNetworkGateway" };
  const beyond = beyondGateway(model, network);
  return isStopped(beyond) || subnet.natGatewayId !== undefined
    ? [open(at, "notShown", { is: "routeUnknown", ...route })]
    : [passes(at, { is: "routeLeads", ...route, via: null, own: false, route: null }), ...beyond];
}

const sourceKept = ({ firewalls }: NetworkModel, at: Component): Step => {
  const firewall = firewalls.find(({ id }) => sameId(id, at.id ?? undefined));
  return stops(at, { is: "sourceKept", firewall: at.name, keptBy: firewall?.policyId ?? at.id ?? "" });
};

/** A NAT gateway before the subnet of what sends it on takes it out, by its own addresses alone. */
function overNatGateway(
  { natGateways }: NetworkModel,
  { id: subnetId, name: subnet, natGatewayId }: Subnet,
): readonly Step[] {
  if (natGatewayId === undefined) return [];
  const at = component("natGateway", natGatewayId);
  const gateway = natGatewayIn(natGatewayId, natGateways);
  if (gateway.status === "unavailable") return [unread(at, gateway)];
  const { publicIpAddressIds, publicIpPrefixIds } = gateway.data;
  return publicIpAddressIds.length + publicIpPrefixIds.length > 0
    ? []
    : [stops(at, { is: "natGatewayBare", subnet, subnetId })];
}

/** Azure's own default, or a route to the Internet; behind a firewall it is the firewall's public address that counts. */
function straight(leaving: EgressPacket, table: RouteTable | null, route: Route | null): readonly Step[] {
  const { model, subnet, onlyByRoutes, via, privateFirewall, untranslated, bareAppliance } = leaving;
  if (untranslated !== undefined) return [sourceKept(model, untranslated)];
  if (privateFirewall !== undefined && subnet.natGatewayId === undefined)
    return [stops(privateFirewall, { is: "noPublicAddress" })];
  // Azure lends a public address unless the subnet refuses it.
  const isBare = subnet.defaultOutboundAccess === false && subnet.natGatewayId === undefined;
  if (bareAppliance !== undefined && isBare && !mayLearnDefault(leaving, table))
    return [
      stops(bareAppliance.at, { is: "hopWithoutWayOut", address: bareAppliance.address, subnet: subnet.id }),
    ];
  if (via.length > 0) return overNatGateway(model, subnet);
  const at = component("subnet", subnet.id);
  if (!onlyByRoutes || subnet.natGatewayId !== undefined) return [passes(at, { is: "leavesStraight" })];
  if (route === null && mayLearnDefault(leaving, table))
    return [open(at, "notShown", { is: "routeUnknown", prefix: everywhere, nextHop: "Internet" })];
  return table === null || route === null
    ? [stops(at, { is: "noWayOut", route: null })]
    : [stops(component("routeTable", table.id), { is: "noWayOut", route: route.addressPrefix })];
}

/** Answers go back to where the packet came from by the routes of the subnet in which the hop stands. */
function answersFrom(
  { model, from, source, via }: EgressPacket,
  at: EgressPacket,
  hop: string,
): readonly Step[] {
  if (via.length > 0) return [];
  const packet = { ...https, source: hop, destination: source, name: null, isAnswer: true };
  const back = lead(model, { network: at.network, subnet: at.subnet }, packet);
  const held = back.steps.filter(({ state }) => state !== "passes");
  const [other] = back.via;
  return back.arrived === null || other === undefined || held.length > 0
    ? held
    : [open(component("subnet", from), "notShown", { is: "otherAppliance", there: hop, back: other })];
}

/** Most appliances put their own address in front: it is stopped where neither gets through. */
const eitherOf = (one: readonly Step[], other: () => readonly Step[]): readonly Step[] =>
  isStopped(one) ? other() : one;

function throughAppliance(
  leaving: EgressPacket,
  there: EgressPacket,
  holder: Holder,
  hop: string,
): readonly Step[] {
  const { model, source } = leaving;
  const { groupIds } = holder;
  const border = { network: there.network, subnet: there.subnet, groupIds };
  const packet = { ...https, source, destination: "Internet", name: null, isAnswer: false };
  const taken = [
    ...bordersOut(there, border, source, "Inbound"),
    judgeHop(model, hop, there.network, packet),
  ];
  if (!sendsWhereItTakes(model, holder)) return taken;
  const { kind, id, name } = holder;
  const bareAppliance = holder.hasNoAddressOut && { at: component(kind, id, name), address: hop };
  const sentAs = (address: string) => [
    ...bordersOut(there, border, address, "Outbound"),
    ...onward({
      ...there,
      ...{ privateFirewall: undefined, untranslated: undefined },
      bareAppliance,
      source: address,
    }),
  ];
  return [...taken, ...eitherOf(sentAs(source), () => sentAs(hop)), ...answersFrom(leaving, there, hop)];
}

const isKept = ({ reason }: Step): boolean => reason.is === "firewallAllows" && reason.keepsSource === true;

function throughFirewall(
  leaving: EgressPacket,
  there: EgressPacket,
  holder: Holder,
  hop: string,
): readonly Step[] {
  const at = component(holder.kind, holder.id, holder.name);
  const alive = livenessStep(holder, at, hop);
  if (alive.state !== "passes" || holder.rules === undefined) return [alive];
  const { source, name } = leaving;
  const { rules } = holder;
  const askFor = (address: string) => [
    askFirewall(at, rules, { ...https, source: address, destination: null, name }),
  ];
  const asked =
    leaving.via.length === 0 ? askFor(source) : eitherOf(askFor(source), () => askFor(leaving.own));
  const privateFirewall = holder.hasNoPublicAddress ? at : undefined;
  const untranslated = asked.some(isKept) ? at : undefined;
  const sent = { ...there, privateFirewall, untranslated, bareAppliance: undefined, own: hop };
  return [...asked, ...onward(sent), ...answersFrom(leaving, there, hop)];
}

function overHop(leaving: EgressPacket, routed: Step, hop: string): readonly Step[] {
  const { model, network, via } = leaving;
  if (via.includes(hop))
    return [routed, stops(component("network", network.id), { is: "loops", address: hop })];
  const holding = networkHolding(model, hop, network);
  if (holding === undefined)
    return [
      routed,
      hopBeyond(model, network, routed) ?? behindPeering(model, network, hop, routed.component),
    ];
  const holder = holderOf(model, hop, holding);
  const crossed = isSameNetwork(network, holding) ? [] : cross(network, holding, "own");
  const subnet = subnetHolding(holding, hop);
  if (holder === undefined || subnet === undefined)
    return [routed, ...crossed, blamingRoute(nobody(model, hop, holding), routed)];
  const there = { ...leaving, network: holding, subnet, own: hop, via: [...via, hop] };
  const through = holder.rules === undefined ? throughAppliance : throughFirewall;
  return [routed, ...crossed, ...through(leaving, there, holder, hop)];
}

function byRoute(leaving: EgressPacket, { found: { route, table } }: RouteChoice): readonly Step[] {
  if (route === null || table === null)
    return learnsDefault(leaving, table) ? byTaughtRoute(leaving) : straight(leaving, table, null);
  const { addressPrefix: prefix, nextHopType: nextHop, nextHopIpAddress: via = null } = route;
  const at = component("routeTable", table.id);
  const routed = passes(at, { is: "routeLeads", prefix, nextHop, via, own: true, route: route.name });
  switch (nextHopOf(route)) {
    case "internet":
      return straight(leaving, table, route);
    case "dropped":
      return [stops(at, { is: "routeDrops", prefix, nextHop, own: true, route: route.name })];
    case "gateway":
      return [routed, ...beyondGateway(leaving.model, leaving.network)];
    case "appliance":
      return via === null
        ? [open(at, "notShown", { is: "routeUnknown", prefix, nextHop })]
        : overHop(leaving, routed, via);
    case "unknown":
      return [open(at, "notShown", { is: "routeUnknown", prefix, nextHop })];
  }
}

/** Of two halves of the Internet the worse one counts; a narrower route that leads nowhere leaves open what takes it. */
function onward(leaving: EgressPacket): readonly Step[] {
  const { model, subnet, tags, name } = leaving;
  const choices = choicesFor(subnet, model.routeTables, tags);
  if (choices.status === "unavailable")
    return [unread(component("routeTable", subnet.routeTableId ?? ""), choices)];
  const ways = choices.data.map((choice) => ({ ...choice, steps: untilStop(byRoute(leaving, choice)) }));
  const sure = ways.filter(({ isSure }) => isSure).map(({ steps }) => steps);
  const perhaps = ways.filter(({ isSure }) => !isSure);
  const worst = gravestOf(sure);
  const lost = perhaps.find(({ steps }) => isStopped(steps));
  if (worst !== undefined && (isStopped(worst) || lost === undefined)) return worst;
  if (worst === undefined && (lost === undefined || perhaps.every(({ steps }) => isStopped(steps))))
    return gravestOf(perhaps.map(({ steps }) => steps)) ?? [];
  const prefix = lost?.found.route?.addressPrefix ?? "";
  const at = component("routeTable", lost?.found.table?.id ?? "");
  return [...(worst ?? []), open(at, "notShown", { is: "routeMayDrop", prefix, name })];
}

/** `name` may stand for all below a domain: `*.data.mcr.microsoft.com`. Nothing of a place that was not read. */
export function leave(model: NetworkModel, from: NetworkLocation, name: string): Trace {
  const network = networkIn(model, from.networkId);
  const subnet = network.status === "collected" ? subnetById(network.data, from.subnetId) : undefined;
  if (network.status === "unavailable" || subnet === undefined) return traceOf([]);
  const { address: source, groupIds, groupsUnread, onlyByRoutes = false } = from;
  const border = { network: network.data, subnet, groupIds, groupsUnread };
  const ways = facesOf(name).map((tags) => {
    const leaving = {
      ...{ model, network: network.data, subnet, from: subnet.id, source, own: source },
      ...{ name, tags, via: [], onlyByRoutes },
    };
    return untilStop([...bordersOut(leaving, border, source, "Outbound"), ...onward(leaving)]);
  });
  return traceOf(gravestOf(ways) ?? []);
}
