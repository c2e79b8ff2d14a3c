// avd.host-pool: whoever is to open a desktop needs a desktop group of its host pool, and the right to use that.

import type { Desktop } from "../../client/desktops.ts";
import type { Outcome } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import type { SharedFact } from "../../outcome/fact.ts";
import { advise, fail, pass, unread } from "../../outcome/outcomes.ts";
import { grantFix } from "../../repair/fixes.ts";
import { isDataAllowed } from "../../snapshot/rbac.ts";
import { isWithin } from "../../snapshot/resource-id.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import type { DesktopGroup } from "../../snapshot/ways-in.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";
import { atDesktops, desktopSections, type NoDesktop } from "./desktops-here.ts";

export type HostPoolFact = Readonly<
  | { is: "mayUse"; group: string; pool: string }
  | { is: "mayNotUse"; group: string; pool: string }
  /** Single applications at most. */
  | { is: "noDesktopGroup"; pool: string }
>;

const use = "Microsoft.DesktopVirtualization/applicationGroups/useApplications/action";

const isUsable = ({ permissions }: DesktopGroup): boolean =>
  permissions.status === "collected" && isDataAllowed(permissions.data, use);

type Asked = Readonly<{ groups: ClusterSnapshot["desktopGroups"]; requesterObjectId: string | undefined }>;

function judge(
  all: readonly Desktop[],
  { groups, requesterObjectId }: Asked,
): Outcome<HostPoolFact | SharedFact> {
  const near = groups.items.filter(({ poolId }) => all.some(({ host }) => isWithin(host.id, poolId)));
  const pool = all[0]?.host.pool ?? "";
  const mine = near.find(isUsable);
  if (mine !== undefined) return pass({ is: "mayUse", group: mine.name, pool });
  const [cause] = groups.missing;
  if (cause !== undefined) return unread(cause);
  const hidden = near.map(({ permissions }) => permissions).find(({ status }) => status === "unavailable");
  if (hidden?.status === "unavailable") return unread(hidden);
  const [group] = near;
  if (group === undefined) return advise({ is: "noDesktopGroup", pool }, { resourceId: all[0]?.host.id });
  return fail(
    { is: "mayNotUse", group: group.name, pool },
    {
      resourceId: group.id,
      evidence: [labelled("missing", use), labelled("on", group.id)],
      fix: grantFix(group.id, requesterObjectId, ["Desktop Virtualization User"], { is: "desktopGranted" }),
    },
  );
}

export const avdHostPool = defineCheck({
  id: "avd.host-pool",
  severity: "medium",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "desktop",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/virtual-desktop/delegated-access-virtual-desktop",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: [...desktopSections, "desktopGroups"],
  after: [],
  skip: unlessPrivate,
  evaluate: (
    { desktopGroups: groups, ...data },
    { requesterObjectId },
  ): Outcome<HostPoolFact | NoDesktop | SharedFact> =>
    atDesktops(data, (all) => judge(all, { groups, requesterObjectId })),
});
