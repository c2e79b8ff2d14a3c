// What cannot be looked for while the cluster itself is not readable.
import type { Unavailable } from "../../core/snapshot/section.ts";
import type { ClusterSnapshot } from "../../core/snapshot/snapshot.ts";
import type { BlockedPart } from "../../core/snapshot/why-unread.ts";
import { blockedBy } from "./read.ts";

/** Parts that are found by the ids that others name: nothing names any. */
const byId = {
  ...{ identityRoles: {}, serviceRoles: {} },
  ...{ networkSecurityGroups: {}, adminRules: {}, adminRulesRefused: [], routeTables: {} },
  ...{ natGateways: {}, publicIpAddresses: {}, firewallPolicies: {}, ipGroups: {} },
  ...{ localNetworkGateways: {}, expressRouteCircuits: {}, expressRoutePorts: {} },
  ...{ bgpPeers: {}, circuitTraffic: {}, virtualHubs: { items: [], missing: [] } },
};

type Blocked = (what: BlockedPart) => Unavailable;

const sectionsBehind = (blocked: Blocked) => ({
  privateEndpointConnections: blocked("endpointConnections"),
  privateEndpoint: blocked("endpoint"),
  privateEndpointNic: blocked("endpointInterface"),
  privateDnsZone: blocked("zone"),
  privateDnsLinks: blocked("zoneLinks"),
  apiServerRecord: blocked("apiRecord"),
  clusterNetwork: blocked("clusterNetwork"),
  peerNetworks: blocked("peerNetworks"),
  jumpHosts: blocked("machines"),
  subnetUsages: blocked("usedAddresses"),
  policyAssignments: blocked("policyAssignments"),
});

const listingsBehind = (blocked: Blocked) => {
  const unlisted = (what: BlockedPart) => ({ items: [], missing: [blocked(what)] });
  return {
    maintenance: unlisted("maintenance"),
    kmsVaults: unlisted("keyVaults"),
    deletedVaults: unlisted("keyVaults"),
    otherZones: unlisted("otherZones"),
    jumpScaleSets: unlisted("scaleSets"),
    scaleSets: unlisted("scaleSets"),
    nodeInstances: unlisted("nodeInstances"),
    nodeMachines: unlisted("nodeInterfaces"),
    loadBalancers: unlisted("loadBalancers"),
    firewalls: unlisted("firewalls"),
    bastionHosts: unlisted("bastionHosts"),
    containerGroups: unlisted("containerGroups"),
    networkProfiles: unlisted("networkProfiles"),
    shellProviders: unlisted("shellParts"),
    relays: unlisted("shellParts"),
    relayZones: unlisted("shellParts"),
    shellStorage: unlisted("shellParts"),
    sessionHosts: unlisted("sessionHosts"),
    desktopGroups: unlisted("desktopGroups"),
    jitPolicies: unlisted("jitPolicies"),
    virtualNetworkGateways: unlisted("virtualNetworkGateways"),
    gatewayConnections: unlisted("connections"),
    dnsInboundEndpoints: unlisted("dnsResolvers"),
    dnsRulesets: unlisted("dnsRulesets"),
    recentChanges: unlisted("recentChanges"),
  };
};

/** Everything that is found by what the cluster says of itself; what it is not, because of its own reading. */
export const behind = (cause: Unavailable) => {
  const blocked: Blocked = (what) => blockedBy(cause, what).section;
  return {
    ...byId,
    ...sectionsBehind(blocked),
    ...listingsBehind(blocked),
  } satisfies Partial<ClusterSnapshot>;
};
