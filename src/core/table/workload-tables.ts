// What keeps a number of pods: how many it wants, has and has updated.
import {
  type Cell,
  countIn,
  isYoung,
  type Judged,
  type Level,
  minute,
  shareIn,
  type TableKind,
  word,
} from "./table.ts";

/** A rollout that goes well is through within this. */
const rollout = 2 * minute;

type Pods = Readonly<{ want: number | null; ready: number | null; updated: number | null; age: string }>;

/** `updated`: null where the table does not say. A workload's age says nothing of its rollout, unless it is new. */
function judgeWorkload({ want, ready, updated, age }: Pods): Judged {
  if (want === null || ready === null) return { level: "unknown", state: null };
  if (want === 0) return { level: "fine", state: { is: "scaledToZero" } };
  if (ready < want) {
    if (isYoung(age, rollout)) return { level: "moving", state: { is: "rollingOut" } };
    return ready === 0
      ? { level: "broken", state: { is: "notReady" } }
      : { level: "warning", state: { is: "partlyReady" } };
  }
  if (updated !== null && updated < want) return { level: "warning", state: { is: "rollingOut" } };
  return { level: "fine", state: { is: "ready" } };
}

// kubectl get deployments.

export const deployments: TableKind = {
  resources: ["deployments"],
  verb: "get",
  needs: ["NAME", "READY"],
  facts: ["READY", "UP-TO-DATE", "AGE", "IMAGES"],
  judge: (cell) => {
    const ready = shareIn(cell("READY"));
    const updated = countIn(cell("UP-TO-DATE"));
    return judgeWorkload({
      want: ready?.want ?? null,
      ready: ready?.have ?? null,
      updated,
      age: cell("AGE"),
    });
  },
};

// kubectl get statefulsets.

export const statefulsets: TableKind = {
  resources: ["statefulsets"],
  verb: "get",
  needs: ["NAME", "READY"],
  facts: ["READY", "AGE", "IMAGES"],
  judge: (cell) => {
    const ready = shareIn(cell("READY"));
    return judgeWorkload({
      want: ready?.want ?? null,
      ready: ready?.have ?? null,
      updated: null,
      age: cell("AGE"),
    });
  },
};

// kubectl get daemonsets. One that fits no node wants no pod.

export const daemonsets: TableKind = {
  resources: ["daemonsets"],
  verb: "get",
  needs: ["NAME", "DESIRED", "READY"],
  facts: ["DESIRED", "READY", "UP-TO-DATE", "AGE"],
  judge: (cell) => {
    const want = countIn(cell("DESIRED"));
    if (want === 0) return { level: "plain", state: null };
    return judgeWorkload({
      want,
      ready: countIn(cell("READY")),
      updated: countIn(cell("UP-TO-DATE")),
      age: cell("AGE"),
    });
  },
};

// kubectl get replicasets, and replicationcontrollers. One that is scaled to zero is usually an older version's.

export const replicasets: TableKind = {
  resources: ["replicasets", "replicationcontrollers"],
  verb: "get",
  needs: ["NAME", "DESIRED", "READY"],
  facts: ["DESIRED", "READY", "AGE", "IMAGES"],
  judge: (cell) =>
    judgeWorkload({
      want: countIn(cell("DESIRED")),
      ready: countIn(cell("READY")),
      updated: null,
      age: cell("AGE"),
    }),
};

// kubectl get jobs. STATUS is printed since 1.31; before that nothing tells a job that failed from one that runs.
// https://kubernetes.io/docs/concepts/workloads/controllers/job/

const levels: ReadonlyMap<string, Level> = new Map([
  ["Failed", "broken"],
  ["FailureTarget", "broken"],
  ["Complete", "fine"],
  ["SuccessCriteriaMet", "fine"],
  ["Running", "moving"],
  ["Terminating", "moving"],
  ["Suspended", "plain"],
]);

function judge(cell: Cell): Judged {
  const status = cell("STATUS");
  if (status !== "") return word(levels.get(status) ?? "unknown", status);
  const completions = shareIn(cell("COMPLETIONS"));
  if (completions !== null && completions.have >= completions.want) return word("fine", "Complete");
  return { level: "unknown", state: { is: "notComplete" } };
}

export const jobs: TableKind = {
  resources: ["jobs"],
  verb: "get",
  needs: ["NAME", "COMPLETIONS"],
  facts: ["COMPLETIONS", "DURATION", "AGE"],
  judge,
};

// kubectl get cronjobs. How their jobs end stands with the jobs.

export const cronjobs: TableKind = {
  resources: ["cronjobs"],
  verb: "get",
  needs: ["NAME", "SUSPEND"],
  facts: ["SCHEDULE", "LAST SCHEDULE", "ACTIVE", "AGE"],
  judge: (cell) =>
    cell("SUSPEND") === "True"
      ? { level: "warning", state: { is: "suspended" } }
      : { level: "plain", state: null },
};

// kubectl get horizontalpodautoscalers.

function judgeAutoscaler(cell: Cell): Judged {
  const [most, replicas] = [countIn(cell("MAXPODS")), countIn(cell("REPLICAS"))];
  if (cell("TARGETS").includes("<unknown>")) return { level: "warning", state: { is: "noMetric" } };
  if (most === null || replicas === null) return { level: "unknown", state: null };
  return replicas >= most
    ? { level: "warning", state: { is: "atMaximum" } }
    : { level: "plain", state: null };
}

export const autoscalers: TableKind = {
  resources: ["horizontalpodautoscalers"],
  verb: "get",
  needs: ["NAME", "TARGETS", "MAXPODS", "REPLICAS"],
  facts: ["TARGETS", "REPLICAS", "MAXPODS", "REFERENCE"],
  judge: judgeAutoscaler,
};
