// kubectl get pods. Its STATUS is the worst that any container waits for or ended with.
// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/
import { hour, isYoung, minute, restartedAgo, shareIn } from "./cells.ts";
import { type Cell, type Judged, type TableKind, word } from "./table.ts";

const broken = new Set([
  ...["CrashLoopBackOff", "Error", "OOMKilled", "ContainerCannotRun", "StartError", "RunContainerError"],
  ...["ImagePullBackOff", "ErrImagePull", "InvalidImageName", "ErrImageNeverPull", "ImageInspectError"],
  ...["RegistryUnavailable", "SignatureValidationFailed", "CreateContainerConfigError"],
  ...["CreateContainerError", "PreCreateHookError", "PostStartHookError", "PreStartHookError"],
  ...["ContainerStatusUnknown", "UnexpectedAdmissionError", "NodeAffinity", "NodeLost", "Unknown"],
  ...["OutOfcpu", "OutOfmemory", "OutOfpods", "DeadlineExceeded", "Failed"],
]);
/** What is left of a pod that another one has replaced by now, or that somebody holds back. */
const warned = new Set([
  "Evicted",
  "Preempting",
  "Terminated",
  "NodeShutdown",
  "NotReady",
  "SchedulingGated",
]);
const done = new Set(["Completed", "Succeeded"]);
const starting = new Set(["ContainerCreating", "PodInitializing"]);

/** A pod that takes longer waits for something. */
const scheduled = 2 * minute;
const started = 5 * minute;

function running(cell: Cell): Judged {
  const ready = shareIn(cell("READY"));
  if (ready === null) return word("unknown", "Running");
  if (ready.have < ready.want) {
    const isNew = isYoung(cell("AGE"), scheduled);
    return {
      level: isNew ? "moving" : "broken",
      state: { is: ready.have === 0 ? "notReady" : "partlyReady" },
    };
  }
  const ago = restartedAgo(cell("RESTARTS"));
  return ago !== null && ago < hour
    ? { level: "warning", state: { is: "restarted" } }
    : word("fine", "Running");
}

function judge(cell: Cell): Judged {
  const status = cell("STATUS");
  const reason = status.replace(/^Init:/, "");
  const young = (below: number) => isYoung(cell("AGE"), below);
  if (status === "Running") return running(cell);
  if (status === "Pending")
    return { level: young(scheduled) ? "moving" : "broken", state: { is: "pending" } };
  if (broken.has(reason) || /^(ExitCode|Signal):\d+$/.test(reason)) return word("broken", status);
  if (warned.has(reason)) return word("warning", status);
  if (done.has(status)) return word("fine", status);
  if (starting.has(reason)) return word(young(started) ? "moving" : "broken", status);
  if (shareIn(reason) !== null) return word(young(started) ? "moving" : "warning", status);
  // Its age is that of the pod, and says nothing of how long it has been ending.
  return word(status === "Terminating" ? "moving" : "unknown", status);
}

export const pods: TableKind = {
  resources: ["pods"],
  verb: "get",
  needs: ["NAME", "STATUS", "READY"],
  facts: ["READY", "RESTARTS", "AGE", "NODE"],
  judge,
};
