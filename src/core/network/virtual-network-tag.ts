// What the service tag VirtualNetwork covers for one network, as far as the snapshot can know it.
// https://learn.microsoft.com/azure/virtual-network/service-tags-overview

import type { ById } from "../snapshot/listing.ts";
import type { RouteTable, VirtualNetwork } from "../snapshot/network.ts";
import { idKey, sameId } from "../snapshot/resource-id.ts";
import { privateSpace } from "./cidr.ts";
import type { VirtualNetworkTag } from "./nsg.ts";

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
