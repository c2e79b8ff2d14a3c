// What nodes, their pods and the API server need of the network between them.
import { withoutIpv6 } from "../network/address/cidr.ts";
import { https, type NetworkLocation, type Service, serviceTitle } from "../network/address/packet.ts";
import { servicesDenied } from "../network/filter/security-rules.ts";
import { type NetworkModel, networkIn } from "../network/model/model.ts";
import type { Trace } from "../network/model/step.ts";
import { isIsolated } from "../network/route/egress.ts";
import { subnetById } from "../network/route/route.ts";
import { leave } from "../network/walk/egress-walk.ts";
import {
  firstNodePort,
  isNodePort,
  platformMetadata,
  probesIn,
  withoutPlatform,
} from "../network/walk/platform.ts";
import { type NodeProxy, placeOfProxy, proxyAt } from "../network/walk/proxy.ts";
import type { AgentPool, ManagedCluster } from "../snapshot/cluster.ts";
import { idKey, sameId } from "../snapshot/resource-id.ts";
import { namesForNodes, publicApiNames } from "./aks-names.ts";
import { type Context, toPlace } from "./context.ts";
import type { Requirement } from "./requirement.ts";

// Pods that answer on their node's own address, as webhooks and metrics adapters often do, are called from other nodes, and
// so are those with addresses of their own; and Azure's load balancer asks nodes whether they take what comes in for a
// service. The cluster itself goes on without.
// https://learn.microsoft.com/azure/aks/outbound-rules-control-egress

/** The first node port: each service is probed on one of them, and which one nobody says. */
const nodePort: Service = { protocol: "Tcp", port: firstNodePort };

/** Besides the first, those that somebody denies on purpose. */
const probed = (services: readonly Service[]): readonly Service[] => [
  nodePort,
  ...services.filter(
    ({ protocol, port }) => protocol === "Tcp" && isNodePort(port) && port !== firstNodePort,
  ),
];

/** Which port a pod listens on nobody knows: 443, as most do, and whatever groups before nodes deny on purpose. */
function servicesOf(model: NetworkModel, places: readonly NetworkLocation[]): readonly Service[] {
  const ids = places.flatMap(({ networkId, subnetId, groupIds }) => {
    const network = networkIn(model, networkId);
    const subnet = network.status === "collected" ? subnetById(network.data, subnetId) : undefined;
    return [...groupIds, subnet?.networkSecurityGroupId ?? ""];
  });
  const addresses = places.map(({ address }) => address);
  const groups = [...new Set(ids.map(idKey))].flatMap((key) => model.securityGroups[key] ?? []);
  const denied = groups.flatMap((group) =>
    group.status === "collected" ? servicesDenied(group.data, addresses) : [],
  );
  return [...new Map([https, ...denied].map((each) => [serviceTitle(each), each])).values()];
}

export function nodesServices({ nodes, pods, network, model }: Context): Requirement {
  const services = servicesOf(model, nodes);
  const ways = [
    ...nodes.flatMap((from) => nodes.flatMap((to) => services.map((each) => [toPlace(from, to, each)]))),
    ...nodes.flatMap((from) => pods.map((to) => [toPlace(from, to, https)])),
    ...nodes.flatMap((to) => probed(services).map((each) => [toPlace(probesIn(network.id), to, each)])),
  ];
  return { id: "nodes.services", for: "workloads", enough: "each", ways };
}

// Nodes have to reach what AKS needs outside: straight, through what they leave by, or by the cluster's proxy.

const isLookedAt = ({ steps }: Trace): boolean =>
  steps.some(({ component: { kind } }) => kind === "firewall");

/**
 * Where nothing looks at names, only what something may hold up is asked, and of those that the same holds up one stands
 * for all.
 */
function heldUp(model: NetworkModel, from: NetworkLocation, names: readonly string[]): readonly string[] {
  const asked = names.map((name) => ({ name, trace: leave(model, from, name) }));
  if (asked.some(({ trace }) => isLookedAt(trace))) return names;
  // Whether anything takes what leaves straight, checks say: nothing is called delivered here for that.
  const held = asked.filter(({ trace: { end, steps } }) => end !== "delivered" && steps.length > 0);
  return [...Map.groupBy(held, ({ trace }) => JSON.stringify(trace)).values()].flatMap(
    ([first]) => first?.name ?? [],
  );
}

type Ways = Requirement["ways"];

const outOf = (model: NetworkModel, from: NetworkLocation, names: readonly string[]): Ways[number] =>
  heldUp(model, from, names).map((name) => ({ ask: "internet", from, name }) as const);

/** Nodes need the proxy, and what they ask it for goes out from there. */
function byProxy({ cluster, model, nodes, pods }: Context, proxy: NodeProxy): Ways {
  const [place] = nodes.flatMap((from) => placeOfProxy(model, from, proxy) ?? []);
  return [
    ...nodes.map((from) => [{ ask: "proxy", from, proxy } as const]),
    ...(place === undefined ? [] : [outOf(model, place, namesForNodes(cluster))]),
    ...[...nodes, ...pods].map((from) => outOf(model, from, publicApiNames(cluster))),
  ];
}

/** By which nodes get a token of the cluster's identity; asked only where something may keep them from it. */
const toMetadata = ({ nodes, model }: Context): Ways =>
  nodes
    .filter((from) => withoutPlatform(model, from, platformMetadata).length > 0)
    .map((from) => {
      const { address: to, protocol, port } = platformMetadata;
      return [{ ask: "connection", flow: { from, to, protocol, port } }];
    });

export function nodesEgress(context: Context): Requirement | null {
  const { cluster, nodes, pods, model } = context;
  if (isIsolated(cluster)) return null;
  const outside =
    cluster.httpsProxy === undefined
      ? [...nodes, ...pods].map((from) => outOf(model, from, namesForNodes(cluster)))
      : byProxy(context, proxyAt(cluster.httpsProxy));
  const ways = [...outside, ...toMetadata(context)];
  return ways.flat().length === 0
    ? null
    : { id: "nodes.egress", for: "cluster", enough: "each", ways: ways.filter((way) => way.length > 0) };
}

// Pods have to reach the DNS pods (CoreDNS), which stand on other nodes, or no workload finds any name.
// https://learn.microsoft.com/azure/aks/concepts-network-azure-cni-overlay#network-security-groups

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

function podPlaces({ cluster, nodes, pods }: Context): readonly NetworkLocation[] {
  if (pods.length > 0) return pods;
  const seenAs = rangeOf(cluster);
  return seenAs === undefined
    ? nodes
    : nodes.map((node) => ({ ...node, name: { is: "podsOn", nodes: node.name } as const, seenAs }));
}

const isSystem = ({ mode }: AgentPool): boolean => /^system$/i.test(mode);

/** Where DNS pods stand: with the system pools. All, where those name no subnet of their own. */
function dnsPlaces(
  places: readonly NetworkLocation[],
  { agentPools }: ManagedCluster,
): readonly NetworkLocation[] {
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
