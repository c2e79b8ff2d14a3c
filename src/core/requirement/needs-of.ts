// Every need there is. A new one is a function here, or in a file under needs/, an id and a line at the end.
import { clientNetworksOf, insideOf } from "../client/client-networks.ts";
import { placesIn } from "../client/client-places.ts";
import { desktopsOf, shellSubnetsOf, sshContainersOf } from "../client/likely-hosts.ts";
import { isPrivateAddress, withoutIpv6 } from "../network/address/cidr.ts";
import { https, type NetworkLocation } from "../network/address/packet.ts";
import { azureHost } from "../network/filter/nsg.ts";
import { gatewaySubnetOf } from "../network/gateway/gateways.ts";
import { furtherEndpoint } from "../network/gateways-of-snapshot.ts";
import { type NetworkModel, networkIn } from "../network/model/model.ts";
import { apiSubnetOf } from "../network/route/cluster-subnets.ts";
import { platformDns, probesIn, withoutPlatform } from "../network/walk/platform.ts";
import { isRunning } from "../outcome/operation.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import { type Context, contextOf, toApi, toPlace } from "./context.ts";
import { servicesFor } from "./documented-needs.ts";
import { bastionApi, bastionJump, jumpEntry } from "./jump-host-needs.ts";
import { nodesEgress, nodesServices, podsDns } from "./node-needs.ts";
import { gatewayPlaces } from "./over-gateways.ts";
import type { ReachabilityQuestion, Requirement } from "./requirement.ts";

// Nodes have to reach the API server, or they are not Ready.

/** Where it stands is not known: that the name is found has to be all the same. */
function byNameOnly({ mode, apiName: name, unplaced: wanted, nodes, pods }: Context): Requirement | null {
  if (mode !== "private-link" || name === null || wanted === null) return null;
  const ways = [...nodes, ...pods].map((from) => [{ ask: "name", from, name, wanted } as const]);
  return { id: "nodes.api", for: "cluster", enough: "each", ways };
}

/** What it needs besides HTTPS, which is asked with its name. */
function besidesHttps({ cluster, network, nodes, pods }: Context, to: string): Requirement["ways"] {
  const further = servicesFor("nodes.api", "nodes", "apiServer", cluster).filter(
    ({ port }) => port !== https.port,
  );
  const probes = servicesFor("nodes.api", "balancer", "apiServer", cluster);
  return [
    ...[...nodes, ...pods].flatMap((from) =>
      further.map((each) => [{ ask: "connection", flow: { from, to, isHeld: true, ...each } } as const]),
    ),
    ...probes.map((each) => [
      { ask: "connection", flow: { from: probesIn(network.id), to, ...each } } as const,
    ]),
  ];
}

function nodesApi(context: Context): Requirement | null {
  const { mode, apiAddress, apiName, nodes, pods } = context;
  if (apiAddress === null) return byNameOnly(context);
  // Nodes of a cluster with VNet integration are given the address itself.
  const name = mode === "private-link" ? apiName : null;
  const ways = [...nodes, ...pods].map((from) => toApi(from, name, apiAddress));
  return {
    ...({ id: "nodes.api", for: "cluster", enough: "each" } as const),
    ways: [...ways, ...besidesHttps(context, apiAddress)],
  };
}

/** The API server has to reach nodes, where it stands in the network. */
function apiNodes({ cluster, network, nodes }: Context): Requirement | null {
  const services = servicesFor("api.nodes", "apiServer", "nodes", cluster);
  const subnet = services.length === 0 ? undefined : apiSubnetOf(cluster, network);
  const [address] = withoutIpv6(subnet?.addressPrefixes ?? []);
  if (subnet === undefined || address === undefined) return null;
  const from = { name: subnet.name, address, networkId: network.id, subnetId: subnet.id, groupIds: [] };
  const ways = nodes.flatMap((node) => services.map((each) => [toPlace(from, node, each)]));
  return { id: "api.nodes", for: "cluster", enough: "each", ways };
}

/** Nodes have to reach each other, on every pair of the pools' subnets, and so do pods that have addresses of their own. */
function nodesNodes({ cluster, nodes, pods }: Context): Requirement {
  const services = servicesFor("nodes.nodes", "nodes", "nodes", cluster);
  const ways = [...nodes, ...pods].flatMap((from) =>
    nodes.flatMap((node) => services.map((each) => [toPlace(from, node, each)])),
  );
  return { id: "nodes.nodes", for: "cluster", enough: "each", ways };
}

/**
 * Nodes have to reach one of the servers that their network asks for names, or they find nothing outside either. Azure's own
 * DNS answers wherever no group denies it by its tag, and to a public server the walk knows no way: then nothing is asked.
 */
function nodesDns({ cluster, model, nodes, pods, network: { dnsServers } }: Context): Requirement | null {
  const servers = dnsServers.length === 0 ? [azureHost] : dnsServers;
  const places = [...nodes, ...pods];
  if (!servers.every((ip) => ip === azureHost || isPrivateAddress(ip))) return null;
  const isAnswered =
    servers.includes(azureHost) &&
    places.every((from) => withoutPlatform(model, from, platformDns).length === 0);
  if (isAnswered) return null;
  const ways = places.flatMap((from) =>
    servers.flatMap((to) =>
      servicesFor("nodes.dns", "nodes", to === azureHost ? "azure" : "dnsServers", cluster).map((each) => [
        { ask: "connection", flow: { from, to, ...each } } as const,
      ]),
    ),
  );
  return ways.length === 0 ? null : { id: "nodes.dns", for: "cluster", enough: "oneOfEach", ways };
}

/** People who come over a gateway have to reach a private API server, from each range; of ways to the same range one does. */
function gatewayApi({ model, snapshot, network, mode, apiAddress }: Context): Requirement | null {
  if (apiAddress === null || mode === "vnet-public") return null;
  const ways = gatewayPlaces(model, snapshot.client, network).map(({ place: from }) => [
    { ask: "connection", flow: { from, to: apiAddress, isHeld: true, ...https } } as const,
  ]);
  return ways.length === 0 ? null : { id: "gateway.api", for: "people", enough: "oneOfEach", ways };
}

/** Whoever comes over a gateway has their names answered in its network, as far as Azure shows: their own DNS asks there. */
function gatewayName({ snapshot, network, apiName, apiAddress: wanted }: Context): Requirement | null {
  if (apiName === null || wanted === null) return null;
  const found = clientNetworksOf(snapshot.client, { ...snapshot, clusterNetwork: network });
  const networks = found.status === "known" ? found.networks : [];
  const ways = networks.flatMap(({ id: networkId, network: section }) => {
    const subnet = section.status === "collected" ? gatewaySubnetOf(section.data) : undefined;
    const [address] = withoutIpv6(subnet?.addressPrefixes ?? []);
    if (subnet === undefined || address === undefined) return [];
    const from = { name: subnet.name, address, networkId, subnetId: subnet.id, groupIds: [] };
    return [[{ ask: "name", from, name: apiName, wanted } as const]];
  });
  return ways.length === 0 ? null : { id: "gateway.name", for: "people", enough: "one", ways };
}

// From places that people stand at to the API server: its name where one is needed, then the way.

/** A public name is known to every server, as far as one is reached: of those in a network one is enough. */
function withServers(
  { model }: Context,
  from: NetworkLocation,
  api: readonly ReachabilityQuestion[],
): Requirement["ways"] {
  const network = networkIn(model, from.networkId);
  const servers = network.status === "collected" ? network.data.dnsServers : [];
  return servers.length === 0 || !servers.every(isPrivateAddress)
    ? [api]
    : servers.map((to) => [{ ask: "connection", flow: { from, to, protocol: "Udp", port: 53 } }, ...api]);
}

/** None where the API server has no private address, or none is known. */
function waysToApi(context: Context, places: readonly NetworkLocation[]): Requirement["ways"] {
  const { mode, apiAddress, apiName, snapshot, cluster } = context;
  if (apiAddress === null || mode === "vnet-public") return [];
  const further = furtherEndpoint(snapshot.privateEndpointConnections, cluster) ?? undefined;
  return places.flatMap((from) => {
    const api = toApi(from, apiName, apiAddress, further);
    return apiName === null ? withServers(context, from, api) : [api];
  });
}

type Derive = (context: Context) => Requirement | null;

/** People reach a private API server from one of these places; one that works is an access path. */
const peoplesNeed =
  (id: Requirement["id"], placesOf: (context: Context) => readonly (NetworkLocation | null)[]): Derive =>
  (context) => {
    const ways = waysToApi(
      context,
      placesOf(context).flatMap((place) => place ?? []),
    );
    return ways.length === 0 ? null : { id, for: "people", enough: "one", ways };
  };

/** From where they come. */
const peopleApi = peoplesNeed("people.api", ({ snapshot, network }) => {
  const sources = { ...snapshot, clusterNetwork: network };
  const found = clientNetworksOf(snapshot.client, sources);
  const networks =
    found.status === "inside" ? insideOf(sources) : found.status === "known" ? found.networks : [];
  return networks.flatMap((each): readonly NetworkLocation[] =>
    each.network.status === "unavailable"
      ? [{ name: each.name, address: "0.0.0.0", networkId: each.id, subnetId: undefined, groupIds: [] }]
      : placesIn(each.network.data, each, snapshot.client).map(
          ({ name, address, subnet, securityGroupIds }) => ({
            ...{ name, address, networkId: each.id, subnetId: subnet?.id },
            groupIds: securityGroupIds.filter((id) => id !== subnet?.networkSecurityGroupId),
          }),
        ),
  );
});

/** What decides the verdict. */
const all: readonly Derive[] = [
  ...[nodesApi, apiNodes, nodesEgress, nodesDns, podsDns, nodesNodes, nodesServices],
  ...[peopleApi, gatewayApi, bastionJump, jumpEntry],
];

/** What decides whether somebody gets in from where the snapshot's client stands. */
const ofWayIn: readonly Derive[] = [
  ...[peopleApi, bastionJump, jumpEntry, bastionApi, gatewayName],
  peoplesNeed("container.api", ({ snapshot }) => sshContainersOf(snapshot).map(({ place }) => place)),
  peoplesNeed("shell.api", ({ snapshot }) => shellSubnetsOf(snapshot).map(({ place }) => place)),
  peoplesNeed("desktop.api", ({ snapshot }) => desktopsOf(snapshot).map(({ place }) => place)),
];

export type Asked = "verdict" | "way in";

/** One that decides whether somebody gets in; null where nobody comes from such a place. */
export const needOfWayIn = (
  id: Requirement["id"],
  snapshot: ClusterSnapshot,
  model: NetworkModel,
): Requirement | null => requirementsOf(snapshot, model, "way in").find((need) => need.id === id) ?? null;

/** None of a cluster that does not run: checks say so already. */
export function requirementsOf(
  snapshot: ClusterSnapshot,
  model: NetworkModel,
  asked: Asked = "verdict",
): readonly Requirement[] {
  const { managedCluster } = snapshot;
  const runs = managedCluster.status === "collected" && isRunning(managedCluster.data);
  const context = runs ? contextOf(snapshot, model) : null;
  return context === null
    ? []
    : (asked === "verdict" ? all : ofWayIn).flatMap((derive) => derive(context) ?? []);
}
