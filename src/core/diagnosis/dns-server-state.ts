// Whether a DNS server can answer a question from one place: who it belongs to runs, and nothing denies UDP 53.
import type { Fix } from "./check.ts";
import type { ClientPlace } from "./client-places.ts";
import { startMachine } from "./fixes.ts";
import type { DnsServer } from "./name-resolution.ts";
import { decideFlow, type Flow } from "./nsg.ts";
import { allowBefore } from "./nsg-fixes.ts";
import { idKey, nameOf, sameId } from "./resource-id.ts";
import type { Permission } from "./section.ts";
import type { ById, JumpHost, NetworkSecurityGroup, VirtualNetwork } from "./snapshot.ts";

/** `isManaged`: Azure itself keeps it alive, so one of them is enough. `reason` ends a sentence about the server. */
export type DnsServerState = Readonly<
  | { state: "answers"; isManaged: boolean; reason: string }
  | { state: "down"; reason: string; resourceId: string; fix: Fix | null }
  | { state: "unknown"; reason: string; needs: readonly Permission[] }
>;

/** A place that asks, in the network `from`, and what is known around it. */
export type Asking = Readonly<{
  place: ClientPlace;
  from: VirtualNetwork;
  networks: readonly VirtualNetwork[];
  groups: ById<NetworkSecurityGroup>;
}>;

const unknown = (reason: string, needs: readonly Permission[] = []): DnsServerState => ({
  state: "unknown",
  reason,
  needs,
});

const isOff = (powerState: string): boolean =>
  /^(deallocated|deallocating|stopped|stopping)$/i.test(powerState);

function machineState(host: JumpHost): DnsServerState {
  if (host.powerState.status === "unavailable")
    return unknown(`is ${host.name}, of which it is not known whether it runs`, host.powerState.needs);
  const power = host.powerState.data;
  if (/^running$/i.test(power))
    return { state: "answers", isManaged: false, reason: `is ${host.name}, running` };
  return isOff(power)
    ? {
        state: "down",
        reason: `is ${host.name}, which is ${power}`,
        resourceId: host.id,
        fix: startMachine(host),
      }
    : unknown(`is ${host.name} in the power state "${power}"`);
}

/** A service of Azure's answers while it is provisioned. */
const serviceState = (what: string, id: string, provisioningState: string): DnsServerState =>
  /^succeeded$/i.test(provisioningState)
    ? { state: "answers", isManaged: true, reason: `is ${what} ${nameOf(id)}` }
    : unknown(`is ${what} ${nameOf(id)} in the state "${provisioningState}"`);

function ownerState({ network, owner }: DnsServer): DnsServerState {
  switch (owner.kind) {
    case "azure":
      return { state: "answers", isManaged: true, reason: "is Azure's own" };
    case "machine":
      return machineState(owner.host);
    case "resolver":
      return serviceState("the resolver endpoint", owner.endpoint.id, owner.endpoint.provisioningState);
    case "firewall":
      return serviceState("the firewall", owner.firewall.id, owner.firewall.provisioningState);
    case "unknown":
      return unknown(
        network === null
          ? "stands in no network that was read; ask whoever runs it"
          : `stands in ${network.name}, where nothing with this address was found`,
      );
  }
}

/** What the tag VirtualNetwork covers in a network for certain. */
const virtualNetworkOf = ({ addressPrefixes, peerings }: VirtualNetwork): readonly string[] => [
  ...addressPrefixes,
  ...peerings
    .filter(({ allowVirtualNetworkAccess }) => allowVirtualNetworkAccess)
    .flatMap(({ remoteAddressPrefixes }) => remoteAddressPrefixes),
];

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
      const virtualNetwork = virtualNetworkOf(from);
      return { groupId, flow: { ...flow, direction: "Outbound", virtualNetwork } };
    }),
    ...inbound.map((groupId): Gate => {
      const virtualNetwork = virtualNetworkOf(there ?? from);
      return { groupId, flow: { ...flow, direction: "Inbound", virtualNetwork } };
    }),
  ];
}

/** What a gate does that is not to let the question through; null where it does. */
function closedBy({ groupId, flow }: Gate, groups: ById<NetworkSecurityGroup>): DnsServerState | null {
  const section = groups[idKey(groupId)];
  const needs = [{ action: "Microsoft.Network/networkSecurityGroups/read", scope: groupId }];
  if (section === undefined || section.status === "unavailable")
    return unknown(`is behind ${nameOf(groupId)}, which was not read`, section?.needs ?? needs);
  const group = section.data;
  const decision = decideFlow(group, flow);
  if (decision.access === "allow") return null;
  if (decision.access === "undecided") return unknown(`is behind ${group.name}: ${decision.reason}`);
  const { rule } = decision;
  return {
    state: "down",
    reason: `is cut off by rule ${rule.name} (priority ${rule.priority}) of ${group.name}, which denies UDP 53`,
    resourceId: group.id,
    fix: allowBefore(group, rule, flow, { name: "allow-dns", what: "the DNS server" }),
  };
}

/** A server that is proven down is down, whatever the rules say; one that answers is judged by the rules before it. */
export function dnsServerState(server: DnsServer, asking: Asking): DnsServerState {
  const own = ownerState(server);
  if (own.state === "down" || server.owner.kind === "azure") return own;
  const closed = gatesTo(server, asking).flatMap((gate) => closedBy(gate, asking.groups) ?? []);
  return closed.find(({ state }) => state === "down") ?? (own.state === "unknown" ? own : (closed[0] ?? own));
}
