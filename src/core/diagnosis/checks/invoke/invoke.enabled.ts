// invoke.enabled: an administrator can switch the run command off.
import { az } from "../../az.ts";
import { defineCheck } from "../../define-check.ts";
import { fail, pass } from "../../outcomes.ts";

export const invokeEnabled = defineCheck({
  id: "invoke.enabled",
  title: "Run command is enabled",
  severity: "high",
  why: "The run command needs no network path, so it is the way in when all others are cut; it can be switched off.",
  remediation: "Enable the run command, if the owner of the cluster agrees.",
  source: "https://learn.microsoft.com/azure/aks/access-private-cluster#disable-run-command",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: { id, name, subscriptionId, apiServerAccess } }) => {
    const evidence = [`disableRunCommand  ${apiServerAccess.disableRunCommand}`];
    if (!apiServerAccess.disableRunCommand) return pass("The run command is enabled.", evidence);
    const set = "properties.apiServerAccessProfile.disableRunCommand=false";
    return fail(`The run command of ${name} is disabled.`, {
      resourceId: id,
      evidence,
      fix: {
        commands: [
          az(subscriptionId, "resource update", "--ids", id, "--api-version", "2025-03-01", "--set", set),
        ],
        risk: "Whoever may run commands on this cluster can do so again: a decision for its owner. Newer versions of the CLI also know `az aks update --enable-run-command`.",
        disruptive: false,
        role: "Azure Kubernetes Service Contributor Role",
      },
    });
  },
});
