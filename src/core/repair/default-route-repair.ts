// How nodes get a default route that leads somewhere.

import type { DefaultRoute } from "../network/default-route.ts";
import type { Fix } from "../outcome/fix.ts";
import type { Firewall } from "../snapshot/firewall.ts";
import type { Route, RouteTable, Subnet, VirtualNetwork } from "../snapshot/network.ts";
import type { ResourceId } from "../snapshot/resource-id.ts";
import { azIn, forResource } from "./az.ts";
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

type Line = Readonly<{ table: string; route: string; ip: string; prefix?: string | undefined }>;

const routeLine = (group: ResourceId, { table, route, ip, prefix = "0.0.0.0/0" }: Line): string =>
  azIn(
    group,
    "network route-table route create",
    ...["--route-table-name", table, "--name", route, "--address-prefix", prefix],
    ...["--next-hop-type", "VirtualAppliance", "--next-hop-ip-address", ip],
  );

/** Of that name the route is replaced, else it is added. */
const inTable = ({ id, name, routes }: RouteTable, existing: Route | null, ip: string): Fix | null =>
  forResource(id, (parts) => {
    const route =
      existing?.name ??
      freeName(
        "default",
        routes.map((each) => each.name),
        "-",
      );
    return {
      commands: [routeLine(parts, { table: name, route, ip, prefix: existing?.addressPrefix })],
      ...effect,
      roles: [{ role: "Network Contributor", on: [name] }],
    };
  });

/** A table of its own for a subnet that has none. */
const withNewTable = (subnet: Subnet, { id, location }: VirtualNetwork, ip: string): Fix | null =>
  forResource(id, (network) => {
    const table = `rt-${network.name}-${subnet.name}`;
    const attach = ["--vnet-name", network.name, "--name", subnet.name, "--route-table", table];
    return {
      commands: [
        azIn(network, "network route-table create", "--name", table, "--location", location),
        routeLine(network, { table, route: "default", ip }),
        azIn(network, "network vnet subnet update", ...attach),
      ],
      ...effect,
      roles: [{ role: "Network Contributor", on: [network.name] }],
    };
  });

export const leadTo = (
  { subnet, table, route }: DefaultRoute,
  network: VirtualNetwork,
  ip: string,
): Fix | null => (table === null ? withNewTable(subnet, network, ip) : inTable(table, route, ip));
