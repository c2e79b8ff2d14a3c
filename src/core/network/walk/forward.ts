// One direction of a walk: over routes, peerings and appliances, from where a packet starts to the network that holds
// its target.

import type { RouteTable, Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { coverage } from "../address/cidr.ts";
import type { Packet } from "../address/packet.ts";
import {
  gatewaySubnetOf,
  gatewaysFor,
  gatewayTo,
  type Hop,
  hopTo,
  isSameNetwork,
  onTo,
  rangesLearnedBy,
  whyNothingLearned,
} from "../gateway/gateways.ts";
import { type Crossing, cross, hopBeyond, missingReversePeering, unjoined } from "../gateway/peering.ts";
import {
  component,
  type Holder,
  hiddenHolder,
  holderOf,
  type NetworkModel,
  networkHolding,
  networkIn,
  subnetHolding,
} from "../model/model.ts";
import { type Component, open, passes, type Step, stops, unread, unreadAs } from "../model/step.ts";
import { type EffectiveRoute, routeTableOf } from "../route/route.ts";
import { askFirewall, deallocatedStop, hiddenAt } from "./firewall-step.ts";
import { guard } from "./guard.ts";

/** `byGateway`: a gateway brought the packet in, and it has not left the gateway's network yet. */
export type PacketLocation = Readonly<{
  network: VirtualNetwork;
  subnet: Subnet | undefined;
  byGateway?: boolean;
}>;

/** `arrived` is null where the way ends before. `via`: addresses of the appliances on it, in order. */
export type Forwarded = Readonly<{
  steps: readonly Step[];
  arrived: PacketLocation | null;
  via: readonly string[];
}>;

const ending = (steps: readonly Step[], via: readonly string[]): Forwarded => ({ steps, arrived: null, via });

const mentions = ({ route }: Hop) => ({
  prefix: route?.prefix ?? "",
  nextHop: route?.nextHopType ?? "",
  own: route?.userRoute !== undefined,
});

const routeComponent = (
  { subnet, network }: PacketLocation,
  table: RouteTable | null,
  route: EffectiveRoute | null,
) =>
  table !== null && route?.userRoute !== undefined
    ? component("routeTable", table.id)
    : component("subnet", subnet?.id ?? network.id);

/** A peered network that was not read and has the address; else none that was read has it. */
export function behindPeering(
  model: NetworkModel,
  network: VirtualNetwork,
  address: string,
  at: Component = component("network", network.id),
): Step {
  const hidden = hiddenHolder(model, network, address);
  return hidden === undefined
    ? open(at, "inNoNetwork", { is: "targetUnknown", address })
    : unread(component("network", hidden.id), hidden.why);
}

const crossingFrom = ({ byGateway = false }: PacketLocation, via: readonly string[]): Crossing => {
  if (via.length > 0) return "forwarded";
  return byGateway ? "fromGateway" : "own";
};

/** As far as the gateway's subnet: what it leads on to is not Azure's. */
function toGateway(
  model: NetworkModel,
  at: PacketLocation,
  address: string,
  via: readonly string[],
  routed: Step,
): Forwarded {
  const gateway = gatewayTo(model, at.network, address);
  if (gateway === undefined)
    return ending([behindPeering(model, at.network, address, routed.component)], via);
  const network = networkIn(model, gateway.networkId);
  if (network.status === "unavailable")
    return ending([unread(component("network", gateway.networkId), network)], via);
  const arrived = { network: network.data, subnet: gatewaySubnetOf(network.data) };
  const crossed = isSameNetwork(at.network, network.data) ? [] : cross(at.network, network.data, "toGateway");
  const on = onTo(gatewaysFor(model, at.network), address);
  return { steps: [routed, ...crossed, ...on], arrived, via };
}

function direct(
  model: NetworkModel,
  at: PacketLocation,
  packet: Packet,
  via: readonly string[],
  routed: Step,
): Forwarded {
  const address = packet.destination;
  const to = networkHolding(model, address, at.network);
  if (to === undefined) return ending([routed, behindPeering(model, at.network, address)], via);
  const arrived = { network: to, subnet: subnetHolding(to, address) };
  if (isSameNetwork(at.network, to)) return { steps: [routed], arrived, via };
  return { steps: [routed, ...cross(at.network, to, crossingFrom(at, via), packet)], arrived, via };
}

/** Whether what stands at a next hop's address takes packets and sends them on. */
export function judgeHop(
  model: NetworkModel,
  address: string,
  network: VirtualNetwork,
  packet: Packet,
): Step {
  const holder = holderOf(model, address, network);
  if (holder === undefined) return nobody(model, address, network);
  const at = component(holder.kind, holder.id, holder.name);
  const state = livenessStep(holder, at, address);
  if (state.state !== "passes") return state;
  if (holder.forwards === false) return stops(at, { is: "hopNotForwarding", address });
  if (holder.forwards !== true)
    return unreadAs(at, holder.forwards, { is: "hopOpen", address, because: holder.forwards.message });
  if (holder.rules !== undefined) return packet.isAnswer ? state : askFirewall(at, holder.rules, packet);
  return holder.rulesUnread ? open(at, "notShown", { is: "hopRulesUnread", firewall: holder.name }) : state;
}

export const nobody = (model: NetworkModel, address: string, network: VirtualNetwork): Step => {
  const away = deallocatedStop(model, address, network);
  if (away !== null) return away;
  const cause = hiddenAt(model, address, network);
  const at = component("network", network.id);
  return cause === undefined
    ? stops(at, { is: "hopNobody", address, route: null, beyond: null })
    : unread(at, cause);
};

/** Where a route of one's own leads to nobody, that route is what is wrong. */
export const blamingRoute = (step: Step, { component: at, reason }: Step): Step =>
  step.reason.is === "hopNobody" && at.kind === "routeTable" && reason.is === "routeLeads"
    ? { ...step, component: at, reason: { ...step.reason, route: reason.route } }
    : step;

export function livenessStep({ alive }: Holder, at: Component, address: string): Step {
  switch (alive.state) {
    case "running":
      return passes(at, { is: "hopForwards", address });
    case "down":
      return stops(at, { is: "hopDown", address, state: alive.word });
    case "unseen":
      return unreadAs(at, alive.why, { is: "hopOpen", address, because: alive.why.message });
  }
}

function overAppliance(
  model: NetworkModel,
  at: PacketLocation,
  packet: Packet,
  via: readonly string[],
  { routed, hop }: Readonly<{ routed: Step; hop: string }>,
): Forwarded {
  const here = component("network", at.network.id);
  if (via.includes(hop)) return ending([routed, stops(here, { is: "loops", address: hop })], via);
  const network = networkHolding(model, hop, at.network);
  if (network === undefined)
    return ending(
      [routed, hopBeyond(model, at.network, routed) ?? behindPeering(model, at.network, hop)],
      via,
    );
  const next = { network, subnet: subnetHolding(network, hop) };
  const border = { ...next, groupIds: holderOf(model, hop, network)?.groupIds ?? [] };
  const ends = { source: packet.source, destination: hop };
  const steps = [
    routed,
    ...(isSameNetwork(at.network, network) ? [] : cross(at.network, network, crossingFrom(at, via), ends)),
    ...guard(model, border, packet, "Inbound"),
    blamingRoute(judgeHop(model, hop, network, packet), routed),
    ...guard(model, border, packet, "Outbound"),
  ];
  if (steps.some(({ state }) => state === "stops")) return ending(steps, [...via, hop]);
  const rest = lead(model, next, packet, [...via, hop]);
  return { ...rest, steps: [...steps, ...rest.steps] };
}

const isAppliance = (model: NetworkModel, hop: string | undefined, network: VirtualNetwork): boolean =>
  hop !== undefined && holderOf(model, hop, network)?.rules === undefined;

/** A range behind a gateway to which there is no route, because the table takes none from gateways. */
function refused(model: NetworkModel, network: VirtualNetwork, table: RouteTable | null, address: string) {
  const prefix = rangesLearnedBy(model, network).find((range) => coverage([range], address) === "yes");
  return table?.disableBgpRoutePropagation === true && prefix !== undefined
    ? stops(component("routeTable", table.id), { is: "routesRefused", prefix, networkId: network.id })
    : null;
}

type Dropped = Readonly<{
  address: string;
  via: readonly string[];
  hop: Hop;
  where: Component;
  table: RouteTable | null;
}>;

function dropped(
  model: NetworkModel,
  { network }: PacketLocation,
  { address, via, hop, where, table }: Dropped,
): Forwarded {
  const { prefix, nextHop, own } = mentions(hop);
  const holding = own ? undefined : networkHolding(model, address, network);
  const known = own
    ? null
    : ((holding === undefined ? null : unjoined(network, holding)) ??
      refused(model, network, table, address));
  if (known !== null) return ending([known], via);
  // An appliance may carry it on by a tunnel of its own; an Azure Firewall sends it as the routes say.
  if (!own && isAppliance(model, via.at(-1), network))
    return ending([open(where, "notShown", { is: "routeUnknown", prefix, nextHop })], via);
  const route = hop.route?.userRoute ?? null;
  return ending([stops(where, { is: "routeDrops", prefix, nextHop, own, route, address })], via);
}

/** `via`: the appliances that it came over so far. */
export function lead(
  model: NetworkModel,
  at: PacketLocation,
  packet: Packet,
  via: readonly string[] = [],
): Forwarded {
  const table = routeTableOf(at.subnet, model.routeTables);
  if (table.status === "unavailable")
    return ending([unread(component("routeTable", at.subnet?.routeTableId ?? ""), table)], via);
  const address = packet.destination;
  const hop = hopTo(model, at.network, table.data, address);
  const where = routeComponent(at, table.data, hop.route);
  const { prefix, nextHop, own } = mentions(hop);
  const route = hop.route?.userRoute ?? null;
  switch (hop.kind) {
    case "dropped":
      return dropped(model, at, { address, via, hop, where, table: table.data });
    case "open": {
      const shut = own ? [] : whyNothingLearned(model, at.network);
      if (shut.length > 0) return ending(shut, via);
      const to = own ? undefined : networkHolding(model, address, at.network);
      const lost = to === undefined ? null : missingReversePeering(at.network, to);
      if (lost !== null) return ending([lost], via);
      return ending([open(where, "notShown", { is: "routeUnknown", prefix, nextHop })], via);
    }
    case "direct":
    case "gateway": {
      const routed = passes(where, { is: "routeLeads", prefix, nextHop, via: null, own, route });
      return hop.kind === "direct"
        ? direct(model, at, packet, via, routed)
        : toGateway(model, at, address, via, routed);
    }
    case "appliance": {
      const ip = hop.route?.nextHopIpAddress ?? "";
      const routed = passes(where, { is: "routeLeads", prefix, nextHop, via: ip, own, route });
      return overAppliance(model, at, packet, via, { routed, hop: ip });
    }
  }
}
