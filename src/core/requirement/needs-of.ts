// Every need there is. A new one is a file under needs/, an id and a line here.

import { clientNetworksOf, insideOf } from "../client/client-networks.ts";
import { placesIn } from "../client/client-places.ts";
import { desktopsOf, shellSubnetsOf, sshContainersOf } from "../client/likely-hosts.ts";
import { isPrivateAddress, withoutIpv6 } from "../network/address/cidr.ts";
import { https, type NetworkLocation } from "../network/address/packet.ts";
import { gatewaySubnetOf } from "../network/gateway/gateways.ts";
import { furtherEndpoint } from "../network/gateways-of-snapshot.ts";
import { type NetworkModel, networkIn } from "../network/model/model.ts";
import { isRunning } from "../outcome/operation.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import { type Context, contextOf, toApi } from "./context.ts";
import { bastionJump, jumpEntry, placeOfBastion } from "./jump-host-needs.ts";
import { apiNodes, nodesApi, nodesDns, nodesEgress, nodesServices, podsDns } from "./node-needs.ts";
import { nodesNodes } from "./nodes-nodes.ts";
import { gatewayPlaces } from "./over-gateways.ts";
import type { ReachabilityQuestion, Requirement } from "./requirement.ts";

// A tunnel of Bastion's that ends at the API server leads on from Bastion's own subnet.

export function bastionApi({ snapshot, model, apiAddress }: Context): Requirement | null {
  if (apiAddress === null) return null;
  const ways = snapshot.bastionHosts.items.flatMap((bastion) => {
    const from = placeOfBastion(model, bastion);
    const flow = from && { from, to: apiAddress, isHeld: true, ...https };
    return flow === null ? [] : [[{ ask: "connection", flow } as const]];
  });
  return ways.length === 0 ? null : { id: "bastion.api", for: "people", enough: "one", ways };
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
export function waysToApi(context: Context, places: readonly NetworkLocation[]): Requirement["ways"] {
  const { mode, apiAddress, apiName, snapshot, cluster } = context;
  if (apiAddress === null || mode === "vnet-public") return [];
  const further = furtherEndpoint(snapshot.privateEndpointConnections, cluster) ?? undefined;
  return places.flatMap((from) => {
    const api = toApi(from, apiName, apiAddress, further);
    return apiName === null ? withServers(context, from, api) : [api];
  });
}

/** One place that works is a way in. */
export function peoplesNeed(
  id: Requirement["id"],
  context: Context,
  places: readonly NetworkLocation[],
): Requirement | null {
  const ways = waysToApi(context, places);
  return ways.length === 0 ? null : { id, for: "people", enough: "one", ways };
}

// Whoever is signed in to a container with SSH reaches the API server from there.

export const containerApi = (context: Context): Requirement | null =>
  peoplesNeed(
    "container.api",
    context,
    sshContainersOf(context.snapshot).map(({ place }) => place),
  );

// Whoever has a desktop on a session host reaches the API server from there.

export const desktopApi = (context: Context): Requirement | null =>
  peoplesNeed(
    "desktop.api",
    context,
    desktopsOf(context.snapshot).flatMap(({ place }) => place ?? []),
  );

// People who come over a gateway have to reach a private API server, from each range; of ways to the same range one does.

export function gatewayApi({ model, snapshot, network, mode, apiAddress }: Context): Requirement | null {
  if (apiAddress === null || mode === "vnet-public") return null;
  const ways = gatewayPlaces(model, snapshot.client, network).map(({ place: from }) => [
    { ask: "connection", flow: { from, to: apiAddress, isHeld: true, ...https } } as const,
  ]);
  return ways.length === 0 ? null : { id: "gateway.api", for: "people", enough: "oneOfEach", ways };
}

// Whoever comes over a gateway has their names answered in its network, as far as Azure shows: their own DNS asks there.

export function gatewayName({ snapshot, network, apiName, apiAddress: wanted }: Context): Requirement | null {
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

// People have to reach a private API server from where they come; one place that works is a way in.

function placesOf({ snapshot, network }: Context): readonly NetworkLocation[] {
  const sources = { ...snapshot, clusterNetwork: network };
  const found = clientNetworksOf(snapshot.client, sources);
  const networks =
    found.status === "inside" ? insideOf(sources) : found.status === "known" ? found.networks : [];
  return networks.flatMap((each) =>
    each.network.status === "unavailable"
      ? [{ name: each.name, address: "0.0.0.0", networkId: each.id, subnetId: undefined, groupIds: [] }]
      : placesIn(each.network.data, each, snapshot.client).map(
          ({ name, address, subnet, securityGroupIds }) => ({
            name,
            address,
            networkId: each.id,
            subnetId: subnet?.id,
            groupIds: securityGroupIds.filter((id) => id !== subnet?.networkSecurityGroupId),
          }),
        ),
  );
}

export const peopleApi = (context: Context): Requirement | null =>
  peoplesNeed("people.api", context, placesOf(context));

// Cloud Shell that is set to start in a network reaches the API server from its subnet.

export const shellApi = (context: Context): Requirement | null =>
  peoplesNeed(
    "shell.api",
    context,
    shellSubnetsOf(context.snapshot).flatMap(({ place }) => place ?? []),
  );

type Derive = (context: Context) => Requirement | null;

/** What decides the verdict. */
const all: readonly Derive[] = [
  nodesApi,
  apiNodes,
  nodesEgress,
  nodesDns,
  podsDns,
  nodesNodes,
  nodesServices,
  peopleApi,
  gatewayApi,
  bastionJump,
  jumpEntry,
];

/** What decides whether somebody gets in from where the snapshot's client stands. */
const ofWayIn: readonly Derive[] = [
  peopleApi,
  bastionJump,
  jumpEntry,
  bastionApi,
  gatewayName,
  containerApi,
  shellApi,
  desktopApi,
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
