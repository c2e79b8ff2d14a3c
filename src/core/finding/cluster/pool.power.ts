// pool.power: pools are stopped one by one; while every pool that takes ordinary pods is, none of these runs.

import { startPool } from "../../fix/cluster.ts";
import { advise, fail, notAssessed, type Outcome, pass, type SharedFact } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { isRunning, isStopped } from "../../outcome/pool-words.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import { type AgentPool, type ManagedCluster, mayProvisionNodes } from "../../snapshot/cluster.ts";
import { defineCheck } from "../kit/define-check.ts";
import type { NoPools } from "./suspect-sets.ts";

export type PoolPowerFact = Readonly<
  | { is: "allRun" }
  /** Others run that take the same pods. */
  | { is: "someStopped"; pools: readonly string[] }
  /** Nothing else takes pods that tolerate no taint. */
  | { is: "allStopped"; pools: readonly string[] }
>;

const takesAnyPod = ({ nodeTaints }: AgentPool): boolean =>
  !nodeTaints.some((taint) => /:(NoSchedule|NoExecute)$/i.test(taint));

function powerOf(cluster: ManagedCluster): Outcome<PoolPowerFact | NoPools | SharedFact> {
  const { agentPools: pools } = cluster;
  if (pools.length === 0) return notAssessed({ is: "noPools", cluster: cluster.name });
  const strange = pools.find((pool) => !isRunning(pool) && !isStopped(pool));
  if (strange !== undefined)
    return strangeWord(thing("pool", strange.name), "powerState", strange.powerState);
  const evidence = pools.map(({ name, mode, powerState }) => columns(name, mode, powerState));
  const stopped = pools.filter(isStopped);
  if (stopped.length === 0) return pass({ is: "allRun" }, evidence);
  const more = { resourceId: cluster.id, evidence };
  const names = stopped.map(({ name }) => name);
  const [first] = stopped.filter(takesAnyPod);
  const isServed = mayProvisionNodes(cluster) || cluster.hostedSystem !== undefined;
  const isLeft = isServed || pools.some((pool) => isRunning(pool) && takesAnyPod(pool));
  return first === undefined || isLeft
    ? advise({ is: "someStopped", pools: names }, more)
    : fail({ is: "allStopped", pools: names }, { ...more, fix: startPool(cluster, first) });
}

export const poolPower = defineCheck({
  id: "pool.power",
  severity: "high",
  scope: "nodes",
  impact: "degrades",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/start-stop-nodepools",
  needs: ["managedCluster"],
  after: ["cluster.power-state", "pool.system-ready"],
  evaluate: ({ managedCluster }) => powerOf(managedCluster),
});
