// A peering that was not told of a network's new range.

import { target } from "../fix/write/action.ts";
import type { FixStep } from "../fix/write/actions.ts";
import { forResource } from "../fix/write/az.ts";
import type { Fix } from "../fix/write/fix.ts";
import type { NetworkModel } from "../network/model.ts";
import { syncOf } from "../network/peering-sync.ts";
import type { Peering, VirtualNetwork } from "../snapshot/network.ts";
import { idKey, nameOf, sameId } from "../snapshot/resource-id.ts";
import { changeNetwork } from "./change.ts";
import type { Mend } from "./repair.ts";

type OwnHalf = Readonly<{ networkId: string; peering: Peering }>;

/** Both halves at once: one that knows an old range has another that was not told of it. */
function syncFix(halves: readonly OwnHalf[]): Fix {
  const stale = halves.filter(({ peering }) => syncOf(peering) === "out");
  const steps = stale.flatMap(
    ({ networkId, peering }) =>
      forResource<FixStep>(networkId, (network) => ({
        kind: "syncPeering",
        at: target(network, network.name, peering.name),
      })) ?? [],
  );
  return {
    steps,
    risks: [{ is: "rangesSynced" }],
    disruptive: false,
    roles: [{ role: "Network Contributor", on: stale.map(({ networkId }) => nameOf(networkId)) }],
  };
}

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
