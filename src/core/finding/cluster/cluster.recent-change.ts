// cluster.recent-change: what changed shortly before the trouble began is the best hint at its cause.

import { pass, unread } from "../../outcome/outcomes.ts";
import { withoutIds } from "../../snapshot/resource-id.ts";
import { defineCheck } from "../define-check.ts";
import { changesOnTheWay, describeChange, timeText } from "../recent-changes.ts";

/** More lines are read by nobody. */
const maximumLines = 10;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const clusterRecentChange = defineCheck({
  id: "cluster.recent-change",
  title: "Changes of the last 24 hours",
  severity: "info",
  why: "A change that came shortly before the trouble is the best hint at its cause.",
  remediation: "Ask whoever made the change; undoing it is a person's decision.",
  source: "https://learn.microsoft.com/azure/azure-monitor/platform/activity-log",
  needs: ["managedCluster"],
  looksAt: ["recentChanges"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster, recentChanges: { items, missing } }) => {
    const changes = changesOnTheWay(items, managedCluster);
    const [newest] = changes;
    const [unknown] = missing;
    if (newest === undefined)
      return unknown === undefined
        ? pass("Nothing on the cluster or on the way to it was changed in the last 24 hours.")
        : unread(unknown);
    const more = changes.length === 1 ? "" : ` It is the newest of ${changes.length} changes in 24 hours.`;
    const doubt = unknown === undefined ? "" : ` There may be more: ${withoutIds(unknown.message)}`;
    return pass(
      `${capital(describeChange(newest))} at ${timeText(newest)}.${more}${doubt}`,
      changes.slice(0, maximumLines).map((change) => `${timeText(change)}  ${describeChange(change)}`),
    );
  },
});
