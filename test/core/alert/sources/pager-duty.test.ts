// PagerDuty's v3 webhooks: an event of an incident is an alert that is open or resolved, whatever the event is.
import type { Alert } from "../../../../src/core/alert/alert.ts";
import { pagerDuty } from "../../../../src/core/alert/sources/pager-duty.ts";
import { messages } from "../../../../src/presenters/messages/messages.ts";
import { clusterIdLabel, pagerDutyBody, pagerDutyIncident, ping } from "../../../fixtures/alert-sources.ts";
import { alertIn, clusterId } from "../../../fixtures/alerts.ts";

const incident = (more: Record<string, unknown> = {}, type = "incident.triggered"): Alert =>
  alertIn(pagerDuty, pagerDutyBody(type, pagerDutyIncident(more)));

test("all that is kept of an incident", () => {
  expect(incident()).toEqual({
    source: "pagerDuty",
    id: "pagerDuty|PGR0VU2",
    key: "pagerDuty|PGR0VU2|2026-04-09T15:16:27.000Z",
    origin: null,
    condition: "fired",
    severity: "Sev1",
    rule: "[prod-1] Orders fail",
    service: "Orders API",
    reason: { is: "urgency", urgency: "high", priority: null },
    description: null,
    firedAt: "2026-04-09T15:16:27.000Z",
    resolvedAt: null,
    link: "https://acme.pagerduty.com/incidents/PGR0VU2",
    targets: [],
    setOn: [],
    names: ["prod-1", "Orders", "fail", "API"],
  });
});

const reopened_at = "2026-04-09T18:00:00Z";

test.each<[string, Alert, string, string]>([
  ["acknowledged", incident({ status: "acknowledged" }, "incident.acknowledged"), "fired", "15:16:27"],
  ["of another priority", incident({}, "incident.priority_updated"), "fired", "15:16:27"],
  ["resolved", incident({ status: "resolved" }, "incident.resolved"), "resolved", "15:16:27"],
  ["opened again", incident({ reopened_at }, "incident.reopened"), "fired", "18:00:00"],
  ["opened again, without its time", incident({}, "incident.reopened"), "fired", "15:20:22"],
  [
    "resolved again",
    incident({ reopened_at, status: "resolved" }, "incident.resolved"),
    "resolved",
    "18:00:00",
  ],
])("an incident that is %s", (_name, alert, condition, time) => {
  expect(alert).toMatchObject({ condition, id: incident().id });
  expect(alert.key).toContain(`T${time}`);
  expect(alert.resolvedAt).toBe(condition === "resolved" ? "2026-04-09T15:20:22.169Z" : null);
});

test.each<[string, unknown]>([
  ["its own test", ping],
  ["a note", pagerDutyBody("incident.annotated", { type: "incident_note", content: "x" })],
  ["a responder", pagerDutyBody("incident.responder.added", { type: "incident_responder" })],
  ["a service", pagerDutyBody("service.updated", { type: "service", summary: "Orders" })],
  ["an event that is not known yet", pagerDutyBody("team.created", null)],
])("%s is taken and is no alert", (_name, body) => {
  expect(pagerDuty.parse(body)).toEqual({ ok: true, alerts: [] });
});

describe("severity", () => {
  test.each<[string | null, string | null, string]>([
    ["P1", "low", "Sev0"],
    ["P2", "high", "Sev1"],
    ["p5", "high", "Sev4"],
    ["SEV-1", "low", "Sev0"],
    ["SEV2", "low", "Sev1"],
    ["Priority 3", "low", "Sev2"],
    ["Urgent", "high", "Sev1"],
    ["P9", "low", "Sev3"],
    [null, "high", "Sev1"],
    [null, "low", "Sev3"],
    [null, null, "Sev4"],
  ])("priority %s, urgency %s: %s", (priority, urgency, expected) => {
    const alert = incident({ urgency, priority: priority && { summary: priority } });
    expect(alert.severity).toBe(expected);
  });
});

const { sayAlertReason, times } = messages();

test.each<[Record<string, unknown>, string | null]>([
  [{}, "High urgency"],
  [{ urgency: "low", priority: { summary: "P2" } }, "Low urgency, priority P2"],
  [{ urgency: null, priority: { summary: "P2" } }, "Priority P2"],
  [{ urgency: "?", priority: null }, null],
])("the line that says why: %j", (more, expected) => {
  const { reason } = incident(more);
  expect(reason && sayAlertReason(reason, times)).toBe(expected);
});

describe("which cluster", () => {
  test.each<[string, string, string[], string[]]>([
    ["a word of the title", "prod-1: orders fail", [], ["prod-1", "orders", "fail", "Orders", "API"]],
    ["an id", `Down: ${clusterIdLabel}.`, [`${clusterId}.`], []],
    ["an id in brackets", `Down (${clusterIdLabel})`, [clusterId], []],
  ])("%s", (_name, title, targets, names) => {
    expect(incident({ title })).toMatchObject({ targets, names, setOn: [] });
  });
});

test.each([
  ["https://acme.pagerduty.com/incidents/PGR0VU2", true],
  ["https://acme.eu.pagerduty.com/incidents/PGR0VU2", true],
  ["http://acme.pagerduty.com/incidents/PGR0VU2", false],
  ["https://pagerduty.com.evil.example/", false],
  ["https://acme.pagerduty.com@evil.example/", false],
  [null, false],
])("a link to %s", (html_url, isOffered) => {
  expect(incident({ html_url }).link).toBe(isOffered ? html_url : null);
});

test("texts of a customer are masked", () => {
  const alert = incident({
    title: "login with password=hunter22 fails",
    priority: { summary: "token=abcdef123456" },
    service: { summary: "https://me:hunter22@evil.example" },
  });
  expect(JSON.stringify({ ...alert, names: [] })).not.toMatch(/hunter22|abcdef123456|:\/\/(?!acme)/);
});

test.each<[string, unknown, string | null]>([
  ["nothing", undefined, null],
  ["version 2", { messages: [] }, "event"],
  [
    "no time",
    pagerDutyBody("incident.triggered", pagerDutyIncident(), { occurred_at: "x" }),
    "event.occurred_at",
  ],
  ["no id", pagerDutyBody("incident.triggered", pagerDutyIncident({ id: "" })), "event.data.id"],
  [
    "another state",
    pagerDutyBody("incident.triggered", pagerDutyIncident({ status: "?" })),
    "event.data.status",
  ],
])("what is not the body: %s", (_name, body, field) => {
  expect(pagerDuty.parse(body)).toEqual({ ok: false, field });
});
