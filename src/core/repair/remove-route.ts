// A route of one's own that drops what has to get through.

import { target } from "../fix/write/action.ts";
import { forResource } from "../fix/write/az.ts";
import type { Fix } from "../fix/write/fix.ts";
import { idKey } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import type { Mend } from "./repair.ts";

export const withoutRoute = (tableId: string | undefined, route: string | undefined): Fix | null =>
  forResource(tableId, (table) =>
    route === undefined
      ? null
      : {
          steps: [{ kind: "deleteRoute", at: target(table, table.name, route) }],
          risks: [{ is: "routeRemoved" }],
          disruptive: true,
          roles: [{ role: "Network Contributor", on: [table.name] }],
        },
  );

export const removeRoute: Mend = ({ reason, component: { id } }, model) => {
  if (reason.is !== "routeDrops" || reason.route === null || id === null) return null;
  const { route } = reason;
  const table = model.routeTables[idKey(id)];
  const fix = withoutRoute(id, route);
  if (table?.status !== "collected" || fix === null) return null;
  const routes = table.data.routes.filter(({ name }) => name !== route);
  return {
    fix,
    apply: (before) => ({
      ...before,
      routeTables: { ...before.routeTables, [idKey(id)]: collected({ ...table.data, routes }) },
    }),
  };
};
