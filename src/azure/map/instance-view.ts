// What a virtual machine says about itself beside its interfaces: its power state, its agent, and how it was made.
import type { VirtualMachine, VirtualMachineInstanceView } from "@azure/arm-compute";
import type { JumpHost } from "../../core/snapshot/hosts.ts";
import { present } from "./present.ts";

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
export const takesPasswords = (profile: OsProfile | undefined): boolean | undefined =>
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
