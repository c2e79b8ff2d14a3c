// k8s.workloads: Deployments, StatefulSets and DaemonSets that lack pods, where no pod of theirs tells why. Those of
// kube-system have findings of their own.

import { refusalIn } from "../../client/refusal.ts";
import { type Outcome, pass, warn } from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import type { Job, RunningPod, ShortWorkload } from "../reads/model.ts";
import { defineFinding, type FirstNames, firstNames } from "./define-finding.ts";
import { fullName } from "./recent.ts";

/** `workloads`: each with how many of its pods are available, as `namespace/name 0/2`. `stuck`: whose rollout is. */
type WorkloadsShortFact = Readonly<
  { is: "allThere" } | { is: "short"; count: number; workloads: FirstNames; stuck: FirstNames }
>;

/** Longer than most applications take to start, or to be replaced one by one. */
const longMs = 5 * 60_000;

/** A StatefulSet and a DaemonSet do not say since when: of those, one without any pod is told. */
function isShort(workload: ShortWorkload, now: number): boolean {
  const { wanted, available, isStuck, isUnavailable, unavailableSince, created } = workload;
  if (wanted === 0) return false;
  if (isStuck) return true;
  if (isUnavailable) return unavailableSince === null || now - unavailableSince > longMs;
  return workload.kind !== "Deployment" && available === 0 && now - created > longMs;
}

const counted = (workload: ShortWorkload): string =>
  `${fullName(workload)} ${workload.available}/${workload.wanted}`;

export const workloadsShort = defineFinding({
  id: "k8s.workloads",
  severity: "medium",
  source: "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#failed-deployment",
  needs: ["workloads", "pods", "runningPods"],
  after: ["k8s.nodes-ready", "k8s.coredns", "k8s.webhook-backends"],
  evaluate: ({ workloads, pods, runningPods }, { now }): Outcome<WorkloadsShortFact> => {
    const told = [...pods, ...runningPods.filter(({ isReady }) => !isReady)].map(fullName);
    const hasOwnPod = (workload: ShortWorkload): boolean =>
      told.some((pod) => pod.startsWith(`${fullName(workload)}-`));
    const short = workloads.filter(
      (each) =>
        each.namespace !== "kube-system" && each.notMade === "" && isShort(each, now) && !hasOwnPod(each),
    );
    if (short.length === 0) return pass({ is: "allThere" });
    const lacking = short.filter(({ available, wanted }) => available < wanted);
    const lineOf = (each: ShortWorkload): Columns =>
      columns(each.kind, fullName(each), [each.available, each.wanted].join("/"));
    return warn(
      {
        is: "short",
        count: lacking.length,
        workloads: firstNames(lacking.map(counted)),
        stuck: firstNames(short.filter(({ isStuck }) => isStuck).map(fullName)),
      },
      { evidence: short.slice(0, 10).map(lineOf) },
    );
  },
});

// k8s.pods-ready: a pod that runs and is not ready gets no request. Of kube-system, Deployments and DaemonSets tell.

/** `pods`: as `namespace/name`. */
type PodsReadyFact = Readonly<{ is: "none" } | { is: "notReady"; count: number; pods: FirstNames }>;

/** Longer than most applications take to start. */
const slowStartMs = 10 * 60_000;

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
  source:
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/",
  needs: ["runningPods"],
  after: ["k8s.coredns", "k8s.coredns-errors", "k8s.nodes-ready", "k8s.node-pressure", "k8s.netpol"],
  evaluate: ({ runningPods }, { now }): Outcome<PodsReadyFact> => {
    // What is not ready since nobody knows when is told.
    const notReady = runningPods.filter(
      (pod) => shouldBeReady(pod) && !pod.isReady && (pod.since === null || now - pod.since > slowStartMs),
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

// k8s.pods-not-made: workloads for which Kubernetes makes no pods, since something turns them down. There is no pod then
// that could tell of it.

type NotMade =
  | "quota"
  | "quotaAsks"
  | "limits"
  | "policy"
  | "podSecurity"
  | "webhookSilent"
  | "serviceAccount"
  | "other";

/** `by`: what turns them down, where Kubernetes names it. */
type PodsNotMadeFact = Readonly<
  | { is: "allMade" }
  | { is: "notMade"; count: number; workloads: FirstNames; why: readonly NotMade[]; by: FirstNames }
>;

/** Longer than a Job takes to have a pod. */
const longForPodMs = 5 * 60_000;

const reasons: readonly (readonly [said: RegExp, why: NotMade])[] = [
  [/must specify (?:limits|requests)/i, "quotaAsks"],
  [/failed calling webhook/i, "webhookSilent"],
  [
    /(?:minimum|maximum) (?:cpu|memory|ephemeral-storage|storage) usage per|limit to request ratio/i,
    "limits",
  ],
  [/serviceaccount "[^"]{1,253}" not found|error looking up service account/i, "serviceAccount"],
];

function whyOf(said: string): NotMade {
  const known = reasons.find(([text]) => text.test(said))?.[1];
  if (known !== undefined) return known;
  const refusal = refusalIn(said);
  if (refusal === "commandPod") return "policy";
  return refusal === "quota" || refusal === "policy" || refusal === "podSecurity" ? refusal : "other";
}

const named =
  /(?:exceeded|failed) quota: ([a-z0-9][a-z0-9.-]{0,252})|webhook "([a-z0-9][a-z0-9.-]{0,252})"|serviceaccount "([a-z0-9][a-z0-9.-]{0,252})"/i;

const byWhom = (said: string): readonly string[] => {
  const [, quota, webhook, account] = named.exec(said) ?? [];
  const name = quota ?? webhook ?? account;
  return name === undefined ? [] : [name];
};

/** A Job does not say why: that stands in its events alone, which anybody may write. */
const hasNoPods = ({ created, isSuspended, active, failed, givenUp }: Job, now: number): boolean =>
  !isSuspended && givenUp === null && active === 0 && failed === 0 && now - created > longForPodMs;

type Told = Pick<ShortWorkload, "namespace" | "name" | "kind" | "notMade">;

export const podsNotMade = defineFinding({
  id: "k8s.pods-not-made",
  severity: "medium",
  source: "https://kubernetes.io/docs/concepts/policy/resource-quotas/",
  needs: ["workloads", "jobs"],
  after: ["k8s.webhook-backends"],
  evaluate: ({ workloads, jobs }, { now }): Outcome<PodsNotMadeFact> => {
    const told: readonly Told[] = [
      ...workloads.filter(({ notMade }) => notMade !== ""),
      ...jobs.filter((job) => hasNoPods(job, now)).map((job) => ({ ...job, kind: "Job", notMade: "" })),
    ];
    if (told.length === 0) return pass({ is: "allMade" });
    return warn(
      {
        is: "notMade",
        count: told.length,
        workloads: firstNames(told.map(fullName)),
        why: [...new Set(told.map(({ notMade }) => whyOf(notMade)))],
        by: firstNames(told.flatMap(({ notMade }) => byWhom(notMade))),
      },
      { evidence: told.slice(0, 10).map((each) => columns(each.kind, fullName(each))) },
    );
  },
});
