// Deliveries with odd bodies: each is taken and joined, or refused as what it is. None fails in the database, since a
// delivery that fails keeps Azure Monitor away for a quarter of an hour, and no other alert may wait for it.
import { joinAlerts, receiveAlerts } from "../../src/app/delivery/receive-alert.ts";
import { azureMonitor } from "../../src/core/alert/sources/azure-monitor.ts";
import type { OpenedStore } from "../../src/store/open-store.ts";
import { start } from "../app/setup.ts";
import { alertBody, azureAlert, clusterId } from "../fixtures/alerts.ts";
import { type Databases, databases } from "./postgres-server.ts";
import { auditEntry, clock, conversation, opened, unique } from "./samples.ts";

let server: Databases;
let product: OpenedStore;
beforeAll(async () => {
  server = await databases();
  product = await opened({ databaseUrl: await server.newDatabase() });
  const watch = {
    ...{ cluster: { id: clusterId, name: "prod-1" }, conversation: conversation() },
    by: { objectId: "o", tenantId: "t", displayName: "Alex" },
    since: clock.now().toISOString(),
  };
  await product.store.addWatch(watch, auditEntry());
});
afterAll(async () => {
  await product.close();
  await server.stop();
});

const sender = { by: "token", appId: "461e8683-5575-4561-ac7f-899cc907d62a", tenantId: "tenant" } as const;
const odd = (length: number): string =>
  Array.from({ length }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000))).join("");

const health = { status: "Active", properties: { currentHealthStatus: "Degraded" } };
const ofHealth = {
  alertId: odd(500),
  monitoringService: "Resource Health",
  alertTargetIDs: [`/${odd(1_900)}`],
};
const bodies: readonly [string, Record<string, unknown>, unknown?][] = [
  ["an ordinary one", {}],
  ["a long id of letters beyond ASCII", { alertId: `/subscriptions/${odd(1_900)}` }],
  ["ids as long as are taken whole", { alertId: odd(400), originAlertId: odd(400) }],
  ["a long origin", { originAlertId: odd(2_000) }],
  ["NUL in its id", { alertId: "/subscriptions/a\u0000b" }],
  [
    "half a letter in its id, origin and rule",
    { alertId: "/x\ud800y", originAlertId: "\udc00", alertRule: "\ud83d" },
  ],
  ["NUL in its targets", { alertTargetIDs: [clusterId, "/subscriptions/\u0000"] }],
  ["fired beyond the end of time", { firedDateTime: "+275760-09-13T00:00:00Z" }],
  ["fired before there were years", { firedDateTime: "-271821-04-20T00:00:00Z" }],
  ["fired in the year 0", { firedDateTime: "0000-01-01T00:00:00Z" }],
  [
    "resolved beyond the end of time",
    { monitorCondition: "Resolved", resolvedDateTime: "+275760-09-13T00:00:00Z" },
  ],
  [
    "resolved in a year of six digits",
    { monitorCondition: "Resolved", resolvedDateTime: "+100000-01-01T00:00:00Z" },
  ],
  ["a time that no database would take", { firedDateTime: "Thu, 01 Jan 1970 00:00:00 GMT" }],
  ["500 long targets", { alertTargetIDs: Array.from({ length: 500 }, (_, at) => `/${at}${odd(100)}`) }],
  ["news of health about a long target", ofHealth, health],
];

test.each(bodies.map(([name, essentials, context = {}]) => [name, essentials, context] as const))(
  "%s: taken and joined, or refused",
  async (_name, essentials, context) => {
    const alertId = `/subscriptions/s/providers/Microsoft.AlertsManagement/alerts/${unique("a")}`;
    const { services } = start();
    const newId = () => unique("I");
    const joining = { ...services, newId, store: { ...services.store, ...product.store } };
    const parsed = azureMonitor.parse(alertBody({ alertId, ...essentials }, context));
    if (!parsed.ok) return expect(parsed.field).toMatch(/^data\.essentials\./);
    for (const condition of ["fired", "resolved"] as const)
      await receiveAlerts(
        joining,
        sender,
        parsed.alerts.map((alert) => ({ ...alert, condition })),
      );
    await joinAlerts(joining);
    await receiveAlerts(joining, sender, [azureAlert({ alertId, monitorCondition: "Resolved" })]);
    await joinAlerts(joining);
  },
);
