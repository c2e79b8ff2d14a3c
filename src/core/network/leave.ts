// How a place reaches a public name: straight, through a firewall or another appliance, or over a gateway.

import type { Route, RouteTable, VirtualNetwork } from "../snapshot/network.ts";
import { idKey, nameOf } from "../snapshot/resource-id.ts";
import { unavailable } from "../snapshot/section.ts";
import { allowedBefore } from "./allowed-before.ts";
import { beyondGateway } from "./beyond-gateway.ts";
import { type DefaultRoute, defaultRoutesOf, nextHopOf } from "./default-route.ts";
import { askFirewall } from "./firewall/ask.ts";
import { https, type Place } from "./flow.ts";
import { type Border, guard } from "./guard.ts";
import { judgeHop, livenessStep, nobody } from "./lead.ts";
import {
  component,
  type Holder,
  holderOf,
  type NetworkModel,
  networkHolding,
  networkIn,
  subnetHolding,
} from "./model.ts";
import type { Flow as GroupFlow } from "./nsg.ts";
import { cross } from "./peering.ts";
import { subnetById } from "./route.ts";
import { isSameNetwork } from "./routing.ts";
import { passes, type Step, type Trace, traceOf, unread, untilStop } from "./step.ts";

/**
 * A way out: what it passes up to where Azure's side ends, or up to the firewall that looks at names. `straight`: nothing
 * stands between the place's own groups and the Internet.
 */
export type WayOut = Readonly<{
  steps: readonly Step[];
  firewall: Holder | null;
  address: string;
  straight: boolean;
}>;

/** A group knows no names: where it lets some public addresses through, the one of a name may be among them. */
function mayLetOut({ securityGroups }: NetworkModel, { component: { id }, reason }: Step): boolean {
  if (reason.is === "ruleUndecided") return true;
  const group = reason.is === "ruleDenies" && id !== null ? securityGroups[idKey(id)] : undefined;
  return (
    reason.is === "ruleDenies" &&
    group?.status === "collected" &&
    allowedBefore(group.data, reason.priority, reason.direction).length > 0
  );
}

/** What stands at a border. What its text does not settle is left to the check of these groups. */
const bordersOut = (
  model: NetworkModel,
  border: Border,
  source: string,
  direction: GroupFlow["direction"] = "Outbound",
): readonly Step[] =>
  guard(model, border, { ...https, source, destination: "Internet" }, direction).filter(
    (step) => !mayLetOut(model, step),
  );

/** Something in that subnet that was not read may have the address. */
function nobodyAt(model: NetworkModel, address: string, network: VirtualNetwork): Step {
  const subnet = subnetHolding(network, address);
  const read = model.holders.flatMap(({ id, interfaceId = id }) => [idKey(id), idKey(interfaceId)]);
  const stranger = subnet?.occupantIds?.find((id) => !read.includes(idKey(id)));
  if (stranger === undefined) return nobody(model, address, network);
  const message = `${nameOf(stranger)} in ${subnet?.name} was not read, so it may own the address.`;
  return unread(component("network", network.id), unavailable("notReached", message));
}

type Leaving = Readonly<{ model: NetworkModel; network: VirtualNetwork; source: string }>;

/** One interface takes and sends. Where there are several, which one sends, Azure does not show. */
function sendsOn(
  { model, source }: Leaving,
  border: Border,
  holder: Holder,
  address: string,
): readonly Step[] {
  const all = model.holders.filter(({ id }) => idKey(id) === idKey(holder.id));
  if (holder.kind !== "virtualMachine" || all.length > 1) return [];
  const asSent = bordersOut(model, border, source);
  // Most appliances put their own address in front.
  const asOwn = bordersOut(model, border, address);
  return [asSent, asOwn].every((steps) => steps.some(({ state }) => state === "stops")) ? asOwn : [];
}

/** Up to the appliance and past what Azure shows of it; what it does inside is its owner's matter. */
function overAppliance(
  leaving: Leaving,
  holding: VirtualNetwork,
  holder: Holder,
  address: string,
): readonly Step[] {
  const { model, source } = leaving;
  const { groupIds } = holder;
  const border = { network: holding, subnet: subnetHolding(holding, address), groupIds };
  const packet = { ...https, source, destination: "Internet", name: null, isAnswer: false };
  return [
    ...bordersOut(model, border, source, "Inbound"),
    ...sendsOn(leaving, border, holder, address),
    judgeHop(model, address, holding, packet),
  ];
}

const beyondGroups = (steps: readonly Step[]): WayOut => ({
  steps,
  firewall: null,
  address: "",
  straight: false,
});

/** Null where checks say all that is known of where it leads. */
function byRoute(leaving: Leaving, table: RouteTable, route: Route): WayOut | null {
  const { model, network } = leaving;
  const routed = passes(component("routeTable", table.id), {
    is: "routeLeads",
    prefix: route.addressPrefix,
    nextHop: route.nextHopType,
    via: route.nextHopIpAddress ?? null,
    own: true,
  });
  const hop = nextHopOf(route);
  if (hop === "internet") return { steps: [], firewall: null, address: "", straight: true };
  if (hop === "gateway") return beyondGroups([routed, ...beyondGateway(model, network)]);
  const address = hop === "appliance" ? (route.nextHopIpAddress ?? "") : "";
  const holding = networkHolding(model, address, network);
  if (holding === undefined) return null;
  const holder = holderOf(model, address, holding);
  const crossed = isSameNetwork(network, holding) ? [] : cross(network, holding, "own");
  const steps = [routed, ...crossed];
  if (holder === undefined) return beyondGroups([...steps, nobodyAt(model, address, holding)]);
  if (holder.rules !== undefined) return { steps, firewall: holder, address, straight: false };
  return beyondGroups([...steps, ...overAppliance(leaving, holding, holder, address)]);
}

function wayBy(leaving: Leaving, { route, table }: DefaultRoute): WayOut | null {
  return route === null || table === null
    ? { steps: [], firewall: null, address: "", straight: true }
    : byRoute(leaving, table, route);
}

/** One for each default route; none of a place whose network or routes were not read. */
export function waysOutOf(
  model: NetworkModel,
  { networkId, subnetId, address: source, groupIds, groupsUnread }: Place,
): readonly WayOut[] {
  const network = networkIn(model, networkId);
  const subnet = network.status === "collected" ? subnetById(network.data, subnetId) : undefined;
  if (network.status === "unavailable" || subnet === undefined) return [];
  const found = defaultRoutesOf(subnet, model.routeTables);
  if (found.status === "unavailable") return [];
  const guarded = bordersOut(model, { network: network.data, subnet, groupIds, groupsUnread }, source);
  const leaving = { model, network: network.data, source };
  return found.data.flatMap((route) => {
    const way = wayBy(leaving, route);
    return way === null ? [] : [{ ...way, steps: [...guarded, ...way.steps] }];
  });
}

/** `name` may stand for all below a domain: `*.data.mcr.microsoft.com`. */
export function leave(from: Place, { steps, firewall, address, straight }: WayOut, name: string): Trace {
  const end = passes(component("subnet", from.subnetId ?? ""), { is: "leavesStraight" });
  if (firewall === null) return traceOf(untilStop(straight ? [...steps, end] : steps));
  const at = component(firewall.kind, firewall.id, firewall.name);
  const alive = livenessStep(firewall, at, address);
  const wanted = { ...https, source: from.address, destination: null, name };
  const asked =
    alive.state === "passes" && firewall.rules !== undefined
      ? askFirewall(at, firewall.rules, wanted)
      : alive;
  return traceOf(untilStop([...steps, asked]));
}
