// Planned maintenance, asked for only while an operation runs: nothing else is explained by it.
import { holdsOperation } from "../../core/outcome/operation.ts";
import type { ManagedCluster } from "../../core/snapshot/cluster.ts";
import type { MaintenanceConfiguration } from "../../core/snapshot/maintenance.ts";
import { subject } from "../../core/snapshot/subject.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { mapMaintenance } from "../map/maintenance.ts";
import { readAll } from "./read-list.ts";
import { type ListingRead, listingOf } from "./surroundings.ts";

const type = "Microsoft.ContainerService/managedClusters/maintenanceConfigurations";

/** https://learn.microsoft.com/rest/api/aks/maintenance-configurations/list-by-managed-cluster */
export async function readMaintenance(
  arm: ArmSession,
  after: number,
  cluster: ManagedCluster,
): Promise<ListingRead<MaintenanceConfiguration>> {
  if (!holdsOperation(cluster)) return listingOf<MaintenanceConfiguration>([], []);
  const { id, name, resourceGroup, subscriptionId } = cluster;
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
