// Which machines are jump hosts. Azure does not say what a machine is for: one that is called like a jump host is one,
// and so is the only machine that may be. Several of other names may be anything, so none of them can be to blame.

import type { Guarded } from "../network/filter/security-rules.ts";
import { readNetworks } from "../network/route/next-hop.ts";
import { subnetById } from "../network/route/route.ts";
import type { Outcome } from "../outcome/check.ts";
import type { Fact } from "../outcome/fact.ts";
import { notAssessed } from "../outcome/outcomes.ts";
import type { JumpHost } from "../snapshot/hosts.ts";
import type { PeerNetwork, VirtualNetwork } from "../snapshot/network.ts";
import { sameId } from "../snapshot/resource-id.ts";
import { collected, type Section, type Unavailable } from "../snapshot/section.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";

export type HostSources = Readonly<{
  clusterNetwork: VirtualNetwork;
  peerNetworks: Section<readonly PeerNetwork[]>;
  jumpHosts: Section<readonly JumpHost[]>;
}>;

const usualNames = /jump|bastion|admin|mgmt|manage|tools/i;

/** Scale sets are looked for by their names and tags, so that an instance of one that was read is meant to be one. */
export const isCalledLikeJumpHost = ({
  name,
  scaleSetId,
}: Readonly<{ name: string; scaleSetId?: string }>): boolean =>
  scaleSetId !== undefined || usualNames.test(name);

/** Fewer words than names: `managed-by` is the tag of anything. */
const usualTags = /jump-?(box|host)|bastion/i;

export const isTaggedLikeJumpHost = (tags: Readonly<Record<string, string>>): boolean =>
  Object.entries(tags).some((tag) => tag.some((word) => usualTags.test(word)));

/** An appliance forwards, and DNS servers are named by the networks: their work is known. */
function servesOthers({ interfaces, privateIpAddress }: JumpHost, dnsServers: readonly string[]): boolean {
  const addresses = [privateIpAddress, ...interfaces.flatMap(({ privateIpAddresses }) => privateIpAddresses)];
  return (
    interfaces.some(({ enableIpForwarding }) => enableIpForwarding) ||
    addresses.some((ip) => ip !== undefined && dnsServers.includes(ip))
  );
}

/** Machines that are called like jump hosts, where there are any: a database beside them is nobody's way in. */
export function likelyHosts({ clusterNetwork, peerNetworks, jumpHosts }: HostSources): readonly JumpHost[] {
  if (jumpHosts.status === "unavailable") return [];
  const likely = jumpHosts.data.filter(isCalledLikeJumpHost);
  if (likely.length > 0) return likely;
  const peers = peerNetworks.status === "collected" ? peerNetworks.data : [];
  const dnsServers = readNetworks(clusterNetwork, peers).flatMap((network) => network.dnsServers);
  return jumpHosts.data.filter((host) => !servesOthers(host, dnsServers));
}

/** Whether the likely hosts are jump hosts, and not just machines. A network that was not read may hold another. */
export function areJumpHosts(sources: HostSources): boolean {
  const { peerNetworks } = sources;
  const hosts = likelyHosts(sources);
  const isAllRead =
    peerNetworks.status === "collected" &&
    peerNetworks.data.every(({ network }) => network.status === "collected");
  return hosts.some(isCalledLikeJumpHost) || (hosts.length === 1 && isAllRead);
}

/** None of the machines is called like a jump host. */
export type StrangersFact = Readonly<{ is: "strangers" }>;

/** What fails at a machine that may be anything is no fault of a way in. */
export const unlessStrangers = <F extends Fact>(
  sources: HostSources,
  outcome: Outcome<F>,
): Outcome<F | StrangersFact> =>
  areJumpHosts(sources) || (outcome.status !== "fail" && outcome.status !== "warn")
    ? outcome
    : notAssessed({ is: "strangers" });

// The networks that were read: the cluster's own, its peers, and those that the asker or the zone names.

type Networks = Pick<ClusterSnapshot, "clusterNetwork" | "peerNetworks">;

const sectionsOf = ({ clusterNetwork, peerNetworks }: Networks) => [
  clusterNetwork,
  ...(peerNetworks.status === "collected" ? peerNetworks.data.map(({ network }) => network) : [peerNetworks]),
];

export const networksNear = (snapshot: Networks): readonly VirtualNetwork[] =>
  sectionsOf(snapshot).flatMap((section) => (section.status === "collected" ? [section.data] : []));

/** Why not each is known; null where each is. */
export const hiddenNetwork = (snapshot: Networks): Unavailable | null =>
  sectionsOf(snapshot).find((section) => section.status === "unavailable") ?? null;

// What stands before a jump host, for findings about who may sign in to it.

export type GuardedHost = Readonly<{ host: JumpHost; guarded: Guarded }>;

/** The likely jump hosts, each with the groups on its interface and its subnet. */
export function guardedHosts(sources: HostSources): readonly GuardedHost[] {
  const networks = networksNear({ ...sources, clusterNetwork: collected(sources.clusterNetwork) });
  return likelyHosts(sources).flatMap((host) => {
    const network = networks.find(({ id }) => sameId(id, host.virtualNetworkId));
    if (network === undefined) return [];
    const subnet = subnetById(network, host.subnetId);
    const groupIds = [host.networkSecurityGroupId, subnet?.networkSecurityGroupId].flatMap((id) => id ?? []);
    const address = host.privateIpAddress ?? subnet?.addressPrefixes[0] ?? "";
    return [{ host, guarded: { network, address, groupIds } }];
  });
}
