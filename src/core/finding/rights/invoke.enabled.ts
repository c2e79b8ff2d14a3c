// invoke.enabled: an administrator can switch the run command off.

import { aksFix, atCluster } from "../../fix/cluster.ts";
import { fail, type Outcome, pass } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { defineCheck } from "../kit/define-check.ts";

export type RunCommandFact = Readonly<{ is: "enabled" } | { is: "disabled"; cluster: string }>;

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
    const fix = aksFix(
      managedCluster,
      { kind: "enableRunCommand", at: atCluster(managedCluster), id },
      { risks: [{ is: "commandsEnabled" }], disruptive: false },
    );
    return fail({ is: "disabled", cluster: name }, { resourceId: id, evidence, fix });
  },
});
