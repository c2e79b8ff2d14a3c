// k8s.sched-events: events of the last hour that say that a pod found no node, whether it has found one since or not. Who
// may write events may write these: they are no fault by themselves, and pods that wait now have a finding of their own.
import { advise, type Outcome, pass } from "../../outcome/check.ts";
import type { Warning } from "../reads/model.ts";
import { defineFinding } from "./define-finding.ts";
import { inLastHour } from "./recent.ts";

/** `by`: who says so most often; the others, with all that they say, are left out. `from`: "" where nobody is named. */
export type SchedulingFact = Readonly<{
  is: "few" | "many" | "inSystem";
  count: number;
  by: readonly Readonly<{ from: string; count: number }>[];
}>;

const many = 10;
const mostReporters = 3;

const total = (warnings: readonly Warning[]): number => warnings.reduce((sum, { count }) => sum + count, 0);

function reportersOf(warnings: readonly Warning[]): SchedulingFact["by"] {
  const counts = Map.groupBy(warnings, ({ from }) => from);
  const all = [...counts].map(([from, some]) => ({ from, count: total(some) }));
  const byCount = all.toSorted((one, other) => other.count - one.count || (one.from < other.from ? -1 : 1));
  return byCount.slice(0, mostReporters);
}

const factOf = <Is extends SchedulingFact["is"]>(is: Is, warnings: readonly Warning[]) => ({
  is,
  count: total(warnings),
  by: reportersOf(warnings),
});

export const schedulingEvents = defineFinding({
  id: "k8s.sched-events",
  severity: "medium",
  scope: "cluster",
  impact: "advises",
  source: "https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/",
  needs: ["warnings"],
  after: ["k8s.pending-pods", "pool.subnet-ip-free", "k8s.nodes-ready", "k8s.node-cordoned"],
  evaluate: ({ warnings }, { now }): Outcome<SchedulingFact> => {
    const unplaced = inLastHour(warnings, now).filter(({ reason }) => reason === "FailedScheduling");
    const system = unplaced.filter(({ namespace }) => ["kube-system", "aks-command"].includes(namespace));
    if (system.length > 0) return advise(factOf("inSystem", system));
    return total(unplaced) > many ? advise(factOf("many", unplaced)) : pass(factOf("few", unplaced));
  },
});
