// Scale sets of nodes as the SDK reads them → our data.
import type {
  VirtualMachineScaleSetNetworkConfiguration as ArmInterface,
  VirtualMachineScaleSet as ArmScaleSet,
} from "@azure/arm-compute";
import type { NodeInterface, ScaleSet } from "../../core/snapshot/nodes.ts";
import { present } from "./present.ts";

/** AKS writes the pool into a tag; tags of older nodes have another name. Azure takes tags' names in any case. */
const poolTags = ["aks-managed-poolname", "poolname"];

/** `aks-apps-31846275-vmss`; of Windows `aksapps`. */
const poolName = /^aks-(.+)-\d+-vmss$|^aks([a-z0-9]{1,6})$/i;

function poolOf({ name = "", tags }: ArmScaleSet): string | undefined {
  const tagged = Object.entries(tags ?? {}).find(([key]) => poolTags.includes(key.toLowerCase()));
  const [, linux, windows] = poolName.exec(name) ?? [];
  return tagged?.[1] ?? linux ?? windows;
}

/** Null where it does not say in which subnet it stands. */
function mapInterface({
  ipConfigurations,
  networkSecurityGroup,
}: Partial<ArmInterface>): NodeInterface | null {
  const subnetIds = (ipConfigurations ?? []).flatMap(({ subnet }) => subnet?.id || []);
  return subnetIds.length === 0 || subnetIds.length < (ipConfigurations ?? []).length
    ? null
    : { subnetIds, ...present({ networkSecurityGroupId: networkSecurityGroup?.id }) };
}

/** A machine without an interface is none, so such a list is one that Azure left out. */
function interfacesOf({ virtualMachineProfile }: ArmScaleSet): readonly NodeInterface[] | undefined {
  const all = virtualMachineProfile?.networkProfile?.networkInterfaceConfigurations ?? [];
  const known = all.flatMap((each) => mapInterface(each) ?? []);
  return all.length === 0 || known.length < all.length ? undefined : known;
}

export const mapScaleSet = (set: ArmScaleSet): ScaleSet => ({
  id: set.id ?? "",
  name: set.name ?? "",
  provisioningState: set.provisioningState ?? "",
  ...present({ capacity: set.sku?.capacity, pool: poolOf(set), interfaces: interfacesOf(set) }),
});
