// invoke.schedulable-node: the command's pod tolerates no taints, so some Linux pool has to be without.
import type { Fix, Outcome } from "../../outcome/check.ts";
import { operationOn } from "../../outcome/operation.ts";
import { advise, fail, notAssessed, pass, warn } from "../../outcome/outcomes.ts";
import { isLinux, isRegular, isRunning, isSpot, isStopped, isWindows } from "../../outcome/pool-words.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import { aksFix, freePoolName, growPool, startPool } from "../../repair/fixes.ts";
import type { AgentPool, ManagedCluster } from "../../snapshot/cluster.ts";
import { mayProvisionNodes, provisionsNodes } from "../../snapshot/node-provisioning.ts";
import { defineCheck } from "../define-check.ts";
import { lostPools } from "../pool/lost-pools.ts";

const isTainted = ({ nodeTaints }: AgentPool): boolean =>
  nodeTaints.some((taint) => /:(NoSchedule|NoExecute)$/i.test(taint));
const scalesFromZero = (pool: AgentPool): boolean =>
  pool.enableAutoScaling && pool.maxCount !== 0 && pool.count === 0 && isRunning(pool);

const describe = (pool: AgentPool): string =>
  `${pool.name}  ${pool.osType}  ${pool.powerState}  ${pool.count ?? "unsaid"} nodes  ${pool.nodeTaints.join(", ") || "no taints"}`;

/** The cheapest repair: a pool that is already fit but off, or empty; else a small new one. */
function makeRoom(cluster: ManagedCluster, fit: readonly AgentPool[]): Fix {
  const cost = { risks: [{ is: "nodeCosts" }], disruptive: false } as const;
  const stopped = fit.find(isStopped);
  if (stopped !== undefined) return startPool(cluster, stopped);
  const [empty] = fit;
  if (empty !== undefined) return growPool(cluster, empty, 1);
  const size = ["--mode", "User", "--node-count", "1", "--node-vm-size", "Standard_D2s_v5"];
  return aksFix(cluster, "aks nodepool add", ["--name", freePoolName(cluster, "run"), ...size], cost);
}

const noNode = (lost: readonly AgentPool[]): string => {
  const names = lost.map(({ name }) => name).join(", ");
  return lost.length === 0
    ? "No node can take the command's pod: every Linux pool is tainted, stopped or empty."
    : `No node can take the command's pod: the scale set of ${names} is gone, and every other Linux pool is tainted, stopped or empty.`;
};

/** No node is ready for it: whether that is a fault, or will change by itself, or cannot be known. */
function judgeEmpty(
  cluster: ManagedCluster,
  fit: readonly AgentPool[],
  lost: readonly AgentPool[],
  evidence: readonly string[],
): Outcome {
  const { id, name, agentPools, hostedSystem } = cluster;
  if (provisionsNodes(cluster))
    return advise(
      `AKS makes nodes for ${name} as pods need them: where none is free, the first command may time out while one starts.`,
      { resourceId: id, evidence },
    );
  if (mayProvisionNodes(cluster))
    return strangeWord(thing("named", name), "nodeProvisioning", cluster.nodeProvisioningMode ?? "");
  if (hostedSystem !== undefined)
    return notAssessed(
      `AKS hosts the system nodes of ${name} and lists them in no pool: one may take the command's pod.`,
    );
  if (agentPools.length === 0) return notAssessed(`Azure lists no node pools of ${name}.`);
  if (fit.some(scalesFromZero))
    return warn("The only pool for the command's pod is scaled to zero; the first command may time out.", {
      resourceId: id,
      evidence,
    });
  const odd = fit.find((pool) => !isRunning(pool) && !isStopped(pool));
  if (odd !== undefined) return strangeWord(thing("pool", odd.name), "powerState", odd.powerState);
  const strange = agentPools.find((pool) => !isLinux(pool) && !isWindows(pool));
  if (strange !== undefined) return strangeWord(thing("pool", strange.name), "system", strange.osType);
  const uncounted = fit.find((pool) => isRunning(pool) && pool.count === undefined);
  if (uncounted !== undefined)
    return notAssessed(`Azure does not say how many nodes pool ${uncounted.name} has.`);
  const operation = fit.length === 0 ? null : operationOn(cluster);
  return operation === null
    ? fail(noNode(lost), {
        resourceId: id,
        evidence,
        fix: makeRoom(cluster, fit),
      })
    : notAssessed(`No node can take the command's pod yet, but ${operation}: wait until that has ended.`);
}

function judge(cluster: ManagedCluster, lost: readonly AgentPool[]): Outcome {
  const evidence = cluster.agentPools.map(describe);
  const fit = cluster.agentPools.filter((pool) => isLinux(pool) && !isTainted(pool) && !lost.includes(pool));
  const ready = fit.filter((pool) => isRunning(pool) && (pool.count ?? 0) > 0);
  if (ready.length === 0) return judgeEmpty(cluster, fit, lost, evidence);
  const strange = ready.find((pool) => !isSpot(pool) && !isRegular(pool));
  if (strange !== undefined && !ready.some(isRegular))
    return strangeWord(thing("pool", strange.name), "priority", strange.scaleSetPriority ?? "");
  return ready.every(isSpot)
    ? warn("Only spot nodes can take the command's pod, and Azure may evict them.", {
        resourceId: cluster.id,
        evidence,
      })
    : pass("A node can take the command's pod.", evidence);
}

export const invokeSchedulableNode = defineCheck({
  id: "invoke.schedulable-node",
  severity: "high",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/resolve-az-aks-command-invoke-failures",
  needs: ["managedCluster"],
  looksAt: ["scaleSets"],
  after: ["cluster.power-state", "pool.system-ready"],
  evaluate: ({ managedCluster, scaleSets }) =>
    judge(managedCluster, lostPools(managedCluster.agentPools, scaleSets)),
});
