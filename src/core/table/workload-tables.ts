// What keeps a number of pods: how many it wants, has and has updated.
import {
  byStatus,
  type Cell,
  countIn,
  isYoung,
  type Judged,
  judgedAs,
  listed,
  minute,
  plain,
  shareIn,
  word,
} from "./table.ts";

/** A rollout that goes well is through within this. */
const rollout = 2 * minute;

type Pods = Readonly<{ want: number | null; ready: number | null; updated: number | null }>;

/** `updated`: null where the table does not say. A workload's age says nothing of its rollout, unless it is new. */
function judgeWorkload(cell: Cell, { want, ready, updated }: Pods): Judged {
  if (want === null || ready === null) return { level: "unknown", state: null };
  if (want === 0) return judgedAs("fine", "scaledToZero");
  if (ready < want) {
    if (isYoung(cell("AGE"), rollout)) return judgedAs("moving", "rollingOut");
    return ready === 0 ? judgedAs("broken", "notReady") : judgedAs("warning", "partlyReady");
  }
  if (updated !== null && updated < want) return judgedAs("warning", "rollingOut");
  return judgedAs("fine", "ready");
}

function judgeByShare(cell: Cell, updated: number | null): Judged {
  const { want = null, have: ready = null } = shareIn(cell("READY")) ?? {};
  return judgeWorkload(cell, { want, ready, updated });
}

const judgeByCounts = (cell: Cell, updated: number | null): Judged =>
  judgeWorkload(cell, { want: countIn(cell("DESIRED")), ready: countIn(cell("READY")), updated });

export const deployments = listed("deployments", "NAME, READY", "READY, UP-TO-DATE, AGE, IMAGES", (cell) =>
  judgeByShare(cell, countIn(cell("UP-TO-DATE"))),
);

export const statefulsets = listed("statefulsets", "NAME, READY", "READY, AGE, IMAGES", (cell) =>
  judgeByShare(cell, null),
);

/** One that fits no node wants no pod. */
export const daemonsets = listed(
  "daemonsets",
  "NAME, DESIRED, READY",
  "DESIRED, READY, UP-TO-DATE, AGE",
  (cell) => (countIn(cell("DESIRED")) === 0 ? plain : judgeByCounts(cell, countIn(cell("UP-TO-DATE")))),
);

/** One that is scaled to zero is usually an older version's. */
export const replicasets = listed(
  "replicasets, replicationcontrollers",
  "NAME, DESIRED, READY",
  "DESIRED, READY, AGE, IMAGES",
  (cell) => judgeByCounts(cell, null),
);

// kubectl get jobs. STATUS is printed since 1.31; before that nothing tells a job that failed from one that runs.
// https://kubernetes.io/docs/concepts/workloads/controllers/job/

const levels = byStatus({
  Failed: "broken",
  FailureTarget: "broken",
  Complete: "fine",
  SuccessCriteriaMet: "fine",
  Running: "moving",
  Terminating: "moving",
  Suspended: "plain",
});

function judge(cell: Cell): Judged {
  if (cell("STATUS") !== "") return levels(cell);
  const completions = shareIn(cell("COMPLETIONS"));
  if (completions !== null && completions.have >= completions.want) return word("fine", "Complete");
  return judgedAs("unknown", "notComplete");
}

export const jobs = listed("jobs", "NAME, COMPLETIONS", "COMPLETIONS, DURATION, AGE", judge);

/** How their jobs end stands with the jobs. */
export const cronjobs = listed("cronjobs", "NAME, SUSPEND", "SCHEDULE, LAST SCHEDULE, ACTIVE, AGE", (cell) =>
  cell("SUSPEND") === "True" ? judgedAs("warning", "suspended") : plain,
);

function judgeAutoscaler(cell: Cell): Judged {
  const [most, replicas] = [countIn(cell("MAXPODS")), countIn(cell("REPLICAS"))];
  if (cell("TARGETS").includes("<unknown>")) return judgedAs("warning", "noMetric");
  if (most === null || replicas === null) return { level: "unknown", state: null };
  return replicas >= most ? judgedAs("warning", "atMaximum") : plain;
}

export const autoscalers = listed(
  "horizontalpodautoscalers",
  "NAME, TARGETS, MAXPODS, REPLICAS",
  "TARGETS, REPLICAS, MAXPODS, REFERENCE",
  judgeAutoscaler,
);
