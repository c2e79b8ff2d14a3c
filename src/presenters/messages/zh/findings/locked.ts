// Clusters that take fewer ways in, in the middle of a sentence.
import type { LockedBy } from "../../../../core/snapshot/locked-cluster.ts";

export const locked: Readonly<Record<LockedBy, string>> = {
  automatic: "AKS Automatic 集群",
  nodeGroup: "节点资源组被锁定的集群",
};
