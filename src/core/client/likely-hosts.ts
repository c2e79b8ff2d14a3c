// Which machines are jump hosts. Azure does not say what a machine is for: one that is called like a jump host is one,
// and so is the only machine that may be. Several of other names may be anything, so none of them can be to blame.

import { readNetworks } from "../network/name-resolution.ts";
import type { Outcome } from "../outcome/check.ts";
import type { Fact } from "../outcome/fact.ts";
import { notAssessed } from "../outcome/outcomes.ts";
import type { JumpHost } from "../snapshot/hosts.ts";
import type { PeerNetwork, VirtualNetwork } from "../snapshot/network.ts";
import type { Section } from "../snapshot/section.ts";

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
