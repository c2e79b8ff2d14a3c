// Which machines are jump hosts. Azure does not say what a machine is for: one that is called like a jump host is one,
// and so is the only machine that may be. Several of other names may be anything, so none of them can be to blame.

import { withoutIpv6 } from "../network/address/cidr.ts";
import type { NetworkLocation } from "../network/address/packet.ts";
import type { Guarded } from "../network/filter/security-rules.ts";
import { readNetworks } from "../network/route/next-hop.ts";
import { subnetById } from "../network/route/route.ts";
import { type Fact, notAssessed, type Outcome } from "../outcome/check.ts";
import type { ContainerGroup, JumpHost, NetworkProfile, SessionHost } from "../snapshot/hosts.ts";
import type { PeerNetwork, Subnet, VirtualNetwork } from "../snapshot/network.ts";
import { networkIdOf, sameId } from "../snapshot/resource-id.ts";
import { collected, dataOf, type Section, type Unavailable } from "../snapshot/section.ts";
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

/** Machines that are called like jump hosts, where there are any: a database beside them is nobody's access path. */
export function likelyHosts({ clusterNetwork, peerNetworks, jumpHosts }: HostSources): readonly JumpHost[] {
  if (jumpHosts.status === "unavailable") return [];
  const likely = jumpHosts.data.filter(isCalledLikeJumpHost);
  if (likely.length > 0) return likely;
  const peers = dataOf(peerNetworks) ?? [];
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

/** What fails at a machine that may be anything is no fault of an access path. */
export const unlessStrangers = <F extends Fact>(
  sources: HostSources,
  outcome: Outcome<F>,
): Outcome<F | StrangersFact> =>
  areJumpHosts(sources) || (outcome.status !== "fail" && outcome.status !== "warn")
    ? outcome
    : notAssessed({ is: "strangers" });

// The networks that were read: the cluster's own, its peers, and those that the requester or the zone names.

type Networks = Pick<ClusterSnapshot, "clusterNetwork" | "peerNetworks">;

const sectionsOf = ({ clusterNetwork, peerNetworks }: Networks) => [
  clusterNetwork,
  ...(peerNetworks.status === "collected" ? peerNetworks.data.map(({ network }) => network) : [peerNetworks]),
];

export const networksNear = (snapshot: Networks): readonly VirtualNetwork[] =>
  sectionsOf(snapshot).flatMap((section) => dataOf(section) ?? []);

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

// What shows that a kind of access path may stand near: Azure is asked for those of it only where something does.

const containers = /^Microsoft\.ContainerInstance\/containerGroups$/i;

export const takesContainers = ({ delegations }: Pick<Subnet, "delegations">): boolean =>
  delegations.some((service) => containers.test(service));

export const showsContainers = ({ subnets }: VirtualNetwork): boolean => subnets.some(takesContainers);

/** An interface of an instance: `…/virtualMachineScaleSets/jump/virtualMachines/0/networkInterfaces/nic`. */
export const isOfScaleSet = (id: string): boolean => /\/virtualMachineScaleSets\/[^/]+\//i.test(id);

/** Nothing on a machine or a network says that desktops run there: people call them so. */
const desktops = /(^|[^a-z])(avd|wvd|vdi|desktop|session-?host)/i;

export const isCalledLikeDesktop = ({ name }: Readonly<{ name: string }>): boolean => desktops.test(name);

// Containers that people sign in to: those in a network near the cluster that take connections on a port of SSH.

/** A container has its own listener; those that may not open a port below 1024 take 2222. */
const sshPorts = ["22", "2222"];

export const sshPortOf = ({ ports }: Pick<ContainerGroup, "ports">): string | null =>
  sshPorts.find((port) => ports.includes(port)) ?? null;

export type SshContainer = Readonly<{
  group: ContainerGroup;
  port: string;
  address: string;
  place: NetworkLocation;
}>;

export function sshContainersOf(
  snapshot: Pick<ClusterSnapshot, "containerGroups" | "clusterNetwork" | "peerNetworks">,
): readonly SshContainer[] {
  const networks = networksNear(snapshot);
  return snapshot.containerGroups.items.flatMap((group) => {
    const { name, subnetId, ipAddress: address } = group;
    const port = sshPortOf(group);
    const network = networks.find(({ id }) => sameId(id, networkIdOf(subnetId) ?? ""));
    if (port === null || address === undefined || network === undefined) return [];
    const place = { name, address, networkId: network.id, subnetId, groupIds: [] };
    return [{ group, port, address, place }];
  });
}

export const isRunning = ({ group: { containerState } }: SshContainer): boolean =>
  containerState.status === "collected" && /^running$/i.test(containerState.data);

/** Ended, or stopped by somebody. */
export const isOff = ({ group: { containerState } }: SshContainer): boolean =>
  containerState.status === "collected" &&
  /^(stopped|stopping|succeeded|failed|terminated)$/i.test(containerState.data);

// Subnets in which Cloud Shell may start: by a network profile, which Microsoft's template calls so.
// https://learn.microsoft.com/azure/cloud-shell/vnet/deployment

const shellProfiles = /^aci-networkProfile/i;

/** By which name Microsoft's template knows it. */
export const isShellProfile = ({ name }: Pick<NetworkProfile, "name">): boolean => shellProfiles.test(name);

/** `place`: null where the subnet has no address of IPv4. */
export type ShellSubnet = Readonly<{
  profile: NetworkProfile;
  subnet: Subnet;
  place: NetworkLocation | null;
}>;

export function shellSubnetsOf(
  snapshot: Pick<ClusterSnapshot, "networkProfiles" | "clusterNetwork" | "peerNetworks">,
): readonly ShellSubnet[] {
  const networks = networksNear(snapshot);
  const profiles = snapshot.networkProfiles.items.filter(isShellProfile);
  return profiles.flatMap((profile) =>
    profile.subnetIds.flatMap((subnetId): readonly ShellSubnet[] => {
      const network = networks.find(({ id }) => sameId(id, networkIdOf(subnetId) ?? ""));
      const subnet = network && subnetById(network, subnetId);
      if (network === undefined || subnet === undefined) return [];
      const [address] = withoutIpv6(subnet.addressPrefixes);
      const at = {
        name: { is: "cloudShellIn", subnet: subnet.name } as const,
        networkId: network.id,
        subnetId,
        groupIds: [],
      };
      return [{ profile, subnet, place: address === undefined ? null : { ...at, address } }];
    }),
  );
}

export const isReady = ({ subnet }: ShellSubnet): boolean => takesContainers(subnet);

/** One in which sessions start, else any. */
export const shellToUse = (all: readonly ShellSubnet[]): ShellSubnet | undefined =>
  all.find(isReady) ?? all[0];

// Session hosts of Azure Virtual Desktop that stand in a network near the cluster: machines that were found there.

type Sources = Pick<ClusterSnapshot, "sessionHosts" | "jumpHosts" | "clusterNetwork" | "peerNetworks">;

/** `place`: null while no address of it is known. */
export type Desktop = Readonly<{ host: SessionHost; machine: JumpHost; place: NetworkLocation | null }>;

const placeOf = ({ name, privateIpAddress, ...machine }: JumpHost): NetworkLocation | null =>
  privateIpAddress === undefined
    ? null
    : {
        ...{ name, address: privateIpAddress, subnetId: machine.subnetId },
        networkId: machine.virtualNetworkId,
        groupIds: machine.networkSecurityGroupId === undefined ? [] : [machine.networkSecurityGroupId],
      };

const machinesIn = ({ jumpHosts }: Pick<Sources, "jumpHosts">): readonly JumpHost[] =>
  dataOf(jumpHosts) ?? [];

export const desktopsOf = (snapshot: Sources): readonly Desktop[] =>
  machinesIn(snapshot).flatMap((machine) =>
    snapshot.sessionHosts.items
      .filter(({ machineId }) => sameId(machineId, machine.id))
      .map((host) => ({ host, machine, place: placeOf(machine) })),
  );

/** Whether anything near is called like a desktop: host pools are looked for only then. */
export const areDesktopsSought = (snapshot: Sources): boolean =>
  [...machinesIn(snapshot), ...networksNear(snapshot).flatMap(({ subnets }) => subnets)].some(
    isCalledLikeDesktop,
  );

export const takesSessions = ({ host: { status, allowNewSession, startsOnConnect } }: Desktop): boolean =>
  allowNewSession && (/^available$/i.test(status) || (/^shutdown$/i.test(status) && startsOnConnect));
