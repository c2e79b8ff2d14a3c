// Clusters that take fewer ways in, in the middle of a sentence.
import type { LockedBy } from "../../../../core/snapshot/locked-cluster.ts";

export const locked: Readonly<Record<LockedBy, string>> = {
  automatic: "ein Cluster von AKS Automatic",
  nodeGroup: "ein Cluster mit gesperrter Node-Ressourcengruppe",
};
