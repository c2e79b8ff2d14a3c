// How nodes leave for public addresses, by the cluster's outbound type.
// https://learn.microsoft.com/azure/aks/egress-outboundtype
// https://learn.microsoft.com/azure/nat-gateway/nat-overview#traffic-routes
import { holds, somewherePublic } from "./addresses.ts";
import { type Answer, all, broken, cannotTell, works } from "./answer.ts";
import { type Estate, type Holder, listAt, type Resource, type Subnet, same, textAt } from "./estate.ts";
import { routeOf } from "./routes.ts";
import { passesGroups } from "./security-groups.ts";
import { holderOf, type Place, throughAppliance } from "./walk.ts";

/** Balancers in the cluster's own group that nodes leave by. */
const outboundBalancers = (estate: Estate, nodeGroup: string): readonly Resource[] =>
  estate
    .ofType("loadBalancers")
    .filter(({ id }) => same(id.split("/")[4], nodeGroup) && !/kube-apiserver|internal/.test(id));

const publicAddressOf = (estate: Estate, id: string): string =>
  textAt(estate.get(id), "properties.ipAddress");

/** The addresses that the Internet sees, or why there are none. */
type Out = Readonly<{ answer: Answer; addresses: readonly string[] }>;
const none = (answer: Answer): Out => ({ answer, addresses: [] });

function byNat(estate: Estate, subnet: Subnet): Out {
  const nat = estate.get(subnet.nat);
  // Azure deletes none that a subnet names: https://learn.microsoft.com/azure/nat-gateway/manage-nat-gateway
  if (nat === undefined && subnet.nat !== undefined) return none(cannotTell("the NAT gateway was not read"));
  if (nat === undefined)
    return none(broken("no NAT gateway at the subnet", subnet.id, subnet.network, subnet.nat ?? ""));
  const addresses = listAt(nat, "properties.publicIpAddresses").map((each) => textAt(each, "id"));
  if (addresses.length === 0) return none(broken("the NAT gateway has no public address", nat.id));
  if (textAt(nat, "properties.provisioningState") === "Failed")
    return none(cannotTell("the NAT gateway failed"));
  return { answer: works, addresses: addresses.map((id) => publicAddressOf(estate, id)) };
}

function byBalancer(estate: Estate, cluster: Resource, subnet: Subnet): Out {
  const balancers = outboundBalancers(estate, textAt(cluster, "properties.nodeResourceGroup"));
  const [balancer] = balancers;
  if (balancer === undefined) return none(broken("the cluster has no load balancer", cluster.id, subnet.id));
  const rules = listAt(balancer, "properties.outboundRules");
  if (rules.length === 0)
    return none(broken("the load balancer has no outbound rule", balancer.id, cluster.id));
  if (textAt(balancer, "properties.provisioningState") === "Failed")
    return none(cannotTell("the load balancer failed"));
  const frontends = listAt(balancer, "properties.frontendIPConfigurations");
  const addresses = frontends.map((each) =>
    publicAddressOf(estate, textAt(each, "properties.publicIPAddress.id")),
  );
  return { answer: works, addresses: addresses.filter((each) => each !== "") };
}

/** Virtual appliance by a route of one's own, then NAT gateway, then the load balancer's outbound rules. */
function wayOut(estate: Estate, cluster: Resource, from: Place): Out {
  const { subnet } = from;
  const hop = routeOf(estate, subnet, somewherePublic);
  const type = textAt(cluster, "properties.networkProfile.outboundType") || "loadBalancer";
  const packet = { from: from.address, to: somewherePublic, port: 443, protocol: "Tcp" as const };
  if (hop.type === "Nowhere") return none(broken("a route drops what leaves", hop.by));
  if (hop.type === "Appliance") {
    const answer = throughAppliance(estate, subnet, hop, packet);
    const network = estate.network(subnet.network);
    const appliance = network && holderOf(estate, network, hop.address);
    return { answer, addresses: appliance?.kind === "firewall" ? addressesOf(estate, appliance) : [] };
  }
  if (hop.type !== "Internet") return none(cannotTell(`what leaves goes to ${hop.type}`));
  if (subnet.nat !== undefined) return byNat(estate, subnet);
  if (type === "loadBalancer") return byBalancer(estate, cluster, subnet);
  if (/NATGateway/i.test(type)) return byNat(estate, subnet);
  return none(
    broken("no route leads what leaves to an appliance", subnet.table ?? subnet.id, subnet.id, cluster.id),
  );
}

const addressesOf = (estate: Estate, firewall: Holder): readonly string[] =>
  listAt(estate.get(firewall.id), "properties.ipConfigurations").map((each) =>
    publicAddressOf(estate, textAt(each, "properties.publicIPAddress.id")),
  );

/** Nodes to the names that AKS needs, on 443. */
export function leaves(estate: Estate, cluster: Resource, from: Place): Answer {
  const packet = { from: from.address, to: somewherePublic, port: 443, protocol: "Tcp" as const };
  return all([passesGroups(estate, from, "Outbound", packet), wayOut(estate, cluster, from).answer]);
}

/**
 * A public API server lets the cluster's own load balancer in by itself; other addresses must be among the ranges.
 * https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges
 */
export function isAuthorized(
  estate: Estate,
  cluster: Resource,
  from: Place,
  ranges: readonly string[],
): Answer {
  const { answer, addresses } = wayOut(estate, cluster, from);
  if (ranges.length === 0 || answer.state !== "works") return works;
  if (ranges.some((range) => !/^[\d./]+$/.test(range))) return cannotTell("a service tag is authorized");
  const type = textAt(cluster, "properties.networkProfile.outboundType") || "loadBalancer";
  if (type === "loadBalancer" && estate.get(from.subnet.nat) === undefined) return works;
  const isIn = (address: string): boolean => ranges.some((range) => holds(range, address) === true);
  return addresses.every(isIn)
    ? works
    : broken("nodes leave by an address that is not authorized", cluster.id);
}
