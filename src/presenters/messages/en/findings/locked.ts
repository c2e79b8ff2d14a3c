// Clusters that take fewer ways in, in the middle of a sentence.
import type { LockedBy } from "../../../../core/snapshot/locked-cluster.ts";

export const locked: Readonly<Record<LockedBy, string>> = {
  automatic: "a cluster of AKS Automatic",
  nodeGroup: "a cluster whose node resource group is locked",
};
