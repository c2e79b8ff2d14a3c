// A route of one's own that leads where nobody stands, or a subnet that leaves by routes and has none: it is led to the
// firewall, where there is one and no choice.

import type { NetworkModel } from "../network/model.ts";
import { subnetById } from "../network/route.ts";
import type { Step } from "../network/step.ts";
import type { Route, RouteTable } from "../snapshot/network.ts";
import { idKey, networkIdOf, sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { leadTo, onlyFirewallAddress } from "./default-route-repair.ts";
import { freeName } from "./free-name.ts";
import type { Mend, Repair } from "./repair.ts";

const led = (table: RouteTable, route: Route, ip: string): RouteTable => ({
  ...table,
  routes: [
    ...table.routes.filter(({ name }) => name !== route.name),
    { ...route, nextHopType: "VirtualAppliance", nextHopIpAddress: ip },
  ],
});

/** The route is replaced where it stands. */
function inTable(model: NetworkModel, tableId: string, name: string, ip: string): Repair | null {
  const table = model.routeTables[idKey(tableId)];
  const route =
    table?.status === "collected"
      ? table.data.routes.find((each) => [each.name, each.addressPrefix].includes(name))
      : undefined;
  if (table?.status !== "collected" || route === undefined) return null;
  const networks = Object.values(model.networks).flatMap((each) =>
    each.status === "collected" ? [each.data] : [],
  );
  const owner = networks.flatMap((network) => network.subnets.map((subnet) => ({ network, subnet })));
  const place = owner.find(({ subnet }) => sameId(subnet.routeTableId, tableId));
  const fix = place && leadTo({ subnet: place.subnet, table: table.data, route }, place.network, ip);
  return fix
    ? {
        fix,
        apply: (before) => ({
          ...before,
          routeTables: { ...before.routeTables, [idKey(tableId)]: collected(led(table.data, route, ip)) },
        }),
      }
    : null;
}

/** A table of the subnet's own gets the route; one without a table gets both, which is not walked again. */
function inSubnet(model: NetworkModel, subnetId: string, ip: string): Repair | null {
  const network = model.networks[idKey(networkIdOf(subnetId) ?? "")];
  const subnet = network?.status === "collected" ? subnetById(network.data, subnetId) : undefined;
  if (network?.status !== "collected" || subnet === undefined) return null;
  const section =
    subnet.routeTableId === undefined ? undefined : model.routeTables[idKey(subnet.routeTableId)];
  const table = section?.status === "collected" ? section.data : null;
  const fix = leadTo({ subnet, table, route: null }, network.data, ip);
  const id = table?.id ?? `${subnetId}/new-table`;
  const made: RouteTable = table ?? { id, name: "new", routes: [], disableBgpRoutePropagation: false };
  const name = freeName(
    "default",
    made.routes.map((each) => each.name),
    "-",
  );
  const route = { name, addressPrefix: "0.0.0.0/0", nextHopType: "VirtualAppliance" };
  const attached = { ...subnet, routeTableId: id };
  const subnets = network.data.subnets.map((each) => (each === subnet ? attached : each));
  return (
    fix && {
      fix,
      apply: (before) => ({
        ...before,
        networks: { ...before.networks, [idKey(network.data.id)]: collected({ ...network.data, subnets }) },
        routeTables: { ...before.routeTables, [idKey(id)]: collected(led(made, route, ip)) },
      }),
    }
  );
}

const lost = ({
  reason,
  component: { kind, id },
}: Step): Readonly<{ id: string; route: string | null }> | null => {
  if (id === null) return null;
  // Where a route leads straight out, it is replaced; else one is missing.
  if (reason.is === "noWayOut") return { id, route: kind === "routeTable" ? reason.route : null };
  return reason.is === "hopNobody" && reason.route !== null ? { id, route: reason.route } : null;
};

export const leadToFirewall: Mend = (stop, model) => {
  const at = lost(stop);
  const ip = onlyFirewallAddress(model.firewalls);
  if (at === null || ip === null) return null;
  return at.route === null ? inSubnet(model, at.id, ip) : inTable(model, at.id, at.route, ip);
};
