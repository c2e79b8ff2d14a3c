// Node pools: every check of it. A new one is a file beside this and a line here.
import { poolPower } from "./pool.power.ts";
import { poolProvisioning } from "./pool.provisioning.ts";
import { poolSubnetIpFree } from "./pool.subnet-ip-free.ts";
import { poolSystemReady } from "./pool.system-ready.ts";
import { poolVmInstances } from "./pool.vm-instances.ts";
import { poolZones } from "./pool.zones.ts";

export const poolChecks = [
  poolSystemReady,
  poolPower,
  poolProvisioning,
  poolVmInstances,
  poolSubnetIpFree,
  poolZones,
] as const;
