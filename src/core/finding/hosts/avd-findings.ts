// Azure Virtual Desktop: every check of it. A new one goes here or beside this, and into the list.
import { areDesktopsSought, type Desktop, desktopsOf, takesSessions } from "../../client/likely-hosts.ts";
import { grantFix } from "../../fix/cluster.ts";
import {
  advise,
  type Fact,
  fail,
  notApplicable,
  notConfigured,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { type Columns, columns, labelled } from "../../outcome/columns.ts";
import type { DesktopGroup, JumpHost } from "../../snapshot/hosts.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { isWithin } from "../../snapshot/resource-id.ts";
import { isDataAllowed } from "../../snapshot/rights.ts";
import { collected } from "../../snapshot/section.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { reachFrom } from "../kit/told-by-way-in.ts";

// The desktops of Azure Virtual Desktop near the cluster, with what the checks of them see.

type NoDesktop = Readonly<{ is: "noDesktop" }>;

/** `looksAt` of a check that is about them. */
const desktopSections = ["peerNetworks", "sessionHosts"] as const;

type Read = Readonly<{ clusterNetwork: VirtualNetwork; jumpHosts: readonly JumpHost[] }> &
  Pick<ClusterSnapshot, (typeof desktopSections)[number]>;

/** Nothing to judge where none was seen; open while host pools could not be read. */
function atDesktops<F extends Fact>(
  { clusterNetwork, jumpHosts, peerNetworks, sessionHosts }: Read,
  judge: (all: readonly Desktop[]) => Outcome<F>,
): Outcome<F | NoDesktop | SharedFact> {
  const all = desktopsOf({
    ...{ clusterNetwork: collected(clusterNetwork), jumpHosts: collected(jumpHosts) },
    ...{ peerNetworks, sessionHosts },
  });
  if (all.length > 0) return judge(all);
  const [cause] = sessionHosts.missing;
  return cause === undefined ? notApplicable({ is: "noDesktop" }) : unread(cause);
}

// avd.host-pool: whoever is to open a desktop needs a desktop group of its host pool, and the right to use that.

type HostPoolFact = Readonly<
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

const avdHostPool = defineCheck({
  id: "avd.host-pool",
  severity: "medium",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "desktop",
  source: "https://learn.microsoft.com/azure/virtual-desktop/delegated-access-virtual-desktop",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: [...desktopSections, "desktopGroups"],
  skip: unlessPrivate,
  evaluate: (
    { desktopGroups: groups, ...data },
    { requesterObjectId },
  ): Outcome<HostPoolFact | NoDesktop | SharedFact> =>
    atDesktops(data, (all) => judge(all, { groups, requesterObjectId })),
});

// avd.reach: whoever has a desktop reaches the API server from its session host, by the same rules as from a jump host.

const place = defineCheck({
  id: "avd.reach",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  requesterIssue: "desktop",
  source: "https://learn.microsoft.com/azure/virtual-desktop/network-connectivity",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: desktopSections,
  after: ["avd.session-hosts"],
  skip: unlessPrivate,
  evaluate: (data) => atDesktops<never>(data, () => pass([])),
});

const avdReach = reachFrom(place, "desktop.api");

// avd.session-hosts: a desktop of Azure Virtual Desktop near the cluster is an access path where it takes somebody.

type DesktopFact = Readonly<
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

const avdSessionHosts = defineCheck({
  id: "avd.session-hosts",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  requesterIssue: "desktop",
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

export const avdChecks = [avdHostPool, avdSessionHosts, avdReach] as const;
