// Columns of the workload kinds.

import { humanDuration, since } from "../age.ts";
import { at, condition, fieldsAt, type KubeObject, list, number, text } from "../kube-object.ts";
import {
  ageColumn,
  type Column,
  column,
  containerColumns,
  field,
  labelsText,
  nameColumn,
  none,
  selectorColumn,
} from "./column.ts";

const template = "spec.template.spec";
const ready = column("Ready", (o) => `${number(o, "status.readyReplicas")}/${number(o, "spec.replicas", 1)}`);
const count = (name: string, path: string, fallback = 0) => column(name, (o) => number(o, path, fallback));

export const deploymentColumns: Column[] = [
  nameColumn,
  ready,
  count("Up-to-date", "status.updatedReplicas"),
  count("Available", "status.availableReplicas"),
  ageColumn,
  ...containerColumns(template),
  selectorColumn("spec.selector"),
];

export const replicaSetColumns: Column[] = [
  nameColumn,
  count("Desired", "spec.replicas", 1),
  count("Current", "status.replicas"),
  count("Ready", "status.readyReplicas"),
  ageColumn,
  ...containerColumns(template),
  selectorColumn("spec.selector"),
];

export const statefulSetColumns: Column[] = [nameColumn, ready, ageColumn, ...containerColumns(template)];

export const daemonSetColumns: Column[] = [
  nameColumn,
  count("Desired", "status.desiredNumberScheduled"),
  count("Current", "status.currentNumberScheduled"),
  count("Ready", "status.numberReady"),
  count("Up-to-date", "status.updatedNumberScheduled"),
  count("Available", "status.numberAvailable"),
  column("Node Selector", (o) => labelsText(fieldsAt(o, `${template}.nodeSelector`))),
  ageColumn,
  ...containerColumns(template),
  selectorColumn("spec.selector"),
];

export const jobColumns: Column[] = [
  nameColumn,
  column("Status", jobStatus),
  column("Completions", completions),
  column("Duration", jobDuration),
  ageColumn,
  ...containerColumns(template),
  selectorColumn("spec.selector"),
];

export const cronJobColumns: Column[] = [
  nameColumn,
  field("Schedule", "spec.schedule"),
  field("Timezone", "spec.timeZone", none),
  column("Suspend", (o) => (at(o, "spec.suspend") === true ? "True" : "False")),
  column("Active", (o) => list(o, "status.active").length),
  column("Last Schedule", (o, now) => {
    const last = text(o, "status.lastScheduleTime");
    return last === "" ? none : since(last, now);
  }),
  ageColumn,
  ...containerColumns("spec.jobTemplate.spec.template.spec"),
  selectorColumn("spec.jobTemplate.spec.selector"),
];

export const autoscalerColumns: Column[] = [
  nameColumn,
  column("Reference", (o) => `${text(o, "spec.scaleTargetRef.kind")}/${text(o, "spec.scaleTargetRef.name")}`),
  column("Targets", targets),
  field("MinPods", "spec.minReplicas", "<unset>"),
  count("MaxPods", "spec.maxReplicas"),
  count("Replicas", "status.currentReplicas"),
  ageColumn,
];

function jobStatus(job: KubeObject): string {
  const is = (type: string) => text(condition(job, type), "status") === "True";
  if (is("Complete")) return "Complete";
  if (is("Failed")) return "Failed";
  if (text(job, "metadata.deletionTimestamp") !== "") return "Terminating";
  return ["Suspended", "FailureTarget", "SuccessCriteriaMet"].find(is) ?? "Running";
}

function completions(job: KubeObject): string {
  const succeeded = number(job, "status.succeeded");
  const wanted = text(job, "spec.completions");
  if (wanted !== "") return `${succeeded}/${wanted}`;
  const parallelism = number(job, "spec.parallelism");
  return parallelism > 1 ? `${succeeded}/1 of ${parallelism}` : `${succeeded}/1`;
}

function jobDuration(job: KubeObject, now: Date): string {
  const start = Date.parse(text(job, "status.startTime"));
  if (Number.isNaN(start)) return "";
  const end = Date.parse(text(job, "status.completionTime"));
  return humanDuration((Number.isNaN(end) ? now.getTime() : end) - start);
}

function targets(autoscaler: KubeObject): string {
  const current = list(autoscaler, "status.currentMetrics");
  const metrics = list(autoscaler, "spec.metrics").map((metric, index) => {
    if (text(metric, "type") !== "Resource") return "<unknown type>";
    const target = text(metric, "resource.target.averageUtilization");
    const value = text(current[index], "resource.current.averageUtilization");
    const name = text(metric, "resource.name");
    return `${name}: ${value === "" ? "<unknown>" : `${value}%`}/${target === "" ? "<auto>" : `${target}%`}`;
  });
  if (metrics.length === 0) return none;
  const more = metrics.length > 2 ? ` + ${metrics.length - 2} more...` : "";
  return metrics.slice(0, 2).join(", ") + more;
}
