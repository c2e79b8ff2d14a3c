// What people run. A new one goes here or beside this, and into the list.

import { advise, fail, type Outcome, pass, warn } from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import type { Budget, EvictedPod, Job } from "../reads/model.ts";
import { defineFinding, type FirstNames, firstNames } from "./define-finding.ts";
import { unboundClaims } from "./k8s.claims.ts";
import { imagePull, inLastHour, pendingPods, schedulingEvents } from "./pending-pods.ts";
import { fullName, isComponent, isCrashing, lacksConfig, podLines } from "./recent.ts";
import { podsNotMade, podsReady, workloadsShort } from "./unready-workloads.ts";

// k8s.crashloop: containers that end again and again.

type CrashLoopFact = Readonly<
  { is: "none" } | ({ is: "others" } & Crashing) | ({ is: "components" } & Crashing)
>;

/** `outOfMemory`: of so many a container was ended for the memory that it took. */
type Crashing = Readonly<{ count: number; pods: FirstNames; outOfMemory: number }>;

const crashLoop = defineFinding({
  id: "k8s.crashloop",
  severity: "medium",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/create-upgrade-delete/pod-stuck-crashloopbackoff-mode",
  needs: ["pods"],
  after: ["k8s.coredns", "k8s.nodes-ready", "k8s.node-pressure"],
  evaluate: ({ pods }): Outcome<CrashLoopFact> => {
    const crashing = pods.filter(isCrashing);
    if (crashing.length === 0) return pass({ is: "none" });
    const components = crashing.filter(isComponent);
    const told = components.length > 0 ? components : crashing;
    const outOfMemory = told.filter(({ ended }) => ended.includes("OOMKilled")).length;
    const fact = { count: told.length, pods: firstNames(told.map(fullName)), outOfMemory };
    const more = { evidence: podLines(told) };
    return components.length > 0
      ? fail({ is: "components", ...fact }, more)
      : warn({ is: "others", ...fact }, more);
  },
});

// k8s.pdb-blocking: a disruption budget that lets no pod go keeps a node from being drained, and so an upgrade.

/** `namespace/name`. */
type BudgetsFact = Readonly<
  { is: "noneBlocks" } | { is: "blocks"; budgets: readonly string[]; blocksNow: boolean }
>;

const lineOf = ({ namespace, name, healthy, wanted }: Budget): Columns =>
  columns([namespace, name].join("/"), [healthy, wanted].join("/"));

const blockingBudgets = defineFinding({
  id: "k8s.pdb-blocking",
  severity: "medium",
  source: "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/error-codes/poddrainfailure-error",
  needs: ["budgets"],
  after: ["k8s.pending-pods", "k8s.crashloop"],
  evaluate: ({ budgets }, { azure: { isChanging } }): Outcome<BudgetsFact> => {
    const blocking = budgets.filter(({ expected }) => expected > 0);
    if (blocking.length === 0) return pass({ is: "noneBlocks" });
    const names = blocking.map(({ namespace, name }) => `${namespace}/${name}`);
    const fact = { is: "blocks" as const, budgets: names, blocksNow: isChanging };
    const more = { evidence: blocking.slice(0, 10).map(lineOf) };
    return isChanging ? fail(fact, more) : advise(fact, more);
  },
});

// k8s.warning-events: what Kubernetes warned of in the last hour, for whoever looks further. It is no fault by itself.

type WarningEventsFact = Readonly<
  { is: "none" } | { is: "warned"; reasons: readonly Readonly<{ reason: string; count: number }>[] }
>;

const most = 5;

const warningEvents = defineFinding({
  id: "k8s.warning-events",
  severity: "info",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/aks/events",
  needs: ["warnings"],
  evaluate: ({ warnings }, { now }): Outcome<WarningEventsFact> => {
    const counts = new Map<string, number>();
    for (const { reason, count } of inLastHour(warnings, now))
      if (reason !== "") counts.set(reason, (counts.get(reason) ?? 0) + count);
    const reasons = [...counts].map(([reason, count]) => ({ reason, count }));
    const first = reasons.toSorted((one, other) => other.count - one.count).slice(0, most);
    return pass(first.length === 0 ? { is: "none" } : { is: "warned", reasons: first });
  },
});

// k8s.jobs: Jobs that were given up, and those whose pods fail again and again.

/** `failed`: given up within a day, `failedBefore`: longer ago. `retried`: their pods fail, and are made once more. */
type JobsFact = Readonly<
  | { is: "noneFailed" }
  | ({ is: "failed" } & Failed)
  | ({ is: "failedBefore" } & Failed)
  | ({ is: "retried" } & Failed)
>;

type Failed = Readonly<{ count: number; jobs: FirstNames }>;

const dayMs = 24 * 60 * 60_000;

const jobLine = (job: Job): Columns => columns(fullName(job), job.givenUp?.reason ?? "", String(job.failed));

const toldOfJobs = <Is extends JobsFact["is"]>(is: Is, jobs: readonly Job[]) => ({
  is,
  count: jobs.length,
  jobs: firstNames(jobs.map(fullName)),
});

const jobLines = (jobs: readonly Job[]) => ({ evidence: jobs.slice(0, 10).map(jobLine) });

const failedJobs = defineFinding({
  id: "k8s.jobs",
  severity: "medium",
  source: "https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-backoff-failure-policy",
  needs: ["jobs"],
  after: ["k8s.coredns", "k8s.nodes-ready"],
  evaluate: ({ jobs }, { now }): Outcome<JobsFact> => {
    const givenUp = jobs.filter((job) => job.givenUp !== null);
    const lately = givenUp.filter(({ givenUp: end }) => end?.at == null || now - end.at <= dayMs);
    if (lately.length > 0) return warn(toldOfJobs("failed", lately), jobLines(lately));
    const retried = jobs.filter(({ givenUp: end, failed }) => end === null && failed > 0);
    if (retried.length > 0) return warn(toldOfJobs("retried", retried), jobLines(retried));
    return givenUp.length > 0
      ? advise(toldOfJobs("failedBefore", givenUp), jobLines(givenUp))
      : pass({ is: "noneFailed" });
  },
});

// k8s.evicted-pods: pods that a node has put out, for what it or they had too little of.

/** `ownLimit`: it took more of the disk than it may. */
type Lack = "memory" | "disk" | "inodes" | "processes" | "ownLimit" | "other";

/** `evicted`: within a day, `evictedBefore`: longer ago. */
type EvictedFact = Readonly<
  { is: "none" } | ({ is: "evicted" } & Evicted) | ({ is: "evictedBefore" } & Evicted)
>;

type Evicted = Readonly<{ count: number; pods: FirstNames; lacks: readonly Lack[] }>;

const lacks: readonly (readonly [said: RegExp, lack: Lack])[] = [
  [/low on resource: memory/i, "memory"],
  [/low on resource: inodes/i, "inodes"],
  [/low on resource: pids/i, "processes"],
  [/low on resource: (?:ephemeral-storage|nodefs|imagefs)/i, "disk"],
  [/exceeds (?:the|its) .{0,60}limit|ephemeral local storage usage exceeds/i, "ownLimit"],
];

const lackOf = ({ said }: EvictedPod): Lack => lacks.find(([text]) => text.test(said))?.[1] ?? "other";

const evictedLine = (pod: EvictedPod): Columns => columns(fullName(pod), pod.node);

const toldOfPods = <Is extends EvictedFact["is"]>(is: Is, pods: readonly EvictedPod[]) => ({
  is,
  count: pods.length,
  pods: firstNames(pods.map(fullName)),
  lacks: [...new Set(pods.map(lackOf))],
});

const evicted = defineFinding({
  id: "k8s.evicted-pods",
  severity: "medium",
  source: "https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/",
  needs: ["evictedPods"],
  after: ["k8s.node-pressure", "k8s.nodes-ready"],
  evaluate: ({ evictedPods }, { now }): Outcome<EvictedFact> => {
    if (evictedPods.length === 0) return pass({ is: "none" });
    const lately = evictedPods.filter(({ at }) => at === null || now - at <= dayMs);
    return lately.length > 0
      ? warn(toldOfPods("evicted", lately), { evidence: lately.slice(0, 10).map(evictedLine) })
      : advise(toldOfPods("evictedBefore", evictedPods), {
          evidence: evictedPods.slice(0, 10).map(evictedLine),
        });
  },
});

// k8s.container-config: containers that are not started, since what they are to be given is not there.

/** `missing`: objects that are not there, `keysIn`: objects without the key that is asked for; as `secret/name`. */
type ContainerConfigFact = Readonly<
  | { is: "allStart" }
  | { is: "notStarted"; count: number; pods: FirstNames; missing: FirstNames; keysIn: FirstNames }
>;

const objectName = "([a-z0-9][a-z0-9.-]{0,252})";
const isMissing = new RegExp(`\\b(secret|configmap) "${objectName}" not found`, "i");
const lacksKey = new RegExp(`find key .{1,253} in (secret|configmap) [a-z0-9-]{1,63}/${objectName}`, "i");

const objectsIn = (said: readonly string[], pattern: RegExp): FirstNames =>
  firstNames(
    said.flatMap((each) => {
      const [, kind, name] = pattern.exec(each) ?? [];
      return kind === undefined || name === undefined ? [] : [`${kind.toLowerCase()}/${name}`];
    }),
  );

const containerConfig = defineFinding({
  id: "k8s.container-config",
  severity: "medium",
  source: "https://kubernetes.io/docs/concepts/configuration/secret/",
  needs: ["pods"],
  evaluate: ({ pods }): Outcome<ContainerConfigFact> => {
    const lacking = pods.filter(lacksConfig);
    if (lacking.length === 0) return pass({ is: "allStart" });
    const said = lacking.flatMap((pod) => pod.said);
    return warn(
      {
        is: "notStarted",
        count: lacking.length,
        pods: firstNames(lacking.map(fullName)),
        missing: objectsIn(said, isMissing),
        keysIn: objectsIn(said, lacksKey),
      },
      { evidence: podLines(lacking) },
    );
  },
});

export const workloadFindings = [
  podsNotMade,
  containerConfig,
  unboundClaims,
  pendingPods,
  schedulingEvents,
  imagePull,
  crashLoop,
  podsReady,
  workloadsShort,
  failedJobs,
  evicted,
  blockingBudgets,
  warningEvents,
] as const;
