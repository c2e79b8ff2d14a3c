// What a virtual machine's instance view says about it: its power state and its agent.
import type { VirtualMachineInstanceView } from "@azure/arm-compute";

/** `running`, `deallocated`, … as Azure names it; null when the instance view says nothing about power. */
export const powerStateOf = (view: VirtualMachineInstanceView): string | null => {
  const code = (view.statuses ?? [])
    .map((status) => status.code ?? "")
    .find((each) => /^PowerState\//i.test(each));
  return code?.split("/")[1] ?? null;
};

/** `Ready`, `Not Ready`, … as shown in the portal; null while the agent says nothing. */
export const agentStateOf = (view: VirtualMachineInstanceView): string | null =>
  view.vmAgent?.statuses?.[0]?.displayStatus ?? null;
