// One connection, step by step, there and back. Where it ends, the last step names the component and the rule.

import type { Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { nameOf, sameId } from "../../snapshot/resource-id.ts";
import { coverage } from "../address/cidr.ts";
import {
  anywhere,
  type Flow,
  type OwnGroups,
  type Packet,
  packetOf,
  seenPacketOf,
} from "../address/packet.ts";
import { wayIn } from "../gateway/gateway-entry.ts";
import { gatewaySubnetOf } from "../gateway/gateways.ts";
import {
  answersNames,
  component,
  type Holder,
  holderOf,
  type NetworkModel,
  networkIn,
  readNetworksOf,
} from "../model/model.ts";
import { open, passes, type Step, stops, type Trace, traceOf, unread, untilStop } from "../model/step.ts";
import { obeysRouteTables, subnetById } from "../route/route.ts";
import { deallocatedStop, hiddenAt } from "./firewall-step.ts";
import { type Forwarded, lead, livenessStep, type PacketLocation } from "./forward.ts";
import { guard } from "./guard.ts";
import { isProbe, platformAt, walkOfProbe, walkToPlatform } from "./platform.ts";

/** Whether the subnet's security group acts on private endpoints in it; null: its setting is a word that nobody knows. */
function guardsEndpoints({ privateEndpointNetworkPolicies: policies = "Disabled" }: Subnet): boolean | null {
  if (/^(Enabled|NetworkSecurityGroupEnabled)$/i.test(policies)) return true;
  return /^(Disabled|RouteTableEnabled)$/i.test(policies) ? false : null;
}

function enter(
  model: NetworkModel,
  arrived: PacketLocation,
  packet: Packet,
  holder: Holder | undefined,
  groups: OwnGroups = { groupIds: holder?.groupIds ?? [] },
): readonly Step[] {
  const { network } = arrived;
  // Of what was read with a subnet that does not hold its address, that subnet counts.
  const subnet = arrived.subnet ?? subnetById(network, holder?.subnetId);
  const border = { network, subnet, ...groups };
  if (holder?.kind !== "privateEndpoint" || subnet === undefined)
    return guard(model, border, packet, "Inbound");
  const guards = guardsEndpoints(subnet);
  if (guards === false) return [];
  const steps = guard(model, { ...border, isEndpoint: true }, packet, "Inbound");
  if (guards) return steps;
  const { privateEndpointNetworkPolicies: word = "" } = subnet;
  const at = component("subnet", subnet.id);
  return steps.length === 0
    ? []
    : [
        open(at, "notModelled", {
          is: "ruleUndecided",
          group: subnet.name,
          rule: null,
          because: { is: "policiesStrange", word },
          direction: "Inbound",
        }),
      ];
}

/**
 * A private endpoint has a route of its own, and groups may not act on it: as long as something that may stand at the
 * address was not read, no route and no group stops anything for certain.
 */
function doubted(model: NetworkModel, to: string, steps: readonly Step[]): readonly Step[] {
  const isSeen = to.includes("/") || model.holders.some(({ addresses }) => addresses.includes(to));
  const [cause] = model.hidden;
  return isSeen || cause === undefined
    ? steps
    : steps.map((step) => (step.state === "stops" ? unread(step.component, cause) : step));
}

function target(
  model: NetworkModel,
  { to: address, port, isHeld }: Flow,
  holder: Holder | undefined,
  arrived: PacketLocation,
): Step {
  const at = component("network", arrived.network.id);
  const away = holder === undefined ? deallocatedStop(model, address, arrived.network) : null;
  if (away !== null) return away;
  if (holder === undefined && coverage(arrived.network.addressPrefixes, address) === "no")
    return open(at, "inNoNetwork", { is: "targetUnknown", address });
  const hidden = isHeld === true && hiddenAt(model, address, arrived.network);
  if (holder === undefined && hidden) return unread(at, hidden);
  if (holder === undefined && isHeld === true) return stops(at, { is: "targetGone", address });
  if (holder === undefined) return passes(componentOfSubnet(arrived), { is: "targetReached", address, port });
  const held = component(holder.kind, holder.id, holder.name);
  const state = livenessStep(holder, held, address);
  const [silent] = port === 53 ? answersNames(holder, held) : [];
  return state.state === "passes" ? (silent ?? passes(held, { is: "targetReached", address, port })) : state;
}

const componentOfSubnet = ({ subnet, network }: PacketLocation) =>
  component("subnet", subnet?.id ?? network.id);

const same = (there: readonly string[], back: readonly string[]): boolean =>
  there.length === back.length && there.every((hop, index) => hop === back[back.length - 1 - index]);

/** Of a place behind a gateway: the network on the way that has the address itself. */
const takenBy = (
  model: NetworkModel,
  { from }: Flow,
  arrived: PacketLocation,
): VirtualNetwork | undefined => {
  if (from.over === undefined) return undefined;
  const entered = networkIn(model, from.networkId);
  return [arrived.network, ...(entered.status === "collected" ? [entered.data] : [])].find(
    ({ addressPrefixes }) => coverage(addressPrefixes, from.address) === "yes",
  );
};

/** Appliances remember connections, so answers must pass the same ones; security groups do so by themselves. */
function wayBack(
  model: NetworkModel,
  flow: Flow,
  there: Forwarded,
  arrived: PacketLocation,
  holder: Holder | undefined,
): readonly Step[] {
  if (flow.from.address === anywhere) return [];
  const taken = takenBy(model, flow, arrived);
  if (taken !== undefined) {
    const reason = { is: "farRangeTaken", address: flow.from.address, network: taken.name } as const;
    return [stops(component("network", taken.id), reason)];
  }
  const policies = arrived.subnet?.privateEndpointNetworkPolicies;
  const [hop = ""] = there.via;
  const at = componentOfSubnet(arrived);
  // Answers of an endpoint that obeys no routes go straight, which an appliance that translates addresses does not mind.
  if (holder?.kind === "privateEndpoint" && !obeysRouteTables(policies))
    return there.via.length === 0
      ? []
      : [open(at, "notShown", { is: "otherAppliance", there: hop, back: null })];
  const packet = { ...packetOf(flow), source: flow.to, destination: flow.from.address, isAnswer: true };
  const back = lead(model, arrived, packet);
  if (back.arrived === null || same(there.via, back.via))
    return back.steps.filter(({ state }) => state !== "passes");
  return [stops(at, { is: "otherAppliance", there: hop, back: back.via[0] ?? null })];
}

/** Whatever the network says that was not read: the target's own has no peering and no gateway, so nothing leads into it. */
function apart(model: NetworkModel, { from, to }: Flow): readonly Step[] {
  const home = readNetworksOf(model).find(({ addressPrefixes }) => coverage(addressPrefixes, to) === "yes");
  if (home === undefined || sameId(home.id, from.networkId)) return [];
  if (home.peerings.length > 0 || gatewaySubnetOf(home) !== undefined) return [];
  const between = { from: home.name, to: nameOf(from.networkId), fromId: home.id, toId: from.networkId };
  return [stops(component("network", home.id), { is: "peeringMissing", ...between })];
}

/** Pure: the same model and flow always give the same steps. */
export function walk(model: NetworkModel, flow: Flow): Trace {
  const platform = platformAt(flow);
  if (platform !== undefined) return walkToPlatform(model, flow, platform);
  if (isProbe(flow)) return walkOfProbe(model, flow);
  const { from } = flow;
  const network = networkIn(model, from.networkId);
  if (network.status === "unavailable")
    return traceOf(
      untilStop([
        ...wayIn(model, flow),
        ...apart(model, flow),
        unread(component("network", from.networkId), network),
      ]),
    );
  const packet = packetOf(flow);
  const start = {
    network: network.data,
    subnet: subnetById(network.data, from.subnetId),
    byGateway: from.over !== undefined,
  };
  const entered = wayIn(model, flow);
  const { groupIds, groupsUnread } = from;
  const seen = seenPacketOf(flow);
  const out = guard(model, { ...start, groupIds, groupsUnread }, seen, "Outbound");
  const there = lead(model, start, packet);
  const { arrived } = there;
  const holder = arrived === null ? undefined : holderOf(model, flow.to, arrived.network);
  const arrival =
    arrived === null
      ? []
      : [
          ...enter(model, arrived, seen, holder, flow.toGroups),
          target(model, flow, holder, arrived),
          ...wayBack(model, flow, there, arrived, holder),
        ];
  return traceOf(untilStop([...entered, ...out, ...doubted(model, flow.to, [...there.steps, ...arrival])]));
}
