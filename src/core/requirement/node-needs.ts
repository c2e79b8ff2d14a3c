// What nodes, their pods and the API server need of the network between them.
import { withoutIpv6 } from "../network/address/cidr.ts";
import type { NetworkLocation, Service } from "../network/address/packet.ts";
import { denialsTo } from "../network/filter/security-rules.ts";
import { type NetworkModel, networkIn } from "../network/model/model.ts";
import type { Trace } from "../network/model/step.ts";
import { isIsolated } from "../network/route/egress.ts";
import { subnetById } from "../network/route/route.ts";
import { leave } from "../network/walk/egress-walk.ts";
import { isNodePort, platformMetadata, probesIn, withoutPlatform } from "../network/walk/platform.ts";
import { type NodeProxy, placeOfProxy, proxyAt } from "../network/walk/proxy.ts";
import type { AgentPool, ManagedCluster } from "../snapshot/cluster.ts";
import { idKey, sameId } from "../snapshot/resource-id.ts";
import { type Context, toPlace } from "./context.ts";
import { namesForNodes, publicApiNames, servicesFor } from "./documented-needs.ts";
import type { Requirement } from "./requirement.ts";

// Nodes have to reach what answers on other nodes, and Azure's load balancer what comes in for a service. The cluster itself
// goes on without.

/** Which of a range of node ports a service has nobody knows: the first, and those that somebody denies on purpose. */
function probed(model: NetworkModel, nodes: readonly NetworkLocation[]): readonly number[] {
  const ids = nodes.flatMap(({ networkId, subnetId, groupIds }) => {
    const network = networkIn(model, networkId);
    const subnet = network.status === "collected" ? subnetById(network.data, subnetId) : undefined;
    return [...groupIds, subnet?.networkSecurityGroupId ?? ""];
  });
  const addresses = nodes.map(({ address }) => address);
  const groups = [...new Set(ids.map(idKey))].flatMap((key) => model.securityGroups[key] ?? []);
  const denied = groups.flatMap((group) =>
    group.status === "collected" ? denialsTo(group.data, addresses) : [],
  );
  return denied.flatMap(({ service: { protocol, port } }) =>
    protocol === "Tcp" && isNodePort(port) ? [port] : [],
  );
}

/** A webhook that somebody's own error text says is needed, on the port that its pod listens on. */
function webhooksIn({ symptom = "" }: Context["snapshot"]["client"]): readonly Service[] {
  const [, port] = /failed calling webhook[\s\S]{0,600}?dial tcp \S{2,60}:(\d{1,5})\b/i.exec(symptom) ?? [];
  return port === undefined ? [] : [{ protocol: "Tcp", port: Number(port) }];
}

export function nodesServices({ snapshot, cluster, nodes, pods, network, model }: Context): Requirement {
  const called = webhooksIn(snapshot.client);
  const between = [...servicesFor("nodes.services", "nodes", "nodes", cluster), ...called];
  const toPods = [...servicesFor("nodes.services", "nodes", "pods", cluster), ...called];
  const probes = servicesFor("nodes.services", "balancer", "nodes", cluster).flatMap(({ protocol, port }) =>
    [...new Set([port, ...probed(model, nodes)])].map((each) => ({ protocol, port: each })),
  );
  const ways = [
    ...nodes.flatMap((from) => nodes.flatMap((to) => between.map((each) => [toPlace(from, to, each)]))),
    ...nodes.flatMap((from) => pods.flatMap((to) => toPods.map((each) => [toPlace(from, to, each)]))),
    ...nodes.flatMap((to) => probes.map((each) => [toPlace(probesIn(network.id), to, each)])),
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
const toMetadata = ({ cluster, nodes, model }: Context): Ways =>
  nodes
    .filter((from) => withoutPlatform(model, from, platformMetadata).length > 0)
    .flatMap((from) =>
      servicesFor("nodes.egress", "nodes", "azure", cluster).map((each) => [
        { ask: "connection", flow: { from, to: platformMetadata.address, ...each } } as const,
      ]),
    );

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

/** Null where nobody knows how pods reach each other, and where AKS hosts the DNS pods. */
export function podsDns(context: Context): Requirement | null {
  const { cluster } = context;
  const services = servicesFor("pods.dns", "pods", "dnsPods", cluster);
  if (services.length === 0 || !cluster.agentPools.some(isSystem)) return null;
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
