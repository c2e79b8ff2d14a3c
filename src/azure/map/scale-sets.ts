// Scale sets of nodes as the SDK reads them → our data.
import type {
  VirtualMachineScaleSetNetworkConfiguration as ArmInterface,
  VirtualMachineScaleSet as ArmScaleSet,
  VirtualMachine,
  VirtualMachineInstanceView,
  VirtualMachineScaleSetVM,
} from "@azure/arm-compute";
import { isCalledLikeJumpHost, isTaggedLikeJumpHost } from "../../core/client/likely-hosts.ts";
import type { JumpHost, JumpScaleSet } from "../../core/snapshot/hosts.ts";
import type { NodeInterface, ScaleSet } from "../../core/snapshot/nodes.ts";
import { networkIdOf } from "../../core/snapshot/resource-id.ts";
import { present, resourceOf } from "./fields.ts";

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
  ...resourceOf(set),
  ...present({ capacity: set.sku?.capacity, pool: poolOf(set), interfaces: interfacesOf(set) }),
});

// What a virtual machine says about itself beside its interfaces: its power state, its agent, and how it was made.

type InstanceView = Pick<VirtualMachineInstanceView, "statuses" | "vmAgent" | "osName">;

/** `running`, `deallocated`, … as Azure names it; null when the instance view says nothing about power. */
export const powerStateOf = ({ statuses }: InstanceView): string | null => {
  const code = (statuses ?? [])
    .map((status) => status.code ?? "")
    .find((each) => /^PowerState\//i.test(each));
  return code?.split("/")[1] ?? null;
};

/** `agent`: `Ready`, `Not Ready`, … as shown in the portal; null while it says nothing. */
export const stateOf = (view: InstanceView) => ({
  power: powerStateOf(view),
  agent: view.vmAgent?.statuses?.[0]?.displayStatus ?? null,
  osName: view.osName,
});

type OsProfile = Readonly<{ linuxConfiguration?: Readonly<{ disablePasswordAuthentication?: boolean }> }>;

/** Linux takes passwords unless that is turned off; what stands in no profile, as of a disk that was attached, nobody knows. */
const takesPasswords = (profile: OsProfile | undefined): boolean | undefined =>
  profile?.linuxConfiguration === undefined
    ? undefined
    : profile.linuxConfiguration.disablePasswordAuthentication !== true;

/** As it was made. */
export const makeOf = ({
  zones,
  availabilitySet,
  osProfile,
}: VirtualMachine): Pick<JumpHost, "zones" | "availabilitySetId" | "takesPasswords"> =>
  present({
    zones: zones === undefined || zones.length === 0 ? undefined : zones,
    availabilitySetId: availabilitySet?.id,
    takesPasswords: takesPasswords(osProfile),
  });

// Scale sets that people may come in by, and their instances, as the SDK reads them → our data.

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
