// What the tests of alerts and incidents share: two channels that watch a cluster, and an alert about it.
import { joinAlerts, receiveAlerts } from "../../../src/app/delivery/receive-alert.ts";
import { auditEntry } from "../../../src/app/identity/authorize.ts";
import type { Alert } from "../../../src/core/alert/alert.ts";
import type { Incident } from "../../../src/core/incident/incident.ts";
import { alex, otherChannelOf, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { azureAlert } from "../../fixtures/alerts.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { start } from "../setup.ts";

export const sender = {
  by: "token",
  appId: "461e8683-5575-4561-ac7f-899cc907d62a",
  tenantId: "tenant",
} as const;
export const channels = ["19:incidents@thread.tacv2", "19:lunch@thread.tacv2"];

export const alert = (essentials: Record<string, unknown> = {}): Alert =>
  azureAlert({ alertTargetIDs: [ids.cluster], ...essentials });
export const resolved = { monitorCondition: "Resolved", resolvedDateTime: "2026-03-22T14:03:16Z" };
/** Another one than the alert that `alert()` makes. */
export const another = (n: number, more: Record<string, unknown> = {}) => ({
  alertId: `/a/${n}`,
  originAlertId: `origin-${n}`,
  alertRule: `rule-${n}`,
  ...more,
});

/** Both channels watch the cluster. */
export async function watching(change: Parameters<typeof start>[0] = {}): Promise<FakeServices> {
  const fake = start(change);
  const { places, store } = fake.services;
  for (const conversation of [threadOf(alex), otherChannelOf(alex)].map(places.channelOf))
    await store.addWatch(
      { cluster: { id: ids.cluster, name: "prod-1" }, conversation, by: alex, since: "2026-11-25T03:00:00Z" },
      auditEntry(fake.services.clock, alex, { action: "watch.add", outcome: "allowed" }),
    );
  return fake;
}

export const receive = async (fake: FakeServices, essentials?: Record<string, unknown>) => {
  await receiveAlerts(fake.services, sender, [alert(essentials)]);
  await joinAlerts(fake.services);
};
/** Of each channel the first. */
export const incidents = async (fake: FakeServices): Promise<Incident[]> => {
  const all = await Promise.all(
    ["I-0000000001", "I-0000000002"].map((id) => fake.services.store.incident(id)),
  );
  return all.filter((incident) => incident !== null);
};
/** One call to Teams for each card that waits for one. */
export const show = (fake: FakeServices) => fake.memory.outbox.deliverWaiting();
export const places = (fake: FakeServices) => fake.said.map(({ to }) => to);

/** One alert came, and its card stands in both channels. */
export async function alerted(change?: Parameters<typeof start>[0]): Promise<FakeServices> {
  const fake = await watching(change);
  await receive(fake);
  await show(fake);
  return fake;
}
