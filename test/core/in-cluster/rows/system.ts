// Rows about what AKS itself runs.
import type { NetworkPolicy, Pod, Slice } from "../../../../src/core/in-cluster/reads/model.ts";
import { inClusterAbsent, inClusterUnread, inClusterWith, pod } from "../../../fixtures/in-cluster.ts";
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

const systemPod = (name: string, patch: Partial<Pod>): Pod => ({
  ...pod,
  namespace: "kube-system",
  name,
  ...patch,
});
const crashing: Partial<Pod> = { waiting: ["CrashLoopBackOff"] };
const names = (...slices: readonly Slice[]) => inClusterWith("systemSlices", slices);
const dns = (ready: number): Slice => ({ service: "kube-dns", addresses: [], ready });
const agents = (ready: number) =>
  inClusterWith("deployments", [{ name: "konnectivity-agent", wanted: 2, ready }]);
const closed: NetworkPolicy = {
  name: "default-deny",
  selects: {},
  hasExpressions: false,
  closesIn: true,
  closesOut: true,
};
const policies = (...added: readonly NetworkPolicy[]) =>
  inClusterWith("networkPolicies", (own) => [...own, ...added]);
const custom = { zones: [], forwards: [], rewrites: [] };
const server = "10.1.0.4";

export const systemRows: Rows = {
  "k8s.coredns": [
    pass("two answer", []),
    pass("two slices of the same", names(dns(2), dns(2)), "2 pods"),
    warn("one answers", names(dns(1))),
    fail("none answers", names(dns(0)), { fix: "kubectl rollout restart deployment/coredns" }),
    fail("another service alone", names({ ...dns(3), service: "metrics-server" })),
    notAssessed("not read", inClusterUnread("systemSlices")),
  ],
  "k8s.coredns-errors": [
    pass("none", []),
    fail(
      "a server is silent",
      inClusterWith("nameErrors", { lines: 9, silent: [server, server, server], serverFailures: 0 }),
      `asked ${server} and had no answer, 3 times`,
    ),
    warn("once", inClusterWith("nameErrors", { lines: 9, silent: [server], serverFailures: 0 })),
    warn("it could not answer", inClusterWith("nameErrors", { lines: 9, silent: [], serverFailures: 2 })),
    notAssessed("no line", inClusterWith("nameErrors", { lines: 0, silent: [], serverFailures: 0 })),
    notAssessed("not read", inClusterUnread("nameErrors", "refused"), "ended with an error"),
  ],
  "k8s.coredns-custom": [
    pass("none", []),
    pass("another name", inClusterWith("customNames", { ...custom, zones: ["contoso.example"] })),
    warn("servers of one's own", inClusterWith("customNames", { ...custom, forwards: ["10.9.0.4"] }), {
      says: "10.9.0.4",
    }),
    warn("a block for Azure's names", inClusterWith("customNames", { ...custom, zones: ["azmk8s.io"] }), {
      says: "azmk8s.io lead prod-1",
    }),
    pass("a zone that ends alike", inClusterWith("customNames", { ...custom, zones: ["mk8s.io"] })),
    notAssessed("not read", inClusterUnread("customNames")),
  ],
  "k8s.konnectivity": [
    pass("two", []),
    warn("one of two", agents(1), "1 of 2"),
    fail("none", agents(0), { says: "logs, exec", fix: "restart deployment/konnectivity-agent" }),
    notApplicable("VNet integration", agents(0), { azure: { hasVnetIntegration: true } }),
    notApplicable("no such Deployment", inClusterWith("deployments", [])),
    notAssessed("not read", inClusterUnread("deployments")),
  ],
  "k8s.tunnel-live": [
    pass("from every node", [], "2 nodes"),
    warn(
      "the third node is silent",
      inClusterWith("tunnel", { pods: 2, fault: "nodeSilent", address: "10.240.0.6" }),
      "10.240.0.6 does not answer on port 10250; 2 nodes before it did",
    ),
    fail("the first is", inClusterWith("tunnel", { pods: 0, fault: "nodeSilent", address: "10.240.0.4" })),
    fail("no agent", inClusterWith("tunnel", { pods: 0, fault: "noAgent", address: "" }), "no agent"),
    notAssessed("something else", inClusterWith("tunnel", { pods: 1, fault: "other", address: "" })),
    notAssessed("no pod", inClusterWith("tunnel", { pods: 0, fault: null, address: "" })),
    notAssessed("not read", inClusterUnread("tunnel")),
  ],
  "k8s.netpol": [
    pass("AKS's own", []),
    fail("one that closes all", policies(closed), { fix: "kubectl delete networkpolicy default-deny" }),
    fail("one that closes CoreDNS", policies({ ...closed, selects: { "k8s-app": "kube-dns" } })),
    warn("one of other pods", policies({ ...closed, selects: { app: "shop" } }), "default-deny"),
    warn("one that opens", policies({ ...closed, closesIn: false, closesOut: false })),
    warn("one of which nobody knows what it selects", policies({ ...closed, hasExpressions: true })),
    notAssessed("not read", inClusterUnread("networkPolicies")),
  ],
  "k8s.kube-system": [
    pass("all run", []),
    fail("CoreDNS crashes", inClusterWith("systemPods", [systemPod("coredns-1", crashing)]), "coredns-1"),
    fail(
      "an agent finds no node",
      inClusterWith("systemPods", [systemPod("konnectivity-agent-1", { phase: "Pending" })]),
    ),
    fail(
      "CoreDNS waits for what nobody knows",
      inClusterWith("systemPods", [systemPod("coredns-1", { waiting: ["RunContainerError"] })]),
    ),
    warn("another one crashes", inClusterWith("systemPods", [systemPod("own-thing-1", crashing)])),
    warn(
      "restarts",
      inClusterWith("systemPods", [systemPod("coredns-1", { restarts: 6, ended: ["Error"] })]),
      {
        says: "restarted often",
      },
    ),
    pass(
      "few restarts",
      inClusterWith("systemPods", [systemPod("coredns-1", { restarts: 5, ended: ["Error"] })]),
    ),
    notAssessed("not read", inClusterUnread("systemPods")),
  ],
  "k8s.deployments": [
    pass("all there", []),
    fail("one gone", inClusterWith("deployments", [{ name: "coredns", wanted: 2, ready: 0 }]), {
      says: "No pod is ready of coredns",
    }),
    warn("fewer", inClusterWith("deployments", [{ name: "coredns", wanted: 2, ready: 1 }])),
    pass("scaled to none", inClusterWith("deployments", [{ name: "ama-logs-rs", wanted: 0, ready: 0 }])),
    notAssessed("none seen", inClusterWith("deployments", [])),
    notAssessed("not read", inClusterUnread("deployments", "odd"), "not what kubectl prints"),
  ],
  "k8s.daemonsets": [
    pass("all there", []),
    fail("none ready", inClusterWith("daemonSets", [{ name: "azure-cns", wanted: 3, ready: 0 }])),
    warn("fewer", inClusterWith("daemonSets", [{ name: "azure-cns", wanted: 3, ready: 2 }])),
    pass(
      "one for Windows nodes, of which there are none",
      inClusterWith("daemonSets", (own) => [...own, { name: "kube-proxy-windows", wanted: 0, ready: 0 }]),
      "(1)",
    ),
    notAssessed("not read", inClusterUnread("daemonSets")),
  ],
  "k8s.metrics-server": [
    pass("available", []),
    fail(
      "down",
      inClusterWith("apiServices", (all) =>
        all.map((each) => ({ ...each, isAvailable: false, reason: "MissingEndpoints" })),
      ),
      { says: "MissingEndpoints", fix: "restart deployment/metrics-server" },
    ),
    notApplicable("none", inClusterWith("apiServices", [])),
    notAssessed("not read", inClusterUnread("apiServices")),
  ],
  "k8s.autoscaler": [
    pass("well", []),
    fail(
      "its subnet is full",
      inClusterWith("autoscaler", (it) => ({ ...it, backsOff: true, stuck: "subnet" })),
      "subnet of the nodes is full",
    ),
    fail(
      "no quota",
      inClusterWith("autoscaler", (it) => ({ ...it, stuck: "quota" })),
    ),
    warn(
      "backs off",
      inClusterWith("autoscaler", (it) => ({ ...it, backsOff: true })),
    ),
    warn(
      "unwell",
      inClusterWith("autoscaler", (it) => ({ ...it, isHealthy: false })),
    ),
    notApplicable(
      "none",
      inClusterWith("autoscaler", (it) => ({ ...it, exists: false })),
    ),
    notApplicable("no such kind", inClusterAbsent("autoscaler")),
    notAssessed("not read", inClusterUnread("autoscaler")),
  ],
};
