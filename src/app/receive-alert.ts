// An alert that Azure Monitor delivered → an incident in every channel that watches a cluster it is about.
import { type Alert, factsOf } from "../core/alert/alert.ts";
import { alertText } from "../core/alert/alert-text.ts";
import { carriesId, concerns, namesById } from "../core/alert/concerns.ts";
import type { Watch } from "../core/alert/incident.ts";
import type { AuditEntry } from "../core/audit/audit-event.ts";
import { nameOf } from "../core/snapshot/resource-id.ts";
import type { AlertEffect } from "./ports-incidents.ts";
import type { Services } from "./services.ts";

/** The application that delivered it, as its token proved. */
export type Sender = Readonly<{ appId: string; tenantId: string }>;

/**
 * Stores what has to be shown; a job shows it. The same firing again changes nothing. Throws when the database does
 * not take it, so that whoever delivered it tries again.
 */
export async function receiveAlert(services: Services, sender: Sender, alert: Alert): Promise<void> {
  const watches = (await services.store.watches()).filter(({ cluster }) => concerns(alert, cluster));
  await services.store.receiveAlert(
    alert,
    effectOf(services, alert, watches),
    entriesOf(services, sender, alert, watches),
  );
}

function effectOf({ newId, clock }: Services, alert: Alert, watches: readonly Watch[]): AlertEffect {
  if (alert.condition === "resolved")
    return { kind: "resolved", resolvedAt: alert.resolvedAt ?? clock.now().toISOString() };
  const incidents = watches.map(({ cluster, conversation }) => ({
    id: newId("I"),
    cluster,
    conversation,
    alert: {
      ...factsOf(alert),
      ...(namesById(alert, cluster) ? {} : { byName: true as const }),
      ...(carriesId(alert, cluster) && { ofCluster: true as const }),
    },
  }));
  return { kind: "fired", incidents };
}

/** One for each cluster that is watched; one in all for an alert that nobody watches. */
function entriesOf(
  { clock }: Services,
  { appId, tenantId }: Sender,
  alert: Alert,
  watches: readonly Watch[],
): readonly AuditEntry[] {
  const entry = (cluster: string | null, channels: number): AuditEntry => ({
    time: clock.now().toISOString(),
    actor: appId,
    tenant: tenantId,
    action: `alert.${alert.condition}`,
    outcome: "recorded",
    cluster,
    runId: null,
    rule: null,
    detail: { alert: alertText(nameOf(alert.id), 80), name: alert.rule, severity: alert.severity, channels },
  });
  const clusters = Map.groupBy(watches, ({ cluster }) => cluster.id);
  if (clusters.size === 0) return [entry(alertText(alert.targets[0] ?? "", 500) || null, 0)];
  return [...clusters].map(([cluster, channels]) => entry(cluster, channels.length));
}
