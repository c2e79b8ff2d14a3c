// invoke.enabled: an administrator can switch the run command off.

import type { Outcome } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import type { Fix } from "../../outcome/fix.ts";
import { fail, pass } from "../../outcome/outcomes.ts";
import { az, orOlder } from "../../repair/az.ts";
import { clusterRole } from "../../repair/fixes.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { defineCheck } from "../define-check.ts";

export type RunCommandFact = Readonly<{ is: "enabled" } | { is: "disabled"; cluster: string }>;

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
  scope: "cluster",
  impact: "intended",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/access-private-cluster#disable-run-command",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster }): Outcome<RunCommandFact> => {
    const { id, name, apiServerAccess } = managedCluster;
    const evidence = [labelled("disableRunCommand", apiServerAccess.disableRunCommand)];
    if (!apiServerAccess.disableRunCommand) return pass({ is: "enabled" }, evidence);
    const fix: Fix = {
      commands: [enable(managedCluster)],
      risks: [{ is: "commandsEnabled" }],
      disruptive: false,
      roles: [clusterRole(managedCluster)],
    };
    return fail({ is: "disabled", cluster: name }, { resourceId: id, evidence, fix });
  },
});
