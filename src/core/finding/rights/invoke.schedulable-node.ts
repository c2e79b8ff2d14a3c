// invoke.schedulable-node: the command's pod tolerates no taints, so some Linux pool has to be without.

import { aksFix, atCluster, freePoolName, growPool, startPool } from "../../fix/cluster.ts";
import type { Fix } from "../../fix/write/fix.ts";
import {
  advise,
  fail,
  notAssessed,
  type Operation,
  type Outcome,
  pass,
  type SharedFact,
  warn,
} from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import { operationOn } from "../../outcome/operation.ts";
import {
  isLinux,
  isRegular,
  isRunning,
  isSpot,
  isStopped,
  isWindows,
  modeOf,
} from "../../outcome/pool-words.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import {
  type AgentPool,
  type ManagedCluster,
  mayProvisionNodes,
  provisionsNodes,
} from "../../snapshot/cluster.ts";
import { lostPools, type PoolsFact } from "../cluster/suspect-sets.ts";
import { defineCheck } from "../kit/define-check.ts";

type PodRoomFact = Readonly<
  | { is: "fits" }
  /** AKS makes a node where none is free. */
  | { is: "nodeMade"; cluster: string }
  | { is: "hostedMayDo"; cluster: string }
  | { is: "scaledToZero" }
  | { is: "noNodeYet"; operation: Operation }
  /** Of `lost` pools the scale set is gone, and nodes of `spot` ones are tainted by AKS itself. */
  | { is: "noNode"; lost: readonly string[]; spot: readonly string[] }
>;

type RoomOutcome = Outcome<PodRoomFact | PoolsFact | SharedFact>;

/**
 * By its own taints, or by the one with which AKS keeps such nodes for pods that ask for them, whether Azure lists it or not.
 * https://learn.microsoft.com/azure/aks/spot-node-pool
 */
const isTainted = (pool: AgentPool): boolean =>
  isSpot(pool) ||
  modeOf(pool) === "gateway" ||
  pool.nodeTaints.some((taint) => /:(NoSchedule|NoExecute)$/i.test(taint));
const scalesFromZero = (pool: AgentPool): boolean =>
  pool.enableAutoScaling !== false && pool.maxCount !== 0 && pool.count === 0 && isRunning(pool);

const describe = ({ name, osType, powerState, count, nodeTaints: taints }: AgentPool): Columns =>
  columns(name, osType, powerState, { is: "nodes", count: count ?? null }, { is: "taints", taints });

/** The cheapest repair: a pool that is already fit but off, or empty; else a small new one. */
function makeRoom(cluster: ManagedCluster, fit: readonly AgentPool[]): Fix | null {
  const stopped = fit.find(isStopped);
  if (stopped !== undefined) return startPool(cluster, stopped);
  const [empty] = fit;
  if (empty !== undefined) return growPool(cluster, empty, 1);
  const at = atCluster(cluster, freePoolName(cluster, "run"));
  const step = { kind: "addPool", at, mode: "User", count: 1, size: "Standard_D2s_v5" } as const;
  return aksFix(cluster, step, { is: "nodeCosts" });
}

/** No node is ready for it: whether that is a fault, or will change by itself, or cannot be known. */
function judgeEmpty(
  cluster: ManagedCluster,
  fit: readonly AgentPool[],
  lost: readonly AgentPool[],
  evidence: readonly Columns[],
): RoomOutcome {
  const { id, name, agentPools, hostedSystem } = cluster;
  const more = { resourceId: id, evidence };
  if (provisionsNodes(cluster)) return advise({ is: "nodeMade", cluster: name }, more);
  if (mayProvisionNodes(cluster))
    return strangeWord(thing("named", name), "nodeProvisioning", cluster.nodeProvisioningMode ?? "");
  if (hostedSystem !== undefined) return notAssessed({ is: "hostedMayDo", cluster: name });
  if (agentPools.length === 0) return notAssessed({ is: "noPools", cluster: name });
  if (fit.some(scalesFromZero)) return warn({ is: "scaledToZero" }, more);
  const odd = fit.find((pool) => !isRunning(pool) && !isStopped(pool));
  if (odd !== undefined) return strangeWord(thing("pool", odd.name), "powerState", odd.powerState);
  const strange = agentPools.find((pool) => !isLinux(pool) && !isWindows(pool));
  if (strange !== undefined) return strangeWord(thing("pool", strange.name), "system", strange.osType);
  const uncounted = fit.find((pool) => isRunning(pool) && pool.count === undefined);
  if (uncounted !== undefined)
    return notAssessed({ is: "nodesUncounted", of: thing("pool", uncounted.name) });
  const operation = fit.length === 0 ? null : operationOn(cluster);
  if (operation !== null) return notAssessed({ is: "noNodeYet", operation });
  const gone = lost.map((pool) => pool.name);
  const spot = agentPools.filter(isSpot).map((pool) => pool.name);
  return fail({ is: "noNode", lost: gone, spot }, { ...more, fix: makeRoom(cluster, fit) });
}

function roomForPod(cluster: ManagedCluster, lost: readonly AgentPool[]): RoomOutcome {
  const evidence = cluster.agentPools.map(describe);
  const fit = cluster.agentPools.filter((pool) => isLinux(pool) && !isTainted(pool) && !lost.includes(pool));
  const ready = fit.filter((pool) => isRunning(pool) && (pool.count ?? 0) > 0);
  if (ready.length === 0) return judgeEmpty(cluster, fit, lost, evidence);
  const [strange] = ready.filter((pool) => !isRegular(pool));
  return strange !== undefined && !ready.some(isRegular)
    ? strangeWord(thing("pool", strange.name), "priority", strange.scaleSetPriority ?? "")
    : pass({ is: "fits" }, evidence);
}

export const invokeSchedulableNode = defineCheck({
  id: "invoke.schedulable-node",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/resolve-az-aks-command-invoke-failures",
  needs: ["managedCluster"],
  looksAt: ["scaleSets"],
  after: ["cluster.power-state", "pool.system-ready", "pool.power"],
  evaluate: ({ managedCluster, scaleSets }) =>
    roomForPod(managedCluster, lostPools(managedCluster.agentPools, scaleSets)),
});
