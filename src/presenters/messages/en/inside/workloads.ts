// What findings about pods and what they wait for say.
import type { workloadFindings } from "../../../../core/inside/findings/workloads/all.ts";
import type { PullTrouble } from "../../../../core/inside/findings/workloads/k8s.image-pull.ts";
import type { Missing } from "../../../../core/inside/findings/workloads/k8s.pending-pods.ts";
import type { SchedulingFact } from "../../../../core/inside/findings/workloads/k8s.sched-events.ts";
import type { InsideWords } from "../../inside-words.ts";
import { and, counted, few, list } from "../words.ts";

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

export const workloadWords: InsideWords<(typeof workloadFindings)[number]> = {
  "k8s.pending-pods": {
    title: "Pods find a node",
    why: "A pod without a node does nothing.",
    remediation:
      "Add what is missing: nodes, a larger size, a toleration, a volume. Where nodes cannot come, look at the subnet and the quota.",
    facts: {
      none: () => "No pod waits for more than five minutes.",
      pending: ({ count, inSystem, missing }) =>
        `${podsWait(count)} for more than five minutes${inSystem > 0 ? `, ${inSystem} in kube-system` : ""}. Missing: ${list(missing.map((each) => missingWords[each]))}.`,
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
      others: ({ count, outOfMemory }) =>
        `${pods(count)} in CrashLoopBackOff${outOfMemory > 0 ? `, ${outOfMemory} for lack of memory` : ""}.`,
      components: ({ count, outOfMemory }) =>
        `${pods(count)} of AKS itself in CrashLoopBackOff${outOfMemory > 0 ? `, ${outOfMemory} for lack of memory` : ""}.`,
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
