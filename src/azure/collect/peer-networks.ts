// The networks that the cluster's is peered with. A hub may have hundreds: then those that ways lead over come first.
import { coverage } from "../../core/network/cidr.ts";
import type { Peering } from "../../core/snapshot/network.ts";
import { idKey, nameOf } from "../../core/snapshot/resource-id.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import type { ArmReads } from "./arm-reads.ts";
import { type NetworkReads, readNetwork } from "./networks.ts";
import { partsBehind } from "./parts.ts";
import { notReached } from "./read.ts";

/** Each costs a dozen requests, unless its resource group is another's, too. */
const maximumPeerNetworks = 8;

/** What tells which networks are on the way. */
export type OnTheWay = Readonly<{
  client: Client;
  /** Of DNS servers and appliances. */
  addresses: readonly string[];
  /** Networks that the zone is linked to. */
  linkedIds: readonly string[];
}>;

const weightOf = (peering: Peering, { client, addresses, linkedIds }: OnTheWay): number => {
  const { remoteVirtualNetworkId: id, remoteAddressPrefixes: ranges } = peering;
  const holds = (ip: string): boolean => coverage(ranges, ip) === "yes";
  const called = client.virtualNetwork === undefined ? undefined : idKey(client.virtualNetwork);
  const isAskers = called !== undefined && [idKey(id), nameOf(id).toLowerCase()].includes(called);
  return (
    (isAskers || (client.ip !== undefined && holds(client.ip)) ? 16 : 0) +
    (addresses.some(holds) ? 8 : 0) +
    (peering.useRemoteGateways ? 4 : 0) +
    (linkedIds.some((each) => idKey(each) === idKey(id)) ? 2 : 0) +
    (peering.allowForwardedTraffic ? 1 : 0)
  );
};

/** Each network that the cluster's network names in a peering, once. `onTheWay` is asked only where there are too many. */
export const readPeerNetworks = async (
  reads: ArmReads,
  { network: { section, level } }: NetworkReads,
  onTheWay: () => Promise<OnTheWay>,
): Promise<readonly NetworkReads[]> => {
  if (section.status === "unavailable") return [];
  const expected = partsBehind(section.data.network);
  const named = section.data.network.peerings.filter(({ remoteVirtualNetworkId: id }) => id !== "");
  const peerings = [...new Map(named.map((each) => [idKey(each.remoteVirtualNetworkId), each])).values()];
  const read = ({ remoteVirtualNetworkId: id }: Peering) => readNetwork(reads, level, id, expected);
  if (peerings.length <= maximumPeerNetworks) return Promise.all(peerings.map(read));
  const way = await onTheWay();
  const likeliest = peerings.toSorted((left, right) => weightOf(right, way) - weightOf(left, way));
  const left = likeliest.slice(maximumPeerNetworks);
  const skipped = notReached({
    ...{ is: "peersSkipped", peers: peerings.length },
    ...{ read: maximumPeerNetworks, left: left.length },
  });
  return [
    ...(await Promise.all(likeliest.slice(0, maximumPeerNetworks).map(read))),
    ...left.map(({ remoteVirtualNetworkId: id }) => ({
      id,
      network: skipped,
      interfaces: skipped,
      group: null,
    })),
  ];
};
