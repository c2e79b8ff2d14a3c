// Virtual machines from which the API server may be reached: in a peered network, or beside the nodes in the cluster's own.

import { isCalledLikeJumpHost } from "../../../core/client/likely-hosts.ts";
import type { ManagedCluster } from "../../../core/snapshot/cluster.ts";
import type { HostInterface, JumpHost } from "../../../core/snapshot/hosts.ts";
import type { NetworkInterface } from "../../../core/snapshot/network.ts";
import { idKey, networkIdOf, sameId } from "../../../core/snapshot/resource-id.ts";
import { collected, type Section, type Unavailable, unavailable } from "../../../core/snapshot/section.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { groupKey, parseResourceId, type ResourceRef, resourceGroupOf } from "../../arm/resource-id.ts";
import { present } from "../../map/fields.ts";
import { makeOf, stateOf } from "../../map/scale-sets.ts";
import type { ArmReads } from "../kit/arm-reads.ts";
import { readPermissions } from "../kit/cluster.ts";
import { type Read, readOne } from "../kit/read.ts";
import { itemsOf, type ListRead } from "../kit/read-list.ts";
import { type NetworkReads, networksIn } from "../network/networks.ts";
import { type Reference, toReferences } from "../network/references.ts";

/** What only the machine itself says. */
type Asked = "powerState" | "vmAgentState" | "permissions";

/** A virtual machine known by its interface; `level` is when the interface was known. */
type Candidate = Readonly<{ host: Omit<JumpHost, Asked>; machine: ResourceRef; level: number }>;

/** Candidates, likeliest first, the security groups that their interfaces name, and where one could not look for more. */
export type FoundHosts = Readonly<{
  found: Read<readonly Candidate[]>;
  gaps: readonly Unavailable[];
  references: readonly Reference[];
}>;

const machineType = "Microsoft.Compute/virtualMachines";
/** Only the likeliest are asked for their power state; a hub may hold hundreds of machines. */
const maximumInstanceViews = 3;
/** DNS servers and appliances beside them. */
const maximumDependedOn = 4;
/** Groups beside the networks' own in which interfaces are looked for. */
const maximumFurtherGroups = 3;

export const interfaceOf = (nic: NetworkInterface): HostInterface => ({
  id: nic.id,
  privateIpAddresses: nic.ipConfigurations.flatMap(({ privateIpAddress }) => privateIpAddress ?? []),
  enableIpForwarding: nic.enableIpForwarding,
  ...present({
    dnsServers: nic.dnsServers,
    isBalanced: nic.ipConfigurations.some(({ isBalanced }) => isBalanced === true) || undefined,
  }),
});

const candidateOf = (
  nic: NetworkInterface,
  networkIds: ReadonlyMap<string, string>,
  level: number,
): Candidate | null => {
  const id = nic.virtualMachineId ?? "";
  const machine = parseResourceId(id, machineType);
  const config = nic.ipConfigurations[0];
  const virtualNetworkId = networkIds.get(idKey(networkIdOf(config?.subnetId ?? "") ?? ""));
  if (machine === null || config?.subnetId === undefined || virtualNetworkId === undefined) return null;
  const host = {
    id,
    name: machine.name,
    virtualNetworkId,
    subnetId: config.subnetId,
    interfaces: [interfaceOf(nic)],
    ...present({
      privateIpAddress: config.privateIpAddress,
      networkSecurityGroupId: nic.networkSecurityGroupId,
      hasPublicAddress:
        nic.ipConfigurations.some((each) => each.publicIpAddressId !== undefined) || undefined,
    }),
  };
  return { host, machine, level };
};

/** A machine with several interfaces, as an appliance has, is one candidate: known by the last, owning all. */
const merged = (all: readonly Candidate[]): readonly Candidate[] => {
  const byMachine = Map.groupBy(all, ({ host }) => idKey(host.id));
  return [...byMachine.values()].flatMap((same) => {
    const last = same.at(-1);
    const interfaces = same.flatMap(({ host }) => host.interfaces);
    const isPublic = same.some(({ host }) => host.hasPublicAddress === true);
    return last === undefined
      ? []
      : [{ ...last, host: { ...last.host, interfaces, ...(isPublic ? { hasPublicAddress: true } : {}) } }];
  });
};

/** Machines of these interfaces that stand in one of the networks, without the cluster's own nodes. */
const candidatesIn = (
  lists: readonly ListRead<NetworkInterface>[],
  networks: readonly NetworkReads[],
  nodeGroup: string,
): readonly Candidate[] => {
  const networkIds = new Map(networks.map(({ id }) => [idKey(id), id]));
  const all = lists.flatMap((list) =>
    itemsOf(list).flatMap((nic) => candidateOf(nic, networkIds, list.level) ?? []),
  );
  const guests = all.filter(({ machine }) => groupKey(machine) !== nodeGroup);
  return merged(guests);
};

/** By the usual names, then by name, so that the choice is the same every time. */
const likeliestFirst = (candidates: readonly Candidate[]): readonly Candidate[] =>
  [...candidates].sort(
    ({ host: left }, { host: right }) =>
      Number(isCalledLikeJumpHost(right)) - Number(isCalledLikeJumpHost(left)) ||
      left.name.localeCompare(right.name),
  );

/** Interfaces in other resource groups than their network's, found through its subnets; `skipped` when there are too many. */
const readFurtherInterfaces = async (
  reads: ArmReads,
  networks: readonly NetworkReads[],
  nodeGroup: string,
): Promise<Readonly<{ lists: readonly ListRead<NetworkInterface>[]; skipped: Unavailable | null }>> => {
  const own = new Set(networks.flatMap(({ id }) => resourceGroupOf(id) ?? []).map(groupKey));
  const named = networksIn(networks).flatMap(({ interfaceIds, level }) =>
    interfaceIds.flatMap((id) => resourceGroupOf(id) ?? []).map((group) => ({ group, level })),
  );
  const further = new Map(
    named
      .map((each) => [groupKey(each.group), each] as const)
      .filter(([key]) => key !== nodeGroup && !own.has(key)),
  );
  const lists = await Promise.all(
    [...further.values()]
      .slice(0, maximumFurtherGroups)
      .map(({ group, level }) => reads.networkInterfaces(level, group)),
  );
  const skipped = { is: "groupsSkipped", groups: further.size, read: maximumFurtherGroups } as const;
  return { lists, skipped: further.size > maximumFurtherGroups ? unavailable("notReached", skipped) : null };
};

/** Machines that were found count even where something is missing; that there are none counts only when all was read. */
export const findJumpHosts = async (
  reads: ArmReads,
  cluster: ManagedCluster,
  networks: readonly NetworkReads[],
): Promise<FoundHosts> => {
  const { subscriptionId, nodeResourceGroup: resourceGroup } = cluster;
  const nodeGroup = groupKey({ subscriptionId, resourceGroup });
  const further = await readFurtherInterfaces(reads, networks, nodeGroup);
  const lists = [...networks.map((each) => each.interfaces), ...further.lists];
  const level = Math.max(0, ...lists.map((list) => list.level));
  const candidates = candidatesIn(lists, networks, nodeGroup);
  const unread = [...networks.map((each) => each.network), ...lists]
    .map((read): Section<unknown> => read.section)
    .filter((section) => section.status === "unavailable");
  const gaps = [...unread, ...(further.skipped === null ? [] : [further.skipped])];
  const [unknown] = gaps;
  return {
    found: {
      section:
        candidates.length === 0 && unknown !== undefined ? unknown : collected(likeliestFirst(candidates)),
      level,
    },
    gaps,
    references: candidates.flatMap(({ host, level: known }) =>
      toReferences([host.networkSecurityGroupId], known),
    ),
  };
};

type Instance = Pick<
  JumpHost,
  "powerState" | "osName" | "vmAgentState" | "zones" | "availabilitySetId" | "takesPasswords"
>;

/** The machine with its instance view: one request for both. */
const readInstance = async (
  arm: ArmSession,
  after: number,
  { host, machine }: Candidate,
): Promise<Readonly<{ instance: Instance; level: number }>> => {
  const what = subject("powerState", host.name);
  const { section, level } = await readOne(
    after,
    { what, needs: { action: `${machineType}/read`, scope: host.id } },
    () =>
      arm
        .machines(machine.subscriptionId)
        .virtualMachines.get(machine.resourceGroup, machine.name, { expand: "instanceView" }),
    (read) => ({ ...stateOf(read.instanceView ?? {}), make: makeOf(read) }),
  );
  if (section.status === "unavailable") return { instance: { powerState: section }, level };
  const { power, agent, osName, make } = section.data;
  const powerState = power === null ? unavailable("failed", { is: "unsaid", what }) : collected(power);
  return { instance: { powerState, ...present({ vmAgentState: agent, osName }), ...make }, level };
};

/** Who is asked beside the likeliest, and whether the requester's rights on them matter. */
type Questions = Readonly<{
  /** Addresses of DNS servers and appliances, and when they were known. */
  addresses: readonly string[];
  /** Interfaces behind the load balancers at those. */
  interfaceIds: readonly string[];
  after: number;
  withPermissions: boolean;
}>;

const askMachine = async (
  arm: ArmSession,
  candidate: Candidate,
  { addresses, after, withPermissions }: Questions,
): Promise<Readonly<{ host: JumpHost; level: number }>> => {
  const known = Math.max(candidate.level, addresses.length === 0 ? 0 : after);
  const [{ instance, level }, permissions] = await Promise.all([
    readInstance(arm, known, candidate),
    withPermissions ? readPermissions(arm, candidate.host.id, known) : null,
  ]);
  const rights = permissions?.section ?? unavailable("notReached", { is: "noBastionHost" });
  return {
    host: { ...candidate.host, ...instance, permissions: rights },
    level: Math.max(level, permissions?.level ?? 0),
  };
};

const isDependedOn = ({ host }: Candidate, { addresses, interfaceIds }: Questions): boolean =>
  host.interfaces.some(
    ({ id, privateIpAddresses }) =>
      interfaceIds.some((each) => sameId(each, id)) ||
      privateIpAddresses.some((address) => addresses.includes(address)),
  );

const notAsked = unavailable("notReached", { is: "machinesSkipped", asked: maximumInstanceViews });

/** Asks the likeliest machines whether they run, and those that the network depends on. */
export const askMachines = async (
  arm: ArmSession,
  { found }: FoundHosts,
  questions: Questions,
): Promise<Read<readonly JumpHost[]>> => {
  if (found.section.status === "unavailable") return { section: found.section, level: found.level };
  const likeliest = found.section.data.slice(0, maximumInstanceViews);
  const depended = found.section.data
    .filter((candidate) => isDependedOn(candidate, questions))
    .slice(0, maximumDependedOn);
  const chosen = new Set([...likeliest, ...depended]);
  const asked = await Promise.all(
    found.section.data.map((candidate) =>
      chosen.has(candidate)
        ? askMachine(arm, candidate, questions)
        : {
            host: { ...candidate.host, powerState: notAsked, permissions: notAsked },
            level: candidate.level,
          },
    ),
  );
  return {
    section: collected(asked.map(({ host }) => host)),
    level: Math.max(found.level, ...asked.map(({ level }) => level)),
  };
};
