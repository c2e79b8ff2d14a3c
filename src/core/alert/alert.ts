// An alert as the product keeps it: who said what about which resources. Every text in it is somebody else's.

import type { AlertReason } from "./reason.ts";

export const severities = ["Sev0", "Sev1", "Sev2", "Sev3", "Sev4"] as const;
export type AlertSeverity = (typeof severities)[number];

/** Sev0 is the worst. */
export const isAsSevere = (severity: AlertSeverity, as: AlertSeverity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(as);

/** The systems that deliver alerts. Of a new one the compiler asks for all that it needs. */
export const alertSources = ["azureMonitor", "alertmanager", "grafana", "pagerDuty"] as const;
export type AlertSource = (typeof alertSources)[number];

export type Alert = Readonly<{
  source: AlertSource;
  /** This one firing; the same however often it is delivered, and the same for fired and resolved. */
  key: string;
  /** What may fire again: Azure's lower-cased `alertId`, a set of labels, an incident of PagerDuty. */
  id: string;
  /** What fired and resolved share where their ids differ; null when the alert does not say. */
  origin: string | null;
  condition: "fired" | "resolved";
  severity: AlertSeverity;
  /** Name of the alert rule; the title of an incident. */
  rule: string;
  /** Azure Monitor's `monitoringService`, for example `Platform`; of other sources what sent it there, or null. */
  service: string | null;
  /** What was measured. Null where we do not know this kind of alert. */
  reason: AlertReason | null;
  /** What whoever made the rule wrote about it. */
  description: string | null;
  /** ISO time, UTC. */
  firedAt: string;
  /** ISO time where the alert says it: only some kinds do. */
  resolvedAt: string | null;
  /** Address in the Azure portal or at PagerDuty, or null. */
  link: string | null;
  /** Lower-cased ARM ids of what it is about: a resource, a resource group, a subscription. */
  targets: readonly string[];
  /** Those of them that its rule is set on, and not a text that its query gave. */
  setOn: readonly string[];
  /** Where it names no cluster by id: names that may be clusters'. */
  names: readonly string[];
}>;

/** ISO time; null for one that fired. */
export const endOf = ({ condition, resolvedAt }: Alert, receivedAt: string): string | null =>
  condition === "fired" ? null : (resolvedAt ?? receivedAt);

/** How far one firing is. `resolvedAt`: ISO time. */
export type AlertStatus = Readonly<{ state: "fired" } | { state: "resolved"; resolvedAt: string }>;

/** What an incident keeps of its alert, and shows. */
export type AlertFacts = Pick<
  Alert,
  "source" | "severity" | "rule" | "service" | "reason" | "description" | "firedAt" | "link"
> &
  Readonly<{
    /** The alert gives the cluster's name and no id: it may be about another one of that name. */
    byName?: true;
    /** Its rule is set on the cluster itself or a part of it. */
    ofCluster?: true;
  }>;

export const factsOf = ({
  source,
  severity,
  rule,
  service,
  reason,
  description,
  firedAt,
  link,
}: Alert): AlertFacts => ({
  source,
  severity,
  rule,
  service,
  reason,
  description,
  firedAt,
  link,
});

/** Alerts that fired and named no cluster that anybody follows. `named`: what the newest one names instead, or nothing. */
export type StrayAlerts = Readonly<{
  count: number;
  newest: Readonly<{ source: AlertSource; rule: string; named: string; time: string }>;
}>;
