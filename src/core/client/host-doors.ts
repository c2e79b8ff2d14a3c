// What stands before a jump host, for findings about who may sign in to it.

import type { Guarded } from "../network/internet-doors.ts";
import { subnetById } from "../network/route.ts";
import type { JumpHost } from "../snapshot/hosts.ts";
import { sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { type HostSources, likelyHosts } from "./likely-hosts.ts";
import { networksNear } from "./networks-near.ts";

export type GuardedHost = Readonly<{ host: JumpHost; guarded: Guarded }>;

/** The likely jump hosts, each with the groups on its interface and its subnet. */
export function guardedHosts(sources: HostSources): readonly GuardedHost[] {
  const networks = networksNear({ ...sources, clusterNetwork: collected(sources.clusterNetwork) });
  return likelyHosts(sources).flatMap((host) => {
    const network = networks.find(({ id }) => sameId(id, host.virtualNetworkId));
    if (network === undefined) return [];
    const subnet = subnetById(network, host.subnetId);
    const groupIds = [host.networkSecurityGroupId, subnet?.networkSecurityGroupId].flatMap((id) => id ?? []);
    const address = host.privateIpAddress ?? subnet?.addressPrefixes[0] ?? "";
    return [{ host, guarded: { network, address, groupIds } }];
  });
}
