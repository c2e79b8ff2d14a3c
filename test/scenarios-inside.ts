// What every scenario with something to see inside the cluster has to be called, once it was looked into: one for each
// check that stands there, and some with faults on both sides. The cluster is `prod-1`.
import type { Verdict } from "../src/core/diagnosis/cause.ts";

export type InsideRow = Readonly<{
  name: string;
  /** Whoever asks, where it is not Alex. */
  as?: "megan";
  symptom?: string;
  verdict: Verdict;
  /** The check that is blamed; null when nothing is. */
  cause: string | null;
  /** Checks inside that only follow, by what explains them. */
  explained?: Readonly<Record<string, string>>;
  /** What else is told, and in which status. */
  told?: Readonly<Record<string, "pass" | "warn" | "fail">>;
  /** What the look came to. */
  inside: "reachableAndWell" | "reachableWithFaults" | "reachableNotAllSeen" | "notLookedInside";
}>;

/** The way is fine, and this stands at the top of what is wrong inside. */
const fault = (name: string, cause: string, more: Partial<InsideRow> = {}): InsideRow => ({
  ...{ name, verdict: "degraded", cause, inside: "reachableWithFaults" },
  ...more,
});

/** Nothing is wrong, and this is said all the same. */
const said = (name: string, told: InsideRow["told"] = {}, more: Partial<InsideRow> = {}): InsideRow => ({
  ...{ name, verdict: "healthy", cause: null, told, inside: "reachableAndWell" },
  ...more,
});

export const insideRows: readonly InsideRow[] = [
  said("inside-well"),
  // The control plane, and as whom it knows us.
  fault("inside-api-not-ready", "k8s.api-ready"),
  said("inside-api-newer", { "k8s.version": "warn", "k8s.node-version": "warn" }),
  said("inside-without-entra", { "k8s.whoami": "warn" }, { as: "megan" }),
  said("inside-may-not-read", { "k8s.can-i": "fail" }, { inside: "reachableNotAllSeen" }),
  fault("inside-api-endpoint-gone", "k8s.api-endpoint"),
  fault("inside-commands-wait", "k8s.aks-command"),
  // Nodes.
  fault("inside-nodes-lost", "k8s.nodes-ready", {
    explained: { "k8s.node-lease": "k8s.nodes-ready", "k8s.daemonsets": "k8s.nodes-ready" },
  }),
  fault("inside-node-pressed", "k8s.node-pressure"),
  fault("inside-nodes-cordoned", "k8s.node-cordoned"),
  fault("inside-node-old", "k8s.node-version"),
  fault("inside-leases-old", "k8s.node-lease"),
  fault("inside-no-room", "k8s.invoke-capacity", { inside: "notLookedInside" }),
  said("inside-kubelet-own-certificates", { "k8s.kubelet-serving": "warn" }),
  // What AKS runs in kube-system.
  fault("inside-component-crashes", "k8s.kube-system", {
    explained: { "k8s.metrics-server": "k8s.kube-system" },
    told: { "k8s.crashloop": "fail" },
  }),
  fault("inside-deployment-empty", "k8s.deployments"),
  fault("inside-daemonset-empty", "k8s.daemonsets"),
  fault("inside-coredns-gone", "k8s.coredns"),
  fault("inside-coredns-hides-api", "k8s.coredns-custom"),
  fault("inside-names-time-out", "k8s.coredns-errors"),
  fault("inside-agents-gone", "k8s.konnectivity", {
    explained: { "k8s.tunnel-live": "k8s.konnectivity", "k8s.deployments": "k8s.konnectivity" },
  }),
  fault("inside-kubelets-silent", "k8s.tunnel-live"),
  fault("inside-metrics-away", "k8s.metrics-server"),
  fault("inside-policy-cuts-names", "k8s.netpol"),
  fault("inside-autoscaler-stuck", "k8s.autoscaler"),
  // What is written through the API server.
  fault("inside-api-away", "k8s.apiservices"),
  said("inside-webhook-wide", { "k8s.webhooks": "warn" }),
  fault("inside-webhook-down", "k8s.webhook-backends"),
  fault("inside-webhook-down", "k8s.webhook-backends", {
    symptom: 'Internal error occurred: failed calling webhook "check.shop-guard.example"',
  }),
  fault("inside-signing-denied", "k8s.csr"),
  fault("inside-certificate-over", "k8s.certificates"),
  said("inside-constraint-denies", { "k8s.gatekeeper": "warn" }),
  // Workloads.
  fault("inside-quota-used-up", "k8s.pods-not-made"),
  fault("inside-rollout-stuck", "k8s.workloads"),
  fault("inside-secret-missing", "k8s.container-config", { told: { "k8s.pending-pods": "pass" } }),
  fault("inside-claim-without-class", "k8s.claims"),
  fault("inside-job-failed", "k8s.jobs"),
  fault("inside-pods-evicted", "k8s.evicted-pods"),
  fault("inside-pods-wait", "k8s.pending-pods"),
  // Anybody who may write events may write these.
  said("inside-scheduling-fails", { "k8s.sched-events": "warn" }),
  fault("inside-image-refused", "k8s.image-pull"),
  fault("hub-spoke", "k8s.crashloop"),
  fault("inside-pods-not-ready", "k8s.pods-ready"),
  fault("inside-budget-blocks", "k8s.pdb-blocking", {
    symptom: "Cannot evict pod as it would violate the pod's disruption budget.",
    told: { "cluster.operation-in-progress": "warn" },
  }),
  said("inside-warnings", { "k8s.warning-events": "pass" }),
  // Faults on both sides: what explains the rest is named.
  fault("both-nodes-shut", "nsg.node-egress", {
    verdict: "broken",
    explained: { "k8s.nodes-ready": "nsg.node-egress", "k8s.node-lease": "nsg.node-egress" },
  }),
  fault("both-subnet-full", "pool.subnet-ip-free", {
    explained: { "k8s.autoscaler": "pool.subnet-ip-free", "k8s.pending-pods": "pool.subnet-ip-free" },
  }),
  fault("both-names-silent", "dns.custom-servers", {
    verdict: "broken",
    explained: { "k8s.coredns-errors": "dns.custom-servers" },
  }),
  fault("both-images-blocked", "firewall.aks-fqdns", {
    verdict: "broken",
    explained: { "k8s.image-pull": "firewall.aks-fqdns", "k8s.kube-system": "firewall.aks-fqdns" },
  }),
  fault("both-kubelet-shut", "nsg.intra-node", {
    verdict: "broken",
    explained: { "k8s.tunnel-live": "nsg.intra-node" },
  }),
  fault("both-command-denied", "invoke.policy", {
    symptom:
      '(KubernetesOperationError) Failed to run command due to kubernetes failure. details: admission webhook "validation.gatekeeper.sh" denied the request',
    inside: "notLookedInside",
  }),
  // Each by itself: the graver one first.
  fault("both-jump-and-names", "k8s.coredns", { told: { "jump.power": "fail" } }),
];
