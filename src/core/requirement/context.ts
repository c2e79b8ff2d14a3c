// What the needs of a cluster are derived from.
import {
  addressInRecord,
  apiAddressOf,
  apiFqdnOf,
  apiModeOf,
  zoneModeOf,
} from "../network/address/api-server.ts";
import { withoutIpv6 } from "../network/address/cidr.ts";
import { https, type NetworkLocation, type Service } from "../network/address/packet.ts";
import type { NetworkModel } from "../network/model/model.ts";
import { type NodesAlike, nodeSubnetsOf, nodesIn, podSubnetsOf } from "../network/route/cluster-subnets.ts";
import { leavesOnlyByRoutes } from "../network/route/egress.ts";
import type { Called } from "../outcome/called.ts";
import type { ApiMode } from "../outcome/columns.ts";
import type { ManagedCluster } from "../snapshot/cluster.ts";
import type { VirtualNetwork } from "../snapshot/network.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import type { ReachabilityQuestion, Unplaced } from "./requirement.ts";

export type Context = Readonly<{
  snapshot: ClusterSnapshot;
  cluster: ManagedCluster;
  network: VirtualNetwork;
  mode: ApiMode;
  /** Its private address; null where it has none, or none is known. */
  apiAddress: string | null;
  /** Why that is not known, of an API server that has one. */
  unplaced: Unplaced | null;
  /** Its name in a private zone; null where there is no such zone. */
  apiName: string | null;
  nodes: readonly NetworkLocation[];
  /** Of pods that have addresses of their own: DNS, and the tunnel to the API server, run there. */
  pods: readonly NetworkLocation[];
  model: NetworkModel;
}>;

const nameFor = (subnet: string, pools: NodesAlike["pools"] | null): Called => ({
  is: "nodesIn",
  subnet,
  pools,
});

/**
 * Of a subnet with several prefixes, Azure's rules are the same for each: one stands for all. Nodes of one subnet with
 * other groups on their interfaces are places of their own.
 */
const nodePlaces = (
  snapshot: ClusterSnapshot,
  cluster: ManagedCluster,
  network: VirtualNetwork,
): readonly NetworkLocation[] =>
  nodeSubnetsOf(cluster, network).flatMap((subnet) => {
    const { id: subnetId, name, addressPrefixes } = subnet;
    const alike = nodesIn(subnet, snapshot);
    return withoutIpv6(addressPrefixes)
      .slice(0, 1)
      .flatMap((address) =>
        alike.map((nodes) => ({
          ...{ name: nameFor(name, alike.length === 1 ? null : nodes.pools), address, subnetId },
          ...{ networkId: network.id, groupIds: nodes.groupIds, groupsUnread: nodes.groupsUnread },
          ...{ onlyByRoutes: leavesOnlyByRoutes(cluster, snapshot.loadBalancers) },
        })),
      );
  });

const podPlaces = (
  { loadBalancers }: ClusterSnapshot,
  cluster: ManagedCluster,
  network: VirtualNetwork,
): readonly NetworkLocation[] =>
  podSubnetsOf(cluster, network).flatMap(({ id: subnetId, name, addressPrefixes }) =>
    withoutIpv6(addressPrefixes)
      .slice(0, 1)
      .map((address) => ({
        name: { is: "podsIn", subnet: name } as const,
        address,
        subnetId,
        networkId: network.id,
        groupIds: [],
        onlyByRoutes: leavesOnlyByRoutes(cluster, loadBalancers),
      })),
  );

const isAbsent = (section: ClusterSnapshot["privateEndpoint"]): boolean =>
  section.status === "collected" && section.data === null;

/** Null where the cluster or its network was not read: checks say so already. */
export function contextOf(snapshot: ClusterSnapshot, model: NetworkModel): Context | null {
  const { managedCluster, clusterNetwork } = snapshot;
  if (managedCluster.status === "unavailable" || clusterNetwork.status === "unavailable") return null;
  const [cluster, network] = [managedCluster.data, clusterNetwork.data];
  const mode = apiModeOf(cluster);
  const isGone = mode === "private-link" && isAbsent(snapshot.privateEndpoint);
  const isPublic = mode === "public-open" || mode === "public-ranges";
  // Of an endpoint that is gone, the address that the zone still tells everybody.
  const find = isGone ? () => addressInRecord(snapshot.apiServerRecord) : apiAddressOf;
  const address = isPublic ? null : find(cluster, snapshot);
  return {
    snapshot,
    cluster,
    network,
    mode,
    apiAddress: address?.status === "known" ? address.ip : null,
    unplaced: address?.status === "unknown" ? address : null,
    apiName: zoneModeOf(cluster) === "none" ? null : (apiFqdnOf(cluster) ?? null),
    nodes: nodePlaces(snapshot, cluster, network),
    pods: podPlaces(snapshot, cluster, network),
    model,
  };
}

/** To a place that the model knows no holder of, with the groups before it. */
export const toPlace = (
  from: NetworkLocation,
  { address: to, groupIds, groupsUnread }: NetworkLocation,
  service: Service,
): ReachabilityQuestion => ({
  ask: "connection",
  flow: { from, to, toGroups: { groupIds, groupsUnread }, ...service },
});

/** The name where one is needed, and the way to the address. `further`: another endpoint that the name may lead to. */
export const toApi = (
  from: NetworkLocation,
  name: string | null,
  address: string,
  further?: string,
): readonly ReachabilityQuestion[] => [
  ...(name === null
    ? []
    : [{ ask: "name", from, name, wanted: address, ...(further === undefined ? {} : { further }) } as const]),
  {
    ask: "connection",
    flow: { from, to: address, isHeld: true, ...https, ...(name === null ? {} : { name }) },
  },
];
