// What an AKS cluster itself is documented to need of its network.
// https://learn.microsoft.com/azure/aks/outbound-rules-control-egress
// https://learn.microsoft.com/azure/aks/api-server-vnet-integration#nsg-security-rules
import { holds, somewherePublic } from "./addresses.ts";
import { type Answer, all, broken, cannotTell, works } from "./answer.ts";
import { isAuthorized, leaves } from "./egress.ts";
import {
  at,
  type Estate,
  type Holder,
  listAt,
  nodesOf,
  type Resource,
  same,
  textAt,
  textsAt,
} from "./estate.ts";
import { resolves } from "./names.ts";
import { passesGroups, platform } from "./security-groups.ts";
import { type Place, reaches } from "./walk.ts";

/** The API server as its nodes and its people find it. */
export type ApiServer = Readonly<{
  kind: "endpoint" | "integrated" | "public";
  answer: Answer;
  address: string;
  name: string;
}>;

const inGroup = (cluster: Resource, { id }: Resource): boolean =>
  same(id.split("/")[4], textAt(cluster, "properties.nodeResourceGroup"));

/** A failed resource can go on serving: https://learn.microsoft.com/azure/networking/troubleshoot-failed-state */
const serving = (estate: Estate, { id, kind }: Holder): Answer =>
  textAt(estate.get(id), "properties.provisioningState") === "Failed"
    ? cannotTell(`the last change of the ${kind} failed`)
    : works;

/** "Deleting or modifying the private endpoint … causes the cluster to stop functioning." */
function atEndpoint(estate: Estate, cluster: Resource): Pick<ApiServer, "answer" | "address"> {
  const [connection] = estate.childrenOf(cluster.id, "privateEndpointConnections");
  const endpoint = textAt(connection, "properties.privateEndpoint.id");
  const state = textAt(connection, "properties.privateLinkServiceConnectionState.status");
  const holder = estate.holders.find((each) => each.kind === "endpoint" && same(each.id, endpoint));
  const address = holder?.address ?? "";
  const blame = [cluster.id, endpoint, connection?.id ?? ""].filter((each) => each !== "");
  if (connection !== undefined && state !== "Approved")
    return { answer: broken(`the connection is ${state}`, ...blame), address };
  return {
    answer: holder === undefined ? broken("no endpoint", ...blame) : serving(estate, holder),
    address,
  };
}

export function apiServerOf(estate: Estate, cluster: Resource): ApiServer {
  const profile = at(cluster, "properties.apiServerAccessProfile");
  const isPrivate = at(profile, "enablePrivateCluster") === true;
  const privateName = textAt(cluster, "properties.privateFQDN");
  const name = (isPrivate && privateName) || textAt(cluster, "properties.fqdn");
  if (at(profile, "enableVnetIntegration") === true) {
    const holder = estate.holders.find(
      ({ id, kind }) => kind === "frontend" && inGroup(cluster, { id }) && /kube-apiserver$/.test(id),
    );
    const answer =
      holder === undefined ? broken("no internal load balancer", cluster.id) : serving(estate, holder);
    return { kind: "integrated", answer, address: holder?.address ?? "", name };
  }
  if (!isPrivate) return { kind: "public", answer: works, address: somewherePublic, name };
  return { kind: "endpoint", ...atEndpoint(estate, cluster), name };
}

const scaleSetsOf = (estate: Estate, cluster: Resource): readonly Resource[] =>
  estate.ofType("virtualMachineScaleSets").filter((each) => inGroup(cluster, each));

export const poolsOf = (estate: Estate, cluster: Resource): readonly Holder[] =>
  scaleSetsOf(estate, cluster)
    .flatMap((each, index) => nodesOf(estate, each, index) ?? [])
    .filter(({ running }) => running);

/** Each node pool has its scale set in the node resource group, with machines in it. */
export function poolNeeds(estate: Estate, cluster: Resource): readonly Need[] {
  const sets = scaleSetsOf(estate, cluster);
  const pools = listAt(cluster, "properties.agentPoolProfiles").filter(
    (pool) => Number(at(pool, "count")) > 0,
  );
  return pools.map((pool) => {
    const name = textAt(pool, "name");
    const set = sets.find((each) => textAt(each, "tags.aks-managed-poolName") === name);
    const running = Number(at(set, "sku.capacity") ?? 0) > 0;
    const gone = broken("the pool has no machines", cluster.id, ...(set === undefined ? [] : [set.id]));
    return { id: `machines of ${name}`, answer: running ? works : gone };
  });
}

/**
 * A service of type LoadBalancer is probed on its node ports, from the tag AzureLoadBalancer:
 * https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview#probe-source-ip-address
 */
export function probeNeeds(estate: Estate, cluster: Resource, objects: readonly unknown[]): readonly Need[] {
  const services = objects.filter(
    (each) => textAt(each, "kind") === "Service" && textAt(each, "spec.type") === "LoadBalancer",
  );
  const ports = services.flatMap((each) =>
    listAt(each, "spec.ports").map((port) => Number(at(port, "nodePort"))),
  );
  return poolsOf(estate, cluster).map((node) => {
    const probes = ports.map((port) => ({
      from: platform,
      to: node.address,
      port,
      protocol: "Tcp" as const,
    }));
    const answers = probes.map((probe) => passesGroups(estate, node, "Inbound", probe));
    return { id: `probes of ${node.id}`, answer: all(answers) };
  });
}

const authorized = (cluster: Resource): readonly string[] =>
  textsAt(cluster, "properties.apiServerAccessProfile.authorizedIPRanges");

function nodesToApi(estate: Estate, cluster: Resource, api: ApiServer, node: Place): Answer {
  if (api.kind === "public")
    return all([leaves(estate, cluster, node), isAuthorized(estate, cluster, node, authorized(cluster))]);
  if (api.answer.state !== "works") return api.answer;
  // With VNet integration nodes use the address itself, and 4443 too.
  const ports = api.kind === "integrated" ? [443, 4443] : [443];
  const reach = ports.map((port) => reaches(estate, node, { address: api.address, port, protocol: "Tcp" }));
  const wanted = { name: api.name, address: api.address, cluster };
  return all([...(api.kind === "endpoint" ? [resolves(estate, node, wanted)] : []), ...reach]);
}

/** The API server dials kubelets itself where it stands in the network, and the balancer probes it there on 9988. */
function insideSubnet(estate: Estate, api: ApiServer, pools: readonly Holder[]): Answer {
  const holder = estate.holders.find(({ kind, address }) => kind === "frontend" && address === api.address);
  if (api.kind !== "integrated" || holder === undefined) return works;
  const probe = { from: platform, to: holder.address, port: 9988, protocol: "Tcp" as const };
  const place = { ...holder, id: holder.id };
  return all([
    passesGroups(estate, holder, "Inbound", probe),
    ...pools.map((node) =>
      reaches(estate, place, { address: node.address, port: 10250, protocol: "Tcp" }, pools),
    ),
  ]);
}

/** Pods ask CoreDNS on any node: overlay and kubenet keep the pods' own addresses, and groups of the subnet count. */
function podsToNames(estate: Estate, cluster: Resource, pools: readonly Holder[]): Answer {
  const [pods] = textsAt(cluster, "properties.networkProfile.podCidrs");
  if (pods === undefined) return works;
  const [from, to] = [pods.replace(/0\/\d+$/, "9"), pods.replace(/0\/\d+$/, "5")];
  const routed = textAt(cluster, "properties.networkProfile.networkPlugin") === "kubenet";
  return all(
    pools.flatMap((asked) => [
      ...(routed ? [podRoutes(estate, asked, pods)] : []),
      ...pools.flatMap((asking) =>
        (["Udp", "Tcp"] as const).flatMap((protocol) => {
          const packet = { from, to, port: 53, protocol };
          return [
            passesGroups(estate, asking, "Outbound", packet),
            passesGroups(estate, asked, "Inbound", packet),
          ];
        }),
      ),
    ]),
  );
}

/** kubenet: a route to each node's pods, in the table of the nodes' subnet. https://learn.microsoft.com/azure/aks/configure-kubenet */
function podRoutes(estate: Estate, node: Holder, pods: string): Answer {
  const table = estate.get(node.subnet.table);
  if (table === undefined)
    return broken("the nodes' subnet has no route table", node.subnet.id, node.subnet.network);
  const routes = listAt(table, "properties.routes").filter((each) => {
    const prefix = textAt(each, "properties.addressPrefix");
    return prefix !== "0.0.0.0/0" && holds(pods, prefix.split("/")[0] ?? "") === true;
  });
  const nodes = estate
    .ofType("virtualMachineScaleSets")
    .filter((each) => same(nodesOf(estate, each)?.subnet.id, node.subnet.id))
    .reduce((sum, each) => sum + Number(at(each, "sku.capacity")), 0);
  const right = routes.filter(
    (each) =>
      textAt(each, "properties.nextHopType") === "VirtualAppliance" &&
      holds(node.subnet.range, textAt(each, "properties.nextHopIpAddress")) === true,
  );
  return right.length >= nodes && right.length === routes.length
    ? works
    : broken("pods of a node have no route", table.id);
}

export type Need = Readonly<{ id: string; answer: Answer }>;

export function clusterNeeds(estate: Estate, cluster: Resource): readonly Need[] {
  if (textAt(cluster, "properties.powerState.code") === "Stopped")
    return [{ id: "cluster runs", answer: broken("the cluster is stopped", cluster.id) }];
  const api = apiServerOf(estate, cluster);
  const pools = poolsOf(estate, cluster);
  const each = (id: string, ask: (node: Holder) => Answer): Need => ({ id, answer: all(pools.map(ask)) });
  const state = textAt(cluster, "properties.provisioningState");
  const someName = { name: "mcr.microsoft.com", address: null, cluster };
  return [
    { id: "cluster runs", answer: state === "Failed" ? cannotTell("its last operation failed") : works },
    { id: "nodes are there", answer: pools.length > 0 ? works : broken("no node runs", cluster.id) },
    each("nodes → API server", (node) => nodesToApi(estate, cluster, api, node)),
    each("nodes → names that AKS needs", (node) => leaves(estate, cluster, node)),
    each("nodes → DNS servers", (node) => resolves(estate, node, someName)),
    each("nodes ↔ nodes 10250", (node) =>
      all(
        pools.map((to) =>
          reaches(estate, node, { address: to.address, port: 10250, protocol: "Tcp" }, pools),
        ),
      ),
    ),
    { id: "pods → CoreDNS", answer: podsToNames(estate, cluster, pools) },
    { id: "API server → nodes", answer: insideSubnet(estate, api, pools) },
  ];
}
