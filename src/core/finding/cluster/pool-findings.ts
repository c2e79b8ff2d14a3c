// Node pools: every check of it. A new one goes here or beside this, and into the list.

import { reconcile, startPool } from "../../fix/cluster.ts";
import {
  advise,
  combine,
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  warn,
} from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { isHosted, isRunning, isStopped, modeOf } from "../../outcome/pool-words.ts";
import { stateWordOf, strangeWord, thing } from "../../outcome/state-word.ts";
import { type AgentPool, type ManagedCluster, mayProvisionNodes } from "../../snapshot/cluster.ts";
import { defineCheck } from "../kit/define-check.ts";
import { poolSubnetIpFree } from "./pool.subnet-ip-free.ts";
import { poolSystemReady } from "./pool.system-ready.ts";
import { poolVmInstances } from "./pool.vm-instances.ts";
import { lostPools, type NoPools } from "./suspect-sets.ts";

// pool.power: pools are stopped one by one; while every pool that takes ordinary pods is, none of these runs.

type PoolPowerFact = Readonly<
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

const poolPower = defineCheck({
  id: "pool.power",
  severity: "high",
  scope: "nodes",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/start-stop-nodepools",
  needs: ["managedCluster"],
  after: ["cluster.power-state", "pool.system-ready"],
  evaluate: ({ managedCluster }) => powerOf(managedCluster),
});

// pool.provisioning: a pool whose last operation did not succeed may be short of nodes, or have none that take pods.

type PoolStateFact = Readonly<
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

const poolProvisioning = defineCheck({
  id: "pool.provisioning",
  severity: "high",
  scope: "nodes",
  impact: "degrades",
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

// pool.zones: nodes of one zone go down together, and DNS and the tunnel with them.

type ZonesFact = Readonly<
  | { is: "spread"; zones: readonly string[] }
  | { is: "oneZone"; zone: string }
  /** The region may have none. */
  | { is: "noZones"; region: string }
  | { is: "noSystemPool" }
>;

const poolZones = defineCheck({
  id: "pool.zones",
  severity: "low",
  scope: "nodes",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/aks/availability-zones-overview",
  needs: ["managedCluster"],
  after: ["pool.system-ready"],
  evaluate: ({ managedCluster: cluster }): Outcome<ZonesFact | NoPools | SharedFact> => {
    if (cluster.agentPools.length === 0) return notAssessed({ is: "noPools", cluster: cluster.name });
    const system = cluster.agentPools.filter((pool) => modeOf(pool) === "system");
    if (system.length === 0 || system.some(isHosted)) return notApplicable({ is: "noSystemPool" });
    const zones = [...new Set(system.flatMap((pool) => pool.zones ?? []))].toSorted();
    const evidence = system.map((pool) => columns(pool.name, { is: "listed", names: pool.zones ?? [] }));
    const more = { resourceId: cluster.id, evidence };
    const [zone] = zones;
    if (zone === undefined) return advise({ is: "noZones", region: cluster.location }, more);
    return zones.length === 1
      ? advise({ is: "oneZone", zone }, more)
      : pass({ is: "spread", zones }, evidence);
  },
});

export const poolChecks = [
  poolSystemReady,
  poolPower,
  poolProvisioning,
  poolVmInstances,
  poolSubnetIpFree,
  poolZones,
] as const;
