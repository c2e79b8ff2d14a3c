// cluster.version-support: outside of support, operations on nodes may be refused, and nobody mends what breaks.

import { advise, notAssessed, type Outcome, pass } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { defineCheck } from "../kit/define-check.ts";
import { calendarGoodUntil, supportOf } from "./release-calendar.ts";

/** Dates are ISO 8601, the last day of support. */
export type SupportFact = Readonly<
  | { is: "supported"; version: string; until: string }
  /** `longTerm`: until when long-term support would last, where the cluster does not have it. */
  | { is: "endsSoon"; version: string; until: string; longTerm: string | null }
  | { is: "ended"; version: string; since: string; longTerm: string | null }
  | { is: "endedLongAgo"; version: string }
  | { is: "unknownVersion"; version: string }
  | { is: "calendarOld"; version: string; calendarUntil: string }
  | { is: "versionUnsaid"; cluster: string }
>;

const dayMs = 24 * 60 * 60_000;
/** In which an upgrade can still be planned. */
const soonMs = 90 * dayMs;

/** The first moment after a day. */
const endOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) + dayMs;

const hasLongTerm = ({ supportPlan = "" }: ManagedCluster): boolean =>
  /^AKSLongTermSupport$/i.test(supportPlan);

function supportAt(cluster: ManagedCluster, version: string, takenAt: string): Outcome<SupportFact> {
  const now = Date.parse(takenAt);
  const isLongTerm = hasLongTerm(cluster);
  const support = supportOf(version, isLongTerm);
  const more = { resourceId: cluster.id, evidence: [labelled("version", version)] };
  if (support.is === "ended") return advise({ is: "endedLongAgo", version }, more);
  if (support.is === "unknown") return notAssessed({ is: "unknownVersion", version });
  const { date, longTermEnds } = support;
  const longTerm = !isLongTerm && endOf(longTermEnds) > now ? longTermEnds : null;
  if (endOf(date) <= now) return advise({ is: "ended", version, since: date, longTerm }, more);
  if (endOf(calendarGoodUntil) <= now)
    return notAssessed({ is: "calendarOld", version, calendarUntil: calendarGoodUntil });
  return endOf(date) - now <= soonMs
    ? advise({ is: "endsSoon", version, until: date, longTerm }, more)
    : pass({ is: "supported", version, until: date }, more.evidence);
}

export const clusterVersionSupport = defineCheck({
  id: "cluster.version-support",
  severity: "medium",
  scope: "cluster",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/supported-kubernetes-versions",
  needs: ["managedCluster"],
  looksAt: ["takenAt"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: cluster, takenAt }): Outcome<SupportFact> =>
    cluster.kubernetesVersion === undefined
      ? notAssessed({ is: "versionUnsaid", cluster: cluster.name })
      : supportAt(cluster, cluster.kubernetesVersion, takenAt),
});
