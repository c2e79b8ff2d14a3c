// Whether a packet reaches an address in a virtual network, and the answer comes back.
import { type Address, holds, isPrivate } from "./addresses.ts";
import { type Answer, all, broken, cannotTell, works } from "./answer.ts";
import type { Estate, Holder, Network, Subnet } from "./estate.ts";
import { same } from "./estate.ts";
import { passesFirewall } from "./firewall.ts";
import { learns, lets, peered, peersOf } from "./reach.ts";
import { type Hop, routeOf } from "./routes.ts";
import { type Packet, passesGroups } from "./security-groups.ts";

/** Where a packet comes from. */
export type Place = Readonly<{
  id: string;
  subnet: Subnet;
  groups: readonly string[];
  address: Address;
  servers: readonly Address[];
}>;
export type Target = Readonly<{ address: Address; port: number; protocol: "Tcp" | "Udp" }>;

const networkOf = (estate: Estate, subnet: Subnet): Network | undefined => estate.network(subnet.network);

/** Who holds an address, seen from a network: private ranges may be used twice, so only it and its peers are asked. */
export function holderOf(estate: Estate, from: Network, address: Address, nodes: readonly Holder[] = []) {
  const near = [
    from,
    ...estate.networks.filter((other) => from.peerings.some(({ remote }) => same(remote, other.id))),
  ];
  return [...estate.holders, ...nodes].find(
    (each) => each.address === address && near.some(({ id }) => same(id, each.subnet.network)),
  );
}

/** Whether private endpoints in that subnet feel its security group. */
const feelsGroups = ({ kind, subnet }: Holder): boolean =>
  kind !== "endpoint" || ["Enabled", "NetworkSecurityGroupEnabled"].includes(subnet.endpointPolicies);

function overPeering(estate: Estate, from: Subnet, to: Subnet): Answer {
  const [one, other] = [networkOf(estate, from), networkOf(estate, to)];
  if (one === undefined || other === undefined) return cannotTell("the network is not there");
  if (one === other) return works;
  const connected = peered(one, other);
  if (connected.state !== "works") return connected;
  return lets(one, other) && lets(other, one)
    ? works
    : broken("the peering lets no traffic through by default", one.id, other.id);
}

/** An appliance that is a next hop: a firewall, a machine that forwards, or a balancer before such machines. */
export function throughAppliance(estate: Estate, from: Subnet, hop: Hop, packet: Packet): Answer {
  const network = networkOf(estate, from);
  const appliance = network && holderOf(estate, network, hop.address);
  if (network === undefined) return cannotTell("the network is not there");
  if (appliance === undefined) {
    const near = [network, ...peersOf(estate, network)].flatMap(({ ranges }) => ranges);
    const blame = [hop.by, from.id, ...firewallsIn(estate)];
    return near.some((range) => holds(range, hop.address)) || isPrivate(hop.address)
      ? broken(`nobody holds the next hop ${hop.address}`, ...blame)
      : cannotTell("the next hop is outside");
  }
  const link = overPeering(estate, from, appliance.subnet);
  if (link.state !== "works") return link;
  if (appliance.kind === "frontend") return cannotTell("a balancer before appliances");
  if (!appliance.running) return broken("the appliance is off", appliance.id, hop.by);
  if (!appliance.forwards) return broken("the appliance does not forward", appliance.id, hop.by);
  return appliance.kind === "firewall"
    ? passesFirewall(estate, appliance, packet)
    : cannotTell("what a machine forwards, only it knows");
}

const firewallsIn = (estate: Estate): readonly string[] =>
  estate.ofType("azureFirewalls").map(({ id }) => id);

/** From one subnet on, by its routes; `target` is who holds the address. */
function follow(estate: Estate, from: Subnet, packet: Packet, target: Holder, hops = 0): Answer {
  const hop = routeOf(estate, from, packet.to, target);
  const direct = overPeering(estate, from, target.subnet);
  if (hops > 3) return cannotTell("it goes in a circle");
  if (hop.type === "Here" || hop.type === "Peer" || hop.type === "Endpoint") return direct;
  if (hop.type === "Nowhere" && direct.state === "broken" && hop.by === from.id) return direct;
  if (hop.type === "Nowhere") return broken("a route drops it", hop.by);
  if (hop.type === "Internet")
    return direct.state === "broken" ? direct : broken("it goes to the Internet", hop.by);
  if (hop.type !== "Appliance") return cannotTell(`next hop ${hop.type}`);
  const through = throughAppliance(estate, from, hop, packet);
  const network = networkOf(estate, from);
  const appliance = network && holderOf(estate, network, hop.address);
  // Without its peering it went that way, and both would mend it.
  if (through.state === "broken") return direct.state === "broken" ? all([direct, through]) : through;
  if (appliance === undefined) return through;
  return all([through, follow(estate, appliance.subnet, packet, target, hops + 1)]);
}

/** What is in between on the way there, to compare it with the way back: firewalls keep state. */
const viaOf = (estate: Estate, from: Subnet, to: Address, target?: Holder): Address =>
  routeOf(estate, from, to, target).address;

function back(estate: Estate, from: Place, packet: Packet, target: Holder): Answer {
  // An answer of a private endpoint needs no route of its subnet's unless routes count for it.
  if (target.kind === "endpoint") return works;
  const asker: Holder = { ...from, kind: "machine", forwards: false, running: true };
  const answer = { ...packet, from: target.address, to: from.address };
  const there = viaOf(estate, from.subnet, packet.to, target);
  const hop = routeOf(estate, target.subnet, from.address, asker);
  if (hop.address !== there && (hop.type === "Appliance" || there !== ""))
    return cannotTell("the answer goes another way");
  return hop.type === "Appliance" ? works : follow(estate, target.subnet, answer, asker);
}

/** One connection: groups out, routes, groups in, and the routes back. Groups keep state; routes do not. */
export function reaches(
  estate: Estate,
  from: Place,
  { address, port, protocol }: Target,
  nodes: readonly Holder[] = [],
): Answer {
  const network = networkOf(estate, from.subnet);
  if (network === undefined) return cannotTell("the network is not there");
  const packet: Packet = { from: from.address, to: address, port, protocol };
  const out = passesGroups(estate, from, "Outbound", packet);
  const target = holderOf(estate, network, address, nodes);
  if (target === undefined) return all([out, toNobody(estate, from, network, { address, port, protocol })]);
  if (!target.running) return broken("it is off", target.id);
  return all([
    out,
    follow(estate, from.subnet, packet, target),
    feelsGroups(target) ? passesGroups(estate, target, "Inbound", packet) : works,
    back(estate, from, packet, target),
  ]);
}

/** The address lies in no network that was read as this one's or a peer's, or in one, and nobody is there. */
function toNobody(estate: Estate, from: Place, network: Network, target: Target): Answer {
  const { address, port, protocol } = target;
  const hop = routeOf(estate, from.subnet, address);
  if (hop.type === "Gateway" || hop.type === "Unsure")
    return cannotTell(`${address} lies behind ${hop.type}`);
  if (hop.type === "Appliance") {
    const packet: Packet = { from: from.address, to: address, port, protocol };
    const through = throughAppliance(estate, from.subnet, hop, packet);
    return through.state === "broken"
      ? broken(through.why, ...through.blame, from.id, network.id)
      : cannotTell(`${address} lies behind an appliance`);
  }
  if (hop.type === "Internet") return cannotTell(`${address} is on the Internet`);
  const far = estate.networks.find(({ ranges }) => ranges.some((range) => holds(range, address) === true));
  if (far === undefined && learns(estate, network))
    return cannotTell(`${address} may lie behind the gateway`);
  const link = far === undefined || far === network ? works : peered(network, far);
  const holder =
    far && estate.holders.find((each) => each.address === address && same(each.subnet.network, far.id));
  if (holder !== undefined && link.state === "broken") return broken(link.why, ...link.blame, holder.id);
  return broken(`nobody holds ${address}`, network.id, from.id, hop.by);
}
