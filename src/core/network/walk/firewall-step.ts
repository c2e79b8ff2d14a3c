// A firewall on the way, as one step.

import type { Firewall, IpGroup } from "../../snapshot/firewall.ts";
import type { Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { idKey, nameOf, parseResourceId } from "../../snapshot/resource-id.ts";
import { type ById, type Section, sectionOf, type Unavailable } from "../../snapshot/section.ts";
import { coverage } from "../address/cidr.ts";
import { serviceTitle } from "../address/packet.ts";
import { decideByFirewall, type Wanted } from "../filter/firewall-decision.ts";
import type { RuleSet } from "../filter/firewall-rules.ts";
import { component, isKept, type NetworkModel, subnetHolding } from "../model/model.ts";
import { type Component, open, passes, type Step, stops, unread, unreadAs } from "../model/step.ts";
import { unreadStranger } from "../route/next-hop.ts";

const soughtIn = ({ source, destination, name, protocol, port }: Wanted) => ({
  source,
  destination,
  name,
  protocol,
  port,
});

function groupUnread(at: Component, groups: ById<IpGroup>, rule: string, id: string): Step {
  const group = sectionOf(groups, id, "ipGroup");
  const firewall = at.name;
  if (group.status === "collected")
    return open(at, "notModelled", { is: "firewallUndecided", firewall, because: { is: "ruleOpen", rule } });
  const because = { is: "groupUnread", rule, group: nameOf(id), why: group.message } as const;
  return unreadAs(at, group, { is: "firewallUndecided", firewall, because });
}

export function askFirewall(at: Component, rules: Section<RuleSet>, wanted: Wanted): Step {
  if (rules.status === "unavailable") return unread(at, rules);
  const decision = decideByFirewall(rules.data, wanted);
  const { keepsSource = false, isTrusted = false } = rules.data;
  const firewall = at.name;
  switch (decision.access) {
    case "allow": {
      const { rule, collection, byNetworkRule } = decision;
      const isKept = keepsSource && byNetworkRule && wanted.destination === null;
      const kept = isKept ? ({ keepsSource: true } as const) : {};
      return passes(at, { is: "firewallAllows", firewall, rule, collection, ...kept });
    }
    case "deny": {
      const { rule, collection, before } = decision;
      const behind = before === null ? {} : { before };
      return stops(at, { is: "firewallDenies", firewall, rule, collection, ...behind });
    }
    case "opened": {
      const { rule, collection } = decision;
      return isTrusted
        ? open(at, "notShown", { is: "firewallUndecided", firewall, because: { is: "opensTls", rule } })
        : stops(at, { is: "firewallOpensTls", firewall, rule, collection, wanted: soughtIn(wanted) });
    }
    case "none": {
      const to = wanted.name ?? wanted.destination ?? "";
      const sought = { service: serviceTitle(wanted), wanted: soughtIn(wanted) };
      return stops(at, { is: "firewallNoRule", firewall, to, ...sought });
    }
    case "undecided":
      return open(at, "notModelled", { is: "firewallUndecided", firewall, because: decision.because });
    case "groupUnread":
      return groupUnread(at, rules.data.ipGroups ?? {}, decision.rule, decision.groupId);
  }
}

// An Azure Firewall that was deallocated: it keeps its rules and has no place in a network.
// https://learn.microsoft.com/azure/firewall/firewall-faq

export const firewallSubnetOf = ({ subnets }: VirtualNetwork): Subnet | undefined =>
  subnets.find(({ name }) => /^AzureFirewallSubnet$/i.test(name));

/** Without IP configurations a firewall keeps its rules and does nothing; one in a virtual hub never has any. */
const isDeallocated = ({ inVirtualHub, ipConfigurations }: Firewall): boolean =>
  !inVirtualHub && ipConfigurations.length === 0;

const groupOf = (id: string): string => parseResourceId(id)?.resourceGroup.toLowerCase() ?? "";

/** The one in the network's own group first, since a deallocated firewall no longer says where it stood. */
export function deallocatedNear(
  network: VirtualNetwork,
  firewalls: readonly Firewall[],
): Firewall | undefined {
  const candidates = firewalls.filter(isDeallocated);
  return candidates.find(({ id }) => groupOf(id) === groupOf(network.id)) ?? candidates[0];
}

/** The stop at one that stood at an address of the network's firewall subnet; null where none did. */
export function deallocatedStop(
  { firewalls }: NetworkModel,
  address: string,
  network: VirtualNetwork,
): Step | null {
  const prefixes = firewallSubnetOf(network)?.addressPrefixes ?? [];
  const away = coverage(prefixes, address) === "yes" ? deallocatedNear(network, firewalls) : undefined;
  if (away === undefined) return null;
  const state = { is: "deallocated" } as const;
  return stops(component("firewall", away.id, away.name), { is: "hopDown", address, state });
}

/**
 * Why it is open whether nobody has an address. A list holds only what its reader may read, and says so nowhere: the subnet
 * names all that stands in it. Of those, the nodes' own interfaces serve nobody else.
 */
export function hiddenAt(
  model: NetworkModel,
  address: string,
  network: VirtualNetwork,
): Unavailable | undefined {
  const [cause] = model.hidden;
  const subnet = subnetHolding(network, address);
  if (cause !== undefined || subnet === undefined) return cause;
  const read = model.holders.flatMap(({ id, interfaceId = id }) => [idKey(id), idKey(interfaceId)]);
  const isNode = (id: string): boolean => isKept(model, id) && /\/virtualMachineScaleSets\//i.test(id);
  const stranger = subnet.occupantIds?.find((id) => !read.includes(idKey(id)) && !isNode(id));
  return stranger === undefined ? undefined : unreadStranger(stranger, subnet);
}
