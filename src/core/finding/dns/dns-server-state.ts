// Whether a DNS server can answer a question from one place: who it belongs to runs, and nothing denies UDP 53.

import type { ClientPlace } from "../../client/client-places.ts";
import { backendsOf } from "../../network/backends.ts";
import type { DnsServer } from "../../network/name-resolution.ts";
import { decideFlow, type Flow } from "../../network/nsg.ts";
import { virtualNetworkTag } from "../../network/virtual-network-tag.ts";
import type { Fix } from "../../outcome/check.ts";
import { startMachine } from "../../repair/fixes.ts";
import { type Opening, openFlows } from "../../repair/nsg-repair.ts";
import type { JumpHost } from "../../snapshot/hosts.ts";
import type { ById } from "../../snapshot/listing.ts";
import type { RouteTable, VirtualNetwork } from "../../snapshot/network.ts";
import type { LoadBalancer } from "../../snapshot/outbound.ts";
import { idKey, nameOf, sameId } from "../../snapshot/resource-id.ts";
import type { Permission, Section } from "../../snapshot/section.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import { applianceOn } from "../peering/transit.ts";

/** `text` says it without a stop. `isManaged`: Azure itself keeps the server alive, so one of them is enough. */
export type DnsServerState = Readonly<
  | { state: "answers"; text: string; isManaged: boolean }
  | { state: "down"; text: string; resourceId: string; fix: Fix | null }
  | { state: "unknown"; text: string; needs: readonly Permission[] }
>;

/** A place that asks, in the network `from`, and what is known around it. */
export type Asking = Readonly<{
  place: ClientPlace;
  from: VirtualNetwork;
  networks: readonly VirtualNetwork[];
  groups: ById<NetworkSecurityGroup>;
  tables: ById<RouteTable>;
  jumpHosts: Section<readonly JumpHost[]>;
}>;

const unknown = (text: string, needs: readonly Permission[] = []): DnsServerState => ({
  state: "unknown",
  text,
  needs,
});

const isOff = (powerState: string): boolean =>
  /^(deallocated|deallocating|stopped|stopping)$/i.test(powerState);

function machineState(name: string, host: JumpHost): DnsServerState {
  const { id, powerState } = host;
  if (powerState.status === "unavailable")
    return unknown(`whether ${name} runs is not known`, powerState.needs);
  const text = `${name} is ${powerState.data}`;
  if (/^running$/i.test(powerState.data)) return { state: "answers", text, isManaged: false };
  return isOff(powerState.data)
    ? { state: "down", text, resourceId: id, fix: startMachine(host) }
    : unknown(`${name} is in the power state "${powerState.data}"`);
}

/** A service of Azure's answers while it is provisioned. */
const serviceState = (name: string, provisioningState: string): DnsServerState =>
  /^succeeded$/i.test(provisioningState)
    ? { state: "answers", text: `${name} is provisioned`, isManaged: true }
    : unknown(`${name} is in the state "${provisioningState}"`);

/** `dns-1 (10.0.3.4)`; the bare address where nobody knows whose it is. */
function calledOf({ ip, owner }: DnsServer): string {
  switch (owner.kind) {
    case "machine":
      return `${owner.host.name} (${ip})`;
    case "resolver":
      return `the resolver's endpoint ${nameOf(owner.endpoint.id)} (${ip})`;
    case "firewall":
      return `the firewall ${owner.firewall.name} (${ip})`;
    case "balancer":
      return `the load balancer ${owner.balancer.name} (${ip})`;
    default:
      return ip;
  }
}

/** One machine behind it that answers is enough; a question reaches each of them at its own address. */
function balancerState(server: DnsServer, balancer: LoadBalancer, asking: Asking): DnsServerState {
  const { network } = server;
  const { machines, hidden } = backendsOf(balancer, asking.jumpHosts);
  const place = { ...asking.place, securityGroupIds: [] };
  const states = machines.map(({ host, nic }) => {
    const ip = nic.privateIpAddresses[0] ?? host.privateIpAddress ?? server.ip;
    const owner = { kind: "machine", host, networkId: host.virtualNetworkId } as const;
    return dnsServerState({ ip, network, owner }, { ...asking, place });
  });
  const name = calledOf(server);
  const answering = states.filter(({ state }) => state === "answers").map(({ text }) => text);
  if (answering.length > 0)
    return {
      state: "answers",
      text: `${name} answers, behind it ${answering.join(" and ")}`,
      isManaged: answering.length > 1,
    };
  const [cause] = hidden;
  const open = states.find(({ state }) => state === "unknown");
  if (open !== undefined) return open;
  if (cause !== undefined)
    return unknown(
      `whether anything behind ${name} runs is not known`,
      hidden.flatMap(({ needs }) => needs),
    );
  const down = states.flatMap((state) => (state.state === "down" ? [state] : []));
  const text = `nothing behind ${name} answers: ${down.map((each) => each.text).join(" and ")}`;
  const [first] = down;
  return first === undefined ? unknown(text) : { ...first, text };
}

function ownerState(server: DnsServer, asking: Asking): DnsServerState {
  const { network, owner } = server;
  const name = calledOf(server);
  switch (owner.kind) {
    case "azure":
      return { state: "answers", text: `${name} is Azure's own`, isManaged: true };
    case "machine":
      return machineState(name, owner.host);
    case "resolver":
      return serviceState(name, owner.endpoint.provisioningState);
    case "balancer":
      return balancerState(server, owner.balancer, asking);
    case "firewall":
      return serviceState(name, owner.firewall.provisioningState);
    case "unknown": {
      const needs = owner.hidden.flatMap((section) => section.needs);
      if (network === null)
        return unknown(`${name} stands in no network that was read, so ask whoever runs it`, needs);
      return unknown(
        owner.hidden.length === 0
          ? `${name} stands in ${network.name}, where nothing with this address was found`
          : `${name} stands in ${network.name}, where not everything could be read`,
        needs,
      );
    }
  }
}

type Gate = Readonly<{ groupId: string; flow: Flow }>;

/** Security groups before the place, and before the server where its network was read. */
function gatesTo({ ip, network, owner }: DnsServer, { place, from, networks }: Asking): readonly Gate[] {
  const flow = { source: place.address, destination: ip, port: 53, protocol: "Udp" } as const;
  const there = networks.find(({ id }) => sameId(id, network?.id));
  const subnetId = owner.kind === "machine" ? owner.host.subnetId : undefined;
  const inbound = [
    there?.subnets.find(({ id }) => sameId(id, subnetId))?.networkSecurityGroupId,
    owner.kind === "machine" ? owner.host.networkSecurityGroupId : undefined,
  ].flatMap((id) => id ?? []);
  return [
    ...place.securityGroupIds.map((groupId): Gate => {
      const virtualNetwork = virtualNetworkTag(from, networks, {});
      return { groupId, flow: { ...flow, direction: "Outbound", virtualNetwork } };
    }),
    ...inbound.map((groupId): Gate => {
      const virtualNetwork = virtualNetworkTag(there ?? from, networks, {});
      return { groupId, flow: { ...flow, direction: "Inbound", virtualNetwork } };
    }),
  ];
}

const openingTo = ({ ip }: DnsServer): Opening => ({
  name: "allow-dns",
  protocol: "Udp",
  sources: ["VirtualNetwork"],
  destinations: [ip],
  ports: ["53"],
  risk: "Opens UDP 53 to the DNS server only.",
});

/** What a gate does that is not to let the question through; null where it does. */
function closedBy(
  { groupId, flow }: Gate,
  server: DnsServer,
  { place, groups }: Asking,
): DnsServerState | null {
  const way = `${calledOf(server)} from ${place.name}`;
  const section = groups[idKey(groupId)];
  const needs = [{ action: "Microsoft.Network/networkSecurityGroups/read", scope: groupId }];
  if (section === undefined || section.status === "unavailable")
    return unknown(`${nameOf(groupId)}, on the way to ${way}, was not read`, section?.needs ?? needs);
  const group = section.data;
  const decision = decideFlow(group, flow);
  if (decision.access === "allow") return null;
  if (decision.access === "undecided")
    return unknown(`whether ${group.name} lets UDP 53 to ${way} is open: ${decision.reason}`);
  const { rule } = decision;
  return {
    state: "down",
    text: `rule ${rule.name} (priority ${rule.priority}) of ${group.name} denies UDP 53 to ${way}`,
    resourceId: group.id,
    fix: openFlows(group, [{ flow, opening: openingTo(server) }]),
  };
}

/** Peering leads to the next network and no further: beyond that only a route through an appliance does. */
function beyondReach(server: DnsServer, { place, from, networks, tables }: Asking): DnsServerState | null {
  const { ip, network } = server;
  if (network === null || sameId(network.id, from.id)) return null;
  if (from.peerings.some(({ remoteVirtualNetworkId: id }) => sameId(id, network.id))) return null;
  const there = networks.find(({ id }) => sameId(id, network.id));
  const endpoint = there && { address: ip, network: there, policies: undefined };
  const appliance = endpoint && applianceOn({ place, network: from, apiIp: ip }, endpoint, tables);
  return appliance?.status === "collected" && appliance.data !== null
    ? null
    : unknown(
        `${calledOf(server)} stands in ${network.name}, which is not peered with ${from.name}, and whether anything leads there is not known`,
      );
}

/** A server that is proven down is down, whatever the rules say; one that answers is judged by the rules before it. */
export function dnsServerState(server: DnsServer, asking: Asking): DnsServerState {
  const own = ownerState(server, asking);
  if (own.state === "down" || server.owner.kind === "azure") return own;
  const beyond = beyondReach(server, asking);
  if (beyond !== null) return beyond;
  const closed = gatesTo(server, asking).flatMap((gate) => closedBy(gate, server, asking) ?? []);
  return closed.find(({ state }) => state === "down") ?? (own.state === "unknown" ? own : (closed[0] ?? own));
}
