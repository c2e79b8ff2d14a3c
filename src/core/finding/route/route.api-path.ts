// route.api-path: packets to the API server must not be dropped, or go one way through an appliance.

import type { ClientPlace } from "../../client/client-places.ts";
import { judgeWays, waySections } from "../../client/way-to-api.ts";
import { apiModeOf } from "../../network/api-server.ts";
import {
  type EffectiveRoute,
  type EndpointRoute,
  effectiveRoutes,
  obeysRouteTables,
  selectRoute,
  subnetById,
  tableOf,
} from "../../network/route.ts";
import type { Fix, Outcome } from "../../outcome/check.ts";
import { fail, notApplicable, pass, unread, warn } from "../../outcome/outcomes.ts";
import { strangeWord } from "../../outcome/state-word.ts";
import { openWherePartial } from "../../repair/peering-sides.ts";
import { withoutRoute } from "../../repair/remove-route.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { PrivateEndpoint } from "../../snapshot/endpoint.ts";
import type { ById } from "../../snapshot/listing.ts";
import type { RouteTable, Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { nameOf, sameId } from "../../snapshot/resource-id.ts";
import type { Section } from "../../snapshot/section.ts";
import { defineCheck } from "../define-check.ts";
import { isBeyondHub } from "../peering/transit.ts";
import { unlessPrivate } from "../skips.ts";

type Tables = ById<RouteTable>;

type Hop = "direct" | "appliance" | "dropped" | "unknown";

const hopOf = (route: EffectiveRoute | null): Hop => {
  switch (route?.nextHopType.toLowerCase()) {
    case "vnetlocal":
    case "vnetpeering":
    case "interfaceendpoint":
      return "direct";
    case "virtualappliance":
      return "appliance";
    case "none":
    case "internet":
      return "dropped";
    default:
      return "unknown";
  }
};

/** One direction: which route a packet takes, and the table that a user's route stands in. */
type Leg = Readonly<{ what: string; route: EffectiveRoute | null; hop: Hop; table: RouteTable | null }>;

const describe = ({ what, route }: Leg): string =>
  `${what}  ${route?.prefix ?? "no route"} → ${route?.nextHopType ?? "none"} ${route?.nextHopIpAddress ?? ""}`.trim();

const removeRoute = ({ route, table }: Leg): Fix | null => withoutRoute(table?.id, route?.userRoute);

const blame = (leg: Leg, legs: readonly Leg[], summary: string): Outcome =>
  fail(summary, { resourceId: leg.table?.id, evidence: legs.map(describe), fix: removeRoute(leg) });

const named = ({ route, table }: Leg): string =>
  route?.userRoute === undefined
    ? `the system route ${route?.prefix ?? ""}`
    : `route ${route.userRoute} of ${nameOf(table?.id ?? "")}`;

/** `back` is null where the endpoint does not obey route tables: answers then go straight. */
function judgeLegs(place: string, there: Leg, back: Leg | null): Outcome {
  const legs = back === null ? [there] : [there, back];
  const dropped = legs.find(({ hop }) => hop === "dropped");
  if (dropped !== undefined) {
    const what = dropped === there ? `packets from ${place} to the API server` : `answers to ${place}`;
    return blame(dropped, legs, `${capital(named(dropped))} drops ${what}.`);
  }
  const unknown = legs.find(({ hop }) => hop === "unknown");
  if (unknown !== undefined) return strangeWord(named(unknown), "next hop", unknown.route?.nextHopType ?? "");
  const through = legs.filter(({ hop }) => hop === "appliance");
  const [only] = through;
  if (only === undefined) return pass(`${place} has a direct route to the API server.`, legs.map(describe));
  return back !== null && through.length === 1
    ? blame(
        only,
        legs,
        `${capital(named(only))} leads through an appliance in one direction only, so answers are dropped.`,
      )
    : warn(`The way from ${place} to the API server leads through an appliance, which is not read here.`, {
        evidence: legs.map(describe),
      });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type Path = Readonly<{
  client: VirtualNetwork;
  endpoint: EndpointRoute;
  tables: Tables;
  endpointSubnet: Subnet | undefined;
}>;

function judgePlace(place: ClientPlace, { client, endpoint, tables, endpointSubnet }: Path): Outcome {
  const table = tableOf(place.subnet, tables);
  if (table.status === "unavailable") return unread(table);
  const leg = (what: string, network: VirtualNetwork, from: RouteTable | null, target: string): Leg => {
    const route = selectRoute(effectiveRoutes(network, from, endpoint), target);
    return { what, route, hop: hopOf(route), table: from };
  };
  const there = leg("to    ", client, table.data, endpoint.address);
  if (isBeyondHub(client, endpoint.network) && there.route?.userRoute === undefined)
    return notApplicable(
      `No route of one's own leads from ${place.name}; peering.both-sides says what does.`,
    );
  if (!obeysRouteTables(endpoint.policies)) return judgeLegs(place.name, there, null);
  const backTable = tableOf(endpointSubnet, tables);
  if (backTable.status === "unavailable") return unread(backTable);
  return judgeLegs(place.name, there, leg("back  ", endpoint.network, backTable.data, place.address));
}

/** The private endpoint's subnet, or the one that the API server itself has with VNet integration. */
const endpointSubnetIn = (
  network: VirtualNetwork,
  { apiServerAccess }: ManagedCluster,
  endpoint: Section<PrivateEndpoint | null>,
): Subnet | undefined =>
  subnetById(network, endpoint.status === "collected" ? endpoint.data?.subnetId : apiServerAccess.subnetId);

export const routeApiPath = defineCheck({
  id: "route.api-path",
  title: "Routes lead to the API server and back",
  severity: "critical",
  why: "A route of one's own may drop packets, or send them one way through a firewall that then drops the answers.",
  remediation: "Remove the route, or give both directions the same one.",
  source: "https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: [...waySections, "routeTables"],
  after: ["pe.ip", "api.vnetint-ilb", "peering.vnet-access", "peering.sync"],
  skip: unlessPrivate,
  evaluate: (data, { client }) => {
    const { managedCluster, clusterNetwork, routeTables: tables } = data;
    const endpointSubnet = endpointSubnetIn(clusterNetwork, managedCluster, data.privateEndpoint);
    // The API server itself (VNet integration) is an ordinary address: route tables apply to it.
    const inNetwork = apiModeOf(managedCluster) === "vnet-private";
    const policies = inNetwork ? "Enabled" : endpointSubnet?.privateEndpointNetworkPolicies;
    return judgeWays(data, client, ({ place, network, apiIp }) => {
      const open = openWherePartial([
        ...network.peerings.filter((each) => sameId(each.remoteVirtualNetworkId, clusterNetwork.id)),
        ...clusterNetwork.peerings.filter((each) => sameId(each.remoteVirtualNetworkId, network.id)),
      ]);
      if (open !== null) return open;
      const endpoint = { address: apiIp, network: clusterNetwork, policies };
      return judgePlace(place, { client: network, endpoint, tables, endpointSubnet });
    });
  },
});
