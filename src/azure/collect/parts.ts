// What a resource group is asked for only where a network shows that it may hold one: a firewall has a subnet of its
// own, and nobody asks whose address it is where no route and no DNS setting names one.
import { showsContainers } from "../../core/client/hosted-clients.ts";
import type { VirtualNetwork } from "../../core/snapshot/network.ts";
import { groupKey } from "../arm/resource-id.ts";
import type { ArmReads } from "./arm-reads.ts";
import type { Read } from "./read.ts";
import type { KnownGroup, KnownGroups } from "./surroundings.ts";

const parts = [
  "firewalls",
  "virtualNetworkGateways",
  "dnsResolvers",
  "dnsRulesets",
  "loadBalancers",
  "publicIpAddresses",
  "containerGroups",
  "networkProfiles",
] as const;
export type Part = (typeof parts)[number];

type NearNetwork = Readonly<{
  network: Read<Readonly<{ network: VirtualNetwork }>>;
  group: KnownGroup | null;
}>;

const hasSubnet =
  (name: RegExp) =>
  ({ subnets }: VirtualNetwork): boolean =>
    subnets.some((subnet) => name.test(subnet.name));

const hasFirewall = hasSubnet(/^AzureFirewallSubnet$/i);
const hasGateway = hasSubnet(/^GatewaySubnet$/i);
const hasServers = ({ dnsServers }: VirtualNetwork): boolean => dnsServers.length > 0;
const hasRoutes = ({ subnets }: VirtualNetwork): boolean =>
  subnets.some(({ routeTableId }) => routeTableId !== undefined);
/** A resolver's subnet is delegated to it; its rulesets stand beside it. */
const hasResolver = ({ subnets }: VirtualNetwork): boolean =>
  subnets.some(({ delegations }) =>
    delegations.some((each) => /^Microsoft\.Network\/dnsResolvers$/i.test(each)),
  );
const hasNat = ({ subnets }: VirtualNetwork): boolean =>
  subnets.some(({ natGatewayId }) => natGatewayId !== undefined);

const shows: Readonly<Record<Part, (network: VirtualNetwork) => boolean>> = {
  firewalls: hasFirewall,
  virtualNetworkGateways: hasGateway,
  dnsResolvers: (network) => hasServers(network) || hasResolver(network),
  dnsRulesets: hasResolver,
  loadBalancers: (network) => hasServers(network) || hasRoutes(network),
  publicIpAddresses: (network) => hasFirewall(network) || hasNat(network),
  containerGroups: showsContainers,
  // Cloud Shell gets its containers an address by one.
  networkProfiles: showsContainers,
};

/** What a network that leads to others makes likely there, a round trip before they are seen. */
const suggests: Readonly<Record<Part, (network: VirtualNetwork) => boolean>> = {
  firewalls: hasRoutes,
  // Also where no peering says so yet: that may be the fault, and what a gateway joins takes two more.
  virtualNetworkGateways: ({ peerings }) => peerings.length > 0,
  dnsResolvers: hasServers,
  dnsRulesets: () => false,
  loadBalancers: (network) => hasServers(network) || hasRoutes(network),
  publicIpAddresses: hasRoutes,
  containerGroups: () => false,
  networkProfiles: () => false,
};

/** What may stand in another network's group, wherever an address leads there. */
const everywhere: readonly Part[] = ["dnsResolvers", "loadBalancers"];

export const partsIn = (network: VirtualNetwork): readonly Part[] =>
  parts.filter((part) => shows[part](network));
export const partsBehind = (network: VirtualNetwork): readonly Part[] =>
  parts.filter((part) => suggests[part](network));

/** Sent now, awaited by whoever asks for the same list by name. */
export const startParts = (reads: ArmReads, wanted: readonly Part[], { group, after }: KnownGroup): void => {
  for (const part of wanted) reads[part](after, group).catch(() => undefined);
};

/** A network that was not read may hold anything. */
const mayShow =
  (part: Part) =>
  ({ network: { section } }: NearNetwork): boolean =>
    section.status === "unavailable" || shows[part](section.data.network);

/** Of groups near the cluster, those in which such a part is asked for; groups of no network stay. */
export const groupsFor = (
  part: Part,
  { groups, missing }: KnownGroups,
  networks: readonly NearNetwork[],
): KnownGroups => {
  if (everywhere.includes(part) && networks.some(mayShow(part))) return { groups, missing };
  const without = new Set(networks.flatMap(({ group }) => (group === null ? [] : [groupKey(group.group)])));
  const withIt = new Set(
    networks.filter(mayShow(part)).flatMap(({ group }) => (group === null ? [] : [groupKey(group.group)])),
  );
  const isWanted = ({ group }: KnownGroup): boolean =>
    withIt.has(groupKey(group)) || !without.has(groupKey(group));
  return { groups: groups.filter(isWanted), missing };
};
