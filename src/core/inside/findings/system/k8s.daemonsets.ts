// k8s.daemonsets: each DaemonSet of kube-system runs on every node that it is for: network, storage, kube-proxy.
import { defineFinding } from "../define-finding.ts";
import { judgeCounts } from "./workload-counts.ts";

export const systemDaemonSets = defineFinding({
  id: "k8s.daemonsets",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/core-aks-concepts",
  needs: ["daemonSets"],
  after: ["k8s.nodes-ready", "k8s.kube-system"],
  evaluate: ({ daemonSets }) => judgeCounts(daemonSets.filter(({ wanted }) => wanted > 0)),
});
