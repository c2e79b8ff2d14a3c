// When the cluster's certificates were rotated last, as far as the activity log tells.
import { sameId } from "../../snapshot/resource-id.ts";
import type { Unavailable } from "../../snapshot/section.ts";
import type { ResourceChange } from "../../snapshot/snapshot.ts";

const rotates = /\/managedClusters\/rotateClusterCertificates\/action$/i;

/** ISO 8601; null where none is known. `changes` newest first. */
export const lastRotation = (clusterId: string, changes: readonly ResourceChange[]): string | null =>
  changes.find(({ resourceId, operation }) => rotates.test(operation) && sameId(resourceId, clusterId))
    ?.time ?? null;

/** The activity log of that resource group is what could not be read. */
export const isLogOf = (resourceGroup: string, { message }: Unavailable): boolean =>
  "what" in message &&
  typeof message.what === "object" &&
  message.what.kind === "activityLog" &&
  message.what.name.toLowerCase() === resourceGroup.toLowerCase();
