// What each host of Azure answers itself, at one address everywhere: its DNS, and the metadata by which a machine gets a
// token of its identity. No route leads there, and of a group only rules that name its tag act on it.
// https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#azure-platform-considerations
import { idKey } from "../../snapshot/resource-id.ts";
import type { NetworkSecurityGroup, SecurityRule } from "../../snapshot/security.ts";
import { type Flow, type NetworkLocation, packetOf } from "../address/packet.ts";
import { azureHost, decideFlow } from "../filter/nsg.ts";
import { virtualNetworkTag } from "../filter/security-rules.ts";
import { component, type NetworkModel, networkIn, readNetworksOf, subnetHolding } from "../model/model.ts";
import { open, passes, type Step, stops, type Trace, traceOf, unread, untilStop } from "../model/step.ts";
import { subnetById } from "../route/route.ts";
import { guard } from "./guard.ts";

type Platform = Readonly<{
  tag: string;
  address: string;
  protocol: Flow["protocol"];
  port: number;
}>;

export const platformDns: Platform = {
  ...{ tag: "AzurePlatformDNS", address: azureHost },
  ...{ protocol: "Udp", port: 53 },
};

/** https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service */
export const platformMetadata: Platform = {
  ...{ tag: "AzurePlatformIMDS", address: "169.254.169.254" },
  ...{ protocol: "Tcp", port: 80 },
};

/** Only what it says of that tag. */
const about =
  ({ tag }: Platform) =>
  (rule: SecurityRule): readonly SecurityRule[] =>
    rule.destinationAddressPrefixes.some((entry) => entry.toLowerCase() === tag.toLowerCase())
      ? [{ ...rule, destinationAddressPrefixes: [tag] }]
      : [];

function ask(
  model: NetworkModel,
  group: NetworkSecurityGroup,
  from: NetworkLocation,
  platform: Platform,
): readonly Step[] {
  const network = networkIn(model, from.networkId);
  const rules = group.rules.flatMap(about(platform));
  if (network.status === "unavailable" || rules.length === 0) return [];
  const { tag, protocol, port } = platform;
  const packet = { source: from.address, destination: tag, protocol, port } as const;
  const virtualNetwork = virtualNetworkTag(network.data, readNetworksOf(model), model.routeTables);
  const decision = decideFlow({ ...group, rules }, { ...packet, direction: "Outbound", virtualNetwork });
  const at = component("securityGroup", group.id, group.name);
  // Where no rule of these matches, Azure lets it through.
  if (decision.access === "allow" || decision.rule === null) return [];
  const { name: rule, priority } = decision.rule;
  if (decision.access === "undecided")
    return [
      open(at, "notModelled", {
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

/** What keeps a place from it; nothing where nothing does. */
export function withoutPlatform(
  model: NetworkModel,
  from: NetworkLocation,
  platform: Platform,
): readonly Step[] {
  const network = networkIn(model, from.networkId);
  const subnet = network.status === "collected" ? subnetById(network.data, from.subnetId) : undefined;
  const ofSubnet = subnet?.networkSecurityGroupId;
  const ids = [...from.groupIds, ...(ofSubnet === undefined ? [] : [ofSubnet])];
  return ids.flatMap((id) => {
    const group = model.securityGroups[idKey(id)];
    return group?.status === "collected" ? ask(model, group.data, from, platform) : [];
  });
}

/** Undefined for what is anywhere else. */
export const platformAt = ({ to, port }: Pick<Flow, "to" | "port">): Platform | undefined =>
  [platformDns, platformMetadata].find((each) => each.address === to && each.port === port);

export function walkToPlatform(
  model: NetworkModel,
  { from, to: address, port }: Flow,
  platform: Platform,
): Trace {
  const kind = platform === platformDns ? "dnsServer" : "network";
  const at = { kind, name: "", id: null } as const;
  const end = passes(at, { is: "targetReached", address, port });
  return traceOf(untilStop([...withoutPlatform(model, from, platform), end]));
}

// A load balancer asks whoever stands behind it whether they live. It does so from the host's own address, whatever routes
// say, and groups have to let it in.
// https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview

/** Of each service Kubernetes takes one for itself. https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport */
export const firstNodePort = 30_000;
export const lastNodePort = 32_767;
export const nodePorts = `${firstNodePort}-${lastNodePort}`;
export const isNodePort = (port: number): boolean => firstNodePort <= port && port <= lastNodePort;

/** Where probes of what stands in a network come from. */
export const probesIn = (networkId: string): NetworkLocation => ({
  name: { is: "azureBalancer" },
  address: azureHost,
  networkId,
  subnetId: undefined,
  groupIds: [],
});

export const isProbe = ({ from }: Pick<Flow, "from">): boolean => from.address === azureHost;

export function walkOfProbe(model: NetworkModel, flow: Flow): Trace {
  const { from, to: address, port, toGroups } = flow;
  const network = networkIn(model, from.networkId);
  if (network.status === "unavailable")
    return traceOf([unread(component("network", from.networkId), network)]);
  const subnet = subnetHolding(network.data, address);
  const border = { network: network.data, subnet, groupIds: [], ...toGroups };
  const at = component("subnet", subnet?.id ?? network.data.id);
  return traceOf(
    untilStop([
      ...guard(model, border, packetOf(flow), "Inbound"),
      passes(at, { is: "targetReached", address, port }),
    ]),
  );
}
