// pool.system-ready: DNS, metrics and the tunnel to the API server run in the system pools.
import type { Fix, Outcome } from "../../outcome/check.ts";
import { operationOn } from "../../outcome/operation.ts";
import { advise, fail, notApplicable, notAssessed, pass } from "../../outcome/outcomes.ts";
import { isHosted, isRunning, isStopped, modeOf } from "../../outcome/pool-words.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import { aksFix, freePoolName, growPool, startPool } from "../../repair/fixes.ts";
import type { AgentPool, ManagedCluster } from "../../snapshot/cluster.ts";
import { mayProvisionNodes } from "../../snapshot/node-provisioning.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../define-check.ts";
import { lostPools } from "./lost-pools.ts";

const bringBack = (cluster: ManagedCluster, pool: AgentPool): Fix =>
  isStopped(pool) ? startPool(cluster, pool) : growPool(cluster, pool, 3);

const addSystemPool = (cluster: ManagedCluster): Fix =>
  aksFix(
    cluster,
    "aks nodepool add",
    [
      ...["--name", freePoolName(cluster, "system"), "--mode", "System"],
      ...["--node-count", "3", "--node-vm-size", "Standard_D4s_v5"],
    ],
    { risks: [{ is: "nodesCost" }], disruptive: false },
  );

/** Why nothing is said of a cluster without a running system node; null where that is certain. */
function whyUnsure(cluster: ManagedCluster, system: readonly AgentPool[]): Outcome | null {
  const uncounted = system.find((pool) => isRunning(pool) && pool.count === undefined);
  if (uncounted !== undefined)
    return notAssessed(`Azure does not say how many nodes the system pool ${uncounted.name} has.`);
  if (mayProvisionNodes(cluster))
    return notAssessed(
      `No pool of ${cluster.name} has a system node; those that node auto-provisioning made are not listed.`,
    );
  const strange = cluster.agentPools.find((pool) => modeOf(pool) === "unknown");
  if (system.length === 0 && strange !== undefined)
    return strangeWord(thing("pool", strange.name), "mode", strange.mode);
  const odd = system.find((pool) => !isRunning(pool) && !isStopped(pool));
  if (odd !== undefined) return strangeWord(thing("systemPool", odd.name), "powerState", odd.powerState);
  const operation = system.length === 0 ? null : operationOn(cluster, system);
  return operation === null
    ? null
    : notAssessed(`No system node is running, but ${operation}: wait until that has ended.`);
}

function judge(cluster: ManagedCluster, scaleSets: ClusterSnapshot["scaleSets"]): Outcome {
  const pools = cluster.agentPools.filter((pool) => modeOf(pool) === "system");
  const evidence = pools.map(
    (pool) => `${pool.name}  ${pool.powerState}  ${pool.count ?? "unsaid"} nodes  ${pool.provisioningState}`,
  );
  const more = { resourceId: cluster.id, evidence };
  if (cluster.hostedSystem !== undefined || pools.some(isHosted))
    return notApplicable(`AKS hosts the system nodes of ${cluster.name} itself.`);
  if (cluster.agentPools.length === 0) return notAssessed(`Azure lists no node pools of ${cluster.name}.`);
  const lost = lostPools(pools, scaleSets);
  const left = pools.filter((pool) => !lost.includes(pool));
  const nodes = left.filter(isRunning).reduce((sum, { count = 0 }) => sum + count, 0);
  const unsure = nodes === 0 && lost.length === 0 ? whyUnsure(cluster, pools) : null;
  if (unsure !== null) return unsure;
  const [first] = pools;
  if (first === undefined)
    return fail("The cluster has no system node pool.", { ...more, fix: addSystemPool(cluster) });
  if (nodes === 0 && lost.length > 0)
    return fail(
      `The scale set of ${lost.map(({ name }) => name).join(", ")} is gone from ${cluster.nodeResourceGroup}, so no system node is left.`,
      { ...more, fix: addSystemPool(cluster) },
    );
  if (nodes === 0) return fail("No system node is running.", { ...more, fix: bringBack(cluster, first) });
  const mayBeMore = pools.some((pool) => isRunning(pool) && pool.count === undefined);
  return nodes === 1 && !mayBeMore && !mayProvisionNodes(cluster)
    ? advise("Only one system node is running: while Azure updates it, DNS and the tunnel pause.", more)
    : pass(nodes === 1 ? "One system node is running." : `${nodes} system nodes are running.`, evidence);
}

export const poolSystemReady = defineCheck({
  id: "pool.system-ready",
  severity: "critical",
  source: "https://learn.microsoft.com/azure/aks/use-system-pools",
  needs: ["managedCluster"],
  looksAt: ["scaleSets"],
  after: ["cluster.power-state"],
  evaluate: ({ managedCluster, scaleSets }) => judge(managedCluster, scaleSets),
});
