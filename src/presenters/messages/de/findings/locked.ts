// Cluster, die weniger Zugänge vertragen, mitten im Satz und im Nominativ.
import type { LockedBy } from "../../../../core/snapshot/locked-cluster.ts";

export const locked: Readonly<Record<LockedBy, string>> = {
  automatic: "ein Cluster von AKS Automatic",
  nodeGroup: "ein Cluster mit gesperrter Node-Ressourcengruppe",
};
