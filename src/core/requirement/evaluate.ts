// Every requirement of one cluster, for whoever asks and from where they are.
import { apiAddressOf } from "../diagnosis/api-address.ts";
import { apiFqdnOf, apiModeOf, zoneModeOf } from "../diagnosis/api-server.ts";
import type { CheckResult } from "../diagnosis/check.ts";
import { withoutIpv6 } from "../diagnosis/cidr.ts";
import { clientNetworksOf } from "../diagnosis/client-networks.ts";
import { placesIn } from "../diagnosis/client-places.ts";
import { nodeSubnetsOf } from "../diagnosis/cluster-subnets.ts";
import { outboundTypeOf } from "../diagnosis/egress.ts";
import type { ClusterSnapshot, ManagedCluster, VirtualNetwork } from "../diagnosis/snapshot.ts";
import { https, type Place, type Service, titleOf } from "../network/flow.ts";
import { networkOf } from "../network/from-snapshot.ts";
import { leave, wayOutOf } from "../network/leave.ts";
import type { NetworkModel } from "../network/model.ts";
import { component } from "../network/model.ts";
import { answersOf, resolve } from "../network/resolve.ts";
import { stops, type Trace, traceOf } from "../network/step.ts";
import { walk } from "../network/walk.ts";
import { namesForNodes } from "./aks-names.ts";
import { all, any, type Requirement, type Walked } from "./requirement.ts";

type Target = Readonly<{ model: NetworkModel; name: string | null; address: string }>;

const connect = (
  model: NetworkModel,
  from: Place,
  to: string,
  service: Service,
  name: string | null = null,
): Walked => ({
  from: from.name,
  to,
  service: titleOf(service),
  trace: walk(model, { from, to, ...service, ...(name === null ? {} : { name }) }),
});

/** An answer with another address leads elsewhere, however well the way there works. */
function ask(model: NetworkModel, from: Place, name: string, wanted: string): Walked {
  const trace = resolve(model, from, name);
  const addresses = answersOf(trace);
  const isStale = trace.end === "delivered" && !addresses.includes(wanted);
  const last = trace.steps.at(-1);
  const stale: Trace = isStale
    ? traceOf([
        ...trace.steps,
        stops(last?.component ?? component("network", from.networkId), {
          is: "answerStale",
          addresses,
          wanted,
        }),
      ])
    : trace;
  return { from: from.name, to: name, service: null, trace: stale };
}

const toApi = ({ model, name, address }: Target, from: Place): readonly Walked[] => [
  ...(name === null ? [] : [ask(model, from, name, address)]),
  connect(model, from, address, https, name),
];

const nodePlaces = (cluster: ManagedCluster, network: VirtualNetwork): readonly Place[] =>
  nodeSubnetsOf(cluster, network).flatMap(({ id, name, addressPrefixes }) =>
    withoutIpv6(addressPrefixes)
      .slice(0, 1)
      .map((address) => ({ name, address, networkId: network.id, subnetId: id, groupIds: [] })),
  );

/** The kubelet, without which logs, exec and webhooks fail, and names of services. */
const betweenNodes: readonly Service[] = [
  { protocol: "Tcp", port: 10250 },
  { protocol: "Udp", port: 53 },
];

const nodesMeet = (model: NetworkModel, places: readonly Place[]): readonly Walked[] =>
  places.flatMap((from) =>
    places.flatMap(({ address }) => betweenNodes.map((service) => connect(model, from, address, service))),
  );

/** Through a proxy, the firewall sees the proxy's connections and not the nodes'. */
function nodesLeave(
  model: NetworkModel,
  cluster: ManagedCluster,
  places: readonly Place[],
): readonly Requirement[] {
  if (outboundTypeOf(cluster) !== "routes" || cluster.httpsProxy !== undefined) return [];
  const walks = places.flatMap((from) => {
    const way = wayOutOf(model, from);
    if (way === null) return [];
    return namesForNodes(cluster).map((name) => ({
      from: from.name,
      to: name,
      service: titleOf(https),
      trace: leave(from, way, name),
    }));
  });
  return walks.length === 0 ? [] : [{ id: "nodes.egress", for: "cluster", end: all(walks), walks }];
}

function peoplePlaces(snapshot: ClusterSnapshot, network: VirtualNetwork): readonly Place[] {
  const found = clientNetworksOf(snapshot.client, { ...snapshot, clusterNetwork: network });
  if (found.status !== "known") return [];
  return found.networks.flatMap((each) =>
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

type Cluster = Readonly<{
  model: NetworkModel;
  cluster: ManagedCluster;
  network: VirtualNetwork;
  nodes: readonly Place[];
  address: string;
}>;

/** A private address of the API server, from the nodes and from where people are. */
function reaching(snapshot: ClusterSnapshot, found: Cluster): readonly Requirement[] {
  const { model, cluster, network, nodes, address } = found;
  const mode = apiModeOf(cluster);
  const named = apiFqdnOf(cluster) ?? null;
  // Nodes of a cluster with VNet integration are given the address itself.
  const nodeName = mode === "private-link" && zoneModeOf(cluster) !== "none" ? named : null;
  const fromNodes = nodes.flatMap((from) => toApi({ model, name: nodeName, address }, from));
  const api: Requirement = { id: "nodes.api", for: "cluster", end: all(fromNodes), walks: fromNodes };
  if (mode === "vnet-public") return [api];
  const name = zoneModeOf(cluster) === "none" ? null : named;
  const ways = peoplePlaces(snapshot, network).map((from) => toApi({ model, name, address }, from));
  return ways.length === 0
    ? [api]
    : [api, { id: "people.api", for: "people", end: any(ways), walks: ways.flat() }];
}

/** Nothing is said of a cluster that is stopped, or of one whose network was not read: checks say so already. */
export function requirementsOf(
  snapshot: ClusterSnapshot,
  results: readonly Pick<CheckResult, "id" | "status">[],
): readonly Requirement[] {
  const runs = results.some(({ id, status }) => id === "cluster.power-state" && status === "pass");
  if (!runs) return [];
  const { managedCluster, clusterNetwork } = snapshot;
  if (managedCluster.status === "unavailable" || clusterNetwork.status === "unavailable") return [];
  const [cluster, network] = [managedCluster.data, clusterNetwork.data];
  const model = networkOf(snapshot);
  const nodes = nodePlaces(cluster, network);
  const meet = nodesMeet(model, nodes);
  const between: Requirement = { id: "nodes.nodes", for: "cluster", end: all(meet), walks: meet };
  const own = [between, ...nodesLeave(model, cluster, nodes)];
  const mode = apiModeOf(cluster);
  if (mode === "public-open" || mode === "public-ranges") return own;
  const address = apiAddressOf(cluster, { ...snapshot });
  if (address.status === "unknown") return own;
  return [...own, ...reaching(snapshot, { model, cluster, network, nodes, address: address.ip })];
}
