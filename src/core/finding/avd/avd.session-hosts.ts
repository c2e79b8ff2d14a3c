// avd.session-hosts: a desktop of Azure Virtual Desktop near the cluster is a way in where it takes somebody.

import { areDesktopsSought, type Desktop, desktopsOf, takesSessions } from "../../client/desktops.ts";
import type { Outcome } from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import type { SharedFact } from "../../outcome/fact.ts";
import { advise, notApplicable, notConfigured, pass, unread } from "../../outcome/outcomes.ts";
import { collected } from "../../snapshot/section.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";

export type DesktopFact = Readonly<
  | { is: "takesSessions"; machine: string; pool: string }
  /** `status`: empty where Azure says none. */
  | { is: "takesNone"; machine: string; status: string }
  | { is: "noneHere" }
  | { is: "notSought" }
>;

const evidenceOf = (all: readonly Desktop[]): readonly Columns[] =>
  all.map(({ host, machine }) =>
    columns(host.pool, machine.name, host.status, host.allowNewSession ? "" : { is: "drained" }),
  );

export const avdSessionHosts = defineCheck({
  id: "avd.session-hosts",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  requesterIssue: "desktop",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/virtual-desktop/troubleshoot-statuses-checks",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: ["peerNetworks", "sessionHosts"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
  evaluate: ({
    clusterNetwork,
    jumpHosts,
    peerNetworks,
    sessionHosts,
  }): Outcome<DesktopFact | SharedFact> => {
    const sources = {
      ...{ clusterNetwork: collected(clusterNetwork), jumpHosts: collected(jumpHosts) },
      ...{ peerNetworks, sessionHosts },
    };
    const all = desktopsOf(sources);
    const ready = all.find(takesSessions);
    if (ready !== undefined)
      return pass(
        { is: "takesSessions", machine: ready.machine.name, pool: ready.host.pool },
        evidenceOf(all),
      );
    const [first] = all;
    // A pool that others work in by day is no fault of the cluster.
    if (first !== undefined)
      return advise(
        { is: "takesNone", machine: first.machine.name, status: first.host.status },
        {
          resourceId: first.host.id,
          evidence: evidenceOf(all),
        },
      );
    const [cause] = sessionHosts.missing;
    if (cause !== undefined) return unread(cause);
    return areDesktopsSought(sources)
      ? notConfigured({ is: "noneHere" })
      : notApplicable({ is: "notSought" });
  },
});
