// What AKS puts into every cluster, where a scenario says nothing else. Pods, endpoints and states follow from these:
// `controllers.ts`.

const system = { namespace: "kube-system" };
const image = (name: string): string => `mcr.microsoft.com/oss/kubernetes/${name}`;

const workload = (
  kind: string,
  name: string,
  labels: Record<string, string>,
  container: string,
  log?: string,
) => ({
  apiVersion: "apps/v1",
  kind,
  metadata: { name, ...system, labels },
  spec: {
    ...(kind === "Deployment" ? { replicas: 2 } : {}),
    selector: { matchLabels: labels },
    template: {
      metadata: { labels, ...(log === undefined ? {} : { annotations: { "simulator/log": log } }) },
      spec: { containers: [{ name: container, image: image(container) }] },
    },
  },
});

const service = (name: string, selector: Record<string, string>, port: number) => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name, ...system, labels: selector },
  spec: { type: "ClusterIP", selector, ports: [{ port, targetPort: port }] },
});

const coreDnsLog =
  ".:53\n[INFO] plugin/reload: Running configuration SHA512 = 8a3c5f1e\nCoreDNS-1.12.1\nlinux/amd64, go1.24.6\n";

const labelled = (app: string) => ({ "k8s-app": app });

export const systemObjects: readonly unknown[] = [
  workload("Deployment", "coredns", labelled("kube-dns"), "coredns", coreDnsLog),
  workload("Deployment", "metrics-server", labelled("metrics-server"), "metrics-server"),
  workload("Deployment", "konnectivity-agent", { app: "konnectivity-agent" }, "konnectivity-agent"),
  workload("DaemonSet", "cloud-node-manager", labelled("cloud-node-manager"), "cloud-node-manager"),
  workload("DaemonSet", "csi-azuredisk-node", { app: "csi-azuredisk-node" }, "azuredisk"),
  service("kube-dns", labelled("kube-dns"), 53),
  service("metrics-server", labelled("metrics-server"), 443),
  {
    apiVersion: "apiregistration.k8s.io/v1",
    kind: "APIService",
    metadata: { name: "v1beta1.metrics.k8s.io" },
    spec: {
      service: { name: "metrics-server", ...system, port: 443 },
      group: "metrics.k8s.io",
      version: "v1beta1",
    },
  },
  {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: "konnectivity-agent", ...system },
    spec: {
      podSelector: { matchLabels: { app: "konnectivity-agent" } },
      policyTypes: ["Egress"],
      egress: [{}],
    },
  },
];
