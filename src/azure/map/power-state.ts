// The power state in a virtual machine's instance view.
import type { VirtualMachineInstanceView } from "@azure/arm-compute";

/** `running`, `deallocated`, … as Azure names it; null when the instance view says nothing about power. */
export const powerStateOf = (view: VirtualMachineInstanceView): string | null => {
  const code = (view.statuses ?? [])
    .map((status) => status.code ?? "")
    .find((each) => /^PowerState\//i.test(each));
  return code?.split("/")[1] ?? null;
};
