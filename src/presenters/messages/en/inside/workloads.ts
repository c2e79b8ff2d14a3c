// What findings about pods and what they wait for say.
import type { FirstNames } from "../../../../core/inside/findings/define-finding.ts";
import type { ClaimTrouble } from "../../../../core/inside/findings/k8s.claims.ts";
import type { Lack } from "../../../../core/inside/findings/k8s.evicted-pods.ts";
import type { PullTrouble } from "../../../../core/inside/findings/k8s.image-pull.ts";
import type { Missing } from "../../../../core/inside/findings/k8s.pending-pods.ts";
import type { NotMade } from "../../../../core/inside/findings/k8s.pods-not-made.ts";
import type { SchedulingFact } from "../../../../core/inside/findings/k8s.sched-events.ts";
import type { workloadFindings } from "../../../../core/inside/findings/workloads.ts";
import type { InsideWords } from "../../inside-words.ts";
import { and, counted, few, list, sentences } from "../words.ts";

const pods = counted("{it, plural, one {# pod} other {# pods}}");
const podsWait = counted("{it, plural, one {# pod waits} other {# pods wait}}");
const podsNotReady = counted(
  "{it, plural, one {# pod runs and has} other {# pods run and have}} not been ready for more than ten minutes",
);
const times = counted("{it, plural, one {once} other {# times}}");

const missingWords: Readonly<Record<Missing, string>> = {
  taint: "a node without such a taint",
  cpu: "CPU",
  memory: "memory",
  podSlots: "a place for one more pod on a node",
  affinity: "a node that they ask for",
  volume: "a volume",
  addresses: "an address",
  other: "what their description says",
};

const pullWords: Readonly<Record<PullTrouble, string>> = {
  mayNot: "it does not let the cluster in",
  noAnswer: "it does not answer",
  notThere: "it has no such image",
  other: "for what their description says",
};

const reporters = (by: SchedulingFact["by"]): string =>
  list(by.map(({ from, count }) => `${from === "" ? "nobody named" : from} ${count}`));

const turnedAway = (count: number, by: SchedulingFact["by"]): string =>
  `Events of the last hour tell ${times(count)} of a pod that found no node (${reporters(by)}).`;

const whyNotPulled = (why: readonly PullTrouble[]): string =>
  why.length === 0 ? "" : `: ${and(why.map((each) => pullWords[each]))}`;

const ofWorkloads = counted("{it, plural, one {# workload} other {# workloads}}");
const ofJobs = counted("{it, plural, one {# Job} other {# Jobs}}");
const workloadsShort = counted("{it, plural, one {# workload has} other {# workloads have}}");
const claimsWait = counted("{it, plural, one {# volume claim has} other {# volume claims have}}");
const podsNotStarted = counted("{it, plural, one {# pod is} other {# pods are}}");
const podsPutOut = counted("{it, plural, one {# pod was} other {# pods were}}");

const notMadeWords: Readonly<Record<NotMade, string>> = {
  quota: "a quota of the namespace is used up",
  quotaAsks: "a quota asks for requests and limits that they do not name",
  limits: "a LimitRange of the namespace does not allow their sizes",
  policy: "a policy turns them down",
  podSecurity: "the namespace's Pod Security level does not allow them",
  webhookSilent: "a webhook that must be asked does not answer",
  serviceAccount: "their service account is not there",
  other: "why, their description and events say",
};

const lackWords: Readonly<Record<Lack, string>> = {
  memory: "memory",
  disk: "disk",
  inodes: "inodes",
  processes: "process ids",
  ownLimit: "more disk than they may take",
  other: "what their description says",
};

const claimWords: Readonly<Record<ClaimTrouble, string>> = {
  noSuchClass: "the storage class that they name is not there",
  noDefaultClass: "they name no storage class, and none is the default",
  notProvided: "their storage class has made none yet, and their events say why",
  noVolume: "they want one that somebody makes by hand",
  lost: "the volume that they had is gone",
};

/** Behind a name: those that turn something down. */
const byNames = ({ names, left }: FirstNames): string => (names.length === 0 ? "" : ` (${few(names, left)})`);

const first = ({ names, left }: FirstNames): string => few(names, left);

export const workloadWords: InsideWords<(typeof workloadFindings)[number]> = {
  "k8s.pods-not-made": {
    title: "Pods of workloads are made",
    why: "Where Kubernetes turns the pods of a workload down, no pod is there that could tell of it.",
    remediation:
      "Mend what turns them down: raise or free the quota, name requests and limits, or change what the policy names. kubectl describe replicaset, or job, says it in full.",
    facts: {
      allMade: () => "Kubernetes makes the pods of every workload.",
      notMade: ({ count, workloads, why, by }) =>
        `Kubernetes makes no pods for ${ofWorkloads(count)}, ${first(workloads)}: ${and(why.map((each) => notMadeWords[each]))}${byNames(by)}.`,
    },
  },
  "k8s.container-config": {
    title: "Containers find what they are configured with",
    why: "A container whose Secret or ConfigMap is not there is never started.",
    remediation:
      "Make the Secret or ConfigMap in the pod's namespace, with the key that is asked for, or correct the name in the workload.",
    facts: {
      allStart: () => "Every container finds the Secrets and ConfigMaps that it is configured with.",
      notStarted: ({ count, pods: which, missing, keysIn }) =>
        sentences([
          `${podsNotStarted(count)} not started for want of configuration: ${first(which)}.`,
          missing.names.length === 0 ? "" : `Not there: ${first(missing)}.`,
          keysIn.names.length === 0 ? "" : `Without the key that is asked for: ${first(keysIn)}.`,
        ]),
    },
  },
  "k8s.claims": {
    title: "Volume claims get a volume",
    why: "A pod whose claim has no volume does not start.",
    remediation:
      "Name a storage class that is there (kubectl get storageclass), or look at the claim's events: kubectl describe pvc.",
    facts: {
      allBound: () => "No volume claim waits for a volume that should be there.",
      unbound: ({ count, claims, why, classes }) =>
        `${claimsWait(count)} no volume, ${first(claims)}: ${and(why.map((each) => claimWords[each]))}${byNames(classes)}.`,
    },
  },
  "k8s.pending-pods": {
    title: "Pods find a node",
    why: "A pod without a node does nothing.",
    remediation:
      "Add what is missing: nodes, a larger size, a toleration, a volume. Where nodes cannot come, look at the subnet and the quota.",
    facts: {
      none: () => "No pod waits for more than five minutes.",
      pending: ({ count, pods: which, inSystem, missing }) =>
        `${podsWait(count)} for more than five minutes${inSystem > 0 ? `, ${inSystem} in kube-system` : ""}: ${first(which)}. Missing: ${list(missing.map((each) => missingWords[each]))}.`,
    },
  },
  "k8s.sched-events": {
    title: "Pods found a node in the last hour",
    why: "What could not be placed lately may come back.",
    remediation: "Look at which pods: kubectl get events -A --field-selector=reason=FailedScheduling.",
    facts: {
      few: ({ count, by }) =>
        count === 0 ? "No event of the last hour tells of a pod that found no node." : turnedAway(count, by),
      many: ({ count, by }) => turnedAway(count, by),
      inSystem: ({ count, by }) =>
        `Events of the last hour tell ${times(count)} of a pod of AKS itself that found no node (${reporters(by)}).`,
    },
  },
  "k8s.image-pull": {
    title: "Nodes can fetch images",
    why: "A pod whose image cannot be fetched does not start.",
    remediation:
      "For Microsoft's registry look at the nodes' way out. For a registry of your own: its role for the cluster's identity, its private endpoint, and the name of the image.",
    facts: {
      allPulled: () => "No pod waits for an image.",
      ownImages: ({ pods: count, why }) =>
        `${podsWait(count)} for images of mcr.microsoft.com${whyNotPulled(why)}.`,
      notPulled: ({ pods: count, registries, why }) =>
        registries.names.length === 0
          ? `${podsWait(count)} for an image${whyNotPulled(why)}.`
          : `${podsWait(count)} for images of ${few(registries.names, registries.left)}${whyNotPulled(why)}.`,
    },
  },
  "k8s.crashloop": {
    title: "No container ends again and again",
    why: "What ends again and again does no work.",
    remediation:
      "Look at what it said before it ended: kubectl logs --previous. For memory, raise its limit.",
    facts: {
      none: () => "No container ends again and again.",
      others: ({ count, pods: which, outOfMemory }) =>
        `${pods(count)} in CrashLoopBackOff${outOfMemory > 0 ? `, ${outOfMemory} for lack of memory` : ""}: ${first(which)}.`,
      components: ({ count, pods: which, outOfMemory }) =>
        `${pods(count)} of AKS itself in CrashLoopBackOff${outOfMemory > 0 ? `, ${outOfMemory} for lack of memory` : ""}: ${first(which)}.`,
    },
  },
  "k8s.pods-ready": {
    title: "Pods that run are ready",
    why: "A pod that is not ready gets no request: its service does without it.",
    remediation:
      "Look at what its readiness probe asks and what it answers: kubectl describe pod, and its log. Often it waits for something else, such as a database.",
    facts: {
      none: () => "Every pod that runs is ready, or has not run for long.",
      notReady: ({ count, pods: which }) => `${podsNotReady(count)}: ${few(which.names, which.left)}.`,
    },
  },
  "k8s.workloads": {
    title: "Workloads have the pods that they want",
    why: "A Deployment without pods does no work, and one whose rollout is stuck runs an older version.",
    remediation: "Look at its events and those of its ReplicaSet: kubectl describe deployment.",
    facts: {
      allThere: () => "Every Deployment, StatefulSet and DaemonSet has its pods, or its pods say why not.",
      short: ({ count, workloads, stuck }) =>
        sentences([
          count === 0
            ? ""
            : `${workloadsShort(count)} fewer pods available than wanted: ${first(workloads)}.`,
          stuck.names.length === 0 ? "" : `A rollout does not come on: ${first(stuck)}.`,
        ]),
    },
  },
  "k8s.jobs": {
    title: "Jobs end well",
    why: "A Job that failed has not done its work.",
    remediation: "Look at what its pods said: kubectl describe job, kubectl logs job/NAME.",
    facts: {
      noneFailed: () => "No Job that has not succeeded yet has failed.",
      failed: ({ count, jobs }) => `${ofJobs(count)} failed in the last 24 hours: ${first(jobs)}.`,
      failedBefore: ({ count, jobs }) => `${ofJobs(count)} failed more than 24 hours ago: ${first(jobs)}.`,
      retried: ({ count, jobs }) => `Pods of ${ofJobs(count)} fail and are made again: ${first(jobs)}.`,
    },
  },
  "k8s.evicted-pods": {
    title: "No node puts pods out",
    why: "A node that runs short of something ends pods, and the next ones may end the same way.",
    remediation:
      "Give the pods requests that are true, or the nodes more of what is short; delete the evicted pods once they are understood.",
    facts: {
      none: () => "No node has put a pod out.",
      evicted: ({ count, pods: which, lacks }) =>
        `${podsPutOut(count)} evicted in the last 24 hours, ${first(which)}, for: ${list(lacks.map((each) => lackWords[each]))}.`,
      evictedBefore: ({ count, pods: which, lacks }) =>
        `${podsPutOut(count)} evicted more than 24 hours ago, ${first(which)}, for: ${list(lacks.map((each) => lackWords[each]))}.`,
    },
  },
  "k8s.pdb-blocking": {
    title: "No disruption budget keeps nodes from being drained",
    why: "Where a budget lets no pod go, an upgrade waits at that node until it fails.",
    remediation: "Run one more replica, or relax the budget for the time of the upgrade.",
    facts: {
      noneBlocks: () => "No disruption budget keeps a node from being drained.",
      blocks: ({ budgets, blocksNow }) =>
        blocksNow
          ? `${few(budgets)} lets no pod go, and an operation of Azure is running that may wait for it.`
          : `${few(budgets)} lets no pod go: the next upgrade waits for it.`,
    },
  },
  "k8s.warning-events": {
    title: "What Kubernetes warned of lately",
    why: "It is context for everything else.",
    remediation: "Nothing by itself.",
    facts: {
      none: () => "Kubernetes warned of nothing in the last hour.",
      warned: ({ reasons }) =>
        `In the last hour Kubernetes warned of ${list(reasons.map(({ reason, count }) => `${reason} (${count})`))}.`,
    },
  },
};
