// The resource group in which AKS keeps what it makes for a cluster.
import { textOf } from "../json.ts";
import { parseArmPath } from "./arm-path.ts";
import type { Resource } from "./resource-store.ts";

/** Its ARM path. */
export const nodeGroupOf = ({ id, properties }: Resource): string =>
  `/subscriptions/${parseArmPath(id).subscriptionId}/resourceGroups/${textOf(properties.nodeResourceGroup)}`;
