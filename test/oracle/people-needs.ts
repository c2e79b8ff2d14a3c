// What people need to reach the API server, by each way that is set up.
import { holds, nthOf, someOnPremises, somewherePublic } from "./addresses.ts";
import { type Answer, all, broken, cannotTell, works } from "./answer.ts";
import { type ApiServer, apiServerOf, type Need, poolsOf } from "./cluster-needs.ts";
import {
  at,
  type Estate,
  type Holder,
  listAt,
  type Network,
  type Resource,
  same,
  textAt,
  textsAt,
} from "./estate.ts";
import { resolves } from "./names.ts";
import { connectionsOf, gatewayIn, peered, rangesBehind } from "./reach.ts";
import { type Direction, passesGroups, platform } from "./security-groups.ts";
import { reaches } from "./walk.ts";

const networksOf = (estate: Estate, cluster: Resource): readonly Network[] => {
  const own = poolsOf(estate, cluster).flatMap(({ subnet }) => estate.network(subnet.network) ?? []);
  const near = estate.networks.filter((other) =>
    own.some((network) => network !== other && (named(network, other) || isLinked(estate, cluster, other))),
  );
  return [...new Set([...own, ...near])];
};

/**
 * "Link the private DNS zone" and "peer the virtual networks" are the two steps that let another network in: a link to the
 * cluster's own zone says that it was meant to. https://learn.microsoft.com/azure/aks/private-clusters
 */
const isLinked = (estate: Estate, cluster: Resource, { id }: Network): boolean =>
  estate
    .ofType("privateDnsZones")
    .filter((zone) => same(zone.id.split("/")[4], textAt(cluster, "properties.nodeResourceGroup")))
    .flatMap((zone) => estate.childrenOf(zone.id, "virtualNetworkLinks"))
    .some((link) => same(textAt(link, "properties.virtualNetwork.id"), id));

/** Whether either half of a peering is there. */
const named = (one: Network, other: Network): boolean =>
  one.peerings.some(({ remote }) => same(remote, other.id)) ||
  other.peerings.some(({ remote }) => same(remote, one.id));

/** Machines near the cluster from which people work: not name servers, and nothing that forwards. */
function jumpHosts(estate: Estate, cluster: Resource): readonly Holder[] {
  const near = networksOf(estate, cluster);
  const servers = new Set(estate.networks.flatMap(({ servers: all }) => all));
  return estate.holders.filter(
    (each) =>
      each.kind === "machine" &&
      !each.forwards &&
      !servers.has(each.address) &&
      near.some(({ id }) => same(id, each.subnet.network)),
  );
}

function fromHost(estate: Estate, cluster: Resource, api: ApiServer, host: Holder): Answer {
  if (!host.running) return broken("the jump host is off", host.id);
  if (api.answer.state !== "works") return api.answer;
  return all([
    resolves(estate, host, { name: api.name, address: api.address, cluster }),
    reaches(estate, host, { address: api.address, port: 443, protocol: "Tcp" }),
  ]);
}

const portOf = (estate: Estate, host: Holder): number =>
  at(estate.get(host.id), "properties.osProfile.windowsConfiguration") === undefined ? 22 : 3389;

/** The rules that a security group of Bastion's subnet must have: https://learn.microsoft.com/azure/bastion/bastion-nsg */
const bastionPorts: readonly (readonly [Direction, string, number])[] = [
  ["Inbound", somewherePublic, 443],
  ["Inbound", "GatewayManager", 443],
  ["Inbound", platform, 443],
  ["Outbound", "AzureCloud", 443],
  ["Outbound", somewherePublic, 80],
];

function byBastion(estate: Estate, bastion: Resource, host: Holder): Answer {
  const [configuration] = listAt(bastion, "properties.ipConfigurations");
  const subnet = estate.subnet(textAt(configuration, "properties.subnet.id"));
  if (subnet === undefined) return cannotTell("Bastion's subnet is not there");
  if (textAt(bastion, "properties.provisioningState") === "Failed") return cannotTell("Bastion failed");
  const [address, other] = [nthOf(subnet.range, 5), nthOf(subnet.range, 6)];
  const place = { id: bastion.id, subnet, groups: [], address, servers: [] };
  const passes = (direction: Direction, far: string, port: number): Answer => {
    const [from, to] = direction === "Inbound" ? [far, address] : [address, far];
    return passesGroups(estate, place, direction, { from, to, port, protocol: "Tcp" });
  };
  return all([
    ...bastionPorts.map(([direction, far, port]) => passes(direction, far, port)),
    ...[8080, 5701].flatMap((port) => [passes("Inbound", other, port), passes("Outbound", other, port)]),
    reaches(estate, place, { address: host.address, port: portOf(estate, host), protocol: "Tcp" }),
  ]);
}

const bastionsOf = (estate: Estate, cluster: Resource): readonly Resource[] => {
  const near = networksOf(estate, cluster);
  return estate.ofType("bastionHosts").filter((bastion) => {
    const [configuration] = listAt(bastion, "properties.ipConfigurations");
    const subnet = estate.subnet(textAt(configuration, "properties.subnet.id"));
    return near.some(({ id }) => same(id, subnet?.network));
  });
};

/** Hosts in its own network, and in those that are peered with it: https://learn.microsoft.com/azure/bastion/vnet-peering */
function served(estate: Estate, bastion: Resource, hosts: readonly Holder[]): readonly Holder[] {
  const [configuration] = listAt(bastion, "properties.ipConfigurations");
  const own = estate.network(estate.subnet(textAt(configuration, "properties.subnet.id"))?.network);
  return hosts.filter(({ subnet }) => {
    const other = estate.network(subnet.network);
    return own === undefined || other === undefined || other === own || named(own, other);
  });
}

/** An office behind a gateway: its tunnel, transit over the peering, and the way to the API server. */
function byGateway(estate: Estate, api: ApiServer, network: Network, gateway: Resource): Answer {
  const target = estate.holders.find(({ address, kind }) => address === api.address && kind !== "machine");
  const spoke = estate.network(target?.subnet.network);
  if (api.answer.state !== "works" || spoke === undefined) return api.answer;
  if (textAt(gateway, "properties.provisioningState") === "Failed") return cannotTell("the gateway failed");
  const down = connectionsOf(estate, gateway).filter(
    (each) => (textAt(each, "properties.connectionStatus") || "Connected") !== "Connected",
  );
  const tunnel = down[0] === undefined ? works : broken("the connection is not up", down[0].id, gateway.id);
  return all([tunnel, spoke === network ? works : transit(network, spoke)]);
}

/** Where no Bastion leads to a jump host, people behind the gateway sign in to it by SSH or RDP. */
function fromGateway(estate: Estate, gateway: Resource, host: Holder): Answer {
  const [range] = rangesBehind(estate, gateway);
  // What comes by BGP has no range here; the tag holds "all connected on-premises address spaces".
  const from = range === undefined ? someOnPremises : nthOf(range, 10);
  const packet = { from, to: host.address, port: portOf(estate, host), protocol: "Tcp" as const };
  return passesGroups(estate, host, "Inbound", packet);
}

/** https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit */
function transit(hub: Network, spoke: Network): Answer {
  const linked = peered(hub, spoke);
  if (linked.state !== "works") return linked;
  const given = hub.peerings.find(({ remote }) => same(remote, spoke.id))?.transit === true;
  const used = spoke.peerings.find(({ remote }) => same(remote, hub.id))?.usesGateway === true;
  // Neither half wants it: nobody meant the office to come this way.
  if (!given && !used) return cannotTell("nobody set transit up");
  return given && used
    ? works
    : broken("one half of the peering does not share the gateway", hub.id, spoke.id);
}

/** Somebody who says from which address they come. */
function fromAddress(estate: Estate, cluster: Resource, api: ApiServer, address: string): Answer {
  const ranges = textsAt(cluster, "properties.apiServerAccessProfile.authorizedIPRanges");
  const isPublic = at(cluster, "properties.apiServerAccessProfile.enablePrivateCluster") !== true;
  if (isPublic)
    return ranges.length === 0 || ranges.some((range) => holds(range, address) === true)
      ? works
      : broken("the address is not authorized", cluster.id);
  const gateway = estate
    .ofType("virtualNetworkGateways")
    .find((each) => rangesBehind(estate, each).some((range) => holds(range, address) === true));
  if (gateway === undefined) return cannotTell("no gateway is known to lead there");
  return api.answer;
}

/** Each way that is set up; `from` is the address that the person tells. */
export function peopleNeeds(estate: Estate, cluster: Resource, from: string | undefined): readonly Need[] {
  const api = apiServerOf(estate, cluster);
  const hosts = jumpHosts(estate, cluster);
  const isPrivate = at(cluster, "properties.apiServerAccessProfile.enablePrivateCluster") === true;
  const bastions = bastionsOf(estate, cluster);
  const gateways = networksOf(estate, cluster).flatMap((network) => {
    const gateway = gatewayIn(estate, network);
    return gateway === undefined ? [] : [{ network, gateway }];
  });
  return [
    ...(from === undefined
      ? []
      : [{ id: `${from} → API server`, answer: fromAddress(estate, cluster, api, from) }]),
    ...(isPrivate ? hosts : []).map((host) => ({
      id: `${host.id} → API server`,
      answer: fromHost(estate, cluster, api, host),
    })),
    ...bastions.flatMap((bastion) =>
      served(estate, bastion, hosts).map((host) => ({
        id: `${bastion.id} → ${host.id}`,
        answer: byBastion(estate, bastion, host),
      })),
    ),
    ...(bastions.length > 0 || !isPrivate ? [] : gateways).flatMap(({ gateway }) =>
      hosts.map((host) => ({ id: `${gateway.id} → ${host.id}`, answer: fromGateway(estate, gateway, host) })),
    ),
    ...gateways.map(({ network, gateway }) => ({
      id: `${gateway.id} → API server`,
      answer: isPrivate ? byGateway(estate, api, network, gateway) : works,
    })),
  ];
}
