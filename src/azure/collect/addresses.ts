// Addresses that networks and routes lead to, and what stands behind them.
import type { RouteTable } from "../../core/snapshot/network.ts";
import type { Backend, LoadBalancer } from "../../core/snapshot/outbound.ts";
import type { NetworkReads } from "./networks.ts";
import type { ReferencesRead } from "./references.ts";
import type { ListingRead } from "./surroundings.ts";

/** Appliances that routes lead to. */
export const nextHopsOf = ({ sections }: ReferencesRead<RouteTable>): readonly string[] =>
  Object.values(sections).flatMap((section) =>
    section.status === "collected"
      ? section.data.routes.flatMap(({ nextHopIpAddress }) => nextHopIpAddress ?? [])
      : [],
  );

/** What stands behind the load balancers at these addresses. */
export const backendsAt = (
  addresses: readonly string[],
  { listing }: ListingRead<LoadBalancer>,
): readonly Backend[] =>
  listing.items
    .filter(({ frontends }) =>
      frontends.some(({ privateIpAddress: ip }) => ip !== undefined && addresses.includes(ip)),
    )
    .flatMap(({ backends }) => backends);

export const dnsServersOf = (networks: readonly NetworkReads[]): readonly string[] =>
  networks.flatMap(({ network }) =>
    network.section.status === "collected" ? network.section.data.network.dnsServers : [],
  );
