// er.bgp-routes: a circuit has two paths, and each counts what came in over it. Counters prove nothing of this moment.

import { type Absence, gatewaySections } from "../../client/gateways-near.ts";
import {
  advise,
  combine,
  notConfigured,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { CircuitTraffic } from "../../snapshot/gateways.ts";
import { idKey, nameOf } from "../../snapshot/resource-id.ts";
import type { Section } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { circuitConnections } from "./circuit-connections.ts";

export type CircuitRoutesFact = Readonly<
  | { is: "bothPathsUsed"; circuit: string }
  | { is: "onePathSilent"; circuit: string; path: "primary" | "secondary" }
  | { is: "bothPathsSilent"; circuit: string }
>;

function judge(id: string, traffic: Section<CircuitTraffic>): Outcome<CircuitRoutesFact | SharedFact> {
  if (traffic.status === "unavailable") return unread(traffic);
  const { primaryIn, secondaryIn } = traffic.data;
  const circuit = nameOf(id);
  const evidence = [
    columns(
      circuit,
      { is: "traffic", path: "primary", bits: primaryIn },
      { is: "traffic", path: "secondary", bits: secondaryIn },
    ),
  ];
  const more = { resourceId: id, evidence };
  if (primaryIn > 0 && secondaryIn > 0) return pass({ is: "bothPathsUsed", circuit }, evidence);
  if (primaryIn === 0 && secondaryIn === 0) return advise({ is: "bothPathsSilent", circuit }, more);
  return advise({ is: "onePathSilent", circuit, path: primaryIn === 0 ? "primary" : "secondary" }, more);
}

export const erBgpRoutes = defineCheck({
  id: "er.bgp-routes",
  severity: "medium",
  scope: "people",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/expressroute/expressroute-troubleshooting-expressroute-overview",
  needs: ["clusterNetwork"],
  looksAt: gatewaySections,
  after: ["er.private-peering"],
  skip: unlessPrivate,
  evaluate: ({ clusterNetwork, ...parts }): Outcome<CircuitRoutesFact | Absence | SharedFact> => {
    const found = circuitConnections(clusterNetwork, parts);
    if (found.status === "unknown") return unread(found.cause);
    if (found.status === "absent") return notConfigured(found.absence);
    const ids = found.connections.flatMap(({ connection: { circuitId } }) => circuitId ?? []);
    const judged = [...new Set(ids)].flatMap((id) => {
      const traffic = parts.circuitTraffic[idKey(id)];
      return traffic === undefined ? [] : [judge(id, traffic)];
    });
    return judged.length === 0
      ? notConfigured({ is: "noGateway", type: "ExpressRoute" })
      : combine(judged, true);
  },
});
