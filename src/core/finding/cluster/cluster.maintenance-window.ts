// cluster.maintenance-window: an operation that nobody began is AKS's own, in a window that the owner planned.

import {
  advise,
  notApplicable,
  notAssessed,
  notConfigured,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import { holdsOperation } from "../../outcome/operation.ts";
import type { MaintenanceConfiguration } from "../../snapshot/cluster.ts";
import { defineCheck } from "../kit/define-check.ts";
import { maintenanceAt, type WindowState } from "./maintenance-window.ts";

/** `window`: by its name. `until`: ISO 8601. */
export type MaintenanceFact = Readonly<
  | { is: "noOperation" }
  | { is: "noWindow" }
  | { is: "open"; window: string; until: string }
  | { is: "closed"; windows: readonly string[] }
  | { is: "unknown"; window: string }
>;

type Judged = Readonly<{ name: string; state: WindowState }>;

const said = ({ name, window }: MaintenanceConfiguration): Columns =>
  window === undefined
    ? columns(name)
    : columns(name, { is: "schedule", of: window.schedule.is }, window.startTime, window.utcOffset);

function windowsAt(all: readonly MaintenanceConfiguration[], now: number): Outcome<MaintenanceFact> {
  const judged: readonly Judged[] = all.map((each) => ({ name: each.name, state: maintenanceAt(each, now) }));
  const evidence = all.map(said);
  for (const { name: window, state } of judged)
    if (state.is === "open") return advise({ is: "open", window, until: state.until }, { evidence });
  const unknown = judged.find(({ state }) => state.is === "unknown");
  if (unknown !== undefined) return notAssessed({ is: "unknown", window: unknown.name });
  return pass({ is: "closed", windows: judged.map(({ name }) => name) }, evidence);
}

export const clusterMaintenanceWindow = defineCheck({
  id: "cluster.maintenance-window",
  severity: "low",
  scope: "cluster",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/planned-maintenance",
  needs: ["managedCluster"],
  looksAt: ["maintenance", "takenAt"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster, maintenance, takenAt }): Outcome<MaintenanceFact | SharedFact> => {
    if (!holdsOperation(managedCluster)) return notApplicable({ is: "noOperation" });
    const [missing] = maintenance.missing;
    if (maintenance.items.length > 0) return windowsAt(maintenance.items, Date.parse(takenAt));
    return missing === undefined ? notConfigured({ is: "noWindow" }) : unread(missing);
  },
});
