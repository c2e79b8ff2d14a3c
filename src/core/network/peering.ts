// From one network into another that it is peered with: both halves have to stand, and to let this packet through.
// https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview
import { sameId } from "../diagnosis/resource-id.ts";
import type { Peering, VirtualNetwork } from "../diagnosis/snapshot.ts";
import { component } from "./model.ts";
import { open, passes, type Step, stops } from "./step.ts";

const halfOf = ({ peerings }: VirtualNetwork, other: VirtualNetwork): Peering | undefined =>
  peerings.find(({ remoteVirtualNetworkId }) => sameId(remoteVirtualNetworkId, other.id));

const known = /^(connected|disconnected|initiated)$/i;

function judgeHalf(from: VirtualNetwork, to: VirtualNetwork): Step {
  const names = { from: from.name, to: to.name };
  const half = halfOf(from, to);
  if (half === undefined) return stops(component("network", from.id), { is: "peeringMissing", ...names });
  const at = component("peering", half.id);
  const state = half.peeringState;
  if (!known.test(state)) return open(at, { is: "peeringState", ...names, state });
  if (!/^connected$/i.test(state)) return stops(at, { is: "peeringState", ...names, state });
  if (!half.allowVirtualNetworkAccess)
    return stops(at, { is: "peeringForbids", ...names, setting: "allowVirtualNetworkAccess" });
  if (half.onlySubnets !== undefined) return open(at, { is: "peeringPartial", ...names });
  return passes(at, { is: "peeringConnected", ...names });
}

/** `forwarded`: the packet comes from neither network, so the half that receives it has to allow that. */
export function cross(from: VirtualNetwork, to: VirtualNetwork, forwarded: boolean): readonly Step[] {
  const back = judgeHalf(to, from);
  const half = halfOf(to, from);
  const refused =
    forwarded && back.state === "passes" && half !== undefined && !half.allowForwardedTraffic
      ? stops(component("peering", half.id), {
          is: "peeringForbids",
          from: to.name,
          to: from.name,
          setting: "allowForwardedTraffic",
        })
      : back;
  return [judgeHalf(from, to), refused];
}
