// Virtual machines from which the API server may be reached: in a peered network, or beside the nodes in the cluster's own.

import { idKey, networkIdOf } from "../../core/diagnosis/resource-id.ts";
import { collected, type Section, type Unavailable, unavailable } from "../../core/diagnosis/section.ts";
import type { JumpHost, ManagedCluster, NetworkInterface } from "../../core/diagnosis/snapshot.ts";
import type { ArmSession } from "../arm-client.ts";
import { powerStateOf } from "../map/power-state.ts";
import { present } from "../map/present.ts";
import { groupKey, parseResourceId, type ResourceRef, resourceGroupOf } from "../resource-id.ts";
import type { ArmReads } from "./arm-reads.ts";
import type { NetworkReads, Reference } from "./networks.ts";
import { mapRead, type Read, readOne } from "./read.ts";

/** A virtual machine known by its interface; `level` is when the interface was known. */
type Candidate = Readonly<{ host: Omit<JumpHost, "powerState">; machine: ResourceRef; level: number }>;

/** Candidates, likeliest first, and the security groups that their interfaces name. */
export type FoundHosts = Readonly<{
  found: Read<readonly Candidate[]>;
  references: readonly Reference[];
}>;

const machineType = "Microsoft.Compute/virtualMachines";
const usualNames = /jump|bastion|admin|mgmt|manage|tools/i;
/** Only the likeliest are asked for their power state; a hub may hold hundreds of machines. */
const maximumInstanceViews = 3;
/** Groups beside the networks' own in which interfaces are looked for. */
const maximumFurtherGroups = 3;

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
    ...present({
      privateIpAddress: config.privateIpAddress,
      networkSecurityGroupId: nic.networkSecurityGroupId,
    }),
  };
  return { host, machine, level };
};

/** Machines of these interfaces that stand in one of the networks, without the cluster's own nodes. */
const candidatesIn = (
  lists: readonly Read<readonly NetworkInterface[]>[],
  networks: readonly NetworkReads[],
  nodeGroup: string,
): readonly Candidate[] => {
  const networkIds = new Map(networks.map(({ id }) => [idKey(id), id]));
  const all = lists.flatMap(({ section, level }) =>
    section.status === "unavailable"
      ? []
      : section.data.flatMap((nic) => candidateOf(nic, networkIds, level) ?? []),
  );
  const guests = all.filter(({ machine }) => groupKey(machine) !== nodeGroup);
  return [...new Map(guests.map((candidate) => [idKey(candidate.host.id), candidate])).values()];
};

/** By the usual names, then by name, so that the choice is the same every time. */
const likeliestFirst = (candidates: readonly Candidate[]): readonly Candidate[] =>
  [...candidates].sort(
    ({ host: left }, { host: right }) =>
      Number(usualNames.test(right.name)) - Number(usualNames.test(left.name)) ||
      left.name.localeCompare(right.name),
  );

/** Interfaces in other resource groups than their network's, found through its subnets; `skipped` when there are too many. */
const readFurtherInterfaces = async (
  reads: ArmReads,
  networks: readonly NetworkReads[],
  nodeGroup: string,
): Promise<
  Readonly<{ lists: readonly Read<readonly NetworkInterface[]>[]; skipped: Unavailable | null }>
> => {
  const own = new Set(networks.flatMap(({ id }) => resourceGroupOf(id) ?? []).map(groupKey));
  const named = networks.flatMap(({ network }) =>
    network.section.status === "unavailable"
      ? []
      : network.section.data.interfaceIds
          .flatMap((id) => resourceGroupOf(id) ?? [])
          .map((group) => ({ group, level: network.level })),
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
  const message = `Virtual machines of ${further.size} further resource groups stand in these networks; ${maximumFurtherGroups} were looked at.`;
  return { lists, skipped: further.size > maximumFurtherGroups ? unavailable("notReached", message) : null };
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
  const missing = [...networks.map((each) => each.network), ...lists]
    .map((read): Section<unknown> => read.section)
    .find((section) => section.status === "unavailable");
  const unknown = missing ?? further.skipped;
  return {
    found: {
      section: candidates.length === 0 && unknown !== null ? unknown : collected(likeliestFirst(candidates)),
      level,
    },
    references: candidates.flatMap(({ host, level: known }) =>
      host.networkSecurityGroupId === undefined ? [] : [{ id: host.networkSecurityGroupId, level: known }],
    ),
  };
};

const readPowerState = async (
  arm: ArmSession,
  { host, machine, level }: Candidate,
): Promise<Read<string>> => {
  const what = `the power state of the virtual machine ${host.name}`;
  const read = await readOne(
    level,
    { what, needs: { action: `${machineType}/instanceView/read`, scope: host.id } },
    () =>
      arm.machines(machine.subscriptionId).virtualMachines.instanceView(machine.resourceGroup, machine.name),
    powerStateOf,
  );
  return mapRead(read, (state) =>
    state === null ? unavailable("failed", `Azure does not say ${what}.`) : collected(state),
  );
};

/** Asks the likeliest machines whether they run. */
export const readPowerStates = async (
  arm: ArmSession,
  { found }: FoundHosts,
): Promise<Read<readonly JumpHost[]>> => {
  if (found.section.status === "unavailable") return { section: found.section, level: found.level };
  const notAsked = unavailable(
    "notReached",
    `Only the ${maximumInstanceViews} likeliest virtual machines are asked for their power state.`,
  );
  const asked = await Promise.all(
    found.section.data.slice(0, maximumInstanceViews).map((candidate) => readPowerState(arm, candidate)),
  );
  const hosts = found.section.data.map(({ host }, index) => ({
    ...host,
    powerState: asked[index]?.section ?? notAsked,
  }));
  return { section: collected(hosts), level: Math.max(found.level, ...asked.map((read) => read.level)) };
};
