// Scale sets as jump hosts. Nothing that is read anyway lists them, so they are looked for only where something shows that
// one may be there: a subnet names an instance of one, or a network was made ready for people and holds no jump host.

import { isCalledLikeJumpHost, isOfScaleSet } from "../../../core/client/likely-hosts.ts";
import type { ManagedCluster } from "../../../core/snapshot/cluster.ts";
import type { JumpHost, JumpScaleSet } from "../../../core/snapshot/hosts.ts";
import type { NetworkInterface, VirtualNetwork } from "../../../core/snapshot/network.ts";
import { sameId } from "../../../core/snapshot/resource-id.ts";
import { collected, type Section, type Unavailable, unavailable } from "../../../core/snapshot/section.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { groupKey, parseResourceId, resourceGroupOf } from "../../arm/resource-id.ts";
import { present } from "../../map/fields.ts";
import { mapNetworkInterface } from "../../map/interfaces.ts";
import { type FoundScaleSet, type Instance, mapInstance } from "../../map/scale-sets.ts";
import type { ArmReads } from "../kit/arm-reads.ts";
import { type KnownGroup, knownGroups, type ListingRead, listIn } from "../kit/group-reads.ts";
import { dataOf, type Read } from "../kit/read.ts";
import { gapsOf, itemsOf, type ListRead, readAll } from "../kit/read-list.ts";
import { type NetworkReads, networksIn } from "../network/networks.ts";
import { type Reference, toReferences } from "../network/references.ts";
import { type FoundHosts, interfaceOf } from "./jump-hosts.ts";

type JumpSetReads = Readonly<{
  sets: ListingRead<JumpScaleSet>;
  instances: readonly JumpHost[];
  /** The security groups that their interfaces name. */
  references: readonly Reference[];
}>;

const setType = "Microsoft.Compute/virtualMachineScaleSets";
/** Groups in which one may stand, and sets whose instances are asked for. */
const [maximumGroups, maximumSets] = [3, 2];

/** People are to come in here: by Bastion, or to a subnet that is called so. */
const isForPeople = ({ subnets }: VirtualNetwork): boolean =>
  subnets.some(({ name }) => /^AzureBastionSubnet$/i.test(name) || isCalledLikeJumpHost({ name }));

/** Groups of instances that subnets name, and those of networks that lack a jump host. */
function groupsShown(networks: readonly NetworkReads[], { found }: FoundHosts): readonly KnownGroup[] {
  const hosts = dataOf(found.section);
  const hasHost = hosts === undefined || hosts.some(({ host }) => isCalledLikeJumpHost(host));
  return networksIn(networks).flatMap(({ network, level, group }) => {
    const named = network.subnets
      .flatMap(({ occupantIds = [] }) => occupantIds.filter(isOfScaleSet))
      .flatMap((id) => resourceGroupOf(id) ?? [])
      .map((each) => ({ group: each, after: level }));
    const lacking = !hasHost && group !== null && isForPeople(network);
    return [...named, ...(lacking ? [{ group: group.group, after: level }] : [])];
  });
}

const readInstances = (arm: ArmSession, after: number, { id, name }: JumpScaleSet) => {
  const { subscriptionId, resourceGroup } = parseResourceId(id, setType) ?? {};
  return readAll(
    after,
    {
      what: subject("scaleSetInstances", name),
      needs: { action: `${setType}/virtualMachines/read`, scope: id },
    },
    (options) =>
      arm
        .machines(subscriptionId ?? "")
        .virtualMachineScaleSetVMs.list(resourceGroup ?? "", name, { ...options, expand: "instanceView" }),
    mapInstance,
  );
};

const readInterfaces = (arm: ArmSession, after: number, { id, name }: JumpScaleSet) => {
  const { subscriptionId, resourceGroup } = parseResourceId(id, setType) ?? {};
  return readAll(
    after,
    {
      what: subject("scaleSetInterfaces", name),
      needs: { action: `${setType}/networkInterfaces/read`, scope: id },
    },
    (options) =>
      arm
        .networks(subscriptionId ?? "")
        .networkInterfaces.listVirtualMachineScaleSetNetworkInterfaces(resourceGroup ?? "", name, options),
    mapNetworkInterface,
  );
};

function hostOf(
  { id, name, power, agent, osName, zones, takesPasswords }: Instance,
  set: JumpScaleSet,
  interfaces: readonly NetworkInterface[],
): JumpHost {
  const own = interfaces.filter(({ virtualMachineId }) => sameId(virtualMachineId, id));
  const [first] = own;
  const isPublic = own.some(({ ipConfigurations }) =>
    ipConfigurations.some(({ publicIpAddressId }) => publicIpAddressId !== undefined),
  );
  const powerState: Section<string> =
    power === null
      ? unavailable("failed", { is: "unsaid", what: subject("powerState", name) })
      : collected(power);
  return {
    ...{ id, name, scaleSetId: set.id, virtualNetworkId: set.virtualNetworkId },
    subnetId: first?.ipConfigurations[0]?.subnetId ?? set.subnetId,
    interfaces: own.map(interfaceOf),
    powerState,
    // That the set was listed proves that it may be read.
    permissions: unavailable("notReached", { is: "noBastionHost" }),
    ...present({
      privateIpAddress: first?.ipConfigurations[0]?.privateIpAddress,
      networkSecurityGroupId: first?.networkSecurityGroupId,
      hasPublicAddress: isPublic || undefined,
      zones: zones.length === 0 ? undefined : zones,
      ...{ vmAgentState: agent, osName, takesPasswords },
    }),
  };
}

type ReadSet = Readonly<{ hosts: readonly JumpHost[]; missing: readonly Unavailable[]; level: number }>;

/** Instances of a flexible set are virtual machines like any other, and found as such. */
async function readSet(arm: ArmSession, after: number, { set, isFlexible }: FoundScaleSet): Promise<ReadSet> {
  if (isFlexible || set.capacity === 0) return { hosts: [], missing: [], level: after };
  const [instances, interfaces]: [ListRead<Instance>, ListRead<NetworkInterface>] = await Promise.all([
    readInstances(arm, after, set),
    readInterfaces(arm, after, set),
  ]);
  return {
    hosts: itemsOf(instances).map((each) => hostOf(each, set, itemsOf(interfaces))),
    missing: [...gapsOf(instances), ...gapsOf(interfaces)],
    level: Math.max(instances.level, interfaces.level),
  };
}

export async function readJumpScaleSets(
  arm: ArmSession,
  reads: ArmReads,
  { subscriptionId, nodeResourceGroup: resourceGroup }: ManagedCluster,
  networks: readonly NetworkReads[],
  hosts: FoundHosts,
): Promise<JumpSetReads> {
  const nodeGroup = groupKey({ subscriptionId, resourceGroup });
  const shown = knownGroups(groupsShown(networks, hosts)).groups.filter(
    ({ group }) => groupKey(group) !== nodeGroup,
  );
  const { listing, level } = await listIn(reads.jumpScaleSets, {
    groups: shown.slice(0, maximumGroups),
    missing: [],
  });
  const near = listing.items.filter(
    ({ set, isMeant }) => isMeant && networks.some(({ id }) => sameId(id, set.virtualNetworkId)),
  );
  const read = await Promise.all(near.slice(0, maximumSets).map((each) => readSet(arm, level, each)));
  const instances = read.flatMap((each) => each.hosts);
  const deepest = Math.max(level, ...read.map((each) => each.level));
  return {
    sets: {
      listing: {
        items: near.map(({ set }) => set),
        missing: [...listing.missing, ...read.flatMap(({ missing }) => missing)],
      },
      level: deepest,
    },
    instances,
    references: toReferences(
      instances.map((each) => each.networkSecurityGroupId),
      deepest,
    ),
  };
}

/** What was found among machines and among instances; that there is nothing counts only where machines were read. */
export const withInstances = (
  { section, level }: Read<readonly JumpHost[]>,
  { instances, sets }: JumpSetReads,
): Read<readonly JumpHost[]> => ({
  section: instances.length === 0 ? section : collected([...instances, ...(dataOf(section) ?? [])]),
  level: Math.max(level, sets.level),
});
