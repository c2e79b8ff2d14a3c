// A range behind a gateway to which a table keeps the routes from its subnets: one route for it, and no other way changed.

import { target } from "../fix/write/action.ts";
import { forResource } from "../fix/write/az.ts";
import { idKey } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { freeName } from "./free-name.ts";
import type { Mend } from "./repair.ts";

const nextHopType = "VirtualNetworkGateway";

export const addRoute: Mend = ({ reason, component: { id } }, model) => {
  const table = id === null ? undefined : model.routeTables[idKey(id)];
  if (reason.is !== "routesRefused" || table?.status !== "collected") return null;
  const { routes, name: tableName, id: tableId } = table.data;
  const { prefix: addressPrefix } = reason;
  const taken = routes.map(({ name }) => name);
  const name = freeName("to-gateway", taken, "-");
  const at = forResource(tableId, (parts) => target(parts, tableName, name));
  if (at === null) return null;
  const amended = { ...table.data, routes: [...routes, { name, addressPrefix, nextHopType }] };
  return {
    fix: {
      steps: [{ kind: "createRoute", at, prefix: addressPrefix }],
      risks: [{ is: "routedToGateway", prefix: addressPrefix, table: tableName }],
      disruptive: false,
      roles: [{ role: "Network Contributor", on: [tableName] }],
    },
    apply: (before) => ({
      ...before,
      routeTables: { ...before.routeTables, [idKey(tableId)]: collected(amended) },
    }),
  };
};
