// The subnet near the cluster in which Cloud Shell is set to start, with what the checks of its parts see of it.
import { hiddenNetwork, type ShellSubnet, shellSubnetsOf, shellToUse } from "../../client/likely-hosts.ts";
import { subnetById } from "../../network/route/route.ts";
import {
  type Fact,
  notApplicable,
  notAssessed,
  type Outcome,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { type FoundBastion, isDeveloper } from "../../requirement/bastion-on-path.ts";
import type { Subnet, VirtualNetwork } from "../../snapshot/network.ts";
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

// The subnet that a Bastion host stands in, for findings about it.

export type OwnSubnetFact = Readonly<
  { is: "inNoSubnet"; bastion: string } | { is: "subnetUnlisted"; bastion: string; network: string }
>;

/** `judge` gets the subnet, where the host has one and it was read. */
export function judgeOwnSubnet<F extends Fact>(
  { bastion, network }: FoundBastion,
  judge: (subnet: Subnet, network: VirtualNetwork) => Outcome<F>,
): Outcome<F | OwnSubnetFact | SharedFact> {
  if (isDeveloper(bastion)) return notApplicable({ is: "inNoSubnet", bastion: bastion.name });
  if (network.status === "unavailable") return unread(network);
  const subnet = subnetById(network.data, bastion.subnetId);
  return subnet === undefined
    ? notAssessed({ is: "subnetUnlisted", bastion: bastion.name, network: network.data.name })
    : judge(subnet, network.data);
}
