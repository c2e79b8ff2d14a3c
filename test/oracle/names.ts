// What a name is in a network: its servers, and what Azure's own DNS knows there.
// https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances
// https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links
import { type Address, isPrivate } from "./addresses.ts";
import { type Answer, all, broken, cannotTell, oneOf, works } from "./answer.ts";
import { type Estate, type Holder, listAt, type Network, type Resource, same, textAt } from "./estate.ts";
import { platform } from "./security-groups.ts";
import { holderOf, type Place, reaches } from "./walk.ts";

/** A name, and the address that it must have; null for a public one, which any server that answers knows. */
export type Wanted = Readonly<{ name: string; address: Address | null; cluster: Resource }>;

const nameOf = (resource: Resource): string => (resource.id.split("/").at(-1) ?? "").toLowerCase();

/** Whether the name is in the zone: below it, or its very name, which is the record `@`. */
const covers = (zone: Resource, name: string): boolean => `.${name}`.endsWith(`.${nameOf(zone)}`);

/** The narrowest zone that is linked to the network and holds the name. */
function zoneFor(estate: Estate, network: Network, name: string): Resource | undefined {
  const linked = estate
    .ofType("privateDnsZones")
    .filter((zone) => covers(zone, name))
    .filter((zone) =>
      estate
        .childrenOf(zone.id, "virtualNetworkLinks")
        .some((link) => same(textAt(link, "properties.virtualNetwork.id"), network.id)),
    );
  return linked.toSorted((left, right) => nameOf(right).length - nameOf(left).length)[0];
}

/** Zones of the name that stand anywhere: where none is linked, one of them lacks the link. */
const zonesOf = (estate: Estate, name: string): readonly string[] =>
  estate.ofType("privateDnsZones").flatMap((zone) => (covers(zone, name) ? [zone.id] : []));

/** The zone that the cluster was given, if it is not AKS's own. */
const zoneOf = (cluster: Resource): string =>
  textAt(cluster, "properties.apiServerAccessProfile.privateDNSZone");

/** Azure's own DNS, asked from a network. A private name has no public answer. */
function fromAzure(estate: Estate, network: Network, wanted: Wanted): Answer {
  const { name, address, cluster } = wanted;
  if (address === null) return works;
  const zone = zoneFor(estate, network, name);
  // The public name of a private cluster leads to the endpoint: https://learn.microsoft.com/azure/aks/private-clusters
  if (zone === undefined && /\.hcp\./.test(name)) return works;
  if (zone === undefined)
    return broken(
      `no zone of ${name} is linked`,
      network.id,
      cluster.id,
      zoneOf(cluster),
      ...zonesOf(estate, name),
    );
  const label = name.slice(0, -(nameOf(zone).length + 1)) || "@";
  const record = estate.childrenOf(zone.id, "A").find((each) => nameOf(each) === label);
  if (record === undefined) return broken("the zone has no record", zone.id, `${zone.id}/A/${label}`);
  const addresses = listAt(record, "properties.aRecords").map((each) => textAt(each, "ipv4Address"));
  const right = addresses.filter((each) => each === address);
  if (right.length === addresses.length) return works;
  const wrong = broken("the record holds another address", record.id, zone.id);
  return right.length === 0 ? wrong : cannotTell("some addresses of the record are wrong");
}

/** One server: it must be reached on 53, UDP and TCP, and answer what its own network shows it. */
function fromServer(estate: Estate, from: Place, server: Address, wanted: Wanted): Answer {
  const network = estate.network(from.subnet.network);
  if (network === undefined) return cannotTell("the network is not there");
  if (server === platform) return fromAzure(estate, network, wanted);
  if (!isPrivate(server))
    return wanted.address === null || /\.hcp\./.test(wanted.name)
      ? cannotTell("a server on the Internet")
      : broken(`${server} knows no private zone`, from.servers.length > 0 ? from.id : network.id);
  const asked = all(
    (["Udp", "Tcp"] as const).map((protocol) =>
      reaches(estate, from, { address: server, port: 53, protocol }),
    ),
  );
  const holder = holderOf(estate, network, server);
  if (asked.state !== "works" || holder === undefined) return asked;
  return answerOf(estate, holder, wanted);
}

/** A resolver answers for its network. A machine forwards to Azure's DNS, as AKS documents it; only it knows whether. */
function answerOf(estate: Estate, holder: Holder, wanted: Wanted): Answer {
  const network = estate.network(holder.subnet.network);
  if (network === undefined || holder.kind === "firewall") return cannotTell("what that server answers");
  return fromAzure(estate, network, wanted);
}

export function resolves(estate: Estate, from: Place, wanted: Wanted): Answer {
  const network = estate.network(from.subnet.network);
  const servers = from.servers.length > 0 ? from.servers : (network?.servers ?? []);
  if (network === undefined) return cannotTell("the network is not there");
  return servers.length === 0
    ? fromAzure(estate, network, wanted)
    : oneOf(servers.map((server) => fromServer(estate, from, server, wanted)));
}
