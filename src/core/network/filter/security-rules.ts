// What the service tag VirtualNetwork covers for one network, as far as the snapshot can know it.
// https://learn.microsoft.com/azure/virtual-network/service-tags-overview

import type { BastionHost } from "../../snapshot/hosts.ts";
import type { RouteTable, VirtualNetwork } from "../../snapshot/network.ts";
import { idKey, sameId } from "../../snapshot/resource-id.ts";
import { type ById, collected, dataOf, type Section, sectionOf } from "../../snapshot/section.ts";
import type { NetworkSecurityGroup, SecurityRule } from "../../snapshot/security.ts";
import { coverage, parseCidr, privateSpace } from "../address/cidr.ts";
import type { Service } from "../address/packet.ts";
import { decideFlow, type NsgFlow, type VirtualNetworkTag } from "./nsg.ts";

const everything = "0.0.0.0/0";
const learning = /^(GatewaySubnet|RouteServerSubnet)$/i;

/** Whether a gateway or route server may teach the network routes that no table shows. */
export const learnsRoutes = ({ subnets, peerings }: VirtualNetwork): boolean =>
  subnets.some(({ name }) => learning.test(name)) || peerings.some((peering) => peering.useRemoteGateways);

/** Prefixes of routes of one's own are in the tag as well; a default route may be, and a table that was not read may hold any. */
const routedPrefixes = ({ subnets }: VirtualNetwork, tables: ById<RouteTable>): readonly string[] =>
  subnets
    .flatMap(({ routeTableId }) => routeTableId ?? [])
    .flatMap((id) => {
      const table = tables[idKey(id)];
      return table?.status === "collected"
        ? table.data.routes.map((route) => route.addressPrefix)
        : [everything];
    });

const isDefault = (prefix: string): boolean => prefix === everything;

/**
 * `networks`: those that were read, for the ranges of peers. `learned`: every range that gateways taught it; null where
 * there may be others.
 */
export function virtualNetworkTag(
  network: VirtualNetwork,
  networks: readonly VirtualNetwork[],
  tables: ById<RouteTable>,
  learned: readonly string[] | null = null,
): VirtualNetworkTag {
  const peered = network.peerings.filter((peering) => peering.allowVirtualNetworkAccess);
  const known = networks.filter(({ id }) =>
    peered.some(({ remoteVirtualNetworkId }) => sameId(remoteVirtualNetworkId, id)),
  );
  const routed = routedPrefixes(network, tables);
  return {
    holds: [
      ...network.addressPrefixes,
      ...peered.flatMap(({ remoteAddressPrefixes }) => remoteAddressPrefixes),
      ...known.flatMap(({ addressPrefixes }) => addressPrefixes),
      ...routed.filter((prefix) => !isDefault(prefix)),
      ...(learned ?? []),
    ],
    mayHold: [
      // A gateway, here or in a peered network, may have learned any of these.
      ...privateSpace,
      ...routed.filter(isDefault),
      ...(learnsRoutes(network) && learned === null ? [everything] : []),
    ],
  };
}

export const groupIn = (groups: ById<NetworkSecurityGroup>, id: string): Section<NetworkSecurityGroup> =>
  sectionOf(groups, id, "networkSecurityGroup");

// Where anybody on the Internet is let in to sign in: each group before a place has to allow it.

/** The first rule that lets it in, and whose it is. */
type InternetDoor = Readonly<{ group: NetworkSecurityGroup; rule: SecurityRule; port: number }>;

export type Guarded = Readonly<{ network: VirtualNetwork; address: string; groupIds: readonly string[] }>;

/** SSH and RDP. */
const signInPorts = [22, 3389];

/** What each group's rules do with the first packet of somebody on the Internet. */
const decisionsAt = (
  { network, address }: Guarded,
  groups: readonly NetworkSecurityGroup[],
  port: number,
): readonly ReturnType<typeof decideFlow>[] =>
  groups.map((group) =>
    decideFlow(group, {
      ...{ direction: "Inbound", protocol: "Tcp", source: "Internet", destination: address, port },
      virtualNetwork: { holds: network.addressPrefixes, mayHold: [] },
    }),
  );

/** Null where nobody is let in, as before a place without any group: an address of Azure's is shut by itself. */
export function internetDoor(
  guarded: Guarded,
  all: ById<NetworkSecurityGroup>,
): Section<InternetDoor | null> {
  const sections = guarded.groupIds.map((id) => groupIn(all, id));
  const hidden = sections.find((section) => section.status === "unavailable");
  const groups = sections.flatMap((section) => dataOf(section) ?? []);
  for (const port of signInPorts) {
    const decisions = decisionsAt(guarded, groups, port);
    const [group] = groups;
    const rule = decisions[0]?.rule ?? null;
    if (group === undefined || rule === null || decisions.some(({ access }) => access !== "allow")) continue;
    return hidden ?? collected({ group, rule, port });
  }
  const isShut = signInPorts.every((port) =>
    decisionsAt(guarded, groups, port).some(({ access }) => access === "deny"),
  );
  return hidden !== undefined && !isShut ? hidden : collected(null);
}

// Services that somebody denied by a rule of their own: one port of each, for what may need them.

const firstPort = (range: string): number => Number(/^\d+/.exec(range)?.[0] ?? Number.NaN);

/** Tags may mean it. */
const mayMean = (prefixes: readonly string[], addresses: readonly string[]): boolean =>
  prefixes.some(
    (prefix) => parseCidr(prefix) === null || addresses.some((each) => coverage([prefix], each) !== "no"),
  );

export type Denial = Readonly<{ rule: SecurityRule; service: Service }>;

/** To any of the addresses. */
export const denialsTo = ({ rules }: NetworkSecurityGroup, addresses: readonly string[]): readonly Denial[] =>
  rules
    .filter(({ access, priority }) => /^deny$/i.test(access) && priority <= lastOwn)
    .filter(({ destinationAddressPrefixes: prefixes }) => mayMean(prefixes, addresses))
    .flatMap((rule) =>
      rule.destinationPortRanges
        .map(firstPort)
        .filter((port) => port > 0)
        .map((port) => ({
          rule,
          service: { protocol: /^udp$/i.test(rule.protocol) ? ("Udp" as const) : ("Tcp" as const), port },
        })),
    );

// Ways to sign in to a machine other than the usual ports through Bastion: on a port of its own, or at a public address.

/** What machines are not signed in to on. */
const others = [22, 53, 80, 443, 3389];
/** Default rules come after those of one's own. */
const lastOwn = 4096;

const letsIn = ({ priority, direction, access }: SecurityRule): boolean =>
  priority <= lastOwn && /^inbound$/i.test(direction) && /^allow$/i.test(access);

const single = (range: string): readonly number[] => (/^\d{1,5}$/.test(range) ? [Number(range)] : []);

/** https://learn.microsoft.com/azure/bastion/configuration-settings#ports */
export const takesOtherPorts = ({ sku }: BastionHost): boolean => /^(standard|premium)$/i.test(sku);

/** Ports that somebody opened one by one: whether sign-ins are taken there, Azure does not show. */
export function portsOpened(group: NetworkSecurityGroup, flow: NsgFlow): readonly number[] {
  const named = group.rules.filter(letsIn).flatMap((rule) => rule.destinationPortRanges.flatMap(single));
  return [...new Set(named)].filter(
    (port) => !others.includes(port) && decideFlow(group, { ...flow, port }).access === "allow",
  );
}

const isOutside = (entry: string): boolean =>
  /^(\*|any|internet)$/i.test(entry) || (parseCidr(entry) !== null && coverage(privateSpace, entry) === "no");

/** Somebody outside is let in on SSH or RDP. */
export const letsOutsideIn = ({ rules }: NetworkSecurityGroup): boolean =>
  rules
    .filter(letsIn)
    .some(
      ({ destinationPortRanges, sourceAddressPrefixes }) =>
        destinationPortRanges.some((range) => ["22", "3389", "*"].includes(range)) &&
        sourceAddressPrefixes.some(isOutside),
    );
