// With VNet integration the API server reaches nodes straight from its own subnet: logs, exec and the run command need it.
// https://learn.microsoft.com/azure/aks/api-server-vnet-integration
import { withoutIpv6 } from "../network/address/cidr.ts";
import type { Service } from "../network/address/packet.ts";
import { apiSubnetOf } from "../network/route/cluster-subnets.ts";
import type { Context } from "./context.ts";
import type { Requirement } from "./requirement.ts";

const kubelet: Service = { protocol: "Tcp", port: 10250 };

/** Any other API server comes over a tunnel that nodes open. */
export function apiNodes({ mode, cluster, network, nodes }: Context): Requirement | null {
  const subnet =
    mode === "vnet-private" || mode === "vnet-public" ? apiSubnetOf(cluster, network) : undefined;
  const [address] = withoutIpv6(subnet?.addressPrefixes ?? []);
  if (subnet === undefined || address === undefined) return null;
  const from = { name: subnet.name, address, networkId: network.id, subnetId: subnet.id, groupIds: [] };
  const ways = nodes.map(({ address: to, groupIds, groupsUnread }) => [
    { ask: "connection", flow: { from, to, toGroups: { groupIds, groupsUnread }, ...kubelet } } as const,
  ]);
  return { id: "api.nodes", for: "cluster", enough: "each", ways };
}
