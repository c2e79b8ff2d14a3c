// From one spoke to another over a hub. Peering does not lead on from one network to the next: an appliance in the hub
// has to forward, and a route has to send packets to it.
// https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview#service-chaining

import type { Way } from "../../client/way-to-api.ts";
import { coverage } from "../../network/cidr.ts";
import { type EndpointRoute, effectiveRoutes, selectRoute, tableOf } from "../../network/route.ts";
import type { Outcome } from "../../outcome/check.ts";
import { combine, fail, notApplicable, notAssessed, unread } from "../../outcome/outcomes.ts";
import { isCarrying, makePeering, type PeeringSides, sidesOf } from "../../repair/peering-sides.ts";
import type { ById } from "../../snapshot/listing.ts";
import type { RouteTable, VirtualNetwork } from "../../snapshot/network.ts";
import { nameOf, sameId } from "../../snapshot/resource-id.ts";
import { collected, type Section } from "../../snapshot/section.ts";

/** The address of the appliance that packets of a way go through first; null where they go straight. */
export function applianceOn(
  { place, network }: Way,
  endpoint: EndpointRoute,
  tables: ById<RouteTable>,
): Section<string | null> {
  const table = tableOf(place.subnet, tables);
  if (table.status === "unavailable") return table;
  const route = selectRoute(effectiveRoutes(network, table.data, endpoint), endpoint.address);
  const isAppliance = /^virtualappliance$/i.test(route?.nextHopType ?? "");
  return collected(isAppliance ? (route?.nextHopIpAddress ?? "") : null);
}

/** Ids of the networks that both are peered with. */
const hubsBetween = (one: VirtualNetwork, other: VirtualNetwork): readonly string[] =>
  one.peerings
    .map(({ remoteVirtualNetworkId }) => remoteVirtualNetworkId)
    .filter((id) => other.peerings.some((peering) => sameId(peering.remoteVirtualNetworkId, id)));

const isPeeredWith = (network: VirtualNetwork, other: VirtualNetwork): boolean =>
  network.peerings.some(({ remoteVirtualNetworkId: id }) => sameId(id, other.id));

/** A network that neither is nor was peered with the cluster's, while both are with a hub. */
export const isBeyondHub = (network: VirtualNetwork, cluster: VirtualNetwork): boolean =>
  !isPeeredWith(cluster, network) &&
  !isPeeredWith(network, cluster) &&
  hubsBetween(network, cluster).length > 0;

/** Routes that a hub's gateway or route server teaches reach spokes that use it, unless their table refuses them. */
function mayLearn({ place, network }: Way, tables: ById<RouteTable>, hubs: readonly string[]): boolean {
  const table = tableOf(place.subnet, tables);
  const refuses = table.status === "collected" && table.data?.disableBgpRoutePropagation === true;
  const uses = network.peerings.some(
    ({ remoteVirtualNetworkId, useRemoteGateways }) =>
      useRemoteGateways && hubs.some((id) => sameId(id, remoteVirtualNetworkId)),
  );
  return uses && !refuses;
}

const half = (network: VirtualNetwork, hub: VirtualNetwork): PeeringSides => {
  const { id, name } = hub;
  return sidesOf(network, { id, name, network: collected(hub), jumpHosts: [] });
};

type Between = Readonly<{
  endpoint: EndpointRoute;
  tables: ById<RouteTable>;
  /** Networks that were read. */
  known: readonly VirtualNetwork[];
  /** The peering that is not there, and would do. */
  missing: PeeringSides;
}>;

/** Both networks need a working peering with the one that the appliance stands in. */
function judgeHalves({ network: client, place }: Way, cluster: VirtualNetwork, hub: VirtualNetwork): Outcome {
  const broken = [half(client, hub), half(cluster, hub)].filter((sides) => !isCarrying(sides));
  const outcomes = broken.map((sides) =>
    fail(
      `The peering of ${sides.cluster.name} and ${hub.name}, over which an appliance leads, lets nothing through.`,
      { resourceId: sides.cluster.id, fix: makePeering(sides) },
    ),
  );
  return outcomes.length > 0
    ? combine(outcomes, true)
    : notApplicable(
        `${place.name} reaches ${cluster.name} through an appliance in ${hub.name}, not by a peering of its own.`,
      );
}

/** For a way from a network that is peered with the cluster's only over a hub. */
export function judgeTransit(way: Way, { endpoint, tables, known, missing }: Between): Outcome {
  const { network: client, place } = way;
  const { network: cluster } = endpoint;
  const ids = hubsBetween(client, cluster);
  const appliance = applianceOn(way, endpoint, tables);
  if (appliance.status === "unavailable") return unread(appliance);
  const peered = `${client.name} and ${cluster.name} are both peered with ${ids.map(nameOf).join(" and ")}`;
  const ip = appliance.data;
  if (ip === null)
    return mayLearn(way, tables, ids)
      ? notAssessed(
          `${peered}; whether its gateway or route server teaches ${place.name} a way on is not read.`,
        )
      : fail(
          `${peered}, but not with each other, and no route of ${place.name} leads to an appliance between them.`,
          { resourceId: cluster.id, fix: makePeering(missing) },
        );
  const hub = known.find(
    ({ id, addressPrefixes }) =>
      ids.some((each) => sameId(each, id)) && coverage(addressPrefixes, ip) === "yes",
  );
  return hub === undefined
    ? notAssessed(
        `The appliance ${ip} between ${client.name} and ${cluster.name} stands in no network that was read.`,
      )
    : judgeHalves(way, cluster, hub);
}
