// Every system that delivers alerts: the one table of them.
import type { AlertSource } from "../alert.ts";
import { alertmanager } from "./alertmanager.ts";
import { azureMonitor } from "./azure-monitor.ts";
import type { SourceContract } from "./contract.ts";
import { grafana } from "./grafana.ts";
import { pagerDuty } from "./pager-duty.ts";

export const sources: Readonly<Record<AlertSource, SourceContract>> = {
  azureMonitor,
  alertmanager,
  grafana,
  pagerDuty,
};
