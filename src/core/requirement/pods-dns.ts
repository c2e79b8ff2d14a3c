// Pods have to reach the DNS pods (CoreDNS), which stand on other nodes, or no workload finds any name.
// https://learn.microsoft.com/azure/aks/concepts-network-azure-cni-overlay#network-security-groups
import { withoutIpv6 } from "../network/address/cidr.ts";
import type { Place, Service } from "../network/address/packet.ts";
import type { AgentPool, ManagedCluster } from "../snapshot/cluster.ts";
import { sameId } from "../snapshot/resource-id.ts";
import type { Context } from "./context.ts";
import type { Requirement } from "./requirement.ts";

/** Long answers come over TCP. */
const services: readonly Service[] = [
  { protocol: "Udp", port: 53 },
  { protocol: "Tcp", port: 53 },
];

/** Pods that send from a range of their own, without a tunnel between nodes, so that groups see that range. */
function rangeOf({
  network: { plugin = "", pluginMode = "", podCidrs },
}: ManagedCluster): string | undefined {
  const isBare = /^kubenet$/i.test(plugin) || /^overlay$/i.test(pluginMode);
  return isBare ? withoutIpv6(podCidrs)[0] : undefined;
}

function podPlaces({ cluster, nodes, pods }: Context): readonly Place[] {
  if (pods.length > 0) return pods;
  const seenAs = rangeOf(cluster);
  return seenAs === undefined
    ? nodes
    : nodes.map((node) => ({ ...node, name: { is: "podsOn", nodes: node.name } as const, seenAs }));
}

const isSystem = ({ mode }: AgentPool): boolean => /^system$/i.test(mode);

/** Where DNS pods stand: with the system pools. All, where those name no subnet of their own. */
function dnsPlaces(places: readonly Place[], { agentPools }: ManagedCluster): readonly Place[] {
  const ids = agentPools
    .filter(isSystem)
    .flatMap(({ podSubnetId, vnetSubnetId }) => [podSubnetId, vnetSubnetId]);
  const own = places.filter(({ subnetId }) => ids.some((id) => sameId(id, subnetId)));
  return own.length > 0 ? own : places;
}

const isTunnelled = ({ network: { plugin = "" } }: ManagedCluster): boolean => /^none$/i.test(plugin);

/** Null where nobody knows how pods reach each other: of a plugin of the customer's own, and where AKS hosts the DNS pods. */
export function podsDns(context: Context): Requirement | null {
  const { cluster } = context;
  if (isTunnelled(cluster) || !cluster.agentPools.some(isSystem)) return null;
  const places = podPlaces(context);
  const ways = places.flatMap((from) =>
    dnsPlaces(places, cluster).map(({ address: to, seenAs: toSeenAs, groupIds, groupsUnread }) =>
      services.map((service) => {
        const seen = toSeenAs === undefined ? {} : { toSeenAs };
        const flow = { from, to, toGroups: { groupIds, groupsUnread }, ...seen, ...service };
        return { ask: "connection", flow } as const;
      }),
    ),
  );
  return { id: "pods.dns", for: "cluster", enough: "each", ways };
}
