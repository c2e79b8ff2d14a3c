// What the asker may do: every check of it. A new one is a file beside this and a line here.
import { accessArmRead } from "./access.arm-read.ts";
import { accessKubeconfig } from "./access.kubeconfig.ts";
import { accessKubernetesRole } from "./access.kubernetes-role.ts";
import { accessPimEligible } from "./access.pim-eligible.ts";

export const accessChecks = [
  accessArmRead,
  accessPimEligible,
  accessKubeconfig,
  accessKubernetesRole,
] as const;
