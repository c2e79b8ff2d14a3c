// A virtual network gateway in the graph, and each way that people come in over it.

import type {
  ConnectionState,
  ExpressRouteCircuit,
  LocalNetworkGateway,
  TrafficSelector,
} from "../../snapshot/gateways.ts";
import type { Section, Unavailable } from "../../snapshot/section.ts";
import { coverage, withoutIpv6 } from "../address/cidr.ts";

/** One connection of a gateway, or its point-to-site clients. */
export type Way = Readonly<{ id: string; name: string }> &
  Readonly<
    | {
        kind: "tunnel";
        state: Section<ConnectionState>;
        far: Section<LocalNetworkGateway>;
        /** BGP teaches it ranges that nothing in Azure lists. */
        learns: boolean;
        /** It takes only what these join; none: whatever is routed into it. */
        selectors: readonly TrafficSelector[];
      }
    | { kind: "circuit"; state: Section<ConnectionState>; circuit: Section<ExpressRouteCircuit> }
    | { kind: "pool"; ranges: readonly string[] }
    /** A gateway for circuits that no connection joins to one. */
    | { kind: "unjoined"; gatewayId: string }
    | { kind: "strange"; type: string }
    | { kind: "unlisted"; why: Unavailable }
  >;

export type Gateway = Readonly<{
  id: string;
  name: string;
  gatewayType: string;
  networkId: string;
  provisioningState: string;
  ways: readonly Way[];
  /** Tunnels lead from it to other networks of Azure, too. */
  joinsNetworks: boolean;
  /** It teaches a default route to one of its tunnels. */
  takesAll?: boolean;
  /** Its BGP sessions were read, and none of them teaches it a route. */
  isUntaught?: boolean;
}>;

/** Marks what is said of a gateway, or of what it joins, as of ExpressRoute. */
export const overOf = ({ gatewayType }: Pick<Gateway, "gatewayType">): Readonly<{ over?: "circuit" }> =>
  /^expressroute$/i.test(gatewayType) ? { over: "circuit" } : {};

/** The ranges behind a way, as far as Azure was told them. */
export function rangesOf(way: Way): readonly string[] {
  if (way.kind === "pool") return withoutIpv6(way.ranges);
  return way.kind === "tunnel" && way.far.status === "collected"
    ? withoutIpv6(way.far.data.addressPrefixes)
    : [];
}

export const holdsBehind = (way: Way, address: string): boolean => coverage(rangesOf(way), address) === "yes";
