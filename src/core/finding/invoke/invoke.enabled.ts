// invoke.enabled: an administrator can switch the run command off.

import { fail, pass } from "../../outcome/outcomes.ts";
import { az, orOlder } from "../../repair/az.ts";
import { clusterRole } from "../../repair/fixes.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { defineCheck } from "../define-check.ts";

/** `--enable-run-command` came after Azure CLI 2.74. */
const enable = ({ id, name, resourceGroup, subscriptionId }: ManagedCluster): string =>
  orOlder(
    az(
      subscriptionId,
      "aks update",
      "--resource-group",
      resourceGroup,
      "--name",
      name,
      "--enable-run-command",
    ),
    az(
      subscriptionId,
      "resource update",
      "--ids",
      id,
      "--api-version",
      "2025-03-01",
      "--set",
      "properties.apiServerAccessProfile.disableRunCommand=false",
    ),
  );

export const invokeEnabled = defineCheck({
  id: "invoke.enabled",
  severity: "high",
  source: "https://learn.microsoft.com/azure/aks/access-private-cluster#disable-run-command",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster }) => {
    const { id, name, apiServerAccess } = managedCluster;
    const evidence = [`disableRunCommand  ${apiServerAccess.disableRunCommand}`];
    if (!apiServerAccess.disableRunCommand) return pass("The run command is enabled.", evidence);
    return fail(`The run command of ${name} is disabled.`, {
      resourceId: id,
      evidence,
      fix: {
        commands: [enable(managedCluster)],
        risks: [{ is: "commandsEnabled" }],
        disruptive: false,
        roles: [clusterRole(managedCluster)],
      },
    });
  },
});
