// pool.system-ready: DNS, metrics and the tunnel to the API server run in the system pools.
import type { Fix, Outcome } from "../../check.ts";
import { defineCheck } from "../../define-check.ts";
import { aksFix, freePoolName, growPool, startPool } from "../../fixes.ts";
import { provisionsNodes } from "../../node-provisioning.ts";
import { operationOn } from "../../operation.ts";
import { fail, notApplicable, notAssessed, pass, warn } from "../../outcomes.ts";
import type { AgentPool, ManagedCluster } from "../../snapshot.ts";

const isRunning = ({ powerState }: AgentPool): boolean => /^running$/i.test(powerState);
const isStopped = ({ powerState }: AgentPool): boolean => /^stopped$/i.test(powerState);

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
    { risk: "The nodes cost money while they run.", disruptive: false },
  );

function judge(cluster: ManagedCluster): Outcome {
  const pools = cluster.agentPools.filter(({ mode }) => /^system$/i.test(mode));
  const evidence = pools.map(
    (pool) => `${pool.name}  ${pool.powerState}  ${pool.count ?? "unsaid"} nodes  ${pool.provisioningState}`,
  );
  const more = { resourceId: cluster.id, evidence };
  if (cluster.hostedSystem !== undefined)
    return notApplicable(`AKS hosts the system nodes of ${cluster.name} itself.`);
  if (cluster.agentPools.length === 0) return notAssessed(`Azure lists no node pools of ${cluster.name}.`);
  const [first] = pools;
  const nodes = pools.filter(isRunning).reduce((sum, { count = 0 }) => sum + count, 0);
  const uncounted = pools.find((pool) => isRunning(pool) && pool.count === undefined);
  if (nodes === 0 && uncounted !== undefined)
    return notAssessed(`Azure does not say how many nodes the system pool ${uncounted.name} has.`);
  if (nodes === 0 && provisionsNodes(cluster))
    return notAssessed(
      `No pool of ${cluster.name} has a system node; those that node auto-provisioning made are not listed.`,
    );
  const unsaid = cluster.agentPools.find(({ mode }) => mode === "");
  if (first === undefined && unsaid !== undefined)
    return notAssessed(`Azure does not say whether pool ${unsaid.name} is a system pool.`);
  if (first === undefined)
    return fail("The cluster has no system node pool.", { ...more, fix: addSystemPool(cluster) });
  const odd = pools.find((pool) => !isRunning(pool) && !isStopped(pool));
  const operation = operationOn(cluster, pools);
  if (nodes === 0 && odd === undefined && operation !== null)
    return notAssessed(`No system node is running, but ${operation}: wait until that has ended.`);
  if (nodes === 0 && odd === undefined)
    return fail("No system node is running.", { ...more, fix: bringBack(cluster, first) });
  if (odd !== undefined)
    return warn(`The system pool ${odd.name} has the unknown power state "${odd.powerState}".`, more);
  const failed = pools.find(({ provisioningState }) => /^failed$/i.test(provisioningState));
  if (failed !== undefined) return warn(`The last operation on the system pool ${failed.name} failed.`, more);
  return nodes === 1 && uncounted === undefined && !provisionsNodes(cluster)
    ? warn("Only one system node is running.", more)
    : pass(nodes === 1 ? "One system node is running." : `${nodes} system nodes are running.`, evidence);
}

export const poolSystemReady = defineCheck({
  id: "pool.system-ready",
  title: "System nodes are running",
  severity: "critical",
  why: "DNS, metrics and the tunnel to the API server run on system nodes.",
  remediation: "Start or scale up a system pool.",
  source: "https://learn.microsoft.com/azure/aks/use-system-pools",
  needs: ["managedCluster"],
  after: ["cluster.power-state"],
  evaluate: ({ managedCluster }) => judge(managedCluster),
});
