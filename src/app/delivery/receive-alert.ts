// Alerts arrive: they are kept as they came, and answered. What they are about is found by a job.
import { type Alert, factsOf } from "../../core/alert/alert.ts";
import { alertText } from "../../core/alert/alert-text.ts";
import { concerns, isSetOn, namedBy, namesById, shortId } from "../../core/alert/concerns.ts";
import type { AuditEntry } from "../../core/audit/audit-event.ts";
import { reaches, type Watch } from "../../core/incident/watch.ts";
import type { Joining, Sender, TakenAlert } from "../ports/incidents.ts";
import type { Services } from "../ports/services.ts";

/** Throws when the database does not take them, so that whoever delivered them tries again. */
export async function receiveAlerts(
  { store, clock }: Pick<Services, "store" | "clock">,
  sender: Sender,
  alerts: readonly Alert[],
): Promise<void> {
  const receivedAt = clock.now().toISOString();
  if (alerts.length > 0) await store.takeAlerts(alerts.map((alert) => ({ alert, sender, receivedAt })));
}

// Which channels an alert that was delivered reaches: decided here, and on the trail in the same transaction.

/** Whatever was taken, in the order in which it came. Called again and again. */
export async function joinAlerts(services: Services): Promise<void> {
  while (await services.store.joinAlerts((taken, watches) => joiningOf(services, taken, watches)));
}

function joiningOf(services: Services, taken: TakenAlert, watches: readonly Watch[]): Joining {
  const { alert } = taken;
  const concerned = watches.filter(({ cluster }) => concerns(alert, cluster));
  const reached = concerned.filter((watch) => reaches(alert.severity, watch));
  const opened = alert.condition === "fired" ? reached : [];
  return {
    candidates: opened.map(({ cluster, conversation, mute, quiet, planned, operation }) => ({
      id: services.newId("I"),
      cluster,
      conversation,
      joinHours: services.joinHours,
      muting: {
        ...{ ...(mute && { mute }), ...(quiet && { quiet }), ...(planned && { planned }) },
        ...(operation && { operation }),
      },
      alert: {
        ...factsOf(alert),
        ...(namesById(alert, cluster) ? {} : { byName: true as const }),
        ...(isSetOn(alert, cluster) && { ofCluster: true as const }),
      },
    })),
    audit: entriesOf(services, taken, concerned),
  };
}

/** One for each cluster that is watched; one in all for an alert that nobody watches. */
function entriesOf(
  { clock }: Services,
  { alert, sender }: TakenAlert,
  watches: readonly Watch[],
): readonly AuditEntry[] {
  const entry = (cluster: string | null, followers: readonly Watch[]): AuditEntry => ({
    time: clock.now().toISOString(),
    ...(sender.by === "token"
      ? { actor: sender.appId, tenant: sender.tenantId }
      : { actor: sender.source, tenant: null }),
    action: `alert.${alert.condition}`,
    outcome: "recorded",
    cluster,
    runId: null,
    rule: null,
    detail: {
      ...{ source: alert.source, alert: shortId(alert), name: alert.rule },
      ...{ severity: alert.severity, named: namedBy(alert) },
      ...channelsOf(alert, followers),
    },
  });
  const clusters = Map.groupBy(watches, ({ cluster }) => cluster.id);
  if (clusters.size === 0) return [entry(alertText(alert.targets[0] ?? "", 500) || null, [])];
  return [...clusters].map(([cluster, channels]) => entry(cluster, channels));
}

/** Those that follow it, and how many of them want only what is worse. */
function channelsOf({ severity }: Alert, followers: readonly Watch[]): AuditEntry["detail"] {
  const spared = followers.filter((watch) => !reaches(severity, watch)).length;
  return { channels: followers.length, ...(spared > 0 && { spared }) };
}
