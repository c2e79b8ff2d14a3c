// k8s.pods-ready: a pod that runs and is not ready gets no request. Of kube-system, Deployments and DaemonSets tell.
import { type Outcome, pass, warn } from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import type { RunningPod } from "../reads/model.ts";
import { defineFinding, type FirstNames, firstNames } from "./define-finding.ts";
import { fullName } from "./recent.ts";

/** `pods`: as `namespace/name`. */
export type PodsReadyFact = Readonly<{ is: "none" } | { is: "notReady"; count: number; pods: FirstNames }>;

/** Longer than most applications take to start. */
const longMs = 10 * 60_000;

/**
 * In kube-system it is left to its Deployment or DaemonSet: whose a pod is is not read, so that one of neither is not told of.
 * One that waits, for its container to be started once more for example, is told of elsewhere.
 */
const shouldBeReady = ({ namespace, waiting, isEnding, runsToEnd }: RunningPod): boolean =>
  namespace !== "kube-system" && waiting.length === 0 && !isEnding && !runsToEnd;

const lineOf = (pod: RunningPod): Columns =>
  columns(fullName(pod), [pod.ready, pod.containers].join("/"), pod.node);

export const podsReady = defineFinding({
  id: "k8s.pods-ready",
  severity: "medium",
  scope: "cluster",
  impact: "degrades",
  source:
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/",
  needs: ["runningPods"],
  after: ["k8s.coredns", "k8s.coredns-errors", "k8s.nodes-ready", "k8s.node-pressure", "k8s.netpol"],
  evaluate: ({ runningPods }, { now }): Outcome<PodsReadyFact> => {
    // What is not ready since nobody knows when is told.
    const notReady = runningPods.filter(
      (pod) => shouldBeReady(pod) && !pod.isReady && (pod.since === null || now - pod.since > longMs),
    );
    if (notReady.length === 0) return pass({ is: "none" });
    const fact = {
      is: "notReady" as const,
      count: notReady.length,
      pods: firstNames(notReady.map(fullName)),
    };
    return warn(fact, { evidence: notReady.slice(0, 10).map(lineOf) });
  },
});
