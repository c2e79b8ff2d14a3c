// How many addresses of a subnet the nodes take: what each takes, what an upgrade adds for a while, and how far the
// cluster may scale.
// https://learn.microsoft.com/azure/aks/concepts-network-ip-address-planning
import { parseCidr, withoutIpv6 } from "../../network/address/cidr.ts";
import { nodeSubnetsOf } from "../../network/route/cluster-subnets.ts";
import { isStopped } from "../../outcome/pool-words.ts";
import type { AgentPool, ManagedCluster } from "../../snapshot/cluster.ts";
import type { Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { sameId } from "../../snapshot/resource-id.ts";

/** In addresses of one subnet. */
type AddressNeed = Readonly<{
  /** Of the nodes that there are. */
  now: number;
  /** Of the largest node that may come. */
  oneNode: number;
  /** What the upgrade of a pool adds: of the pool that adds most. */
  surge: number;
  /** What all pools take beyond `now`, once they have scaled as far as they may. */
  growth: number;
}>;

/** Azure keeps the first four addresses of a subnet and the last. */
const kept = 5;
/** Pods with addresses of their own subnet get them for a node in batches. */
const batch = 16;
/** What Azure CNI gives a node where nobody says. */
const usualPods = 30;

const isFlat = ({ network: { plugin = "", pluginMode = "" } }: ManagedCluster): boolean =>
  /^azure$/i.test(plugin) && pluginMode === "";

type Share = (pool: AgentPool) => number;

/** In the subnet of nodes, the pods of a node stand beside it unless they have an overlay or a subnet of their own. */
const nodeShare =
  (cluster: ManagedCluster): Share =>
  ({ podSubnetId, maxPods = usualPods }) =>
    isFlat(cluster) && podSubnetId === undefined ? 1 + maxPods : 1;

const podShare: Share = () => batch;

/** AKS adds a tenth of the pool where nobody says, and one node at least; none only where it says `0`. */
export function surgeOf({ count = 0, maxSurge = "10%" }: AgentPool): number {
  const [, number = "", percent] = /^(\d+)(%)?$/.exec(maxSurge.trim()) ?? [];
  if (number === "") return 1;
  if (percent === undefined) return Number(number);
  return Number(number) === 0 ? 0 : Math.max(1, Math.ceil((count * Number(number)) / 100));
}

const growthOf = ({ count = 0, enableAutoScaling, maxCount = count }: AgentPool): number =>
  enableAutoScaling === false ? 0 : Math.max(0, maxCount - count);

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

function needOfPools(pools: readonly AgentPool[], share: Share): AddressNeed {
  const of = (nodes: (pool: AgentPool) => number) => pools.map((pool) => nodes(pool) * share(pool));
  return {
    now: sumOf(of((pool) => (isStopped(pool) ? 0 : (pool.count ?? 0)))),
    oneNode: Math.max(0, ...of(() => 1)),
    surge: Math.max(0, ...of(surgeOf)),
    growth: sumOf(of((pool) => (isStopped(pool) ? (pool.count ?? 0) : 0) + growthOf(pool))),
  };
}

export type SubnetNeed = Readonly<{ subnet: Subnet; pools: readonly AgentPool[]; need: AddressNeed }>;

/** Of each subnet in which nodes, or pods with a subnet of their own, stand. */
export function subnetNeeds(cluster: ManagedCluster, network: VirtualNetwork): readonly SubnetNeed[] {
  const [managed] = nodeSubnetsOf(cluster, network);
  return network.subnets.flatMap((subnet) => {
    const nodes = cluster.agentPools.filter(({ vnetSubnetId }) =>
      sameId(vnetSubnetId ?? managed?.id, subnet.id),
    );
    const pods = cluster.agentPools.filter(({ podSubnetId }) => sameId(podSubnetId, subnet.id));
    return [
      { pools: nodes, need: needOfPools(nodes, nodeShare(cluster)) },
      { pools: pods, need: needOfPools(pods, podShare) },
    ].flatMap((each) => (each.pools.length === 0 ? [] : [{ subnet, ...each }]));
  });
}

/** Addresses that a subnet has for whatever stands in it; null where its ranges cannot be read. */
export function sizeOf({ addressPrefixes }: Subnet): number | null {
  const ranges = withoutIpv6(addressPrefixes).map(parseCidr);
  if (ranges.length === 0 || ranges.includes(null)) return null;
  return sumOf(ranges.map((range) => 2 ** (32 - (range?.bits ?? 32)) - kept));
}

const mostOf = ({ now, surge, growth }: AddressNeed): number => now + surge + growth;

/** In a network that AKS made nothing else takes many addresses: half of it is room enough for whatever does. */
const fitsInHalf = ({ subnet, need }: SubnetNeed): boolean => 2 * mostOf(need) <= (sizeOf(subnet) ?? 0);

const isManaged = ({ agentPools, apiServerAccess }: ManagedCluster): boolean =>
  !apiServerAccess.enableVnetIntegration &&
  agentPools.every(
    ({ vnetSubnetId, podSubnetId }) => vnetSubnetId === undefined && podSubnetId === undefined,
  );

/** Whether counts alone prove that there is room, so that nobody has to ask how full a subnet is. */
export function isRoomProved(cluster: ManagedCluster, network: VirtualNetwork): boolean {
  const needs = subnetNeeds(cluster, network);
  return isManaged(cluster) && needs.length > 0 && needs.every(fitsInHalf);
}
