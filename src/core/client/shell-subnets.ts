// Subnets in which Cloud Shell may start: by a network profile, which Microsoft's template calls so.
// https://learn.microsoft.com/azure/cloud-shell/vnet/deployment
import { withoutIpv6 } from "../network/cidr.ts";
import type { Place } from "../network/flow.ts";
import { subnetById } from "../network/route.ts";
import type { Subnet } from "../snapshot/network.ts";
import { networkIdOf, sameId } from "../snapshot/resource-id.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import type { NetworkProfile } from "../snapshot/ways-in.ts";
import { networksNear } from "./networks-near.ts";
import { takesContainers } from "./signs.ts";

const shellProfiles = /^aci-networkProfile/i;

/** By which name Microsoft's template knows it. */
export const isShellProfile = ({ name }: Pick<NetworkProfile, "name">): boolean => shellProfiles.test(name);

/** `place`: null where the subnet has no address of IPv4. */
export type ShellSubnet = Readonly<{ profile: NetworkProfile; subnet: Subnet; place: Place | null }>;

export function shellSubnetsOf(
  snapshot: Pick<ClusterSnapshot, "networkProfiles" | "clusterNetwork" | "peerNetworks">,
): readonly ShellSubnet[] {
  const networks = networksNear(snapshot);
  const profiles = snapshot.networkProfiles.items.filter(isShellProfile);
  return profiles.flatMap((profile) =>
    profile.subnetIds.flatMap((subnetId): readonly ShellSubnet[] => {
      const network = networks.find(({ id }) => sameId(id, networkIdOf(subnetId) ?? ""));
      const subnet = network && subnetById(network, subnetId);
      if (network === undefined || subnet === undefined) return [];
      const [address] = withoutIpv6(subnet.addressPrefixes);
      const at = {
        name: { is: "cloudShellIn", subnet: subnet.name } as const,
        networkId: network.id,
        subnetId,
        groupIds: [],
      };
      return [{ profile, subnet, place: address === undefined ? null : { ...at, address } }];
    }),
  );
}

export const isReady = ({ subnet }: ShellSubnet): boolean => takesContainers(subnet);

/** One in which sessions start, else any. */
export const shellToUse = (all: readonly ShellSubnet[]): ShellSubnet | undefined =>
  all.find(isReady) ?? all[0];
