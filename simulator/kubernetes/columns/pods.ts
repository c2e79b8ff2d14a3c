// Columns of pods. READY, STATUS and RESTARTS are computed from the containers as the API server computes them.

import { since } from "../age.ts";
import { at, condition, isFields, type KubeObject, list, number, text } from "../kube-object.ts";
import { ageColumn, type Column, column, nameColumn, none, wideColumn } from "./column.ts";

type PodSummary = { ready: number; total: number; status: string; restarts: number; lastRestart: string };

export const podColumns: Column[] = [
  nameColumn,
  column("Ready", (pod) => `${summary(pod).ready}/${summary(pod).total}`),
  column("Status", (pod) => summary(pod).status),
  column("Restarts", (pod, now) => restartsText(summary(pod), now)),
  ageColumn,
  wideColumn("IP", (pod) => text(pod, "status.podIP", none)),
  wideColumn("Node", (pod) => text(pod, "spec.nodeName", none)),
  wideColumn("Nominated Node", (pod) => text(pod, "status.nominatedNodeName", none)),
  wideColumn("Readiness Gates", readinessGates),
];

function summary(pod: KubeObject): PodSummary {
  const sidecars = new Set(
    list(pod, "spec.initContainers")
      .filter((container) => text(container, "restartPolicy") === "Always")
      .map((container) => text(container, "name")),
  );
  const initStatuses = list(pod, "status.initContainerStatuses");
  const sidecarStatuses = initStatuses.filter((status) => sidecars.has(text(status, "name")));
  const statuses = list(pod, "status.containerStatuses");
  const initializing = initReason(pod, sidecars);
  const counted = initializing === null ? [...sidecarStatuses, ...statuses] : initStatuses;
  const ready = [...sidecarStatuses, ...(initializing === null ? statuses : [])].filter(isReady).length;
  return {
    ready,
    total: list(pod, "spec.containers").length + sidecars.size,
    status: terminating(pod) ?? initializing ?? containersReason(pod, statuses),
    restarts: counted.reduce<number>((sum, status) => sum + number(status, "restartCount"), 0),
    lastRestart:
      counted
        .map((status) => text(status, "lastState.terminated.finishedAt"))
        .sort()
        .at(-1) ?? "",
  };
}

/** `Init:0/2`, `Init:CrashLoopBackOff`; null once all init containers are through. */
function initReason(pod: KubeObject, sidecars: ReadonlySet<string>): string | null {
  if (text(condition(pod, "Initialized"), "status") === "True") return null;
  const statuses = list(pod, "status.initContainerStatuses");
  for (const [index, status] of statuses.entries()) {
    const terminated = at(status, "state.terminated");
    if (isFields(terminated) && number(terminated, "exitCode") === 0) continue;
    if (sidecars.has(text(status, "name")) && at(status, "started") === true) continue;
    if (isFields(terminated)) return `Init:${terminatedReason(terminated)}`;
    const waiting = text(status, "state.waiting.reason");
    if (waiting !== "" && waiting !== "PodInitializing") return `Init:${waiting}`;
    return `Init:${index}/${list(pod, "spec.initContainers").length}`;
  }
  return null;
}

function containersReason(pod: KubeObject, statuses: unknown[]): string {
  const phase = text(pod, "status.reason") || text(pod, "status.phase", "Pending");
  const reasons = statuses.map(containerReason).filter((reason) => reason !== null);
  const reason = reasons[0] ?? phase;
  if (reason !== "Completed" || !statuses.some(isReady)) return reason;
  return text(condition(pod, "Ready"), "status") === "True" ? "Running" : "NotReady";
}

function containerReason(status: unknown): string | null {
  const waiting = text(status, "state.waiting.reason");
  if (waiting !== "") return waiting;
  const terminated = at(status, "state.terminated");
  return isFields(terminated) ? terminatedReason(terminated) : null;
}

function terminatedReason(terminated: unknown): string {
  const signal = number(terminated, "signal");
  const code = signal === 0 ? `ExitCode:${number(terminated, "exitCode")}` : `Signal:${signal}`;
  return text(terminated, "reason", code);
}

function terminating(pod: KubeObject): string | null {
  if (text(pod, "metadata.deletionTimestamp") === "") return null;
  if (text(pod, "status.reason") === "NodeLost") return "Unknown";
  return ["Succeeded", "Failed"].includes(text(pod, "status.phase")) ? null : "Terminating";
}

function isReady(status: unknown): boolean {
  return at(status, "ready") === true && isFields(at(status, "state.running"));
}

function restartsText(pod: PodSummary, now: Date): string {
  return pod.restarts > 0 && pod.lastRestart !== ""
    ? `${pod.restarts} (${since(pod.lastRestart, now)} ago)`
    : String(pod.restarts);
}

function readinessGates(pod: KubeObject): string {
  const gates = list(pod, "spec.readinessGates").map((gate) => text(gate, "conditionType"));
  const met = gates.filter((gate) => text(condition(pod, gate), "status") === "True");
  return gates.length === 0 ? none : `${met.length}/${gates.length}`;
}
