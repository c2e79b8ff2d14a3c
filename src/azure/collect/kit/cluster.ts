// The first round trip: the cluster itself, what the requester may do on it, and its platform health.
import type { ManagedCluster as ArmCluster } from "@azure/arm-containerservice";
import { z } from "zod";
import { holdsOperation } from "../../../core/outcome/operation.ts";
import type {
  MaintenanceConfiguration,
  ManagedCluster,
  ResourceHealth,
} from "../../../core/snapshot/cluster.ts";
import type { PrivateEndpointConnection } from "../../../core/snapshot/network.ts";
import { nameOf, sameId } from "../../../core/snapshot/resource-id.ts";
import type { ManagementLock, PermissionEntry } from "../../../core/snapshot/rights.ts";
import { unavailable } from "../../../core/snapshot/section.ts";
import type { ResourceChange } from "../../../core/snapshot/snapshot.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import type { Query } from "../../arm/arm-failure.ts";
import { pageOptions } from "../../arm/request-policies.ts";
import { parseResourceId, type ResourceRef } from "../../arm/resource-id.ts";
import { masked, present } from "../../map/fields.ts";
import { mapMaintenance } from "../../map/maintenance.ts";
import { mapManagedCluster } from "../../map/managed-cluster.ts";
import { mapPrivateEndpointConnection } from "../../map/networks.ts";
import { wellTyped } from "../../map/well-typed.ts";
import { type ListingRead, listingOf } from "./group-reads.ts";
import { asAnswered, readingsOf } from "./odd-cluster.ts";
import { notReached, type Read, readOne, readResource } from "./read.ts";
import { type ListCall, type ListRead, parsedItem, readAll, readItems, readJson } from "./read-list.ts";
import { changesWhere, quoted } from "./recent-changes.ts";

const clusterType = "Microsoft.ContainerService/managedClusters";

/** The parts of a managed cluster's id, or null when it is none. */
export const parseClusterId = (id: string): ResourceRef | null => parseResourceId(id, clusterType);

/** `readings`: what it may be, where one field of it is odd. */
export type ClusterRead = Read<ManagedCluster> & Readonly<{ readings?: readonly ManagedCluster[] }>;

export const readCluster = async (arm: ArmSession, id: string): Promise<ClusterRead> => {
  const ref = parseClusterId(id);
  if (ref === null) return notReached({ is: "notAnId", of: "cluster", id });
  const query: Query = {
    what: subject("cluster", ref.name),
    needs: { action: `${clusterType}/read`, scope: id },
  };
  const mapped = (cluster: ArmCluster, raw: unknown): ManagedCluster =>
    mapManagedCluster(asAnswered(cluster, raw) as ArmCluster, id);
  const { managedClusters } = arm.clusters(ref.subscriptionId);
  let text = "";
  const { onResponse } = pageOptions(undefined, (heard) => {
    text = heard;
  });
  const read = await readResource(
    0,
    query,
    () => managedClusters.get(ref.resourceGroup, ref.name, { onResponse }),
    (cluster) => mapped(cluster, JSON.parse(text)),
  );
  if (read.section.status === "collected") return read;
  const list: ListCall<ArmCluster> = (options) => managedClusters.list(options);
  const readings = await readingsOf(text, async (raw) => wellTyped(mapped(await parsedItem(list, raw), raw)));
  const section = unavailable("failed", { is: "oddForm", what: query.what });
  return readings.length === 0 ? read : { ...read, section, readings };
};

const strings = z
  .array(z.string())
  .nullish()
  .transform((values) => values ?? []);
export const permissionEntry = z.object({
  actions: strings,
  notActions: strings,
  dataActions: strings,
  notDataActions: strings,
});

/** https://learn.microsoft.com/rest/api/authorization/permissions/list-for-resource */
export const readPermissions = (
  arm: ArmSession,
  scope: string,
  after = 0,
): Promise<Read<readonly PermissionEntry[]>> =>
  readOne(
    after,
    { what: subject("permissions"), needs: { action: "Microsoft.Authorization/permissions/read", scope } },
    () =>
      arm.json.list(`${scope}/providers/Microsoft.Authorization/permissions`, "2022-04-01", permissionEntry),
    (entries) => entries,
  );

/** `occuredTime` is how the API spells it; `occurredTime` in case that is ever mended. */
const availabilityStatus = z.object({
  properties: z.object({
    availabilityState: z.string(),
    reasonType: z.string().nullish(),
    summary: z.string().nullish(),
    occuredTime: z.string().nullish(),
    occurredTime: z.string().nullish(),
  }),
});

export const readResourceHealth = (arm: ArmSession, id: string): Promise<Read<ResourceHealth>> =>
  readOne(
    0,
    {
      what: subject("clusterHealth"),
      needs: { action: "Microsoft.ResourceHealth/availabilityStatuses/read", scope: id },
    },
    () =>
      arm.json.get(
        `${id}/providers/Microsoft.ResourceHealth/availabilityStatuses/current`,
        "2022-10-01",
        availabilityStatus,
      ),
    ({ properties }) => ({
      availabilityState: properties.availabilityState,
      ...present({
        reasonType: properties.reasonType,
        summary: masked(properties.summary),
        occurredTime: properties.occurredTime ?? properties.occuredTime,
      }),
    }),
  );

export const readPrivateEndpointConnections = (
  arm: ArmSession,
  after: number,
  cluster: ManagedCluster,
): Promise<Read<readonly PrivateEndpointConnection[]>> =>
  readOne(
    after,
    {
      what: subject("endpointConnections"),
      needs: { action: `${clusterType}/privateEndpointConnections/read`, scope: cluster.id },
    },
    async () => {
      const { value } = await arm
        .clusters(cluster.subscriptionId)
        .privateEndpointConnections.list(cluster.resourceGroup, cluster.name);
      if (!value) throw new Error("it is no list.");
      return value;
    },
    (connections) => connections.map(mapPrivateEndpointConnection),
  );

// Who deleted a cluster that is not there: asked for only where Azure does not find it.

/** Azure keeps the log for ninety days, and refuses a question that begins before. */
const keptMs = 89 * 24 * 60 * 60_000;

const isDeletion = ({ operation }: ResourceChange): boolean => /\/managedClusters\/delete$/i.test(operation);

/** Of the cluster's own id, whether or not its resource group is still there. `now` is in milliseconds. */
export async function readDeletions(
  arm: ArmSession,
  after: number,
  id: string,
  now: number,
): Promise<ListingRead<ResourceChange>> {
  const group = parseClusterId(id);
  if (group === null) return listingOf<ResourceChange>([], []);
  const since = new Date(now - keptMs).toISOString();
  const read = await changesWhere(arm, after, group, { since, where: `resourceUri eq ${quoted(id)}` });
  const { listing, level } = listingOf([read], []);
  const items = listing.items.filter((each) => isDeletion(each) && sameId(each.resourceId, id));
  return { listing: { ...listing, items }, level };
}

// Management locks, which hold for whoever asks.

const lockType = "Microsoft.Authorization/locks";
const lock = z.object({ id: z.string(), name: z.string(), properties: z.object({ level: z.string() }) });

const mapLock = ({ id, name, properties: { level } }: z.infer<typeof lock>): ManagementLock => ({
  ...{ id, name, level },
  scope: id.slice(0, id.toLowerCase().lastIndexOf(`/providers/${lockType.toLowerCase()}`)),
});

/** On the scope and above it. https://learn.microsoft.com/rest/api/resources/management-locks/list-by-scope */
export const readLocks = async (
  { json }: ArmSession,
  after: number,
  scope: string,
): Promise<ListingRead<ManagementLock>> => {
  const query = {
    what: subject("locks", nameOf(scope)),
    needs: { action: `${lockType}/read`, scope },
  };
  const list = () =>
    json.list(`${scope}/providers/${lockType}`, "2020-05-01", z.unknown(), { $filter: "atScope()" });
  return listingOf([await readItems(after, query, list, lock, mapLock)], []);
};

// Planned maintenance.

const type = "Microsoft.ContainerService/managedClusters/maintenanceConfigurations";

/** https://learn.microsoft.com/rest/api/aks/maintenance-configurations/list-by-managed-cluster */
export async function readMaintenance(
  arm: ArmSession,
  after: number,
  { id, name, resourceGroup, subscriptionId }: ManagedCluster,
): Promise<ListingRead<MaintenanceConfiguration>> {
  const query = {
    what: subject("maintenance", name),
    needs: { action: `${type}/read`, scope: id },
  };
  const read = await readAll(
    after,
    query,
    (options) =>
      arm
        .clusters(subscriptionId)
        .maintenanceConfigurations.listByManagedCluster(resourceGroup, name, options),
    mapMaintenance,
  );
  return listingOf([read], []);
}

/** For a diagnosis: asked for only while an operation runs, as nothing else is explained by it. */
export const readMaintenanceInOperation = async (
  arm: ArmSession,
  after: number,
  cluster: ManagedCluster,
): Promise<ListingRead<MaintenanceConfiguration>> =>
  holdsOperation(cluster) ? readMaintenance(arm, after, cluster) : listingOf([], []);

const subscription = z.object({ subscriptionId: z.string(), displayName: z.string().nullish() });
export type Subscription = Readonly<{ id: string; name: string }>;

/** All that the person may see. */
export const readSubscriptions = (arm: ArmSession, after: number): Promise<ListRead<Subscription>> =>
  readJson(arm, after, {
    what: subject("subscriptions"),
    scope: "/subscriptions",
    type: "Microsoft.Resources/subscriptions",
    path: "/subscriptions",
    apiVersion: "2022-12-01",
    item: subscription,
    map: ({ subscriptionId: id, displayName }) => ({ id, name: displayName ?? id }),
  });
