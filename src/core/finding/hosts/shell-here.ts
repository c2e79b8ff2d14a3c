// The subnet near the cluster in which Cloud Shell is set to start, with what the checks of its parts see of it.

import { hiddenNetwork, type ShellSubnet, shellSubnetsOf, shellToUse } from "../../client/likely-hosts.ts";
import { type Fact, notApplicable, type Outcome, type SharedFact, unread } from "../../outcome/check.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { parseResourceId } from "../../snapshot/resource-id.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";

export type NoShell = Readonly<{ is: "noShell" }>;

/** `looksAt` of a check that is about it. */
export const shellSections = ["peerNetworks", "networkProfiles"] as const;

type Read = Readonly<{ clusterNetwork: VirtualNetwork }> &
  Pick<ClusterSnapshot, (typeof shellSections)[number]>;

/** Nothing to judge where no profile was seen; open while one may be there unseen. */
export function atShell<F extends Fact>(
  { clusterNetwork, peerNetworks, networkProfiles }: Read,
  judge: (shell: ShellSubnet) => Outcome<F>,
): Outcome<F | NoShell | SharedFact> {
  const sources = {
    clusterNetwork: { status: "collected", data: clusterNetwork },
    ...{ peerNetworks, networkProfiles },
  } as const;
  const shell = shellToUse(shellSubnetsOf(sources));
  if (shell !== undefined) return judge(shell);
  const cause = networkProfiles.missing[0] ?? hiddenNetwork(sources);
  return cause === null ? notApplicable({ is: "noShell" }) : unread(cause);
}

const groupKey = (id: string): string => {
  const { subscriptionId = "", resourceGroup = "" } = parseResourceId(id) ?? {};
  return `${subscriptionId}/${resourceGroup}`.toLowerCase();
};

/** Microsoft's template puts all of it into the resource group of the profile. */
export const besideProfile = <T extends Readonly<{ id: string }>>(
  { profile }: ShellSubnet,
  items: readonly T[],
): readonly T[] => items.filter(({ id }) => groupKey(id) === groupKey(profile.id));
