// How a place reaches a public name: straight, or where its default route leads to an Azure Firewall.
import { allowedBefore } from "../diagnosis/allowed-before.ts";
import { defaultRouteOf, nextHopOf } from "../diagnosis/default-route.ts";
import { idKey } from "../diagnosis/resource-id.ts";
import { subnetById } from "../diagnosis/route.ts";
import { askFirewall } from "./firewall/ask.ts";
import { https, type Place } from "./flow.ts";
import { type Border, guard } from "./guard.ts";
import { livenessStep } from "./lead.ts";
import { component, type Holder, holderOf, type NetworkModel, networkHolding, networkIn } from "./model.ts";
import { cross } from "./peering.ts";
import { isSameNetwork } from "./routing.ts";
import { passes, type Step, type Trace, traceOf, untilStop } from "./step.ts";

/** A way out up to the firewall: what it passes before, and the firewall. */
export type WayOut = Readonly<{ steps: readonly Step[]; firewall: Holder | null; address: string }>;

/** A group knows no names: where it lets some public addresses through, the one of a name may be among them. */
function mayLetOut({ securityGroups }: NetworkModel, { component: { id }, reason }: Step): boolean {
  if (reason.is === "ruleUndecided") return true;
  const group = reason.is === "ruleDenies" && id !== null ? securityGroups[idKey(id)] : undefined;
  return (
    reason.is === "ruleDenies" &&
    group?.status === "collected" &&
    allowedBefore(group.data, reason.priority).length > 0
  );
}

/** What stands before the place itself. What its text does not settle is left to the check of these groups. */
const bordersOut = (model: NetworkModel, border: Border, source: string): readonly Step[] =>
  guard(model, border, { ...https, source, destination: "Internet" }, "Outbound").filter(
    (step) => !mayLetOut(model, step),
  );

/** Straight, or over an Azure Firewall; null where the place leaves in another way, or where that was not read. */
export function wayOutOf(
  model: NetworkModel,
  { networkId, subnetId, address: source, groupIds, groupsUnread }: Place,
): WayOut | null {
  const network = networkIn(model, networkId);
  const subnet = network.status === "collected" ? subnetById(network.data, subnetId) : undefined;
  if (network.status === "unavailable" || subnet === undefined) return null;
  const found = defaultRouteOf(subnet, model.routeTables);
  if (found.status === "unavailable") return null;
  const border = { network: network.data, subnet, groupIds, groupsUnread };
  const { route, table } = found.data;
  if (route === null || table === null)
    return { steps: bordersOut(model, border, source), firewall: null, address: "" };
  const address = nextHopOf(route) === "appliance" ? (route.nextHopIpAddress ?? "") : "";
  const holding = networkHolding(model, address, network.data);
  const firewall = holding === undefined ? undefined : holderOf(model, address, holding);
  if (holding === undefined || firewall?.rules === undefined) return null;
  const guarded = bordersOut(model, border, source);
  const routed = passes(component("routeTable", table.id), {
    is: "routeLeads",
    prefix: route.addressPrefix,
    nextHop: route.nextHopType,
    via: address,
    own: true,
  });
  const crossed = isSameNetwork(network.data, holding) ? [] : cross(network.data, holding, "own");
  return { steps: [...guarded, routed, ...crossed], firewall, address };
}

/** `name` may stand for all below a domain: `*.data.mcr.microsoft.com`. */
export function leave(from: Place, { steps, firewall, address }: WayOut, name: string): Trace {
  if (firewall === null)
    return traceOf(
      untilStop([...steps, passes(component("subnet", from.subnetId ?? ""), { is: "leavesStraight" })]),
    );
  const at = component(firewall.kind, firewall.id, firewall.name);
  const alive = livenessStep(firewall, at, address);
  const wanted = { ...https, source: from.address, destination: null, name };
  const asked =
    alive.state === "passes" && firewall.rules !== undefined
      ? askFirewall(at, firewall.rules, wanted)
      : alive;
  return traceOf(untilStop([...steps, asked]));
}
