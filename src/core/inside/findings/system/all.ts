// What AKS itself runs in kube-system. A new one is a file beside this and a line here.
import { clusterAutoscaler } from "./k8s.autoscaler.ts";
import { coreDns } from "./k8s.coredns.ts";
import { coreDnsCustom } from "./k8s.coredns-custom.ts";
import { coreDnsErrors } from "./k8s.coredns-errors.ts";
import { systemDaemonSets } from "./k8s.daemonsets.ts";
import { systemDeployments } from "./k8s.deployments.ts";
import { konnectivity } from "./k8s.konnectivity.ts";
import { kubeSystem } from "./k8s.kube-system.ts";
import { metricsServer } from "./k8s.metrics-server.ts";
import { systemNetworkPolicies } from "./k8s.netpol.ts";
import { tunnelLive } from "./k8s.tunnel-live.ts";

export const systemFindings = [
  coreDns,
  coreDnsErrors,
  coreDnsCustom,
  konnectivity,
  tunnelLive,
  systemNetworkPolicies,
  kubeSystem,
  systemDeployments,
  systemDaemonSets,
  metricsServer,
  clusterAutoscaler,
] as const;
