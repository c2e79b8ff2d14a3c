// What guards the border of a place: a network manager's rules, then security groups, each of which has to let it through.
// https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works
import type { Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { idKey } from "../../snapshot/resource-id.ts";
import { sectionOf, type Unavailable } from "../../snapshot/section.ts";
import type { AdminRule, NetworkSecurityGroup } from "../../snapshot/security.ts";
import { anywhere, type OwnGroups, type Packet } from "../address/packet.ts";
import { heldBy } from "../address/public-ranges.ts";
import { decideFlow, matchesRule, type NsgFlow } from "../filter/nsg.ts";
import { groupIn, virtualNetworkTag } from "../filter/security-rules.ts";
import { gatewaysFor, rangesLearnedBy, unreadTeachers } from "../gateway/gateways.ts";
import { component, type NetworkModel, readNetworksOf } from "../model/model.ts";
import { open, passes, type Step, stops, unread, unreadAs } from "../model/step.ts";
import { learnedBy } from "../route/gateway-connection.ts";

// A network manager's rules, which come before security groups.
// https://learn.microsoft.com/azure/virtual-network-manager/concept-security-admins

/** `skipsGroups`: no group is asked any more, or it is open whether one is. */
type AdminAnswer = Readonly<{ steps: readonly Step[]; skipsGroups: boolean }>;

const silent: AdminAnswer = { steps: [], skipsGroups: false };

/** Azure's own services, to whose subnets these rules do not apply. */
const spared =
  /^(AzureFirewallSubnet|AzureFirewallManagementSubnet|AzureBastionSubnet|GatewaySubnet|RouteServerSubnet)$/i;

const isSpared = (subnetName: string | undefined): boolean => spared.test(subnetName ?? "");

type Access = "deny" | "alwaysallow" | "allow" | "unknown";

function accessOf({ access }: AdminRule): Access {
  const word = access.toLowerCase();
  return word === "deny" || word === "alwaysallow" || word === "allow" ? word : "unknown";
}

const at = ({ id, name }: AdminRule) => component("adminRule", id, name);

function doubt(rule: AdminRule, others: readonly AdminRule[]): AdminAnswer {
  const { name, manager } = rule;
  const mayEnd = others.some((each) => ["alwaysallow", "unknown"].includes(accessOf(each)));
  return {
    steps: [open(at(rule), "notModelled", { is: "adminUndecided", rule: name, manager })],
    skipsGroups: mayEnd,
  };
}

function matched(rule: AdminRule): AdminAnswer {
  const { name, manager, priority } = rule;
  const said = { rule: name, manager, priority };
  switch (accessOf(rule)) {
    case "deny":
      return { steps: [stops(at(rule), { is: "adminDenies", ...said })], skipsGroups: true };
    case "alwaysallow":
      return { steps: [passes(at(rule), { is: "adminAllows", ...said })], skipsGroups: true };
    case "allow":
      return silent;
    case "unknown":
      return doubt(rule, [rule]);
  }
}

/** The first match decides; one that comes first and may match leaves it open where it would change the answer. */
function decideAdmin(rules: readonly AdminRule[], flow: NsgFlow): AdminAnswer {
  const inOrder = rules.toSorted((one, other) => one.priority - other.priority);
  const unsettled: AdminRule[] = [];
  for (const rule of inOrder) {
    const answer = matchesRule(rule, flow);
    if (answer === "undecidable") unsettled.push(rule);
    if (answer !== "yes") continue;
    const other = unsettled.find((each) => accessOf(each) !== accessOf(rule));
    return other === undefined ? matched(rule) : doubt(other, [...unsettled, rule]);
  }
  const other = unsettled.find((each) => accessOf(each) !== "allow");
  return other === undefined ? silent : doubt(other, unsettled);
}

/** What was not read says nothing: most networks have no manager, and nothing on a network tells. */
function askManager({ adminRules }: NetworkModel, networkId: string, flow: NsgFlow): AdminAnswer {
  const rules = adminRules[idKey(networkId)];
  return rules?.status === "collected" ? decideAdmin(rules.data, flow) : silent;
}

/** Where a group stands: the network says what the tag VirtualNetwork holds. */
export type Border = Readonly<{
  network: VirtualNetwork;
  subnet: Subnet | undefined;
  /** A private endpoint: a network manager's rules do not apply to it. */
  isEndpoint?: boolean;
}> &
  OwnGroups;

/**
 * A range of machines holds no private endpoint, though one may stand in their subnet: what a rule says of its address
 * alone says nothing of them.
 */
function ofMachines({ holders }: NetworkModel, group: NetworkSecurityGroup, flow: NsgFlow) {
  const addresses = holders.flatMap(({ kind, addresses: held }) => (kind === "privateEndpoint" ? held : []));
  const keep = (entries: readonly string[], end: string): readonly string[] =>
    end.includes("/") ? entries.filter((entry) => !addresses.includes(entry.replace(/\/32$/, ""))) : entries;
  const rules = group.rules.flatMap((rule) => {
    const { sourceAddressPrefixes: from, destinationAddressPrefixes: to } = rule;
    const sourceAddressPrefixes = keep(from, flow.source);
    const destinationAddressPrefixes = keep(to, flow.destination);
    const isAside =
      (from.length > 0 && sourceAddressPrefixes.length === 0) ||
      (to.length > 0 && destinationAddressPrefixes.length === 0);
    return isAside ? [] : [{ ...rule, sourceAddressPrefixes, destinationAddressPrefixes }];
  });
  return { ...group, rules };
}

/**
 * What was not read of gateways and route tables, where the answer hangs on it: on what the tag VirtualNetwork holds, or on
 * who comes over a gateway. Null where it hangs on something else.
 */
function unreadBehind(
  model: NetworkModel,
  network: VirtualNetwork,
  group: NetworkSecurityGroup,
  flow: NsgFlow,
): Pick<Unavailable, "message" | "needs"> | null {
  const tables = network.subnets.flatMap(({ routeTableId: id }) =>
    id === undefined ? [] : sectionOf(model.routeTables, id, "routeTable"),
  );
  const unreads = [
    ...unreadTeachers(model, network),
    ...tables.flatMap((table) => (table.status === "unavailable" ? [table] : [])),
  ];
  const [first] = unreads;
  const virtualNetwork = { ...flow.virtualNetwork, mayHold: [] };
  const hangsOnTag = decideFlow(group, { ...flow, virtualNetwork }).access !== "undecided";
  return first !== undefined && (hangsOnTag || flow.source === anywhere)
    ? { message: first.message, needs: unreads.flatMap(({ needs }) => needs) }
    : null;
}

function ask(model: NetworkModel, id: string, flow: NsgFlow, network: VirtualNetwork): Step {
  const { source, destination, protocol, port, tags } = flow;
  const at = component("securityGroup", id);
  const group = groupIn(model.securityGroups, id);
  if (group.status === "unavailable") return unread(at, group, flow.direction);
  const rules = ofMachines(model, group.data, flow);
  const decision = decideFlow(rules, flow);
  if (decision.access === "undecided") {
    const reason = {
      is: "ruleUndecided",
      group: at.name,
      rule: decision.rule?.name ?? null,
      because: decision.reason,
      direction: flow.direction,
    } as const;
    const unread = unreadBehind(model, network, rules, flow);
    return unread === null ? open(at, "notModelled", reason) : unreadAs(at, unread, reason);
  }
  const { name: rule, priority } = decision.rule;
  if (decision.access === "allow")
    return passes(at, { is: "ruleAllows", group: at.name, rule, priority, direction: flow.direction });
  // What a tag shuts is opened by that tag.
  const shut =
    tags && decision.rule.destinationAddressPrefixes.find((entry) => heldBy(entry, tags) === "yes");
  const packet = { source, destination: shut ?? destination, protocol, port, ...(tags && { tags }) };
  return stops(at, {
    ...{ is: "ruleDenies", group: at.name, rule, priority },
    ...{ direction: flow.direction, network: network.id, packet },
  });
}

/**
 * What groups in a network take the tag VirtualNetwork for: it holds what a gateway leads to as well. `leavesByNat`: the
 * packet is for the Internet and a NAT gateway takes it, so that no gateway taught the network a default route.
 */
export function networkTagOf(
  model: NetworkModel,
  network: VirtualNetwork,
  leavesByNat = false,
): NsgFlow["virtualNetwork"] {
  const networks = readNetworksOf(model);
  const learned = learnedBy(network, networks, model.gateways) ?? (leavesByNat ? [] : null);
  const tag = virtualNetworkTag(network, networks, model.routeTables, learned);
  return { ...tag, holds: [...tag.holds, ...rangesLearnedBy(model, network)] };
}

/** A network manager's rules, then groups. Out: interface, then subnet. In: subnet, then interface. */
export function guard(
  model: NetworkModel,
  { network, subnet, groupIds, groupsUnread, isEndpoint = false }: Border,
  {
    podRanges = [],
    byGateway,
    ...packet
  }: Pick<NsgFlow, "source" | "destination" | "protocol" | "port" | "tags"> &
    Pick<Packet, "podRanges" | "byGateway">,
  direction: NsgFlow["direction"],
): readonly Step[] {
  const leavesByNat = packet.destination === "Internet" && subnet?.natGatewayId !== undefined;
  const tag = networkTagOf(model, network, leavesByNat);
  const learned = gatewaysFor(model, network).some(({ id }) => id === byGateway) ? [packet.source] : [];
  const virtualNetwork = { ...tag, holds: [...tag.holds, ...podRanges, ...learned] };
  const flow = { ...packet, direction, virtualNetwork };
  const isManaged = !isEndpoint && !isSpared(subnet?.name);
  const { steps, skipsGroups } = isManaged ? askManager(model, network.id, flow) : silent;
  if (skipsGroups) return steps;
  const askAll = (ids: readonly string[]) => ids.map((id) => ask(model, id, flow, network));
  const ofSubnet = askAll(
    subnet?.networkSecurityGroupId === undefined ? [] : [subnet.networkSecurityGroupId],
  );
  const at = component("subnet", subnet?.id ?? network.id);
  const ofInterface = [
    ...askAll(groupIds),
    ...(groupsUnread === undefined ? [] : [unread(at, groupsUnread, direction)]),
  ];
  return direction === "Outbound"
    ? [...steps, ...ofInterface, ...ofSubnet]
    : [...steps, ...ofSubnet, ...ofInterface];
}
