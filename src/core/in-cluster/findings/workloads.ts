// What people run. A new one is a file beside this and a line here.

import { advise, fail, type Outcome, pass, warn } from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import type { Budget } from "../reads/model.ts";
import { defineFinding, type FirstNames, firstNames } from "./define-finding.ts";
import { unboundClaims } from "./k8s.claims.ts";
import { containerConfig } from "./k8s.container-config.ts";
import { evicted } from "./k8s.evicted-pods.ts";
import { imagePull } from "./k8s.image-pull.ts";
import { failedJobs } from "./k8s.jobs.ts";
import { pendingPods } from "./k8s.pending-pods.ts";
import { podsNotMade } from "./k8s.pods-not-made.ts";
import { podsReady } from "./k8s.pods-ready.ts";
import { schedulingEvents } from "./k8s.sched-events.ts";
import { workloadsShort } from "./k8s.workloads.ts";
import { fullName, inLastHour, isComponent, isCrashing, podLines } from "./recent.ts";

// k8s.crashloop: containers that end again and again.

type CrashLoopFact = Readonly<
  { is: "none" } | ({ is: "others" } & Crashing) | ({ is: "components" } & Crashing)
>;

/** `outOfMemory`: of so many a container was ended for the memory that it took. */
type Crashing = Readonly<{ count: number; pods: FirstNames; outOfMemory: number }>;

const crashLoop = defineFinding({
  id: "k8s.crashloop",
  severity: "medium",
  scope: "cluster",
  impact: "degrades",
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
  scope: "cluster",
  impact: "degrades",
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
  scope: "cluster",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/aks/events",
  needs: ["warnings"],
  after: [],
  evaluate: ({ warnings }, { now }): Outcome<WarningEventsFact> => {
    const counts = new Map<string, number>();
    for (const { reason, count } of inLastHour(warnings, now))
      if (reason !== "") counts.set(reason, (counts.get(reason) ?? 0) + count);
    const reasons = [...counts].map(([reason, count]) => ({ reason, count }));
    const first = reasons.toSorted((one, other) => other.count - one.count).slice(0, most);
    return pass(first.length === 0 ? { is: "none" } : { is: "warned", reasons: first });
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
