// What stands above each metric.

import type { InstrumentName } from "../../../core/incident/instruments.ts";
import type { NumberName } from "../../../core/incident/numbers.ts";

const numbersHelp: Readonly<Record<NumberName, string>> = {
  incidents_opened: "Incidents that were opened in the last 7 days.",
  incidents_resolved: "Of those, the ones that are resolved.",
  incidents_explained_ratio:
    "Of those, the share of which a diagnosis named a cause, by whether it explains the alerts.",
  incident_seconds: "Of those, how long each step took, by quantile.",
  incident_seconds_measured: "Of how many that is.",
  incidents_open: "Incidents that are not resolved.",
  alerts: "Alerts of the last 7 days that reached a channel.",
  rule_alerts: "Of those, how many each of the ten rules sent that fired most; without a rule: all others.",
  rule_alerts_closed_by_themselves:
    "Of those, the ones that their source resolved, and on whose incident nobody acted.",
  messages: "Messages to Teams that wait, are being sent, or were given up.",
  oldest_waiting_seconds:
    "How long the oldest waits: a message, alert or request for its turn, a row of the audit trail for its seal, a head for its place.",
  audit_faults: "How often in the last 7 days the audit trail was found cut, replaced or changed.",
  store_writable: "1 where the database can be written, else 0.",
};

export const instrumentsHelp: Readonly<Record<InstrumentName | NumberName, string>> = {
  ...numbersHelp,
  http_request_duration_seconds: "HTTP requests, by route and status.",
  activity_duration_seconds: "What Teams sent, until it had its answer.",
  turn_duration_seconds: "Messages, presses and sign-ins, until their answer was written.",
  job_duration_seconds: "Work behind the doors: runs, runs of a process that is gone, and messages to Teams.",
  arm_call_duration_seconds: "Requests to Azure Resource Manager, by who reads it.",
  arm_throttles_total:
    "Requests to Azure Resource Manager that Azure refused for asking too fast, or that were not sent for that.",
  runs_total: "Runs that came to a state.",
  changes_total: "Changes and fixes that came to a state.",
  verdicts_total: "Verdicts of diagnoses.",
  deliveries_total: "Calls to Teams for a card, by what comes next; giveUp: it is shown nowhere.",
  sign_ins_total: "Tokens of people that were asked for, by how it ended.",
};
