// cluster.power-state: a stopped cluster has no control plane, so every way in fails.
import type { Outcome } from "../../check.ts";
import { defineCheck } from "../../define-check.ts";
import { aksFix } from "../../fixes.ts";
import { fail, pass, warn } from "../../outcomes.ts";
import type { ManagedCluster } from "../../snapshot.ts";

const start = (cluster: ManagedCluster) =>
  aksFix(cluster, "aks start", [], {
    risk: "Compute costs begin again. Starting may move the API server's address: diagnose again afterwards, and leave 15 to 30 minutes between a stop and a start.",
    disruptive: false,
  });

function judge(cluster: ManagedCluster): Outcome {
  const { id, name, powerState, provisioningState } = cluster;
  const evidence = [`powerState         ${powerState}`, `provisioningState  ${provisioningState}`];
  if (/^(starting|stopping)$/i.test(provisioningState))
    return warn(`${name} is ${provisioningState.toLowerCase()}; wait until that has ended.`, {
      resourceId: id,
      evidence,
    });
  if (/^stopped$/i.test(powerState))
    return fail(`${name} is stopped, so it has no API server.`, {
      resourceId: id,
      evidence,
      fix: start(cluster),
    });
  if (/^running$/i.test(powerState)) return pass(`${name} is running.`, evidence);
  return warn(`Azure gives ${name} the power state "${powerState}", which is neither Running nor Stopped.`, {
    resourceId: id,
    evidence,
  });
}

export const clusterPowerState = defineCheck({
  id: "cluster.power-state",
  title: "Cluster is running",
  severity: "critical",
  why: "A stopped cluster has no control plane, and its private name may be gone.",
  remediation: "Start the cluster, then diagnose it again.",
  source: "https://learn.microsoft.com/azure/aks/start-stop-cluster",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster }) => judge(managedCluster),
});
