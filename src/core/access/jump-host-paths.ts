// Access paths over a jump host, in the cluster's own network or in one that is peered with it.
import { clientNetworksOf, crossedNetworksOf, hostsBeside, hostToUse } from "../client/client-networks.ts";
import { likelyHosts } from "../client/likely-hosts.ts";
import { isPrivate } from "../network/address/api-server.ts";
import type { JumpHost } from "../snapshot/hosts.ts";
import { peeringTo } from "../snapshot/network.ts";
import { sameId } from "../snapshot/resource-id.ts";
import type { Client, ClusterSnapshot } from "../snapshot/snapshot.ts";
import {
  absent,
  jumpHostChecks,
  type PathContext,
  type PathSpec,
  there,
  traitsOf,
  unseen,
} from "./access-path.ts";
import { overJumpHost, sourcesOf } from "./entry.ts";
import { jumpHostSteps } from "./steps.ts";

// P05: a jump host in a network that is peered with the cluster's.

/** Hosts in the networks that the requester comes from; those in the cluster's own network are another access path. */
function hostsOf({ snapshot }: PathContext): readonly JumpHost[] {
  const sources = sourcesOf(snapshot);
  if (sources === null || sources.jumpHosts.status === "unavailable") return [];
  const found = clientNetworksOf(snapshot.client, sources);
  const near = found.status === "known" ? found.networks.flatMap((network) => network.jumpHosts) : [];
  const isPeered = ({ virtualNetworkId }: JumpHost): boolean =>
    peeringTo(sources.clusterNetwork, virtualNetworkId) !== undefined;
  const all = near.length > 0 ? near : likelyHosts(sources).filter(isPeered);
  return all.filter(({ virtualNetworkId }) => !sameId(virtualNetworkId, sources.clusterNetwork.id));
}

/** Scale sets that are to be jump hosts, with instances or without. */
const setsOutside = ({ snapshot: { jumpScaleSets, clusterNetwork } }: PathContext) =>
  jumpScaleSets.items.filter(
    ({ virtualNetworkId: id }) =>
      clusterNetwork.status === "collected" && !sameId(id, clusterNetwork.data.id),
  );

/** A network that was not read may hold a jump host. */
const isEveryPeerRead = ({ clusterNetwork, peerNetworks }: ClusterSnapshot): boolean =>
  clusterNetwork.status === "collected" &&
  peerNetworks.status === "collected" &&
  peerNetworks.data.every(({ network }) => network.status === "collected");

/**
 * Where the requester said to be, unless that is the cluster's own network, which is another access path; else the network of
 * each jump host, since one that works says nothing of another.
 */
function startOutside(snapshot: ClusterSnapshot): readonly Client[] {
  const sources = sourcesOf(snapshot);
  if (sources === null) return [snapshot.client];
  const found = clientNetworksOf(snapshot.client, sources);
  if (found.status === "known" && found.basis === "named") return [snapshot.client];
  const client = found.status === "inside" ? {} : snapshot.client;
  const outside = crossedNetworksOf({}, sources);
  return outside.status === "known" && (outside.basis === "jumpHosts" || found.status === "inside")
    ? outside.networks.map(({ id }) => ({ ...client, virtualNetwork: id }))
    : [client];
}

const jumpHost: Pick<PathSpec, "traits" | "needs" | "hard" | "soft"> = {
  traits: traitsOf("machine", 3, { fragile: true }),
  needs: ["jump.entry", "people.api"],
  hard: [...jumpHostChecks, "client.network"],
  // How people reach the host itself, nothing here walks: a window that is needed is said.
  soft: ["jit.active-request"],
};

export const jumpHostPeeredVnet: PathSpec = {
  ...jumpHost,
  id: "P05",
  works: overJumpHost({ is: "overHostInPeer" }),
  presence: (context) => {
    if (!isPrivate(context.cluster)) return absent({ is: "notNeeded", what: "jumpHost" });
    const found = context.result("jump.discovered")?.status;
    const hasSet = setsOutside(context).length > 0;
    const isWithout = hostsOf(context).length === 0 && !hasSet;
    const none = found === "pass" && isWithout && isEveryPeerRead(context.snapshot);
    return found === "notConfigured" || none ? absent({ is: "noHostInPeers" }) : there;
  },
  starts: startOutside,
  steps: (context) => jumpHostSteps(hostToUse(hostsOf(context)), context.cluster),
};

// P04: a jump host in the cluster's own network.

const hostsHere = ({ snapshot }: PathContext): readonly JumpHost[] => {
  const sources = sourcesOf(snapshot);
  return sources === null ? [] : hostsBeside(sources);
};

export const jumpHostSameVnet: PathSpec = {
  ...jumpHost,
  id: "P04",
  works: overJumpHost({ is: "overHostBeside" }),
  presence: (context) => {
    if (!isPrivate(context.cluster)) return absent({ is: "notNeeded", what: "jumpHost" });
    const { jumpHosts, clusterNetwork, jumpScaleSets } = context.snapshot;
    if (jumpHosts.status === "unavailable" || clusterNetwork.status === "unavailable") return unseen;
    const hasSet = jumpScaleSets.items.some(({ virtualNetworkId: id }) => sameId(id, clusterNetwork.data.id));
    return hostsHere(context).length === 0 && !hasSet ? absent({ is: "noHostBeside" }) : there;
  },
  starts: ({ client, clusterNetwork }) => [
    clusterNetwork.status === "collected" ? { virtualNetwork: clusterNetwork.data.id } : client,
  ],
  steps: (context) => jumpHostSteps(hostToUse(hostsHere(context)), context.cluster),
};
