// invoke.schedulable-node: the command's pod tolerates no taints, so some Linux pool has to be without.
import type { Fix, Outcome } from "../../check.ts";
import { defineCheck } from "../../define-check.ts";
import { aksFix, freePoolName } from "../../fixes.ts";
import { operationOn } from "../../operation.ts";
import { fail, notAssessed, pass, warn } from "../../outcomes.ts";
import type { AgentPool, ManagedCluster } from "../../snapshot.ts";

const isRunning = ({ powerState }: AgentPool): boolean => /^running$/i.test(powerState);
const isStopped = ({ powerState }: AgentPool): boolean => /^stopped$/i.test(powerState);
const isLinux = ({ osType }: AgentPool): boolean => !/^windows$/i.test(osType);
const isTainted = ({ nodeTaints }: AgentPool): boolean =>
  nodeTaints.some((taint) => /:(NoSchedule|NoExecute)$/i.test(taint));
const isSpot = ({ scaleSetPriority }: AgentPool): boolean => /^spot$/i.test(scaleSetPriority ?? "");
const scalesFromZero = (pool: AgentPool): boolean =>
  pool.enableAutoScaling && pool.count === 0 && isRunning(pool);

const describe = (pool: AgentPool): string =>
  `${pool.name}  ${pool.osType}  ${pool.powerState}  ${pool.count} nodes  ${pool.nodeTaints.join(", ") || "no taints"}`;

/** The cheapest repair: a pool that is already fit but off, or empty; else a small new one. */
function makeRoom(cluster: ManagedCluster, fit: readonly AgentPool[]): Fix {
  const cost = { risk: "The node costs money while it runs.", disruptive: false };
  const stopped = fit.find((pool) => !isRunning(pool));
  if (stopped !== undefined) return aksFix(cluster, "aks nodepool start", ["--name", stopped.name], cost);
  const empty = fit.find((pool) => !pool.enableAutoScaling);
  if (empty !== undefined)
    return aksFix(cluster, "aks nodepool scale", ["--name", empty.name, "--node-count", "1"], cost);
  const size = ["--mode", "User", "--node-count", "1", "--node-vm-size", "Standard_D2s_v5"];
  return aksFix(cluster, "aks nodepool add", ["--name", freePoolName(cluster, "run"), ...size], cost);
}

function judge(cluster: ManagedCluster): Outcome {
  const evidence = cluster.agentPools.map(describe);
  const fit = cluster.agentPools.filter((pool) => isLinux(pool) && !isTainted(pool));
  const ready = fit.filter((pool) => isRunning(pool) && pool.count > 0);
  const more = { resourceId: cluster.id, evidence };
  if (cluster.agentPools.length === 0) return notAssessed(`Azure lists no node pools of ${cluster.name}.`);
  if (ready.some((pool) => !isSpot(pool))) return pass("A node can take the command's pod.", evidence);
  if (ready.length > 0)
    return warn("Only spot nodes can take the command's pod, and Azure may evict them.", more);
  if (fit.some(scalesFromZero))
    return warn(
      "The only pool for the command's pod is scaled to zero; the first command may time out.",
      more,
    );
  const odd = fit.find((pool) => !isRunning(pool) && !isStopped(pool));
  if (odd !== undefined)
    return notAssessed(`Azure gives pool ${odd.name} the power state "${odd.powerState}".`);
  const operation = fit.length === 0 ? null : operationOn(cluster);
  if (operation !== null)
    return notAssessed(
      `No node can take the command's pod yet, but ${operation}: wait until that has ended.`,
    );
  return fail("No node can take the command's pod: every Linux pool is tainted, stopped or empty.", {
    ...more,
    fix: makeRoom(cluster, fit),
  });
}

export const invokeSchedulableNode = defineCheck({
  id: "invoke.schedulable-node",
  title: "A node can take the run command's pod",
  severity: "high",
  why: "The command's pod tolerates no taints; where every pool is tainted, stopped or empty it never starts.",
  remediation: "Start or scale up a Linux pool without taints, or add one.",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/resolve-az-aks-command-invoke-failures",
  needs: ["managedCluster"],
  after: ["cluster.power-state", "pool.system-ready"],
  evaluate: ({ managedCluster }) => judge(managedCluster),
});
