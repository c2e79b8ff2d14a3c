// peering.forwarded-traffic: what an appliance passes on comes from a third network, and a peering drops that unless told.

import { judgeWays, waySections } from "../../client/way-to-api.ts";
import { apiModeOf } from "../../network/api-server.ts";
import { coverage } from "../../network/cidr.ts";
import { readNetworks } from "../../network/name-resolution.ts";
import { subnetById } from "../../network/route.ts";
import type { Outcome } from "../../outcome/check.ts";
import { combine, fail, notApplicable, notAssessed, pass, unread } from "../../outcome/outcomes.ts";
import { allowing } from "../../repair/allow-on-peering.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";
import { applianceOn } from "./transit.ts";

/** `hub` is where the appliance stands. A network that is not peered with it takes nothing from it this way. */
function judgeSide(network: VirtualNetwork, hub: VirtualNetwork): Outcome {
  const peering = network.peerings.find(({ remoteVirtualNetworkId: id }) => sameId(id, hub.id));
  if (peering === undefined)
    return notAssessed(
      `${network.name} has no peering with ${hub.name}, where the appliance on the way stands.`,
    );
  const evidence = [`${peering.name}  allowForwardedTraffic  ${peering.allowForwardedTraffic}`];
  return peering.allowForwardedTraffic
    ? pass(`The peering ${peering.name} of ${network.name} takes forwarded traffic.`, evidence)
    : fail(
        `The peering ${peering.name} of ${network.name} drops what the appliance in ${hub.name} passes on: forwarded traffic is off.`,
        {
          resourceId: peering.id,
          evidence,
          fix: allowing(network.id, peering.name, "allowForwardedTraffic"),
        },
      );
}

type Ends = Readonly<{ cluster: VirtualNetwork; client: VirtualNetwork }>;

/** Between its own network and another one an appliance forwards nothing: packets come from the peer itself. */
function judgeAppliance(ip: string, { cluster, client }: Ends, known: readonly VirtualNetwork[]): Outcome {
  const hub = known.find(({ addressPrefixes }) => coverage(addressPrefixes, ip) === "yes");
  if (hub === undefined)
    return notAssessed(`The appliance ${ip} on the way stands in no network that was read.`);
  return sameId(hub.id, cluster.id) || sameId(hub.id, client.id)
    ? notApplicable(`The appliance stands in ${hub.name} itself, so the peering sees no third network.`)
    : combine([judgeSide(cluster, hub), judgeSide(client, hub)], true);
}

export const peeringForwardedTraffic = defineCheck({
  id: "peering.forwarded-traffic",
  title: "Peering takes what an appliance passes on",
  severity: "high",
  why: "Traffic through an appliance arrives from a third network, and a peering drops it unless forwarded traffic is on.",
  remediation: "Allow forwarded traffic on the peerings with the appliance's network.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: [...waySections, "routeTables"],
  after: ["peering.state"],
  skip: unlessPrivate,
  evaluate: (data, { client }) => {
    const { managedCluster, clusterNetwork, privateEndpoint, peerNetworks } = data;
    const endpoint = privateEndpoint.status === "collected" ? privateEndpoint.data : null;
    const subnet = subnetById(clusterNetwork, endpoint?.subnetId);
    const policies =
      apiModeOf(managedCluster) === "vnet-private" ? "Enabled" : subnet?.privateEndpointNetworkPolicies;
    const known = readNetworks(clusterNetwork, peerNetworks.status === "collected" ? peerNetworks.data : []);
    return judgeWays(data, client, (way) => {
      const endpoint = { address: way.apiIp, network: clusterNetwork, policies };
      const appliance = applianceOn(way, endpoint, data.routeTables);
      if (appliance.status === "unavailable") return unread(appliance);
      return appliance.data === null
        ? notApplicable(`${way.place.name} reaches the API server without an appliance.`)
        : judgeAppliance(appliance.data, { cluster: clusterNetwork, client: way.network }, known);
    });
  },
});
