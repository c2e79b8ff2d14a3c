// What cannot be looked for while the cluster itself is not readable.

import type { ArmWriter } from "../../app/ports/arm-writer.ts";
import { type AzureReader, type ClusterReader, whoReads } from "../../app/ports/azure.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import type { BlockedPart, Unavailable } from "../../core/snapshot/section.ts";
import type { Client, ClusterSnapshot } from "../../core/snapshot/snapshot.ts";
import { unreadIn } from "../../core/snapshot/unread.ts";
import { blockedBy } from "./kit/read.ts";

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
    locks: unlisted("locks"),
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

// Asked again at once, a diagnosis reads Azure no second time: one collection for whoever asks as the same person,
// from the same place, about the same cluster. Nothing is shared between people, and nothing is shared that was read before
// a fix wrote to Azure.

/** A snapshot can be large: whoever asked longest ago is asked for anew. */
const maximumKept = 100;

type Collection = Readonly<{ begunAt: number; snapshot: Promise<ClusterSnapshot> }>;

/** The requester's place says which networks are read; their words about the fault do not. */
const keyOf = (as: AzureReader, clusterId: string, { ip, virtualNetwork }: Client): string =>
  JSON.stringify([
    whoReads(as).tenantId.toLowerCase(),
    whoReads(as).objectId.toLowerCase(),
    idKey(clusterId),
    ip ?? null,
    virtualNetwork === undefined ? null : idKey(virtualNetwork),
  ]);

/** `notReached` follows from something else that is missing, or from there being no such thing. */
const isWhole = (snapshot: ClusterSnapshot): boolean =>
  unreadIn(snapshot).every(({ reason }) => reason === "notReached");

/** What another try may read: time ran out, Azure faltered, or the sign-in of whoever asked first is taken no more. */
const isWorthAnother = (snapshot: ClusterSnapshot): boolean =>
  unreadIn(snapshot).some(
    ({ reason, needs }) =>
      reason === "throttled" ||
      reason === "timedOut" ||
      reason === "failed" ||
      (reason === "denied" && needs.length === 0),
  );

/** Of one cloud. */
type Azure = Readonly<{ reader: ClusterReader; armWriter: ArmWriter }>;

/**
 * `goodForMs`: how long a collection that left nothing open is taken again, from its beginning on, unless something is
 * written meanwhile. `now`: milliseconds that only go forward.
 */
export const shareCollections = (
  { reader, armWriter }: Azure,
  goodForMs: number,
  now: () => number = () => performance.now(),
): Azure => {
  const collections = new Map<string, Collection>();

  // One that is slow counts from its beginning too: what it read first may have been changed since.
  const isGood = ({ begunAt }: Collection): boolean => now() - begunAt < goodForMs;

  const begin = (key: string, collect: () => Promise<ClusterSnapshot>): Collection => {
    for (const [each, collection] of collections) if (!isGood(collection)) collections.delete(each);
    const [oldest] = collections.keys();
    if (collections.size >= maximumKept && oldest !== undefined) collections.delete(oldest);
    const collection: Collection = { begunAt: now(), snapshot: collect() };
    const forget = () => {
      if (collections.get(key) === collection) collections.delete(key);
    };
    collections.set(key, collection);
    collection.snapshot.then((snapshot) => {
      if (!isWhole(snapshot)) forget();
    }, forget);
    return collection;
  };

  const collect: ClusterReader["collect"] = async (as, clusterId, client, reads) => {
    const askedAt = now();
    const key = keyOf(as, clusterId, client);
    const own = () => begin(key, () => reader.collect(as, clusterId, client, reads));
    const found = collections.get(key);
    if (found === undefined || !isGood(found)) return own().snapshot;
    const shared = await found.snapshot.catch(() => null);
    if (shared !== null && !isWorthAnother(shared)) return handedOn(shared, client, askedAt - found.begunAt);
    // Begun after this question, a collection has had all the time that is due to it, whoever began it.
    const later = collections.get(key);
    if (later === undefined || later.begunAt < askedAt) return own().snapshot;
    return handedOn(await later.snapshot, client, 0);
  };

  /** Also where nobody heard whether it was written. */
  const apply: ArmWriter["apply"] = (...write) =>
    armWriter.apply(...write).finally(() => collections.clear());

  return { reader: { ...reader, collect }, armWriter: { ...armWriter, apply } };
};

/** What this answer itself cost is nothing; `ageMs` says how long before the question the reading had begun. */
const handedOn = (snapshot: ClusterSnapshot, client: Client, ageMs: number): ClusterSnapshot => ({
  ...snapshot,
  client,
  arm: { requests: 0, levels: 0, ms: 0, ageMs: Math.round(ageMs) },
});
