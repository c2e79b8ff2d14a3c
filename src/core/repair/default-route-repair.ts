// How nodes get a default route that leads somewhere.

import { type Target, target } from "../fix/write/action.ts";
import type { FixStep } from "../fix/write/actions.ts";
import { forResource } from "../fix/write/az.ts";
import type { Fix } from "../fix/write/fix.ts";
import type { DefaultRoute } from "../network/default-route.ts";
import type { Firewall } from "../snapshot/firewall.ts";
import type { Route, RouteTable, Subnet, VirtualNetwork } from "../snapshot/network.ts";
import { freeName } from "./free-name.ts";

/** The private address of the only firewall that has one; null where there is a choice or none. */
export function onlyFirewallAddress(firewalls: readonly Firewall[]): string | null {
  const addresses = firewalls.flatMap(({ ipConfigurations }) =>
    ipConfigurations.flatMap(({ privateIpAddress }) => privateIpAddress ?? []),
  );
  const [first, ...more] = new Set(addresses);
  return first === undefined || more.length > 0 ? null : first;
}

const effect = { risks: [{ is: "leavesByRoute" }], disruptive: true } as const;

const routeTo = (appliance: string, at: Target, prefix = "0.0.0.0/0"): FixStep => ({
  kind: "createRoute",
  ...{ at, prefix, appliance },
});

/** Of that name the route is replaced, else it is added. */
const intoTable = ({ id, name, routes }: RouteTable, existing: Route | null, ip: string): Fix | null =>
  forResource(id, (parts) => {
    const route =
      existing?.name ??
      freeName(
        "default",
        routes.map((each) => each.name),
        "-",
      );
    return {
      steps: [routeTo(ip, target(parts, name, route), existing?.addressPrefix)],
      ...effect,
      roles: [{ role: "Network Contributor", on: [name] }],
    };
  });

/** A table of its own for a subnet that has none. */
const withNewTable = (subnet: Subnet, { id, location }: VirtualNetwork, ip: string): Fix | null =>
  forResource(id, (network) => {
    const table = `rt-${network.name}-${subnet.name}`;
    return {
      steps: [
        { kind: "createRouteTable", at: target(network, table), location },
        routeTo(ip, target(network, table, "default")),
        { kind: "attachRouteTable", at: target(network, network.name, subnet.name), table },
      ],
      ...effect,
      roles: [{ role: "Network Contributor", on: [network.name] }],
    };
  });

export const leadTo = (
  { subnet, table, route }: DefaultRoute,
  network: VirtualNetwork,
  ip: string,
): Fix | null => (table === null ? withNewTable(subnet, network, ip) : intoTable(table, route, ip));
