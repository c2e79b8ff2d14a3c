// PagerDuty: a subscription of v3 webhooks, one event of an incident a delivery. Every event tells the incident's state, so
// any of them makes up for one that was lost.
import { z } from "zod";
import { idKey } from "../../snapshot/resource-id.ts";
import { lookUp } from "../../text/look-up.ts";
import type { Alert, AlertSeverity } from "../alert.ts";
import { alertText, pagerDutyLink } from "../alert-text.ts";
import {
  bodyReader,
  clusterNames,
  isCluster,
  isoTime,
  kilobyte,
  type ParsedBody,
  type SourceContract,
  testTitle,
  time,
} from "./contract.ts";

const event = z.object({
  event: z.object({
    event_type: z.string(),
    occurred_at: time,
    data: z.object({ type: z.string().nullish() }).nullish(),
  }),
});

const reference = z.object({ summary: z.string().nullish() }).nullish().catch(null);

const incidentEvent = z.object({
  event: z.object({
    event_type: z.string(),
    occurred_at: time,
    data: z.object({
      id: z.string().regex(/^[\w-]{1,100}$/),
      status: z.enum(["triggered", "acknowledged", "resolved"]),
      title: z.string().nullish(),
      created_at: time,
      reopened_at: time.nullish().catch(null),
      urgency: z.enum(["high", "low"]).nullish().catch(null),
      priority: reference,
      service: reference,
      html_url: z.string().nullish().catch(null),
    }),
  }),
});
type Incident = z.infer<typeof incidentEvent>["event"]["data"];

const readIncident = bodyReader(incidentEvent, ({ event: { event_type, occurred_at, data } }) => [
  toAlert(event_type, isoTime(occurred_at), data),
]);

/** Notes, responders, services and its own test (`pagey.ping`) are taken, and are no alerts. */
function parse(body: unknown): ParsedBody {
  const parsed = event.safeParse(body);
  if (!parsed.success) return { ok: false, field: parsed.error.issues[0]?.path.join(".") || null };
  const { event_type, data } = parsed.data.event;
  const isIncident = event_type.startsWith("incident.") && data?.type === "incident";
  return isIncident ? readIncident(body) : { ok: true, alerts: [] };
}

/** An incident that is opened again fires anew. */
function toAlert(type: string, at: string, incident: Incident): Alert {
  const { id, created_at, reopened_at, status, title, urgency, priority, service } = incident;
  const opened = type === "incident.reopened" && !reopened_at ? at : (reopened_at ?? created_at);
  const firedAt = isoTime(opened);
  const isOver = status === "resolved";
  const priorityName = alertText(priority?.summary ?? "", 60) || null;
  return {
    ...{ source: "pagerDuty", id: `pagerDuty|${id}`, key: `pagerDuty|${id}|${firedAt}`, origin: null },
    condition: isOver ? "resolved" : "fired",
    severity: severityOf(priorityName, urgency ?? null),
    rule: alertText(title ?? "", 120) || alertText(id, 120),
    service: alertText(service?.summary ?? "", 60) || null,
    reason:
      urgency || priorityName ? { is: "urgency", urgency: urgency ?? null, priority: priorityName } : null,
    description: null,
    ...{ firedAt, resolvedAt: isOver ? at : null },
    link: pagerDutyLink(incident.html_url),
    ...aboutWhat(`${title ?? ""} ${service?.summary ?? ""}`.slice(0, 4_000)),
  };
}

const byUrgency: Readonly<Record<string, AlertSeverity>> = { high: "Sev1", low: "Sev3" };
const byNumber: Readonly<Record<string, AlertSeverity>> = {
  ...{ 0: "Sev0", 1: "Sev0", 2: "Sev1", 3: "Sev2", 4: "Sev3", 5: "Sev4" },
};

/** P1 and SEV1 are the worst of an account's priorities. Without a priority, or with one that has no number: the urgency. */
function severityOf(priority: string | null, urgency: "high" | "low" | null): AlertSeverity {
  const [, number = ""] = /^(?:p|sev|priority)[ -]?(\d)$/i.exec(priority ?? "") ?? [];
  return lookUp(byNumber, number) ?? lookUp(byUrgency, urgency ?? "") ?? "Sev4";
}

/** No field is for a cluster, so it is looked for in the title and the service's name: an id, or a word of its own. */
function aboutWhat(text: string): Pick<Alert, "targets" | "setOn" | "names"> {
  const ids = text.match(/\/subscriptions\/[^\s"'<>,;()[\]]+/gi) ?? [];
  const targets = [...new Set(ids.map(idKey))];
  const words = text.split(/[^\w-]+/).slice(0, 200);
  return { targets, setOn: [], names: targets.some(isCluster) ? [] : clusterNames(words) };
}

export const pagerDuty: SourceContract = {
  path: "/api/alerts/pagerduty",
  authenticate: [{ by: "signature", header: "x-pagerduty-signature", prefix: "v1=", timeHeader: null }],
  // What is larger it does not send.
  maxBodyBytes: 256 * kilobyte,
  parse,
  testBody: (now) => ({
    event: {
      ...{ event_type: "incident.triggered", occurred_at: now },
      data: { type: "incident", id: "DOCTOR", status: "triggered", title: testTitle, created_at: now },
    },
  }),
  // It waits five seconds, and delivers again after 429 and 5xx for two days; three other refusals in a row turn the
  // subscription off for a day.
  statuses: { taken: 202, unreadable: 400, notStored: 503 },
};
