// A peering that is gone, or of which a half is: made anew on both sides, with the settings that it had.

import type { NetworkModel } from "../network/model.ts";
import type { Peering, VirtualNetwork } from "../snapshot/network.ts";
import { idKey, sameId } from "../snapshot/resource-id.ts";
import { changeNetwork } from "./change.ts";
import { makePeering, type PlannedHalf, plannedHalves, sidesOf } from "./peering-sides.ts";
import type { Mend } from "./repair.ts";

const made = ({ name, remote, settings }: PlannedHalf, other: VirtualNetwork): Peering => ({
  id: "",
  name,
  remoteVirtualNetworkId: remote,
  peeringState: "Connected",
  provisioningState: "Succeeded",
  allowVirtualNetworkAccess: true,
  allowForwardedTraffic: settings.allowForwardedTraffic,
  allowGatewayTransit: settings.allowGatewayTransit,
  useRemoteGateways: settings.useRemoteGateways,
  remoteAddressPrefixes: other.addressPrefixes,
  ...(settings.onlySubnets === undefined ? {} : { onlySubnets: settings.onlySubnets }),
});

const connect = (model: NetworkModel, id: string, remote: string): NetworkModel =>
  changeNetwork(model, id, (network) => ({
    ...network,
    peerings: network.peerings.map((each) =>
      sameId(each.remoteVirtualNetworkId, remote) ? { ...each, peeringState: "Connected" } : each,
    ),
  }));

const replace = (model: NetworkModel, half: PlannedHalf, other: VirtualNetwork): NetworkModel =>
  changeNetwork(model, half.id, (network) => ({
    ...network,
    peerings: [
      ...network.peerings.filter((each) => !sameId(each.remoteVirtualNetworkId, half.remote)),
      made(half, other),
    ],
  }));

export const makePeerings: Mend = ({ reason }, model) => {
  if (reason.is !== "peeringMissing" && reason.is !== "peeringState") return null;
  const [one, other] = [model.networks[idKey(reason.fromId)], model.networks[idKey(reason.toId)]];
  if (one?.status !== "collected" || other?.status !== "collected") return null;
  const [from, to] = [one.data, other.data];
  const sides = sidesOf(from, { id: to.id, name: to.name, network: other, jumpHosts: [] });
  return {
    fix: makePeering(sides),
    apply: (before) => {
      const joined = connect(connect(before, from.id, to.id), to.id, from.id);
      return plannedHalves(sides).reduce(
        (each, half) => replace(each, half, sameId(half.id, from.id) ? to : from),
        joined,
      );
    },
  };
};
