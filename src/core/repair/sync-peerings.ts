// A peering that was not told of a network's new range.
import { idKey, sameId } from "../diagnosis/resource-id.ts";
import type { VirtualNetwork } from "../diagnosis/snapshot-network.ts";
import { type OwnHalf, syncFix } from "../diagnosis/sync-peerings.ts";
import type { NetworkModel } from "../network/model.ts";
import { changeNetwork } from "./change.ts";
import type { Mend } from "./repair.ts";

const halvesIn = (network: VirtualNetwork, other: VirtualNetwork): readonly OwnHalf[] =>
  network.peerings
    .filter(({ remoteVirtualNetworkId }) => sameId(remoteVirtualNetworkId, other.id))
    .map((peering) => ({ networkId: network.id, peering }));

const synced = (model: NetworkModel, network: VirtualNetwork, other: VirtualNetwork): NetworkModel =>
  changeNetwork(model, network.id, (data) => ({
    ...data,
    peerings: data.peerings.map((each) =>
      sameId(each.remoteVirtualNetworkId, other.id)
        ? { ...each, peeringSyncLevel: "FullyInSync", remoteAddressPrefixes: other.addressPrefixes }
        : each,
    ),
  }));

export const syncPeerings: Mend = ({ reason }, model) => {
  if (reason.is !== "peeringStale") return null;
  const [one, other] = [model.networks[idKey(reason.fromId)], model.networks[idKey(reason.toId)]];
  if (one?.status !== "collected" || other?.status !== "collected") return null;
  const [from, to] = [one.data, other.data];
  return {
    fix: syncFix([...halvesIn(from, to), ...halvesIn(to, from)]),
    apply: (before) => synced(synced(before, from, to), to, from),
  };
};
