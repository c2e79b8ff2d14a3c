// Routes of one's own: one is added, removed, or led to the firewall.

import { type NetworkModel, readNetworksOf } from "../network/model/model.ts";
import type { Step } from "../network/model/step.ts";
import { type DefaultRoute, subnetById } from "../network/route/route.ts";
import type { Firewall } from "../snapshot/firewall.ts";
import type { Route, RouteTable, Subnet, VirtualNetwork } from "../snapshot/network.ts";
import { idKey, networkIdOf, sameId } from "../snapshot/resource-id.ts";
import { dataOf } from "../snapshot/section.ts";
import { freeName } from "./free-name.ts";
import { changeNetwork, type Mend, type Repair, repairBy, withTable } from "./repair.ts";
import type { FixStep } from "./write/actions.ts";
import { type AzTarget, forResource, target } from "./write/az.ts";
import { type Fix, fixAt, fixOf, networkRole } from "./write/fix.ts";

const nextHopType = "VirtualNetworkGateway";

/** A range behind a gateway to which a table keeps the routes from its subnets: one route for it, and no other way changed. */
export const addRoute: Mend = ({ reason, component: { id } }, model) => {
  const table = id === null ? undefined : model.routeTables[idKey(id)];
  if (reason.is !== "routesRefused" || table?.status !== "collected") return null;
  const { routes, name: tableName, id: tableId } = table.data;
  const { prefix: addressPrefix } = reason;
  const taken = routes.map(({ name }) => name);
  const name = freeName("to-gateway", taken, "-");
  const amended = { ...table.data, routes: [...routes, { name, addressPrefix, nextHopType }] };
  const fix = fixAt(
    tableId,
    (_at, parts) => ({
      kind: "createRoute",
      at: target(parts, tableName, name),
      prefix: addressPrefix,
    }),
    { is: "routedToGateway", prefix: addressPrefix, table: tableName },
  );
  return repairBy(fix, (before) => withTable(before, amended));
};

// A route of one's own that drops what has to get through.

export const removeRoute: Mend = ({ reason, component: { id } }, model) => {
  if (reason.is !== "routeDrops" || reason.route === null || id === null) return null;
  const { route } = reason;
  const table = model.routeTables[idKey(id)];
  if (table?.status !== "collected") return null;
  const routes = table.data.routes.filter(({ name }) => name !== route);
  const fix = fixAt(id, (_at, parts) => ({ kind: "deleteRoute", at: target(parts, parts.name, route) }), {
    is: "routeRemoved",
  });
  return repairBy(fix, (before) => withTable(before, { ...table.data, routes }));
};

// How nodes get a default route that leads somewhere.

/** The private address of the only firewall that has one; null where there is a choice or none. */
function onlyFirewallAddress(firewalls: readonly Firewall[]): string | null {
  const addresses = firewalls.flatMap(({ ipConfigurations }) =>
    ipConfigurations.flatMap(({ privateIpAddress }) => privateIpAddress ?? []),
  );
  const [first, ...more] = new Set(addresses);
  return first === undefined || more.length > 0 ? null : first;
}

const routeTo = (appliance: string, at: AzTarget, prefix = "0.0.0.0/0"): FixStep => ({
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
    const step = routeTo(ip, target(parts, name, route), existing?.addressPrefix);
    return fixOf(step, { is: "leavesByRoute" }, networkRole(name));
  });

/** A table of its own for a subnet that has none. */
const withNewTable = (subnet: Subnet, { id, location }: VirtualNetwork, ip: string): Fix | null =>
  forResource(id, (network) => {
    const table = `rt-${network.name}-${subnet.name}`;
    return fixOf(
      [
        { kind: "createRouteTable", at: target(network, table), location },
        routeTo(ip, target(network, table, "default")),
        { kind: "attachRouteTable", at: target(network, network.name, subnet.name), table },
      ],
      { is: "leavesByRoute" },
      networkRole(network.name),
    );
  });

const leadTo = ({ subnet, table, route }: DefaultRoute, network: VirtualNetwork, ip: string): Fix | null =>
  table === null ? withNewTable(subnet, network, ip) : intoTable(table, route, ip);

// A route of one's own that leads where nobody stands, or a subnet that leaves by routes and has none: it is led to the
// firewall, where there is one and no choice.

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
  const owner = readNetworksOf(model).flatMap((network) =>
    network.subnets.map((subnet) => ({ network, subnet })),
  );
  const place = owner.find(({ subnet }) => sameId(subnet.routeTableId, tableId));
  const fix = place && leadTo({ subnet: place.subnet, table: table.data, route }, place.network, ip);
  return repairBy(fix, (before) => withTable(before, led(table.data, route, ip)));
}

/** A table of the subnet's own gets the route; one without a table gets both, which is not walked again. */
function inSubnet(model: NetworkModel, subnetId: string, ip: string): Repair | null {
  const network = model.networks[idKey(networkIdOf(subnetId) ?? "")];
  const subnet = network?.status === "collected" ? subnetById(network.data, subnetId) : undefined;
  if (network?.status !== "collected" || subnet === undefined) return null;
  const section =
    subnet.routeTableId === undefined ? undefined : model.routeTables[idKey(subnet.routeTableId)];
  const table = dataOf(section) ?? null;
  const fix = leadTo({ subnet, table, route: null }, network.data, ip);
  const id = table?.id ?? `${subnetId}/new-table`;
  const made: RouteTable = table ?? { id, name: "new", routes: [], disableBgpRoutePropagation: false };
  const name = freeName(
    "default",
    made.routes.map((each) => each.name),
    "-",
  );
  const route = { name, addressPrefix: "0.0.0.0/0", nextHopType: "VirtualAppliance" };
  return repairBy(fix, (before) =>
    changeNetwork(withTable(before, led(made, route, ip)), network.data.id, (data) => ({
      ...data,
      subnets: data.subnets.map((each) =>
        sameId(each.id, subnet.id) ? { ...each, routeTableId: id } : each,
      ),
    })),
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
