// k8s.pending-pods: pods that find no node, or wait on it. Kubernetes says what is missing.

import { advise, fail, type Outcome, pass, warn } from "../../outcome/check.ts";
import type { Pod, Warning } from "../reads/model.ts";
import { defineFinding, type FirstNames, firstNames } from "./define-finding.ts";
import { fullName, isHeldUp, isImageTrouble, isPending, lacksConfig, podLines } from "./recent.ts";

type Missing = "taint" | "cpu" | "memory" | "podSlots" | "affinity" | "volume" | "addresses" | "other";

type PendingPodsFact = Readonly<
  | { is: "none" }
  | {
      is: "pending";
      count: number;
      pods: FirstNames;
      inSystem: number;
      missing: readonly Missing[];
    }
>;

/** Longer than a node takes to come, where the autoscaler makes one. */
const longMs = 5 * 60_000;

const missingBy: readonly (readonly [said: RegExp, missing: Missing])[] = [
  [/untolerated taint/i, "taint"],
  [/Insufficient cpu/i, "cpu"],
  [/Insufficient memory/i, "memory"],
  [/Too many pods|Insufficient pods/i, "podSlots"],
  [/node affinity|node selector|topology spread|anti-affinity/i, "affinity"],
  [/persistentvolumeclaim|volume node affinity|max volume count|attachable-volumes/i, "volume"],
  [/failed to allocate.{0,200}IP|no more IP|IP address exhaust/i, "addresses"],
];

const missingOf = ({ unplaced, said }: Pod): readonly Missing[] => {
  const text = [unplaced, ...said].join(" ");
  const found = missingBy.flatMap(([pattern, missing]) => (pattern.test(text) ? [missing] : []));
  return found.length > 0 ? found : ["other"];
};

/** For what no other finding tells of. */
const isWaiting = (pod: Pod): boolean =>
  (isPending(pod) && !isImageTrouble(pod) && !lacksConfig(pod)) || isHeldUp(pod);

export const pendingPods = defineFinding({
  id: "k8s.pending-pods",
  severity: "medium",
  source: "https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/",
  needs: ["pods"],
  after: [
    ...(["pool.subnet-ip-free", "k8s.nodes-ready", "k8s.node-cordoned", "k8s.autoscaler"] as const),
    ...(["pool.vm-instances", "k8s.webhook-backends"] as const),
  ],
  evaluate: ({ pods }, { now }): Outcome<PendingPodsFact> => {
    const pending = pods.filter((pod) => isWaiting(pod) && now - pod.created > longMs);
    if (pending.length === 0) return pass({ is: "none" });
    const inSystem = pending.filter(({ namespace }) => namespace === "kube-system").length;
    const missing = [...new Set(pending.flatMap(missingOf))];
    const which = firstNames(pending.map(fullName));
    const fact = { is: "pending" as const, count: pending.length, pods: which, inSystem, missing };
    const more = { evidence: podLines(pending) };
    return inSystem > 0 ? fail(fact, more) : warn(fact, more);
  },
});

// Which warnings are of now.

const hourMs = 60 * 60_000;

export const inLastHour = (warnings: readonly Warning[], now: number): readonly Warning[] =>
  warnings.filter(({ last }) => last !== null && now - last <= hourMs);

// k8s.sched-events: events of the last hour that say that a pod found no node, whether it has found one since or not. Who
// may write events may write these: they are no fault by themselves, and pods that wait now have a finding of their own.

/** `by`: who says so most often; the others, with all that they say, are left out. `from`: "" where nobody is named. */
type SchedulingFact = Readonly<{
  is: "few" | "many" | "inSystem";
  count: number;
  by: readonly Readonly<{ from: string; count: number }>[];
}>;

const many = 10;
const mostReporters = 3;

const total = (warnings: readonly Warning[]): number => warnings.reduce((sum, { count }) => sum + count, 0);

function reportersOf(warnings: readonly Warning[]): SchedulingFact["by"] {
  const counts = Map.groupBy(warnings, ({ from }) => from);
  const all = [...counts].map(([from, some]) => ({ from, count: total(some) }));
  const byCount = all.toSorted((one, other) => other.count - one.count || (one.from < other.from ? -1 : 1));
  return byCount.slice(0, mostReporters);
}

const factOf = <Is extends SchedulingFact["is"]>(is: Is, warnings: readonly Warning[]) => ({
  is,
  count: total(warnings),
  by: reportersOf(warnings),
});

export const schedulingEvents = defineFinding({
  id: "k8s.sched-events",
  severity: "medium",
  impact: "advises",
  source: "https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/",
  needs: ["warnings"],
  after: ["k8s.pending-pods", "pool.subnet-ip-free", "k8s.nodes-ready", "k8s.node-cordoned"],
  evaluate: ({ warnings }, { now }): Outcome<SchedulingFact> => {
    const unplaced = inLastHour(warnings, now).filter(({ reason }) => reason === "FailedScheduling");
    const system = unplaced.filter(({ namespace }) => ["kube-system", "aks-command"].includes(namespace));
    if (system.length > 0) return advise(factOf("inSystem", system));
    return total(unplaced) > many ? advise(factOf("many", unplaced)) : pass(factOf("few", unplaced));
  },
});

// k8s.image-pull: images that nodes cannot fetch. Where they are Microsoft's own, the nodes' way out is cut.

type PullTrouble = "mayNot" | "noAnswer" | "notThere" | "other";

type ImagePullFact = Readonly<
  | { is: "allPulled" }
  /** `registries`: where they are named. */
  | ({ is: "notPulled"; registries: FirstNames } & NotPulled)
  | ({ is: "ownImages" } & NotPulled)
>;

/** `names`: `namespace/name` of the first ones. */
type NotPulled = Readonly<{ pods: number; names: FirstNames; why: readonly PullTrouble[] }>;

const microsoft = "mcr.microsoft.com";

const registryIn = (said: string): readonly string[] =>
  /(?:image|reference) "([a-z0-9][a-z0-9.-]{0,200}\.[a-z0-9.-]{1,60})(?::\d{1,5})?\//i
    .exec(said)
    ?.slice(1, 2) ?? [];

const troubles: readonly (readonly [said: RegExp, why: PullTrouble])[] = [
  [/\b40[13]\b|unauthorized|authentication required|denied/i, "mayNot"],
  [/timeout|deadline exceeded|no such host|connection refused|server misbehaving/i, "noAnswer"],
  [/not found|manifest unknown/i, "notThere"],
];

const isReference = (word: string): boolean => word.slice(0, Math.max(0, word.indexOf("/"))).includes(".");

/** Without names of images, which whoever runs a pod chooses. */
const reasonIn = (said: string): string =>
  said
    .replace(/"[^"]*"/g, "")
    .split(/\s+/)
    .filter((word) => !isReference(word))
    .join(" ");

function troubleIn(said: string): PullTrouble {
  const reason = reasonIn(said);
  return troubles.find(([text]) => text.test(reason))?.[1] ?? "other";
}

/** Of an image that somebody only got wrong nothing follows for the nodes' way out. */
const isCutOff = ({ namespace, said }: Pod): boolean =>
  said
    .filter((each) => registryIn(each).includes(microsoft))
    .some((each) => namespace === "kube-system" || ["noAnswer", "mayNot"].includes(troubleIn(each)));

const fewer = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

export const imagePull = defineFinding({
  id: "k8s.image-pull",
  severity: "high",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/extensions/cannot-pull-image-from-acr-to-aks-cluster",
  needs: ["pods"],
  after: [
    "firewall.aks-fqdns",
    "firewall.network-rules",
    "route.default",
    "egress.lb-outbound",
    "nsg.node-egress",
  ],
  evaluate: ({ pods }): Outcome<ImagePullFact> => {
    const waiting = pods.filter(isImageTrouble);
    if (waiting.length === 0) return pass({ is: "allPulled" });
    const told = (some: readonly Pod[]): NotPulled => ({
      pods: some.length,
      names: firstNames(some.map(({ namespace, name }) => `${namespace}/${name}`)),
      why: fewer(some.flatMap(({ said }) => said.map(troubleIn))),
    });
    const registriesOf = ({ said }: Pod): readonly string[] => said.flatMap(registryIn);
    const own = waiting.filter(isCutOff);
    if (own.length > 0) return fail({ is: "ownImages", ...told(own) }, { evidence: podLines(own) });
    const registries = firstNames(waiting.flatMap(registriesOf));
    return warn({ is: "notPulled", registries, ...told(waiting) }, { evidence: podLines(waiting) });
  },
});
