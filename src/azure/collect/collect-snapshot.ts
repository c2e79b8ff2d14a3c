// Reads everything that a diagnosis looks at, as the requester, in as few round trips as the ids allow.
// 1: the cluster · 2: its node resource group, network and own zone · 3: peered networks, system zone's records
// · 4: power states, and whatever lies in yet another resource group.

import type { ReaderIdentity, Requester } from "../../core/requester.ts";
import type { ManagedCluster } from "../../core/snapshot/cluster.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import type { ManagementLock } from "../../core/snapshot/rights.ts";
import { collected, type Listing, type Unavailable } from "../../core/snapshot/section.ts";
import type { Client, ClusterSnapshot } from "../../core/snapshot/snapshot.ts";
import { unreadParts } from "../../core/snapshot/unread.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { resourceGroupId } from "../arm/resource-id.ts";
import { readIdentityRoles } from "./access/identity-roles.ts";
import { readKms } from "./access/key-vaults.ts";
import { readEligibleRoles } from "./access/role-reader.ts";
import { behind } from "./behind-cluster.ts";
import { type ArmReads, createArmReads } from "./kit/arm-reads.ts";
import {
  type ClusterRead,
  readCluster,
  readDeletions,
  readLocks,
  readMaintenanceInOperation,
  readPermissions,
  readResourceHealth,
} from "./kit/cluster.ts";
import type { Read } from "./kit/read.ts";
import { readOtherZones } from "./network/other-zones.ts";
import { type PrivateDnsReads, readPrivateDns } from "./network/private-dns.ts";
import { readPrivateEndpoint } from "./network/private-endpoint.ts";
import { readNetworks } from "./read-networks.ts";

type Sections = Omit<
  ClusterSnapshot,
  | "clusterId"
  | "takenAt"
  | "client"
  | "requesterObjectId"
  | "requesterTenantId"
  | "readByNobody"
  | "eligibleRoles"
  | "arm"
>;
type BeyondCluster = Omit<Sections, "managedCluster" | "permissions" | "resourceHealth">;

/** Sections together with the deepest round trip among them. */
type Part<T> = Readonly<{ sections: T; level: number }>;

const deepest = (...reads: readonly Readonly<{ level: number }>[]): number =>
  Math.max(0, ...reads.map((read) => read.level));

const readAccess = async (
  arm: ArmSession,
  reads: ArmReads,
  cluster: Read<ManagedCluster>,
  data: ManagedCluster,
  zone: Promise<PrivateDnsReads>,
) => {
  const [endpoint, dns] = await Promise.all([readPrivateEndpoint(arm, reads, cluster.level, data), zone]);
  const sections = {
    privateEndpointConnections: endpoint.connections.section,
    privateEndpoint: endpoint.endpoint.section,
    privateEndpointNic: endpoint.nic.section,
    privateDnsZone: dns.zone.section,
    privateDnsLinks: dns.links.section,
    apiServerRecord: dns.record.section,
  };
  return {
    sections,
    level: deepest(endpoint.connections, endpoint.endpoint, endpoint.nic, dns.zone, dns.links, dns.record),
  };
};

const none = { items: [], missing: [] };
/** Where Azure does not find it, somebody may have deleted it. */
const readBehind = async (
  arm: ArmSession,
  id: string,
  cause: Unavailable,
  after: number,
  now: number,
): Promise<Part<BeyondCluster>> => {
  const deletions =
    cause.reason === "notVisible" ? await readDeletions(arm, after, id, now) : { listing: none, level: 0 };
  return { sections: { ...behind(cause), clusterDeletions: deletions.listing }, level: deletions.level };
};

const readBeyond = async (
  arm: ArmSession,
  id: string,
  { section, level, readings: [likely] = [] }: ClusterRead,
  client: Client,
  now: number,
): Promise<Part<BeyondCluster>> => {
  const known = section.status === "unavailable" && likely !== undefined ? collected(likely) : section;
  if (known.status === "unavailable") return readBehind(arm, id, known, level, now);
  const { data } = known;
  const cluster = { section: known, level };
  const reads = createArmReads(arm, now);
  const zone = readPrivateDns(arm, reads, cluster.level, data);
  const links = zone.then((read) => read.links);
  const [access, others, networks, roles, maintenance, kms, locks] = await Promise.all([
    readAccess(arm, reads, cluster, data, zone),
    readOtherZones(arm, reads, cluster.level, data, zone),
    readNetworks(arm, reads, cluster, data, links, client),
    readIdentityRoles(arm, reads, cluster.level, data),
    readMaintenanceInOperation(arm, cluster.level, data),
    readKms(arm, cluster.level, data),
    // Waits with what follows the zone: more at once would be a further lot.
    zone.then((read) =>
      readLocks(arm, read.zone.level, resourceGroupId({ ...data, resourceGroup: data.nodeResourceGroup })),
    ),
  ]);
  const ofCluster = {
    clusterDeletions: none,
    maintenance: maintenance.listing,
    kmsVaults: kms.vaults,
    deletedVaults: kms.deleted,
    locks: locks.listing,
  };
  return {
    sections: {
      ...access.sections,
      ...ofCluster,
      otherZones: others.listing,
      ...networks.sections,
      identityRoles: roles.sections,
    },
    level: deepest(access, others, networks, roles, maintenance, kms, locks),
  };
};

/** What stands on a subscription is above the cluster and above its nodes' group. */
const eachOnce = (one: Listing<ManagementLock>, other: Listing<ManagementLock>): Listing<ManagementLock> => ({
  items: [...new Map([...one.items, ...other.items].map((each) => [idKey(each.id), each])).values()],
  missing: [...one.missing, ...other.missing],
});

/** What is no person's view is never told as one's. */
const viewOf = ({ isReader, objectId, tenantId }: Requester | ReaderIdentity) =>
  isReader ? ({ readByNobody: true } as const) : { requesterObjectId: objectId, requesterTenantId: tenantId };

/**
 * Never throws for what Azure answers: each section says on its own what could not be read. `now` is in milliseconds.
 * `reads`: told when the cluster is known, and what lies around it is read.
 */
export const collectSnapshot = async (
  arm: ArmSession,
  clusterId: string,
  client: Client,
  as: Requester | ReaderIdentity,
  now: () => number,
  reads: (what: "around") => void = () => {},
): Promise<ClusterSnapshot> => {
  const started = now();
  const clusterRead = readCluster(arm, clusterId);
  const [cluster, permissions, health, locks, beyond] = await Promise.all([
    clusterRead,
    readPermissions(arm, clusterId),
    readResourceHealth(arm, clusterId),
    readLocks(arm, 0, clusterId),
    clusterRead.then((read) => {
      reads("around");
      return readBeyond(arm, clusterId, read, client, started);
    }),
  ]);
  const sections = {
    managedCluster: cluster.section,
    ...(cluster.readings !== undefined && { clusterReadings: cluster.readings }),
    permissions: permissions.section,
    resourceHealth: health.section,
    ...beyond.sections,
    locks: eachOnce(locks.listing, beyond.sections.locks),
  };
  const unread = as.isReader ? [] : unreadParts(sections);
  const eligible = await readEligibleRoles(arm, unread);
  const requests = arm.requests();
  return {
    clusterId,
    takenAt: new Date(started).toISOString(),
    client,
    ...viewOf(as),
    ...sections,
    eligibleRoles: eligible.roles,
    arm: {
      requests,
      levels:
        requests === 0 ? 0 : deepest(cluster, permissions, health, locks, beyond) + (eligible.asked ? 1 : 0),
      ms: now() - started,
    },
  };
};
