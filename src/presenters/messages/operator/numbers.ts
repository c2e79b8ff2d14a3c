// What stands above each number of `GET /metrics`.
import type { NumberName } from "../../../core/incident/numbers.ts";

export const numbersHelp: Readonly<Record<NumberName, string>> = {
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
  oldest_waiting_seconds: "How long the oldest message, alert or request waits for its turn.",
};
