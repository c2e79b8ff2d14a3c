// k8s.sched-events: how often pods found no node in the last hour, those too that have found one since.
import type { Outcome } from "../../../outcome/check.ts";
import { fail, pass, warn } from "../../../outcome/outcomes.ts";
import type { Warning } from "../../model.ts";
import { defineFinding } from "../define-finding.ts";
import { inLastHour } from "./recent.ts";

export type SchedulingFact = Readonly<
  { is: "few"; count: number } | { is: "many"; count: number } | { is: "inSystem"; count: number }
>;

const many = 10;

const total = (warnings: readonly Warning[]): number => warnings.reduce((sum, { count }) => sum + count, 0);

export const schedulingEvents = defineFinding({
  id: "k8s.sched-events",
  severity: "medium",
  source: "https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/",
  needs: ["warnings"],
  after: ["k8s.pending-pods", "pool.subnet-ip-free", "k8s.nodes-ready", "k8s.node-cordoned"],
  evaluate: ({ warnings }, { now }): Outcome<SchedulingFact> => {
    const unplaced = inLastHour(warnings, now).filter(({ reason }) => reason === "FailedScheduling");
    const system = unplaced.filter(({ namespace }) => ["kube-system", "aks-command"].includes(namespace));
    if (system.length > 0) return fail({ is: "inSystem", count: total(system) });
    const count = total(unplaced);
    return count > many ? warn({ is: "many", count }) : pass({ is: "few", count });
  },
});
