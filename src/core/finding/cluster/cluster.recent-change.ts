// cluster.recent-change: what changed shortly before the trouble began is the best hint at its cause.

import { type Outcome, pass, type SharedFact, unread } from "../../outcome/check.ts";
import type { Unavailable } from "../../snapshot/section.ts";
import type { ResourceChange } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../kit/define-check.ts";
import { changesOnTheWay } from "../kit/operation.ts";

export type RecentChangeFact = Readonly<
  | { is: "nothing" }
  /** `of`: how many there are. `doubt`: why there may be more. */
  | { is: "newest"; change: ResourceChange; of: number; doubt: Unavailable["message"] | null }
>;

/** More lines are read by nobody. */
const maximumLines = 10;

export const clusterRecentChange = defineCheck({
  id: "cluster.recent-change",
  severity: "info",
  scope: "cluster",
  impact: "cuts",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/azure-monitor/platform/activity-log",
  needs: ["managedCluster"],
  looksAt: ["recentChanges"],
  after: ["cluster.exists"],
  evaluate: ({
    managedCluster,
    recentChanges: { items, missing },
  }): Outcome<RecentChangeFact | SharedFact> => {
    const changes = changesOnTheWay(items, managedCluster);
    const [newest] = changes;
    const [unknown] = missing;
    if (newest === undefined) return unknown === undefined ? pass({ is: "nothing" }) : unread(unknown);
    const lines = changes.slice(0, maximumLines).map((change) => ({ is: "change" as const, change }));
    return pass({ is: "newest", change: newest, of: changes.length, doubt: unknown?.message ?? null }, lines);
  },
});
