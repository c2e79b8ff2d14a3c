// jump.placement: a jump host in the cluster's own network still has to get past its security groups and routes.
// Only this half is a check. For a host in a peered network the same is judged part by part (peering.*, dns.link-*,
// nsg.client-443, route.api-path), and the access paths name those parts, so that one fault is never reported twice.

import { hostsOnWay } from "../../client/client-networks.ts";
import { type ClientPlace, placesIn } from "../../client/client-places.ts";
import { type StrangersFact, unlessStrangers } from "../../client/likely-hosts.ts";
import {
  type AddressSources,
  addressSections,
  apiAddressOf,
  apiModeOf,
} from "../../network/address/api-server.ts";
import type { VirtualNetworkTag } from "../../network/filter/nsg.ts";
import { virtualNetworkTag } from "../../network/filter/security-rules.ts";
import { effectiveRoutes, selectRoute, subnetById } from "../../network/route/route.ts";
import {
  combine,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { RouteTable, VirtualNetwork } from "../../snapshot/network.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import { type ById, collected, type Section, sectionOf } from "../../snapshot/section.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { type GroupFact, judgeGroup, type Wanted } from "../network/nsg-groups.ts";

type PlacementFact = Readonly<
  | { is: "noTable"; place: string }
  | { is: "leadsStraight"; place: string; to: string }
  | { is: "leadsElsewhere"; table: string; place: string; to: string; nextHop: string }
  | { is: "noHostHere" }
>;

type PlaceGroupFact = ReturnType<typeof judgeClientGroups>["facts"][number];
type PlaceFact = PlacementFact | PlaceGroupFact | SharedFact;

type Surroundings = Readonly<{
  network: VirtualNetwork;
  apiIp: string;
  networkSecurityGroups: ById<NetworkSecurityGroup>;
  routeTables: ById<RouteTable>;
  /** The setting of the endpoint's subnet, on which it depends how routes see the endpoint. */
  policies: Section<string | undefined>;
}>;

function judgeRoute(
  { name: place, subnet }: ClientPlace,
  surroundings: Surroundings,
): Outcome<PlacementFact | SharedFact> {
  const { network, apiIp, routeTables } = surroundings;
  const id = subnet?.routeTableId;
  if (id === undefined) return pass({ is: "noTable", place });
  const section = sectionOf(routeTables, id, "routeTable");
  if (section.status === "unavailable") return unread(section);
  if (surroundings.policies.status === "unavailable") return unread(surroundings.policies);
  const policies = surroundings.policies.data;
  const routes = effectiveRoutes(network, section.data, { address: apiIp, network, policies });
  const hop = selectRoute(routes, apiIp)?.nextHopType ?? "None";
  return /^(VnetLocal|InterfaceEndpoint)$/i.test(hop)
    ? pass({ is: "leadsStraight", place, to: apiIp })
    : notAssessed({ is: "leadsElsewhere", table: section.data.name, place, to: apiIp, nextHop: hop });
}

function judgePlace(place: ClientPlace, surroundings: Surroundings): Outcome<PlaceFact> {
  const { network, apiIp, networkSecurityGroups, routeTables } = surroundings;
  const tag = virtualNetworkTag(network, [], routeTables);
  const groups: Outcome<PlaceFact> = judgeClientGroups(place, apiIp, networkSecurityGroups, tag);
  return combine([groups, judgeRoute(place, surroundings)], true);
}

/** An API server that stands in the network itself has no endpoint. */
function policiesOf(
  cluster: ManagedCluster,
  network: VirtualNetwork,
  { privateEndpoint }: AddressSources,
): Section<string | undefined> {
  if (apiModeOf(cluster) !== "private-link") return collected(undefined);
  if (privateEndpoint.status === "unavailable") return privateEndpoint;
  return collected(subnetById(network, privateEndpoint.data?.subnetId)?.privateEndpointNetworkPolicies);
}

export const jumpPlacement = defineCheck({
  id: "jump.placement",
  severity: "critical",
  scope: "people",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/azure/architecture/guide/security/access-azure-kubernetes-service-cluster-api-server",
  needs: ["managedCluster", "clusterNetwork", "jumpHosts"],
  looksAt: ["peerNetworks", "privateDnsLinks", ...addressSections, "networkSecurityGroups", "routeTables"],
  after: ["jump.discovered", "pe.ip", "api.vnetint-ilb"],
  skip: unlessPrivate,
  evaluate: (
    { managedCluster, clusterNetwork: network, jumpHosts, ...data },
    { client },
  ): Outcome<PlaceFact | StrangersFact> => {
    const sources = { ...data, clusterNetwork: network, jumpHosts: collected(jumpHosts) };
    const hosts = hostsOnWay(client, sources).filter(({ virtualNetworkId: id }) => sameId(id, network.id));
    if (hosts.length === 0) return notApplicable({ is: "noHostHere" });
    const address = apiAddressOf(managedCluster, data);
    if (address.status === "unknown") return unread(address);
    const { id, name } = network;
    const here = { id, name, network: collected(network), jumpHosts: hosts };
    const surroundings = {
      ...data,
      network,
      apiIp: address.ip,
      policies: policiesOf(managedCluster, network, data),
    };
    const outcomes = placesIn(network, here, {}).map((place) => judgePlace(place, surroundings));
    return unlessStrangers(sources, combine(outcomes, false));
  },
});

// The security groups before a place that people connect from: TCP 443 has to get out to the API server.

type ClientGroupFact =
  | GroupFact
  | Readonly<
      | { is: "groupLetsReach"; group: string; place: string; address: string }
      | { is: "noGroup"; place: string }
    >;

const wantedFrom = (place: ClientPlace, ip: string, virtualNetwork: VirtualNetworkTag): Wanted => ({
  flow: {
    direction: "Outbound",
    protocol: "Tcp",
    source: place.address,
    destination: ip,
    port: 443,
    virtualNetwork,
  },
  from: place.name,
  to: ip,
  opening: {
    name: "allow-aks-api",
    protocol: "Tcp",
    sources: ["VirtualNetwork"],
    destinations: [ip],
    ports: ["443"],
    risk: { is: "apiOpened" },
  },
});

/** `tag`: what VirtualNetwork stands for in the place's network. */
function judgeClientGroups(
  place: ClientPlace,
  apiIp: string,
  groups: ById<NetworkSecurityGroup>,
  tag: VirtualNetworkTag,
): Outcome<ClientGroupFact | SharedFact> {
  const wanted = wantedFrom(place, apiIp, tag);
  const works = ({ name: group }: NetworkSecurityGroup): ClientGroupFact => ({
    ...{ is: "groupLetsReach", group, place: place.name, address: apiIp },
  });
  return place.securityGroupIds.length === 0
    ? pass({ is: "noGroup", place: place.name })
    : combine(
        place.securityGroupIds.map((id) => judgeGroup(id, groups, [wanted], works)),
        true,
      );
}
