// The two halves of a peering, and how to make them again. Only when both are Connected do they carry traffic.
// https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering

import type { ClientNetwork } from "../client/client-networks.ts";
import type { NetworkModel } from "../network/model/model.ts";
import { type Peering, peeringTo, type VirtualNetwork } from "../snapshot/network.ts";
import { idKey, nameOf, sameId } from "../snapshot/resource-id.ts";
import { dataOf } from "../snapshot/section.ts";
import { changeNetwork, type Mend } from "./repair.ts";
import type { FixStep } from "./write/actions.ts";
import { forResource, target } from "./write/az.ts";
import { type Fix, fixOf, networkRole } from "./write/fix.ts";

/** `there` is undefined where the other network has no peering back, null where it could not be read. */
type PeeringSides = Readonly<{
  cluster: VirtualNetwork;
  client: ClientNetwork;
  here: Peering | undefined;
  there: Peering | undefined | null;
}>;

export const sidesOf = (cluster: VirtualNetwork, client: ClientNetwork): PeeringSides => ({
  cluster,
  client,
  here: peeringTo(cluster, client.id),
  there: client.network.status === "collected" ? peeringTo(client.network.data, cluster.id) : null,
});

/** The halves that were read, each with the network that it belongs to. */
const readSides = ({ cluster, client, here, there }: PeeringSides) =>
  [
    { networkId: cluster.id, remoteId: client.id, peering: here },
    { networkId: client.id, remoteId: cluster.id, peering: there ?? undefined },
  ].flatMap(({ peering, ...ids }) => (peering === undefined ? [] : [{ ...ids, peering }]));

const carries = ({ peeringState, allowVirtualNetworkAccess }: Peering): boolean =>
  /^connected$/i.test(peeringState) && allowVirtualNetworkAccess;

/** Whether both halves were read and let traffic through. */
export function isCarrying(sides: PeeringSides): boolean {
  const halves = readSides(sides);
  return halves.length === 2 && halves.every(({ peering }) => carries(peering));
}

type Settings = Pick<
  Peering,
  "allowForwardedTraffic" | "allowGatewayTransit" | "useRemoteGateways" | "onlySubnets"
>;

const create = ({ id, remote, name, settings }: PlannedHalf): FixStep | null =>
  forResource(id, (network) => {
    const { allowForwardedTraffic, allowGatewayTransit, useRemoteGateways, onlySubnets } = settings;
    return {
      kind: "createPeering",
      at: target(network, network.name, name),
      ...{ remote, allowForwardedTraffic, allowGatewayTransit, useRemoteGateways },
      ...(onlySubnets === undefined ? {} : { onlySubnets }),
    };
  });

const remove = (networkId: string, peering: Peering): FixStep | null =>
  forResource(networkId, (network) => ({
    kind: "deletePeering",
    at: target(network, network.name, peering.name),
  }));

const plain: Settings = {
  allowForwardedTraffic: false,
  allowGatewayTransit: false,
  useRemoteGateways: false,
};

/** Azure refuses a half that uses a gateway which is not there. */
const hasGateway = (network: VirtualNetwork | null): boolean =>
  network?.subnets.some(
    ({ name, occupantIds = [] }) => /^GatewaySubnet$/i.test(name) && occupantIds.length > 0,
  ) ?? false;

/** What the missing half needs, so that it fits the one that is there, in the network `from`. */
const mirrored = (other: Peering | null | undefined, from: VirtualNetwork | null): Settings =>
  other === undefined || other === null
    ? plain
    : {
        allowForwardedTraffic: other.allowForwardedTraffic,
        allowGatewayTransit: other.useRemoteGateways,
        useRemoteGateways: other.allowGatewayTransit && hasGateway(from),
        ...(other.onlySubnets === undefined
          ? {}
          : { onlySubnets: { local: other.onlySubnets.remote, remote: other.onlySubnets.local } }),
      };

const isInitiated = (peering: Peering): boolean => /^initiated$/i.test(peering.peeringState);

/** A half as it is to be made: in the network `id`, towards `remote`. */
type PlannedHalf = Readonly<{ id: string; remote: string; name: string; settings: Settings }>;

/** A half that only waits for the other stays. The one that offers its gateway comes first: the other cannot use it before. */
function plannedHalves(sides: PeeringSides): readonly PlannedHalf[] {
  const { cluster, client, here, there } = sides;
  const kept = keptHalves(sides);
  const remote = dataOf(client.network) ?? null;
  return [
    { id: cluster.id, remote: client.id, own: here, settings: here ?? mirrored(there, remote) },
    {
      id: client.id,
      remote: cluster.id,
      own: there ?? undefined,
      settings: there ?? mirrored(here, cluster),
    },
  ]
    .filter(({ id }) => !kept.some((side) => sameId(side.networkId, id)))
    .toSorted((a, b) => Number(b.settings.allowGatewayTransit) - Number(a.settings.allowGatewayTransit))
    .map(({ own, ...half }) => ({
      ...half,
      name: own?.name ?? `${nameOf(half.id)}-to-${nameOf(half.remote)}`,
    }));
}

const keptHalves = (sides: PeeringSides) =>
  readSides(sides).length === 1 ? readSides(sides).filter(({ peering }) => isInitiated(peering)) : [];

/**
 * Makes both halves anew, keeping their settings; a half that only waits for the other stays.
 * A half that is Disconnected has to go first: Azure refuses a new one beside it.
 */
function makePeering(sides: PeeringSides): Fix {
  const { cluster, client, there } = sides;
  const kept = keptHalves(sides);
  const isUnread = there === null && kept.length === 0;
  const stale = readSides(sides).filter(
    ({ networkId }) => !kept.some((side) => sameId(side.networkId, networkId)),
  );
  const steps = [
    ...stale.map(({ networkId, peering }) => remove(networkId, peering)),
    ...plannedHalves(sides).map(create),
  ];
  // What nobody saw is not removed.
  const leftover = isUnread ? [{ is: "peeringLeftover", network: client.name } as const] : [];
  return fixOf(
    steps.flatMap((step) => step ?? []),
    [{ is: "peeringMade" }, ...leftover],
    networkRole(cluster.name, client.name),
  );
}

// A peering that is gone, or of which a half is: made anew on both sides, with the settings that it had.

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
