// k8s.warning-events: what Kubernetes warned of in the last hour, for whoever looks further. It is no fault by itself.
import type { Outcome } from "../../../outcome/check.ts";
import { pass } from "../../../outcome/outcomes.ts";
import { defineFinding } from "../define-finding.ts";
import { inLastHour } from "./recent.ts";

export type WarningEventsFact = Readonly<
  { is: "none" } | { is: "warned"; reasons: readonly Readonly<{ reason: string; count: number }>[] }
>;

const most = 5;

export const warningEvents = defineFinding({
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
