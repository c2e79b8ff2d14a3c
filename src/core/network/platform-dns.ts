// Azure's own DNS, at one address everywhere: no route leads there, and of a group only rules that name its tag act on it.
// https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#azure-platform-considerations

import { idKey } from "../snapshot/resource-id.ts";
import type { NetworkSecurityGroup, SecurityRule } from "../snapshot/security.ts";
import type { Flow, Place } from "./flow.ts";
import { component, type NetworkModel, networkIn, readNetworksOf } from "./model.ts";
import { azureHost, decideFlow, platformDnsTag } from "./nsg.ts";
import { subnetById } from "./route.ts";
import { open, passes, type Step, stops, type Trace, traceOf, untilStop } from "./step.ts";
import { virtualNetworkTag } from "./virtual-network-tag.ts";

const named = new RegExp(`^${platformDnsTag}$`, "i");

/** Only what it says of Azure's DNS. */
const about = (rule: SecurityRule): readonly SecurityRule[] =>
  rule.destinationAddressPrefixes.some((entry) => named.test(entry))
    ? [{ ...rule, destinationAddressPrefixes: [platformDnsTag] }]
    : [];

function ask(model: NetworkModel, group: NetworkSecurityGroup, from: Place): readonly Step[] {
  const network = networkIn(model, from.networkId);
  const rules = group.rules.flatMap(about);
  if (network.status === "unavailable" || rules.length === 0) return [];
  const packet = { source: from.address, destination: platformDnsTag, protocol: "Udp", port: 53 } as const;
  const virtualNetwork = virtualNetworkTag(network.data, readNetworksOf(model), model.routeTables);
  const decision = decideFlow({ ...group, rules }, { ...packet, direction: "Outbound", virtualNetwork });
  const at = component("securityGroup", group.id, group.name);
  // Where no rule of these matches, Azure lets it through.
  if (decision.access === "allow" || decision.rule === null) return [];
  const { name: rule, priority } = decision.rule;
  if (decision.access === "undecided")
    return [
      open(at, {
        is: "ruleUndecided",
        group: at.name,
        rule,
        because: decision.reason,
        direction: "Outbound",
      }),
    ];
  const where = { direction: "Outbound", network: network.data.id, packet } as const;
  return [stops(at, { is: "ruleDenies", group: at.name, rule, priority, ...where })];
}

/** What keeps a place from Azure's DNS; nothing where nothing does. */
export function withoutPlatformDns(model: NetworkModel, from: Place): readonly Step[] {
  const network = networkIn(model, from.networkId);
  const subnet = network.status === "collected" ? subnetById(network.data, from.subnetId) : undefined;
  const ofSubnet = subnet?.networkSecurityGroupId;
  const ids = [...from.groupIds, ...(ofSubnet === undefined ? [] : [ofSubnet])];
  return ids.flatMap((id) => {
    const group = model.securityGroups[idKey(id)];
    return group?.status === "collected" ? ask(model, group.data, from) : [];
  });
}

export const isPlatformDns = ({ to, port }: Pick<Flow, "to" | "port">): boolean =>
  to === azureHost && port === 53;

export function walkToPlatformDns(model: NetworkModel, { from, to: address, port }: Flow): Trace {
  const at = { kind: "dnsServer", name: "Azure's own DNS", id: null } as const;
  const end = passes(at, { is: "targetReached", address, port });
  return traceOf(untilStop([...withoutPlatformDns(model, from), end]));
}
