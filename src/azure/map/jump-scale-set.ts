// Scale sets that people may come in by, and their instances, as the SDK reads them → our data.
import type { VirtualMachineScaleSet as ArmScaleSet, VirtualMachineScaleSetVM } from "@azure/arm-compute";
import { isCalledLikeJumpHost, isTaggedLikeJumpHost } from "../../core/client/likely-hosts.ts";
import type { JumpScaleSet } from "../../core/snapshot/hosts.ts";
import { networkIdOf } from "../../core/snapshot/resource-id.ts";
import { stateOf, takesPasswords } from "./instance-view.ts";

/** `isMeant`: it is called or tagged like a jump host. `isFlexible`: its instances are virtual machines like any other. */
export type FoundScaleSet = Readonly<{ set: JumpScaleSet; isMeant: boolean; isFlexible: boolean }>;

const subnetOf = ({ virtualMachineProfile }: ArmScaleSet): string =>
  virtualMachineProfile?.networkProfile?.networkInterfaceConfigurations?.[0]?.ipConfigurations?.[0]?.subnet
    ?.id ?? "";

export function mapJumpScaleSet(set: ArmScaleSet): FoundScaleSet {
  const { id = "", name = "", sku, tags, orchestrationMode } = set;
  const subnetId = subnetOf(set);
  return {
    set: { id, name, capacity: sku?.capacity ?? 0, subnetId, virtualNetworkId: networkIdOf(subnetId) ?? "" },
    isMeant: isCalledLikeJumpHost({ name }) || isTaggedLikeJumpHost(tags ?? {}),
    isFlexible: orchestrationMode === "Flexible",
  };
}

export const mapInstance = (instance: VirtualMachineScaleSetVM) => ({
  id: instance.id ?? "",
  name: instance.name ?? "",
  zones: instance.zones ?? [],
  takesPasswords: takesPasswords(instance.osProfile),
  ...stateOf(instance.instanceView ?? {}),
});

export type Instance = ReturnType<typeof mapInstance>;
