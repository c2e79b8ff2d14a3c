// What others name by id: looked up in the lists that were read anyway, else read by itself.

import type { VirtualMachineScaleSetVM } from "@azure/arm-compute";
import { mayLackMachines } from "../../../core/finding/cluster/suspect-sets.ts";
import { isIpPrefix } from "../../../core/network/route/egress.ts";
import { type ManagedCluster, mayHaveLoneNodes } from "../../../core/snapshot/cluster.ts";
import type {
  Backend,
  LoadBalancer,
  NatGateway,
  NetworkInterface,
  PublicIpAddress,
  RouteTable,
  VirtualNetwork,
} from "../../../core/snapshot/network.ts";
import type { NodeInstance, ScaleSet } from "../../../core/snapshot/nodes.ts";
import { idKey } from "../../../core/snapshot/resource-id.ts";
import { collected, unavailable } from "../../../core/snapshot/section.ts";
import type { NetworkSecurityGroup } from "../../../core/snapshot/security.ts";
import { type ResourceKind, subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { groupKey, parseResourceId, resourceGroupOf } from "../../arm/resource-id.ts";
import { powerStateOf } from "../../map/scale-sets.ts";
import type { ArmReads } from "../kit/arm-reads.ts";
import {
  type KnownGroup,
  type KnownGroups,
  type ListingRead,
  listIn,
  listingOf,
} from "../kit/group-reads.ts";
import { dataOf, type Read, type ReferencesRead, readEach } from "../kit/read.ts";
import { type GroupList, itemsOf, type ListRead, oddOf, readAll } from "../kit/read-list.ts";
import { type NetworkReads, networksIn } from "./networks.ts";

/** An id that something names, and the level at which it became known. */
export type Reference = Readonly<{ id: string; level: number }>;

export const toReferences = (ids: readonly (string | undefined)[], level: number): readonly Reference[] =>
  ids.flatMap((id) => (id === undefined ? [] : [{ id, level }]));

export const subnetReferences = (
  networks: readonly NetworkReads[],
  pick: (subnet: VirtualNetwork["subnets"][number]) => string | undefined,
): readonly Reference[] =>
  networksIn(networks).flatMap(({ network, level }) => toReferences(network.subnets.map(pick), level));

type Lookup<T> = Readonly<{
  kind: ResourceKind;
  list: GroupList<T>;
  get: (after: number, id: string) => Promise<Read<T>>;
}>;

/** From the group's list where that was read; else (another group, or no right to list) the resource itself. */
const lookUp = async <T extends Readonly<{ id: string }>>(
  lookup: Lookup<T>,
  listed: ReadonlySet<string>,
  reference: Reference,
): Promise<Read<T>> => {
  const group = resourceGroupOf(reference.id);
  if (group === null || !listed.has(groupKey(group))) return lookup.get(reference.level, reference.id);
  const list = await lookup.list(reference.level, group);
  const found = itemsOf(list).find((each) => idKey(each.id) === idKey(reference.id));
  if (found !== undefined) return { section: collected(found), level: list.level };
  const odd = oddOf(list, reference.id);
  if (odd !== undefined) return { section: odd, level: list.level };
  if (list.section.status === "unavailable")
    return list.section.reason === "denied"
      ? lookup.get(list.level, reference.id)
      : { section: list.section, level: list.level };
  const { id } = reference;
  const gone = { is: "referenceGone", of: lookup.kind, id, group: group.resourceGroup } as const;
  return { section: unavailable("notVisible", gone), level: list.level };
};

const resolve = <T extends Readonly<{ id: string }>>(
  lookup: Lookup<T>,
  { groups }: KnownGroups,
  references: readonly Reference[],
): Promise<ReferencesRead<T>> => {
  const listed = new Set(groups.map(({ group }) => groupKey(group)));
  return readEach(references, (reference) => lookUp(lookup, listed, reference));
};

type Resolve<T> = (
  reads: ArmReads,
  groups: KnownGroups,
  references: readonly Reference[],
) => Promise<ReferencesRead<T>>;

export const resolveSecurityGroups: Resolve<NetworkSecurityGroup> = (reads, groups, references) =>
  resolve(
    { kind: "networkSecurityGroup", list: reads.networkSecurityGroups, get: reads.networkSecurityGroup },
    groups,
    references,
  );

export const resolveRouteTables: Resolve<RouteTable> = (reads, groups, references) =>
  resolve({ kind: "routeTable", list: reads.routeTables, get: reads.routeTable }, groups, references);

export const resolveNatGateways: Resolve<NatGateway> = (reads, groups, references) =>
  resolve({ kind: "natGateway", list: reads.natGateways, get: reads.natGateway }, groups, references);

/** Prefixes stand among the addresses; they are read one by one, since few networks have any. */
export const resolvePublicIpAddresses: Resolve<PublicIpAddress> = async (reads, groups, references) => {
  const list = reads.publicIpAddresses;
  const isPrefix = ({ id }: Reference): boolean => isIpPrefix(id);
  const single = references.filter((reference) => !isPrefix(reference));
  const [addresses, prefixes] = await Promise.all([
    resolve({ kind: "publicIpAddress", list, get: reads.publicIpAddress }, groups, single),
    resolve(
      { kind: "publicIpPrefix", list, get: reads.publicIpPrefix },
      { groups: [], missing: [] },
      references.filter(isPrefix),
    ),
  ]);
  return {
    sections: { ...addresses.sections, ...prefixes.sections },
    level: Math.max(addresses.level, prefixes.level),
  };
};

// Addresses that networks and routes lead to, and what stands behind them.

/** Appliances that routes lead to. */
export const nextHopsOf = ({ sections }: ReferencesRead<RouteTable>): readonly string[] =>
  Object.values(sections)
    .flatMap((section) => dataOf(section)?.routes ?? [])
    .flatMap(({ nextHopIpAddress }) => nextHopIpAddress ?? []);

/** What stands behind the load balancers at these addresses. */
export const backendsAt = (
  addresses: readonly string[],
  { listing }: ListingRead<LoadBalancer>,
): readonly Backend[] =>
  listing.items
    .filter(({ frontends }) =>
      frontends.some(({ privateIpAddress: ip }) => ip !== undefined && addresses.includes(ip)),
    )
    .flatMap(({ backends }) => backends);

export const dnsServersOf = (networks: readonly NetworkReads[]): readonly string[] =>
  networksIn(networks).flatMap(({ network }) => network.dnsServers);

// The machines of nodes' scale sets, one by one: asked only where the state of a pool, of its scale set or of the cluster
// suggests that some do not run, since every scale set costs a request.

const setType = "Microsoft.Compute/virtualMachineScaleSets";

/** A cluster of dozens of pools is not asked about all of them at once. */
const maximumSets = 4;

const mapInstance = (machine: VirtualMachineScaleSetVM, scaleSetId: string): NodeInstance => ({
  id: machine.id ?? "",
  name: machine.name ?? machine.instanceId ?? "",
  scaleSetId,
  provisioningState: machine.provisioningState ?? "",
  powerState: powerStateOf(machine.instanceView ?? {}) ?? "",
});

const readMachines = (
  arm: ArmSession,
  after: number,
  { id, name }: ScaleSet,
): Promise<ListRead<NodeInstance>> | null => {
  const ref = parseResourceId(id, setType);
  if (ref === null) return null;
  return readAll(
    after,
    { what: subject("machinesOf", name), needs: { action: `${setType}/virtualMachines/read`, scope: id } },
    (options) =>
      arm
        .machines(ref.subscriptionId)
        .virtualMachineScaleSetVMs.list(ref.resourceGroup, ref.name, { ...options, expand: "instanceView" }),
    (machine) => mapInstance(machine, id),
  );
};

export const readNodeInstances = async (
  arm: ArmSession,
  cluster: ManagedCluster,
  { listing, level }: ListingRead<ScaleSet>,
): Promise<ListingRead<NodeInstance>> => {
  const suspects = mayLackMachines(cluster, listing.items);
  const asked = suspects.slice(0, maximumSets);
  const left =
    suspects.length > asked.length
      ? [unavailable("notReached", { is: "machinesSkipped", asked: asked.length })]
      : [];
  const reads = await Promise.all(asked.flatMap((set) => readMachines(arm, level, set) ?? []));
  return listingOf(reads, left);
};

// The interfaces of nodes, for the security groups on them: of scale sets, and of machines that stand in none.

type NodeInterfaceReads = Readonly<{
  scaleSets: ListingRead<ScaleSet>;
  machines: ListingRead<NetworkInterface>;
  /** The security groups that they name. */
  references: readonly Reference[];
}>;

const none: ListingRead<never> = { listing: { items: [], missing: [] }, level: 0 };

/** Where a private endpoint or AKS's own network stands in the group, its interfaces were listed anyway. */
async function readInterfaces(
  reads: ArmReads,
  cluster: ManagedCluster,
  nodeGroup: KnownGroup,
): Promise<ListingRead<NetworkInterface>> {
  if (!mayHaveLoneNodes(cluster)) return none;
  const { listing, level } = await listIn(reads.networkInterfaces, { groups: [nodeGroup], missing: [] });
  const items = listing.items.filter(({ virtualMachineId }) => virtualMachineId !== undefined);
  return { listing: { ...listing, items }, level };
}

export async function readNodeInterfaces(
  reads: ArmReads,
  cluster: ManagedCluster,
  nodeGroup: KnownGroup,
): Promise<NodeInterfaceReads> {
  const [scaleSets, machines] = await Promise.all([
    listIn(reads.scaleSets, { groups: [nodeGroup], missing: [] }),
    readInterfaces(reads, cluster, nodeGroup),
  ]);
  const ofSets = scaleSets.listing.items.flatMap(({ interfaces = [] }) => interfaces);
  const groupIds = (all: readonly Readonly<{ networkSecurityGroupId?: string }>[]) =>
    all.map(({ networkSecurityGroupId }) => networkSecurityGroupId);
  const references = [
    ...toReferences(groupIds(ofSets), scaleSets.level),
    ...toReferences(groupIds(machines.listing.items), machines.level),
  ];
  return { scaleSets, machines, references };
}
