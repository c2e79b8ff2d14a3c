// cluster.power-state: a stopped cluster has no control plane, so every way in fails.

import { aksFix, atCluster } from "../../fix/cluster.ts";
import type { Fix } from "../../fix/write/fix.ts";
import { fail, notAssessed, type Outcome, pass, type SharedFact, warn } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { isInProgress, isRunning, passageOf } from "../../outcome/operation.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { defineCheck } from "../kit/define-check.ts";

export type PowerFact = Readonly<
  { is: "stopped"; cluster: string } | { is: "running"; cluster: string } | { is: "unsaid"; cluster: string }
>;

const effect = { risks: [{ is: "apiAddressMayMove" }], disruptive: false } as const;

/** While an operation runs, Azure refuses to start the cluster: that is waited for first. */
function start(cluster: ManagedCluster): Fix {
  const at = atCluster(cluster);
  const fix = aksFix(cluster, { kind: "startCluster", at }, effect);
  return isInProgress(cluster) ? { ...fix, steps: [{ kind: "awaitCluster", at }, ...fix.steps] } : fix;
}

function powerOf(cluster: ManagedCluster): Outcome<PowerFact | SharedFact> {
  const { id, name, powerState, provisioningState } = cluster;
  const evidence = [labelled("powerState", powerState), labelled("provisioningState", provisioningState)];
  const more = { resourceId: id, evidence };
  const passage = passageOf(cluster);
  if (passage !== null) return warn({ is: "passing", cluster: name, passage }, more);
  if (/^stopped$/i.test(powerState))
    return fail({ is: "stopped", cluster: name }, { ...more, fix: start(cluster) });
  if (isRunning(cluster)) return pass({ is: "running", cluster: name }, evidence);
  return powerState === ""
    ? notAssessed({ is: "unsaid", cluster: name })
    : strangeWord(thing("named", name), "powerState", powerState);
}

export const clusterPowerState = defineCheck({
  id: "cluster.power-state",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  shownBy: "azure",
  warningLeavesOpen: true,
  source: "https://learn.microsoft.com/azure/aks/start-stop-cluster",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster }) => powerOf(managedCluster),
});
