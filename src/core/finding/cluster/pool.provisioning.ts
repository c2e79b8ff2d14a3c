// pool.provisioning: a pool whose last operation did not succeed may be short of nodes, or have none that take pods.

import { reconcile } from "../../fix/cluster.ts";
import { combine, notAssessed, type Outcome, pass, type SharedFact, warn } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { isRunning, isStopped } from "../../outcome/pool-words.ts";
import { stateWordOf, strangeWord, thing } from "../../outcome/state-word.ts";
import type { AgentPool, ManagedCluster } from "../../snapshot/cluster.ts";
import { defineCheck } from "../kit/define-check.ts";
import { lostPools, type NoPools } from "./suspect-sets.ts";

export type PoolStateFact = Readonly<
  | { is: "operationFailed"; pool: string }
  | { is: "operationCanceled"; pool: string }
  | { is: "noneFailed" }
  | { is: "scaleSetGone"; pool: string; from: string }
>;

type PoolOutcome = Outcome<PoolStateFact | NoPools | SharedFact>;

function poolState(cluster: ManagedCluster, pool: AgentPool): PoolOutcome {
  const { name, provisioningState: state, powerState } = pool;
  const evidence = [columns(name, powerState, state)];
  const more = { resourceId: cluster.id, evidence, fix: reconcile(cluster) };
  switch (stateWordOf(state)) {
    case "failed":
      return warn({ is: "operationFailed", pool: name }, more);
    case "canceled":
      return warn({ is: "operationCanceled", pool: name }, more);
    case "unsaid":
    case "unknown":
      return strangeWord(thing("pool", name), "state", state);
    default:
      return isRunning(pool) || isStopped(pool)
        ? pass({ is: "noneFailed" }, evidence)
        : strangeWord(thing("pool", name), "powerState", powerState);
  }
}

/** Whether system nodes are left is another check's. */
const gone = (cluster: ManagedCluster, { name }: AgentPool): PoolOutcome =>
  warn(
    { is: "scaleSetGone", pool: name, from: cluster.nodeResourceGroup },
    { resourceId: cluster.id, evidence: [columns(name, { is: "noScaleSet" })] },
  );

export const poolProvisioning = defineCheck({
  id: "pool.provisioning",
  severity: "high",
  scope: "nodes",
  impact: "degrades",
  shownBy: "azure",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/availability-performance/cluster-node-virtual-machine-failed-state",
  needs: ["managedCluster"],
  looksAt: ["scaleSets"],
  after: ["cluster.power-state", "identity.kind", "identity.subnet-role", "identity.route-role"],
  evaluate: ({ managedCluster: cluster, scaleSets }): PoolOutcome =>
    cluster.agentPools.length === 0
      ? notAssessed({ is: "noPools", cluster: cluster.name })
      : combine(
          [
            ...lostPools(cluster.agentPools, scaleSets).map((pool) => gone(cluster, pool)),
            ...cluster.agentPools.map((pool) => poolState(cluster, pool)),
          ],
          true,
        ),
});
