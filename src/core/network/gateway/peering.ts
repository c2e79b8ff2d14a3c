// From one network into another that it is peered with: both halves have to stand, and to let this packet through.
// https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview
import { type Peering, peeringTo, type VirtualNetwork } from "../../snapshot/network.ts";
import { idKey, sameId } from "../../snapshot/resource-id.ts";
import { lookUp } from "../../text/look-up.ts";
import { coverage, isPrivateAddress } from "../address/cidr.ts";
import { component, type NetworkModel, networkIn } from "../model/model.ts";
import { open, passes, type Step, stops, type TransitHalf } from "../model/step.ts";

// Whether a half of a peering knows the ranges of the other network.
// https://learn.microsoft.com/azure/virtual-network/update-virtual-network-peering-address-space

const levels: Readonly<Record<string, "in" | "out">> = {
  fullyinsync: "in",
  remotenotinsync: "out",
  localnotinsync: "out",
  localandremotenotinsync: "out",
};

/** Undefined where Azure says nothing, or a word that nobody knows. */
export const syncOf = ({ peeringSyncLevel = "" }: Peering): "in" | "out" | undefined =>
  lookUp(levels, peeringSyncLevel.toLowerCase());

const known = /^(connected|disconnected|initiated)$/i;

const between = (from: VirtualNetwork, to: VirtualNetwork) => ({
  from: from.name,
  to: to.name,
  fromId: from.id,
  toId: to.id,
});

/** Addresses of both ends, where each stands in its own network of the two. */
type Ends = Readonly<{ source: string; destination: string }>;

const nameAt = ({ subnets }: VirtualNetwork, address: string): string | undefined =>
  subnets.find(({ addressPrefixes }) => coverage(addressPrefixes, address) === "yes")?.name.toLowerCase();

const isNamed = (names: readonly string[], name: string): boolean =>
  names.some((each) => each.toLowerCase() === name);

/** Whether a half that joins some subnets only joins these two. */
function judgePart(half: Peering, from: VirtualNetwork, to: VirtualNetwork, ends: Ends | undefined): Step {
  const at = component("peering", half.id);
  const names = between(from, to);
  const [near, far] = [nameAt(from, ends?.source ?? ""), nameAt(to, ends?.destination ?? "")];
  const { onlySubnets } = half;
  if (onlySubnets === undefined || near === undefined || far === undefined)
    return open(at, "notModelled", { is: "peeringPartial", ...names });
  return isNamed(onlySubnets.local, near) && isNamed(onlySubnets.remote, far)
    ? passes(at, { is: "peeringConnected", ...names })
    : stops(at, { is: "peeringPartial", ...names });
}

/** A range that was added to a network is routed only once the peering was synced. */
function judgeSync(half: Peering, from: VirtualNetwork, to: VirtualNetwork, ends: Ends | undefined): Step {
  const at = component("peering", half.id);
  const names = between(from, to);
  const { remoteAddressPrefixes: known, peeringSyncLevel: sync = "" } = half;
  const state = syncOf(half);
  const isUntold = known.length === 0;
  const isLed =
    ends === undefined || (isUntold ? state !== "out" : coverage(known, ends.destination) !== "no");
  if (isLed || state === "in") return passes(at, { is: "peeringConnected", ...names });
  const reason = { is: "peeringStale", ...names, address: ends.destination, sync } as const;
  return state === "out" && !isUntold ? stops(at, reason) : open(at, "notShown", reason);
}

function judgeHalf(from: VirtualNetwork, to: VirtualNetwork, ends?: Ends): Step {
  const names = between(from, to);
  const half = peeringTo(from, to.id);
  if (half === undefined) return stops(component("network", from.id), { is: "peeringMissing", ...names });
  const at = component("peering", half.id);
  const state = half.peeringState;
  if (!known.test(state)) return open(at, "notModelled", { is: "peeringState", ...names, state });
  if (!/^connected$/i.test(state)) return stops(at, { is: "peeringState", ...names, state });
  if (!half.allowVirtualNetworkAccess)
    return stops(at, { is: "peeringForbids", ...names, setting: "allowVirtualNetworkAccess" });
  return half.onlySubnets === undefined ? judgeSync(half, from, to, ends) : judgePart(half, from, to, ends);
}

const leadTo = ({ peerings }: VirtualNetwork): readonly string[] =>
  peerings.map(({ remoteVirtualNetworkId }) => idKey(remoteVirtualNetworkId));

/**
 * Two networks that are not joined although they are meant to be: one still has its half, or both had one and no other
 * network stands between them, over which the way might lead instead.
 */
export function unjoined(from: VirtualNetwork, to: VirtualNetwork): Step | null {
  if (peeringTo(from, to.id) !== undefined || sameId(from.id, to.id)) return null;
  const hasMiddle = leadTo(from).some((id) => leadTo(to).includes(id));
  return peeringTo(to, from.id) === undefined && hasMiddle
    ? null
    : stops(component("network", from.id), { is: "peeringMissing", ...between(from, to) });
}

/** Of a peering the far half is left: the way was meant to lead over it, whatever gateways may teach. */
export const missingReversePeering = (from: VirtualNetwork, to: VirtualNetwork): Step | null =>
  peeringTo(to, from.id) === undefined ? null : unjoined(from, to);

/** Both halves have to agree that `network` uses the gateway of `hub`. */
function transit(hub: VirtualNetwork, network: VirtualNetwork): readonly Step[] {
  const [offer, use] = [peeringTo(hub, network.id), peeringTo(network, hub.id)];
  if (offer === undefined || use === undefined) return [];
  const names = { hub: hub.name, network: network.name };
  const halves: readonly TransitHalf[] = [
    ...(offer.allowGatewayTransit
      ? []
      : [{ networkId: hub.id, peering: offer.name, setting: "allowGatewayTransit" } as const]),
    ...(use.useRemoteGateways
      ? []
      : [{ networkId: network.id, peering: use.name, setting: "useRemoteGateways" } as const]),
  ];
  const at = component("peering", offer.allowGatewayTransit ? use.id : offer.id);
  return [
    halves.length === 0
      ? passes(at, { is: "transitOpen", ...names })
      : stops(at, { is: "transitMissing", ...names, halves }),
  ];
}

/**
 * Whose packet it is: of `from` itself; of neither network, sent on by an appliance, which the half that receives it has
 * to allow; or one that a gateway brought or takes. What a gateway brings needs no leave to be forwarded.
 * https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering
 */
export type Crossing = "own" | "forwarded" | "fromGateway" | "toGateway";

export function cross(
  from: VirtualNetwork,
  to: VirtualNetwork,
  crossing: Crossing,
  ends?: Ends,
): readonly Step[] {
  const [gone] = [unjoined(from, to), unjoined(to, from)].filter((step) => step !== null);
  // What is left of a peering that lost a half says only that it is not connected.
  if (gone !== undefined) return [gone];
  if (crossing === "fromGateway") return [judgeHalf(from, to), judgeHalf(to, from), ...transit(from, to)];
  if (crossing === "toGateway") return [judgeHalf(from, to), judgeHalf(to, from), ...transit(to, from)];
  // What others sent stands in neither network.
  const isOwn = crossing === "own" && coverage(from.addressPrefixes, ends?.source ?? "") === "yes";
  const own = isOwn ? ends : undefined;
  const back = judgeHalf(to, from, own && { source: own.destination, destination: own.source });
  const half = peeringTo(to, from.id);
  const refused =
    crossing === "forwarded" && back.state === "passes" && half !== undefined && !half.allowForwardedTraffic
      ? stops(component("peering", half.id), {
          is: "peeringForbids",
          ...between(to, from),
          setting: "allowForwardedTraffic",
        })
      : back;
  return [judgeHalf(from, to, own), refused];
}

/**
 * A next hop has to stand in the network or in one that is peered with it: behind a gateway it is none.
 * https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#user-defined
 */
export function hopBeyond(
  model: NetworkModel,
  network: VirtualNetwork,
  { component: at, reason }: Step,
): Step | null {
  if (reason.is !== "routeLeads" || reason.via === null || reason.route === null) return null;
  const { via: address, route } = reason;
  const near = [network.addressPrefixes, ...network.peerings.map((each) => each.remoteAddressPrefixes)];
  const mayHold = near.some((ranges) => ranges.length === 0 || coverage(ranges, address) !== "no");
  // A range that the other network got later stands in the peering only once that was synced.
  const mayHaveGrown = network.peerings.some(
    (each) => syncOf(each) !== "in" && networkIn(model, each.remoteVirtualNetworkId).status !== "collected",
  );
  return mayHold || mayHaveGrown || !isPrivateAddress(address)
    ? null
    : stops(at, { is: "hopNobody", address, route, beyond: network.name });
}
