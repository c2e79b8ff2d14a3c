// pool.provisioning: a pool whose last operation did not succeed may be short of nodes, or have none that take pods.
import type { Fix, Outcome } from "../../outcome/check.ts";
import { combine, notAssessed, pass, warn } from "../../outcome/outcomes.ts";
import { isRunning, isStopped } from "../../outcome/pool-words.ts";
import { stateWordOf, strangeWord, thing } from "../../outcome/state-word.ts";
import { aksFix } from "../../repair/fixes.ts";
import type { AgentPool, ManagedCluster } from "../../snapshot/cluster.ts";
import { defineCheck } from "../define-check.ts";
import { lostPools } from "./lost-pools.ts";

/** Without anything to change, AKS makes the pool over into what it is to be. */
const applyAgain = (
  cluster: ManagedCluster,
  { name, nodeCount }: Readonly<{ name: string; nodeCount: number }>,
): Fix =>
  aksFix(cluster, "aks nodepool scale", ["--name", name, "--node-count", String(nodeCount)], {
    risks: [{ is: "poolReapplied" }],
    disruptive: false,
  });

function judge(cluster: ManagedCluster, pool: AgentPool): Outcome {
  const { name, count, provisioningState: state, powerState } = pool;
  const evidence = [`${name}  ${powerState}  ${state}`];
  const fix =
    count === undefined || count === 0 ? undefined : applyAgain(cluster, { name, nodeCount: count });
  const more = { resourceId: cluster.id, evidence, fix };
  switch (stateWordOf(state)) {
    case "failed":
      return warn(`The last operation on pool ${name} failed, so it may be short of nodes.`, more);
    case "canceled":
      return warn(`The last operation on pool ${name} was canceled, so it may be half done.`, more);
    case "unsaid":
    case "unknown":
      return strangeWord(thing("pool", name), "state", state);
    default:
      return isRunning(pool) || isStopped(pool)
        ? pass("No pool is left with a failed operation.", evidence)
        : strangeWord(thing("pool", name), "powerState", powerState);
  }
}

/** Whether system nodes are left is another check's. */
const gone = (cluster: ManagedCluster, { name }: AgentPool): Outcome =>
  warn(`The scale set of the pool ${name} is gone from ${cluster.nodeResourceGroup}, so it has no nodes.`, {
    resourceId: cluster.id,
    evidence: [`${name}  no scale set`],
  });

export const poolProvisioning = defineCheck({
  id: "pool.provisioning",
  severity: "high",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/availability-performance/cluster-node-virtual-machine-failed-state",
  needs: ["managedCluster"],
  looksAt: ["scaleSets"],
  after: ["cluster.power-state"],
  evaluate: ({ managedCluster: cluster, scaleSets }) =>
    cluster.agentPools.length === 0
      ? notAssessed(`Azure lists no node pools of ${cluster.name}.`)
      : combine(
          [
            ...lostPools(cluster.agentPools, scaleSets).map((pool) => gone(cluster, pool)),
            ...cluster.agentPools.map((pool) => judge(cluster, pool)),
          ],
          true,
        ),
});
