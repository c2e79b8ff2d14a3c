// Clusters that take neither Cloud Shell in a network nor a Bastion tunnel straight to their API server.
// https://learn.microsoft.com/azure/aks/private-cluster-connect#choose-a-connectivity-option
import type { ManagedCluster } from "./cluster.ts";

export type LockedBy = "automatic" | "nodeGroup";

/** Null where nothing says so. */
export function lockOf({ sku = "", nodeGroupRestriction = "" }: ManagedCluster): LockedBy | null {
  if (/^automatic$/i.test(sku)) return "automatic";
  return /^readonly$/i.test(nodeGroupRestriction) ? "nodeGroup" : null;
}
