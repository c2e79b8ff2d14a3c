// The network as one graph of what was read: who stands where, which rules guard it, which routes and peerings lead on.
// Whatever was not read stands in it as unread, never as absent.

import { type StateWord, stateWordOf } from "../../outcome/state-word.ts";
import type { Firewall, FirewallPolicy } from "../../snapshot/firewall.ts";
import type { JumpHost } from "../../snapshot/hosts.ts";
import {
  type ForwardingRuleset,
  type NatGateway,
  type RouteTable,
  reaches,
  type Subnet,
  type VirtualNetwork,
  type VirtualNetworkLink,
} from "../../snapshot/network.ts";
import { idKey, nameOf, networkIdOf, sameId } from "../../snapshot/resource-id.ts";
import {
  type ById,
  dataOf,
  type Section,
  sectionOf,
  type Unavailable,
  unavailable,
} from "../../snapshot/section.ts";
import type { AdminRule, JitPolicy, NetworkSecurityGroup } from "../../snapshot/security.ts";
import { coverage } from "../address/cidr.ts";
import type { DnsProxy, RuleSet } from "../filter/firewall-rules.ts";
import type { Gateway } from "../route/gateway-connection.ts";
import { type Component, type ComponentKind, type DownState, type Step, stops, unread } from "./step.ts";

/** `unseen`: Azure says that something is there, and not whether it works. */
export type Liveness = Readonly<
  { state: "running" } | { state: "down"; word: DownState } | { state: "unseen"; why: Unavailable }
>;

/** Whatever holds an address in a network. */
export type Holder = Readonly<{
  kind: Extract<
    ComponentKind,
    "virtualMachine" | "firewall" | "loadBalancer" | "privateEndpoint" | "dnsServer"
  >;
  id: string;
  name: string;
  addresses: readonly string[];
  subnetId: string | undefined;
  /** Of a machine: the interface that has the addresses. */
  interfaceId?: string;
  /** Set on that interface, in place of the network's. */
  dnsServers?: readonly string[];
  /** Security groups of its own interface. */
  groupIds: readonly string[];
  alive: Liveness;
  /** Of a load balancer: machines behind it. */
  behind?: readonly Behind[];
  /** Of a machine: neither a public address nor a load balancer gives it one to leave by. */
  hasNoAddressOut?: true;
  /** Takes packets for other addresses and sends them on. Some of those behind a load balancer may not, or may be unseen. */
  forwards: boolean | Unavailable;
  /** Its own rules decide what it lets through, and were not read. */
  rulesUnread: boolean;
  /** An Azure Firewall that stands in a network of one's own and has no public address. */
  hasNoPublicAddress?: true;
  /** Rules of an Azure Firewall, and whether it answers names. */
  rules?: Section<RuleSet>;
  proxy?: Section<DnsProxy>;
}>;

type Behind = Pick<JumpHost, "id" | "powerState"> & Readonly<{ interfaceId: string; forwards: boolean }>;

export type Zone = Readonly<{
  id: string;
  name: string;
  links: Section<readonly VirtualNetworkLink[]>;
  /** Addresses by name inside the zone; null: it was read and has none of that name. */
  records: Readonly<Record<string, Section<readonly string[] | null>>>;
}>;

export type NetworkModel = Readonly<{
  /** By `idKey`, each network that something names. */
  networks: ById<VirtualNetwork>;
  securityGroups: ById<NetworkSecurityGroup>;
  routeTables: ById<RouteTable>;
  /** A network manager's, by the network that they apply to. */
  adminRules: ById<readonly AdminRule[]>;
  /** How ids in the resource group begin that its owner keeps as it needs it, whatever others change there. */
  keptPrefix: string | null;
  holders: readonly Holder[];
  gateways: readonly Gateway[];
  firewalls: readonly Firewall[];
  policies: ById<FirewallPolicy>;
  /** Those that subnets name. */
  natGateways: ById<NatGateway>;
  /** Where a gateway may stand that could not be listed. */
  hiddenGateways: readonly Unavailable[];
  /** What could not be listed and may hold an address. */
  hidden: readonly Unavailable[];
  zones: readonly Zone[];
  rulesets: readonly ForwardingRuleset[];
  /** Where a ruleset may stand that could not be listed. */
  hiddenRulesets: readonly Unavailable[];
  /** What may be opened for a while, counted from when that was read (ISO 8601). */
  justInTime: Readonly<{ policies: readonly JitPolicy[]; now: string }>;
  /** Zones that could not be read; null: each that something names was. */
  hiddenZone: Unavailable | null;
  /** Subscriptions whose other zones were not listed: a network of theirs may be linked to one of the same name. */
  hiddenZones: readonly Unavailable[];
}>;

export const component = (kind: ComponentKind, id: string, name = nameOf(id)): Component => ({
  kind,
  name,
  id,
});

export const networkIn = ({ networks }: NetworkModel, id: string): Section<VirtualNetwork> =>
  sectionOf(networks, id, "network");

/** The one of which a subnet is a part; undefined where that was not read. */
export function networkHoldingSubnet(model: NetworkModel, subnetId: string): VirtualNetwork | undefined {
  const network = model.networks[idKey(networkIdOf(subnetId) ?? "")];
  return dataOf(network);
}

/** Whether its owner may put back what is changed in it. */
export const isKept = ({ keptPrefix }: NetworkModel, id: string): boolean =>
  keptPrefix !== null && idKey(id).startsWith(keptPrefix);

export const readNetworksOf = ({ networks }: NetworkModel): readonly VirtualNetwork[] =>
  Object.values(networks).flatMap((section) => dataOf(section) ?? []);

const holds = (prefixes: readonly string[], address: string): boolean =>
  coverage(prefixes, address) === "yes";

export const subnetHolding = ({ subnets }: VirtualNetwork, address: string): Subnet | undefined =>
  subnets.find(({ addressPrefixes }) => holds(addressPrefixes, address));

/** The network that an address means, seen from one: private addresses repeat, so the own one and its peers come first. */
export function networkHolding(
  model: NetworkModel,
  address: string,
  from: VirtualNetwork,
): VirtualNetwork | undefined {
  const all = readNetworksOf(model).filter(({ addressPrefixes }) => holds(addressPrefixes, address));
  return all.find(({ id }) => sameId(id, from.id)) ?? all.find((each) => reaches(from, each)) ?? all[0];
}

/** A network that was not read and, as far as the peering with it tells, has the address. */
export function hiddenHolder(
  model: NetworkModel,
  { peerings }: VirtualNetwork,
  address: string,
): Readonly<{ id: string; why: Unavailable }> | undefined {
  for (const { remoteAddressPrefixes: ranges, remoteVirtualNetworkId: id } of peerings) {
    const why = networkIn(model, id);
    if (why.status === "unavailable" && (ranges.length === 0 || coverage(ranges, address) !== "no"))
      return { id, why };
  }
  return undefined;
}

/** Who holds an address in one network. */
export const holderOf = (
  { holders }: NetworkModel,
  address: string,
  network: VirtualNetwork,
): Holder | undefined =>
  holders.find(
    ({ addresses, subnetId }) =>
      addresses.includes(address) &&
      (subnetId === undefined || idKey(subnetId).startsWith(`${idKey(network.id)}/subnets/`)),
  );

// Whether what stands at an address takes questions for names: of a firewall only its DNS proxy does.

/** What keeps the firewall from answering; nothing where nothing does, and of whatever is no firewall. */
export function answersNames({ name: firewall, proxy }: Holder, at: Component): readonly Step[] {
  if (proxy === undefined) return [];
  if (proxy.status === "unavailable") return [unread(at, proxy)];
  const { isOn, keptBy } = proxy.data;
  return isOn ? [] : [stops(at, { is: "proxyOff", firewall, keptBy })];
}

// Whether what stands at an address takes packets: a machine, or what Azure runs itself.

export const running: Liveness = { state: "running" };

const strange = (word: string): Liveness => ({
  state: "unseen",
  why: unavailable("failed", { is: "stateUnknown", state: word }),
});

/** What a failed change has left in force, Azure does not say; a word that is not known says nothing either. */
export const livenessOfService = (state: string, works: readonly StateWord[]): Liveness =>
  works.includes(stateWordOf(state))
    ? running
    : stateWordOf(state) === "failed"
      ? { state: "unseen", why: unavailable("failed", { is: "lastChangeFailed" }) }
      : strange(state);

export const livenessOfMachine = (powerState: Section<string>): Liveness => {
  if (powerState.status === "unavailable") return { state: "unseen", why: powerState };
  if (/^running$/i.test(powerState.data)) return running;
  return /^(deallocated|deallocating|stopped|stopping)$/i.test(powerState.data)
    ? { state: "down", word: powerState.data }
    : strange(powerState.data);
};
