// What shows that a kind of way in may stand near: Azure is asked for those of it only where something does.

import { withoutIpv6 } from "../network/address/cidr.ts";
import type { Place } from "../network/address/packet.ts";
import { subnetById } from "../network/route/route.ts";
import type { ContainerGroup, JumpHost, NetworkProfile, SessionHost } from "../snapshot/hosts.ts";
import type { Subnet, VirtualNetwork } from "../snapshot/network.ts";
import { networkIdOf, sameId } from "../snapshot/resource-id.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import { networksNear } from "./likely-hosts.ts";

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

export type SshContainer = Readonly<{ group: ContainerGroup; port: string; address: string; place: Place }>;

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
export type ShellSubnet = Readonly<{ profile: NetworkProfile; subnet: Subnet; place: Place | null }>;

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
export type Desktop = Readonly<{ host: SessionHost; machine: JumpHost; place: Place | null }>;

const placeOf = ({ name, privateIpAddress, ...machine }: JumpHost): Place | null =>
  privateIpAddress === undefined
    ? null
    : {
        ...{ name, address: privateIpAddress, subnetId: machine.subnetId },
        networkId: machine.virtualNetworkId,
        groupIds: machine.networkSecurityGroupId === undefined ? [] : [machine.networkSecurityGroupId],
      };

const machinesIn = ({ jumpHosts }: Pick<Sources, "jumpHosts">): readonly JumpHost[] =>
  jumpHosts.status === "collected" ? jumpHosts.data : [];

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
