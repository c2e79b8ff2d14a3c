// k8s.crashloop: containers that end again and again.
import type { Outcome } from "../../../outcome/check.ts";
import { fail, pass, warn } from "../../../outcome/outcomes.ts";
import { defineFinding, type FirstNames, firstNames } from "../define-finding.ts";
import { fullName, isComponent, isCrashing, podLines } from "../pod-trouble.ts";

export type CrashLoopFact = Readonly<
  { is: "none" } | ({ is: "others" } & Crashing) | ({ is: "components" } & Crashing)
>;

/** `outOfMemory`: of so many a container was ended for the memory that it took. */
type Crashing = Readonly<{ count: number; pods: FirstNames; outOfMemory: number }>;

export const crashLoop = defineFinding({
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
