// The machines of nodes' scale sets, one by one: asked only where the state of a pool, of its scale set or of the cluster
// suggests that some do not run, since every scale set costs a request.
import type { VirtualMachineScaleSetVM } from "@azure/arm-compute";
import { mayLackMachines } from "../../core/pool/suspect-sets.ts";
import type { ManagedCluster } from "../../core/snapshot/cluster.ts";
import type { NodeInstance, ScaleSet } from "../../core/snapshot/nodes.ts";
import { unavailable } from "../../core/snapshot/section.ts";
import { subject } from "../../core/snapshot/subject.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { parseResourceId } from "../arm/resource-id.ts";
import { powerStateOf } from "../map/instance-view.ts";
import { type ListRead, readAll } from "./read-list.ts";
import { type ListingRead, listingOf } from "./surroundings.ts";

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
