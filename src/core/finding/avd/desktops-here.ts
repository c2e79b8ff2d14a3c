// The desktops of Azure Virtual Desktop near the cluster, with what the checks of them see.
import { type Desktop, desktopsOf } from "../../client/desktops.ts";
import type { Outcome } from "../../outcome/check.ts";
import type { Fact, SharedFact } from "../../outcome/fact.ts";
import { notApplicable, unread } from "../../outcome/outcomes.ts";
import type { JumpHost } from "../../snapshot/hosts.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { collected } from "../../snapshot/section.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";

export type NoDesktop = Readonly<{ is: "noDesktop" }>;

/** `looksAt` of a check that is about them. */
export const desktopSections = ["peerNetworks", "sessionHosts"] as const;

type Read = Readonly<{ clusterNetwork: VirtualNetwork; jumpHosts: readonly JumpHost[] }> &
  Pick<ClusterSnapshot, (typeof desktopSections)[number]>;

/** Nothing to judge where none was seen; open while host pools could not be read. */
export function atDesktops<F extends Fact>(
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
