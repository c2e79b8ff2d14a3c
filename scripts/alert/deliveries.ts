// One alert about a cluster, as each source delivers it: that it fired, or that it is over.
import { createHash, createHmac } from "node:crypto";
import { alertSecrets } from "../../simulator/people.ts";
import type { AlertSource } from "../../src/core/alert/alert.ts";
import { type AlertOptions, commonAlert } from "./common-alert.ts";

/** `headers`: null where a token of the tenant is the proof. */
type Delivery = Readonly<{
  path: string;
  body: (alert: AlertOptions) => object;
  headers: ((body: string) => Readonly<Record<string, string>>) | null;
}>;

const hmac = (secret: string, body: string): string =>
  createHmac("sha256", secret).update(body).digest("hex");

export const deliveries: Readonly<Record<AlertSource, Delivery>> = {
  azureMonitor: { path: "/api/alerts/azure-monitor", body: commonAlert, headers: null },
  alertmanager: {
    path: "/api/alerts/alertmanager",
    body: (alert) => ({
      ...{ version: "4", receiver: "aks-oncall", groupKey: '{}:{alertname="KubePodCrashLooping"}' },
      alerts: [
        labelled(alert, "KubePodCrashLooping", {
          summary: "Pod is crash looping.",
          description:
            "Pod payments/api-7d9f4c6b5-x2x9q (api) is in waiting state (reason: CrashLoopBackOff).",
        }),
      ],
    }),
    headers: () => ({ authorization: `Bearer ${alertSecrets.alertmanager}` }),
  },
  grafana: {
    path: "/api/alerts/grafana",
    body: (alert) => ({
      ...{ version: "1", receiver: "On call", orgId: 1, groupKey: "{}:{}" },
      alerts: [
        {
          ...labelled(alert, "Memory of the API", { summary: "The API uses nearly all of its memory." }),
          values: { B: 97.4 },
        },
      ],
    }),
    headers: (body) => ({ "x-grafana-alerting-signature": hmac(alertSecrets.grafana, body) }),
  },
  pagerDuty: {
    path: "/api/alerts/pagerduty",
    body: (alert) => pagerDutyEvent(alert),
    headers: (body) => ({ "x-pagerduty-signature": `v1=${hmac(alertSecrets.pagerDuty, body)}` }),
  },
};

const digest = ({ sent }: AlertOptions, length: number): string =>
  createHash("sha256").update(sent.alertId).digest("hex").slice(0, length);

const nameOf = ({ clusterId }: AlertOptions): string => clusterId.split("/").at(-1) ?? "";

const words = ["critical", "error", "warning", "info", "none"];

function labelled(alert: AlertOptions, alertname: string, annotations: object): object {
  const isOver = alert.condition === "Resolved";
  const severity = words[Number(alert.severity)];
  return {
    status: isOver ? "resolved" : "firing",
    labels: { alertname, severity, cluster: nameOf(alert), namespace: "payments", container: "api" },
    annotations,
    startsAt: alert.sent.firedAt,
    endsAt: isOver ? alert.now : "0001-01-01T00:00:00Z",
    fingerprint: digest(alert, 16),
  };
}

function pagerDutyEvent(alert: AlertOptions): object {
  const id = `Q${digest(alert, 13).toUpperCase()}`;
  const status = alert.condition === "Resolved" ? "resolved" : "triggered";
  return {
    event: {
      id: crypto.randomUUID(),
      ...{ event_type: `incident.${status}`, resource_type: "incident", occurred_at: alert.now },
      data: {
        ...{ id, type: "incident", status, number: 1, created_at: alert.sent.firedAt },
        title: `Orders fail on ${nameOf(alert)}`,
        html_url: `https://contoso.pagerduty.com/incidents/${id}`,
        service: { id: "PF9KMXH", type: "service_reference", summary: "Orders" },
        urgency: Number(alert.severity) < 3 ? "high" : "low",
        priority: { id: "PSO75BM", type: "priority_reference", summary: `P${Number(alert.severity) + 1}` },
      },
    },
  };
}
