// The machines of nodes' scale sets, one by one: asked only where the state of a pool, of its scale set or of the cluster
// suggests that some do not run, since every scale set costs a request.
import type { VirtualMachineScaleSetVM } from "@azure/arm-compute";
import { mayLackMachines } from "../../core/finding/cluster/suspect-sets.ts";
import { type ManagedCluster, mayHaveLoneNodes } from "../../core/snapshot/cluster.ts";
import type { NetworkInterface } from "../../core/snapshot/network.ts";
import type { NodeInstance, ScaleSet } from "../../core/snapshot/nodes.ts";
import { unavailable } from "../../core/snapshot/section.ts";
import { subject } from "../../core/snapshot/subject.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { parseResourceId } from "../arm/resource-id.ts";
import { powerStateOf } from "../map/scale-sets.ts";
import type { ArmReads } from "./arm-reads.ts";
import { type ListRead, readAll } from "./read-list.ts";
import type { Reference } from "./references.ts";
import { type KnownGroup, type ListingRead, listIn, listingOf } from "./surroundings.ts";

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

const toReferences = (ids: readonly (string | undefined)[], level: number): readonly Reference[] =>
  ids.flatMap((id) => (id === undefined ? [] : [{ id, level }]));

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
