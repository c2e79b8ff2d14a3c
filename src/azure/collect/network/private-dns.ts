// The private DNS zone that names the API server, the networks it is linked to, and the record itself.

import { isPrivate, recordNameIn, zoneModeOf } from "../../../core/network/address/api-server.ts";
import type { ManagedCluster } from "../../../core/snapshot/cluster.ts";
import type { ARecordSet, PrivateDnsZone, VirtualNetworkLink } from "../../../core/snapshot/network.ts";
import { sameId } from "../../../core/snapshot/resource-id.ts";
import { collected, type WhyUnread } from "../../../core/snapshot/section.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import type { Query } from "../../arm/arm-failure.ts";
import { parseResourceId, type ResourceRef } from "../../arm/resource-id.ts";
import { mapARecordSet, mapPrivateDnsZone, mapVirtualNetworkLink } from "../../map/networks.ts";
import type { ArmReads } from "../kit/arm-reads.ts";
import { blockedBy, notReached, type Read, readResource } from "../kit/read.ts";
import { pickFrom, readAll } from "../kit/read-list.ts";

export type PrivateDnsReads = Readonly<{
  zone: Read<PrivateDnsZone | null>;
  links: Read<readonly VirtualNetworkLink[]>;
  record: Read<ARecordSet | null>;
}>;

export const zoneType = "Microsoft.Network/privateDnsZones";
const aksZoneName = /(^|\.)private(link)?\./i;

/** The zone that holds the API server's name, else the one that looks like AKS's own (its name may be the fault). */
export const pickZone = (
  zones: readonly PrivateDnsZone[],
  privateFqdn: string | undefined,
): PrivateDnsZone | null =>
  zones.find((zone) => privateFqdn !== undefined && recordNameIn(zone.name, privateFqdn) !== null) ??
  zones.find((zone) => aksZoneName.test(zone.name)) ??
  null;

export const readLinks = (
  arm: ArmSession,
  after: number,
  zone: ResourceRef,
  zoneId: string,
): Promise<Read<readonly VirtualNetworkLink[]>> =>
  readAll(
    after,
    {
      what: subject("zoneLinks", zone.name),
      needs: { action: `${zoneType}/virtualNetworkLinks/read`, scope: zoneId },
    },
    (options) =>
      arm.privateDns(zone.subscriptionId).virtualNetworkLinks.list(zone.resourceGroup, zone.name, options),
    mapVirtualNetworkLink,
  );

export const readRecord = async (
  arm: ArmSession,
  after: number,
  zone: ResourceRef,
  zoneId: string,
  fqdn: string | undefined,
): Promise<Read<ARecordSet>> => {
  if (fqdn === undefined) return notReached({ is: "noPrivateName" });
  const name = recordNameIn(zone.name, fqdn);
  if (name === null) return notReached({ is: "zoneHoldsNot", zone: zone.name, name: fqdn });
  return readResource(
    after,
    {
      what: subject("aRecord", fqdn),
      needs: { action: `${zoneType}/A/read`, scope: `${zoneId}/A/${name}` },
    },
    () => arm.privateDns(zone.subscriptionId).recordSets.get(zone.resourceGroup, zone.name, "A", name),
    mapARecordSet,
  );
};

/** A record that is not found in a zone that we can read is proven absent. */
export const provenRecord = (
  record: Read<ARecordSet>,
  zone: Read<PrivateDnsZone | null>,
): Read<ARecordSet | null> => {
  const absent = record.section.status === "unavailable" && record.section.reason === "notVisible";
  const zoneReadable = zone.section.status === "collected" && zone.section.data !== null;
  return absent && zoneReadable ? { section: collected(null), level: record.level } : record;
};

/** A zone in the node resource group: found by listing, so links and record come one round trip later. */
const readSystemZone = async (
  arm: ArmSession,
  reads: ArmReads,
  after: number,
  cluster: ManagedCluster,
): Promise<PrivateDnsReads> => {
  const group = { subscriptionId: cluster.subscriptionId, resourceGroup: cluster.nodeResourceGroup };
  const zones = await reads.privateDnsZones(after, group);
  const pick = (list: readonly PrivateDnsZone[]) => pickZone(list, cluster.privateFqdn) ?? undefined;
  const zone = pickFrom<PrivateDnsZone, PrivateDnsZone | null>(zones, pick, collected(null));
  if (zone.section.status === "unavailable") {
    const { section: cause } = zone;
    return { zone, links: blockedBy(cause, "zoneLinks"), record: blockedBy(cause, "apiRecord") };
  }
  const found = zone.section.data;
  const ref = found === null ? null : parseResourceId(found.id, zoneType);
  if (found === null || ref === null) {
    const none = notReached({ is: "noZoneInGroup", group: cluster.nodeResourceGroup });
    return { zone, links: none, record: none };
  }
  const [links, record] = await Promise.all([
    readLinks(arm, zone.level, ref, found.id),
    readRecord(arm, zone.level, ref, found.id, cluster.privateFqdn),
  ]);
  return { zone, links, record: provenRecord(record, zone) };
};

/** A 404 on the zone means "deleted" only when the group's list, which we may read, does not have it either. */
const proveZone = async (
  reads: ArmReads,
  zone: Read<PrivateDnsZone>,
  ref: ResourceRef,
  zoneId: string,
): Promise<Read<PrivateDnsZone | null>> => {
  if (zone.section.status === "collected" || zone.section.reason !== "notVisible") return zone;
  const list = await reads.privateDnsZones(zone.level, ref);
  if (list.section.status === "unavailable" && list.readable === undefined) return zone;
  const pick = (zones: readonly PrivateDnsZone[]) => zones.find((each) => sameId(each.id, zoneId));
  return pickFrom<PrivateDnsZone, PrivateDnsZone | null>(list, pick, collected(null));
};

/** A zone of one's own is named by the cluster, so all three are read together. */
const readOwnZone = async (
  arm: ArmSession,
  reads: ArmReads,
  after: number,
  cluster: ManagedCluster,
): Promise<PrivateDnsReads> => {
  const zoneId = cluster.apiServerAccess.privateDnsZone ?? "";
  const ref = parseResourceId(zoneId, zoneType);
  if (ref === null) return skipped({ is: "notAnId", of: "privateDnsZone", id: zoneId });
  const query: Query = {
    what: subject("privateDnsZone", ref.name),
    needs: { action: `${zoneType}/read`, scope: zoneId },
  };
  const [direct, links, record] = await Promise.all([
    readResource(
      after,
      query,
      () => arm.privateDns(ref.subscriptionId).privateZones.get(ref.resourceGroup, ref.name),
      mapPrivateDnsZone,
    ),
    readLinks(arm, after, ref, zoneId),
    readRecord(arm, after, ref, zoneId, cluster.privateFqdn),
  ]);
  const zone = await proveZone(reads, direct, ref, zoneId);
  return { zone, links, record: provenRecord(record, direct) };
};

const skipped = (why: WhyUnread): PrivateDnsReads => ({
  zone: notReached(why),
  links: notReached(why),
  record: notReached(why),
});

export const readPrivateDns = async (
  arm: ArmSession,
  reads: ArmReads,
  after: number,
  cluster: ManagedCluster,
): Promise<PrivateDnsReads> => {
  if (!isPrivate(cluster)) return skipped({ is: "nameIsPublic" });
  switch (zoneModeOf(cluster)) {
    case "none":
      return skipped({ is: "clusterWithoutZone" });
    case "system":
      return readSystemZone(arm, reads, after, cluster);
    default:
      return readOwnZone(arm, reads, after, cluster);
  }
};
