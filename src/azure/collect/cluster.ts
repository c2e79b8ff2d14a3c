// The first round trip: the cluster itself, what the requester may do on it, and its platform health.
import { z } from "zod";
import type { ManagedCluster, ResourceHealth } from "../../core/snapshot/cluster.ts";
import type { PrivateEndpointConnection } from "../../core/snapshot/endpoint.ts";
import type { PermissionEntry } from "../../core/snapshot/rights.ts";
import { subject } from "../../core/snapshot/subject.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import type { Query } from "../arm/arm-failure.ts";
import { parseResourceId, type ResourceRef } from "../arm/resource-id.ts";
import { mapManagedCluster } from "../map/managed-cluster.ts";
import { masked } from "../map/masked.ts";
import { present } from "../map/present.ts";
import { mapPrivateEndpointConnection } from "../map/private-endpoint.ts";
import { notReached, type Read, readOne, readResource } from "./read.ts";

const clusterType = "Microsoft.ContainerService/managedClusters";

/** The parts of a managed cluster's id, or null when it is none. */
export const parseClusterId = (id: string): ResourceRef | null => parseResourceId(id, clusterType);

export const readCluster = (arm: ArmSession, id: string): Promise<Read<ManagedCluster>> => {
  const ref = parseClusterId(id);
  if (ref === null) return Promise.resolve(notReached({ is: "notAnId", of: "cluster", id }));
  const query: Query = {
    what: subject("cluster", ref.name),
    needs: { action: `${clusterType}/read`, scope: id },
  };
  return readResource(
    0,
    query,
    () => arm.clusters(ref.subscriptionId).managedClusters.get(ref.resourceGroup, ref.name),
    (cluster) => mapManagedCluster(cluster, id),
  );
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
