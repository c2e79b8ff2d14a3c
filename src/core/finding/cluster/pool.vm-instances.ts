// pool.vm-instances: machines of nodes that somebody stopped, or that Azure could not make, are nodes only by name.
import {
  combine,
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { modeOf } from "../../outcome/pool-words.ts";
import { stateWordOf } from "../../outcome/state-word.ts";
import { type AgentPool, type ManagedCluster, mayProvisionNodes } from "../../snapshot/cluster.ts";
import type { NodeInstance, ScaleSet } from "../../snapshot/nodes.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import { defineCheck } from "../kit/define-check.ts";
import { mayLackMachines, poolOfSet } from "./suspect-sets.ts";

type MachinesFact = Readonly<
  /** No pool, and no scale set, is in a state that suggests it: they were not asked one by one. */
  | { is: "nothingSuggests" }
  | { is: "allRun"; pool: string; machines: number }
  | { is: "someDown"; pool: string; running: number; wanted: number }
  | { is: "someFailed"; pool: string; failed: readonly string[] }
  /** Of a pool for the system's pods, and of every other one of its kind. */
  | { is: "noneRuns"; pool: string }
  | { is: "noneListed"; pool: string }
  | { is: "stateUnsaid"; pool: string; machine: string }
>;

type MachinesOutcome = Outcome<MachinesFact | SharedFact>;

const isUp = ({ powerState }: NodeInstance): boolean => /^running$/i.test(powerState);
const isDown = ({ powerState }: NodeInstance): boolean =>
  /^(stopped|stopping|deallocated|deallocating)$/i.test(powerState);
const hasFailed = ({ provisioningState }: NodeInstance): boolean =>
  stateWordOf(provisioningState) === "failed";

type Asked = Readonly<{ set: ScaleSet; pool: AgentPool; machines: readonly NodeInstance[] }>;

/** Somebody emptied the scale set itself: AKS counts nodes that are not there. */
const isEmptied = ({ set, pool, machines }: Asked): boolean =>
  machines.length === 0 &&
  set.capacity === 0 &&
  (pool.count ?? 0) > 0 &&
  stateWordOf(pool.provisioningState) !== "moving";

/** Whether another pool has system nodes is another check's: here one counts that was not asked, being well. */
const isLast = (cluster: ManagedCluster, asked: readonly Asked[]): boolean => {
  const system = cluster.agentPools.filter((pool) => modeOf(pool) === "system");
  const isDead = ({ name }: AgentPool): boolean =>
    asked.some(
      (each) =>
        each.pool.name === name &&
        (isEmptied(each) || (each.machines.length > 0 && each.machines.every(isDown))),
    );
  return system.every(isDead) && !mayProvisionNodes(cluster);
};

function judge(each: Asked, isOnly: boolean): MachinesOutcome {
  const { set, pool, machines } = each;
  const { name, count = 0 } = pool;
  if (machines.length === 0 && !isEmptied(each)) return notAssessed({ is: "noneListed", pool: name });
  const running = machines.filter(isUp);
  const failed = machines.filter(hasFailed);
  const evidence = machines.map((machine) =>
    columns(machine.name, machine.powerState, machine.provisioningState),
  );
  const more = { resourceId: set.id, evidence };
  const strange = machines.find((machine) => !isUp(machine) && !isDown(machine));
  if (running.length === 0 && machines.every(isDown) && isOnly && modeOf(pool) === "system")
    return fail({ is: "noneRuns", pool: name }, more);
  if (failed.length > 0)
    return warn({ is: "someFailed", pool: name, failed: failed.map((machine) => machine.name) }, more);
  if (machines.some(isDown) || machines.length < count)
    return warn({ is: "someDown", pool: name, running: running.length, wanted: count }, more);
  return strange === undefined
    ? pass({ is: "allRun", pool: name, machines: running.length }, evidence)
    : notAssessed({ is: "stateUnsaid", pool: name, machine: strange.name });
}

export const poolVmInstances = defineCheck({
  id: "pool.vm-instances",
  severity: "high",
  scope: "nodes",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/node-auto-repair",
  needs: ["managedCluster"],
  looksAt: ["scaleSets", "nodeInstances"],
  after: ["cluster.power-state", "pool.power", "pool.provisioning"],
  evaluate: ({ managedCluster: cluster, scaleSets, nodeInstances }): MachinesOutcome => {
    const [gap] = scaleSets.missing;
    if (gap !== undefined) return unread(gap);
    const sets = mayLackMachines(cluster, scaleSets.items);
    if (sets.length === 0) return notApplicable({ is: "nothingSuggests" });
    const [hidden] = nodeInstances.missing;
    if (hidden !== undefined) return unread(hidden);
    const asked = sets.flatMap((set) => {
      const pool = poolOfSet(cluster, set);
      const machines = nodeInstances.items.filter(({ scaleSetId }) => sameId(scaleSetId, set.id));
      return pool === undefined ? [] : [{ set, pool, machines }];
    });
    const isOnly = isLast(cluster, asked);
    return combine(
      asked.map((each) => judge(each, isOnly)),
      true,
    );
  },
});
