// Other private DNS zones that could hold the API server's name: each network hears the one that it is linked to.
// https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links

import { z } from "zod";
import { isPrivate, recordNameIn, zoneModeOf } from "../../../core/network/address/api-server.ts";
import type { ManagedCluster } from "../../../core/snapshot/cluster.ts";
import type { RelayZone } from "../../../core/snapshot/hosts.ts";
import type { OtherZone, PrivateDnsZone } from "../../../core/snapshot/network.ts";
import { idKey, sameId } from "../../../core/snapshot/resource-id.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { parseResourceId, type ResourceGroupRef, resourceGroupOf } from "../../arm/resource-id.ts";
import { mapPrivateDnsZone } from "../../map/networks.ts";
import type { ArmReads } from "../kit/arm-reads.ts";
import { type ListingRead, listingOf } from "../kit/group-reads.ts";
import { dataOf, notReached, type Read } from "../kit/read.ts";
import { gapsOf, itemsOf, type ListRead, readAll, readJson } from "../kit/read-list.ts";
import { readClusterNetwork } from "./networks.ts";
import { type PrivateDnsReads, provenRecord, readLinks, readRecord, zoneType } from "./private-dns.ts";

/** A hub may be peered with the networks of a whole company, each in a subscription of its own. */
const maximumSubscriptions = 6;
const maximumZones = 4;

/** A subscription, and the round trip after which its id was known. */
type Known = Readonly<{ subscriptionId: string; after: number }>;

const subscriptionOf = (id: string | undefined, after: number): readonly Known[] => {
  const group = resourceGroupOf(id ?? "");
  return group === null ? [] : [{ subscriptionId: group.subscriptionId, after }];
};

/** Those of the cluster, its zone, its network and the peers of that, each as early as it was known. */
const knownSubscriptions = async (
  reads: ArmReads,
  after: number,
  cluster: ManagedCluster,
): Promise<readonly Known[]> => {
  const { network, id } = await readClusterNetwork(reads, after, cluster);
  const peerings = dataOf(network.section)?.network.peerings ?? [];
  const all = [
    { subscriptionId: cluster.subscriptionId, after },
    ...subscriptionOf(cluster.apiServerAccess.privateDnsZone, after),
    ...subscriptionOf(id, after),
    ...peerings.flatMap(({ remoteVirtualNetworkId }) =>
      subscriptionOf(remoteVirtualNetworkId, network.level),
    ),
  ];
  const unique = new Map(all.toReversed().map((each) => [idKey(each.subscriptionId), each]));
  return [...unique.values()].toReversed().slice(0, maximumSubscriptions);
};

const readZones = (arm: ArmSession, { subscriptionId, after }: Known): Promise<ListRead<PrivateDnsZone>> =>
  readAll(
    after,
    {
      what: subject("zonesOfSubscription", subscriptionId),
      needs: { action: `${zoneType}/read`, scope: `/subscriptions/${subscriptionId}` },
    },
    (options) => arm.privateDns(subscriptionId).privateZones.list(options),
    mapPrivateDnsZone,
  );

const readZone = async (
  arm: ArmSession,
  after: number,
  zone: PrivateDnsZone,
  fqdn: string,
): Promise<Read<readonly OtherZone[]>> => {
  const ref = parseResourceId(zone.id, zoneType);
  if (ref === null) return notReached({ is: "notAnId", of: "privateDnsZone", id: zone.id });
  const [links, record] = await Promise.all([
    readLinks(arm, after, ref, zone.id),
    readRecord(arm, after, ref, zone.id, fqdn),
  ]);
  const proven = provenRecord(record, { section: { status: "collected", data: zone }, level: after });
  return {
    section: { status: "collected", data: [{ zone, links: links.section, record: proven.section }] },
    level: Math.max(links.level, record.level),
  };
};

const none: ListingRead<OtherZone> = { listing: { items: [], missing: [] }, level: 0 };

/** Only those that the requester may list; a subscription that cannot be listed is a gap and nothing else. */
export const readOtherZones = async (
  arm: ArmSession,
  reads: ArmReads,
  after: number,
  cluster: ManagedCluster,
  ownZone: Promise<PrivateDnsReads>,
): Promise<ListingRead<OtherZone>> => {
  const fqdn = cluster.privateFqdn;
  if (!isPrivate(cluster) || zoneModeOf(cluster) === "none" || fqdn === undefined) return none;
  const [{ zone: own }, known] = await Promise.all([ownZone, knownSubscriptions(reads, after, cluster)]);
  if (own.section.status === "unavailable" || own.section.data === null) return none;
  const ownId = own.section.data.id;
  const lists = await Promise.all(known.map((each) => readZones(arm, each)));
  const found = lists.flatMap((list) =>
    itemsOf(list)
      .filter(({ id, name }) => !sameId(id, ownId) && recordNameIn(name, fqdn) !== null)
      .map((zone) => ({ zone, level: Math.max(list.level, own.level) })),
  );
  const zones = await Promise.all(
    found.slice(0, maximumZones).map(({ zone, level }) => readZone(arm, level, zone, fqdn)),
  );
  const { listing, level } = listingOf(zones, lists.flatMap(gapsOf));
  return { listing, level: Math.max(level, ...lists.map((list) => list.level)) };
};

// The private DNS zones of relays' names in a resource group, with their links and records.

/** `.windows.net`, and what it is called in other clouds. */
const relayZone = /^privatelink\.servicebus\./i;

const named = z.object({ name: z.string() });

export async function readRelayZones(
  arm: ArmSession,
  reads: ArmReads,
  after: number,
  group: ResourceGroupRef,
): Promise<ListRead<RelayZone>> {
  const list = await reads.privateDnsZones(after, group);
  const zones = itemsOf(list).filter(({ name }) => relayZone.test(name));
  const read = await Promise.all(
    zones.map(async ({ id, name }) => {
      const ref = parseResourceId(id, zoneType) ?? { ...group, name };
      const [links, records] = await Promise.all([
        readLinks(arm, list.level, ref, id),
        readJson(arm, list.level, {
          what: subject("zoneRecords", name),
          scope: id,
          type: `${zoneType}/A`,
          path: `${id}/A`,
          apiVersion: "2020-06-01",
          item: named,
          map: (record) => record.name,
        }),
      ]);
      const zone: RelayZone = { id, name, links: links.section, records: records.section };
      return { zone, level: Math.max(links.level, records.level) };
    }),
  );
  const level = Math.max(list.level, ...read.map((each) => each.level));
  return list.section.status === "unavailable"
    ? { section: list.section, level }
    : { section: { status: "collected", data: read.map(({ zone }) => zone) }, level };
}
