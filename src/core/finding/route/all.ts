// Routes: every check of it. A new one is a file beside this and a line here.
import { routeApiPath } from "./route.api-path.ts";
import { routeBgpPropagation } from "./route.bgp-propagation.ts";
import { routeDefault } from "./route.default.ts";
import { routeInside } from "./route.inside.ts";
import { routeKubenetTable } from "./route.kubenet-table.ts";
import { routeNextHopAlive } from "./route.next-hop-alive.ts";

export const routeChecks = [
  routeApiPath,
  routeInside,
  routeDefault,
  routeNextHopAlive,
  routeBgpPropagation,
  routeKubenetTable,
] as const;
