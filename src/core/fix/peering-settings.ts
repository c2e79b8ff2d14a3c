// A peering that is there: a setting of one half is turned on, or both halves are synced.

import { syncOf } from "../network/gateway/peering.ts";
import type { NetworkModel } from "../network/model/model.ts";
import type { PeeringSetting } from "../network/model/step.ts";
import type { Peering, VirtualNetwork } from "../snapshot/network.ts";
import { idKey, nameOf, sameId } from "../snapshot/resource-id.ts";
import { changeNetwork, changePeering, type Mend, repairBy } from "./repair.ts";
import type { FixStep } from "./write/actions.ts";
import { forResource, target } from "./write/az.ts";
import { type Fix, fixOf, networkRole } from "./write/fix.ts";
import type { FixRisk } from "./write/risk.ts";

type Setting = Extract<FixStep, Readonly<{ kind: "enableOnPeering" }>>["setting"];

const turnOn = (networkId: string, peering: string, setting: Setting): FixStep | null =>
  forResource(networkId, (network) => ({
    kind: "enableOnPeering",
    at: target(network, network.name, peering),
    setting,
  }));

// A half of a peering that is there and refuses what comes over it.

const risks: Readonly<Record<PeeringSetting, FixRisk>> = {
  allowVirtualNetworkAccess: { is: "networksJoined" },
  allowForwardedTraffic: { is: "forwardedLetIn" },
};

function allowing(networkId: string, peering: string, setting: PeeringSetting): Fix | null {
  const step = turnOn(networkId, peering, setting);
  return step && fixOf(step, risks[setting], networkRole(nameOf(networkId)));
}

export const allowOnPeering: Mend = ({ reason, component: { name } }) => {
  if (reason.is !== "peeringForbids") return null;
  const { fromId, setting } = reason;
  return repairBy(allowing(fromId, name, setting), (model) =>
    changePeering(model, fromId, name, { [setting]: true }),
  );
};

// Lets a network use its peer's gateway: the half that offers it first, since the other one cannot use it before.
// https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit

export const openTransit: Mend = ({ reason }) => {
  if (reason.is !== "transitMissing") return null;
  const { halves } = reason;
  return {
    fix: fixOf(
      halves.flatMap(({ networkId, peering, setting }) => turnOn(networkId, peering, setting) ?? []),
      { is: "transitOpened" },
      networkRole(...halves.map(({ networkId }) => nameOf(networkId))),
    ),
    apply: (model) =>
      halves.reduce(
        (each, { networkId, peering, setting }) =>
          changePeering(each, networkId, peering, { [setting]: true }),
        model,
      ),
  };
};

// A peering that was not told of a network's new range.

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
  return fixOf(
    steps,
    { is: "rangesSynced" },
    networkRole(...stale.map(({ networkId }) => nameOf(networkId))),
  );
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
