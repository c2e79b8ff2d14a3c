// Rows about what AKS itself runs.
import type { NetworkPolicy, Pod, Slice } from "../../../../src/core/in-cluster/reads/model.ts";
import { inClusterAbsent, inClusterUnread, inClusterWith, pod } from "../../../fixtures/in-cluster.ts";
import { type Rows, row } from "./row.ts";

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
    row("two answer", [], "pass"),
    row("two slices of the same", [names(dns(2), dns(2))], "pass", { says: "2 pods" }),
    row("one answers", [names(dns(1))], "warn"),
    row("none answers", [names(dns(0))], "fail", { fix: "kubectl rollout restart deployment/coredns" }),
    row("another service alone", [names({ ...dns(3), service: "metrics-server" })], "fail"),
    row("not read", [inClusterUnread("systemSlices")], "notAssessed"),
  ],
  "k8s.coredns-errors": [
    row("none", [], "pass"),
    row(
      "a server is silent",
      [inClusterWith("nameErrors", { lines: 9, silent: [server, server, server], serverFailures: 0 })],
      "fail",
      { says: `asked ${server} and had no answer, 3 times` },
    ),
    row("once", [inClusterWith("nameErrors", { lines: 9, silent: [server], serverFailures: 0 })], "warn"),
    row(
      "it could not answer",
      [inClusterWith("nameErrors", { lines: 9, silent: [], serverFailures: 2 })],
      "warn",
    ),
    row("no line", [inClusterWith("nameErrors", { lines: 0, silent: [], serverFailures: 0 })], "notAssessed"),
    row("not read", [inClusterUnread("nameErrors", "refused")], "notAssessed", {
      says: "ended with an error",
    }),
  ],
  "k8s.coredns-custom": [
    row("none", [], "pass"),
    row("another name", [inClusterWith("customNames", { ...custom, zones: ["contoso.example"] })], "pass"),
    row(
      "servers of one's own",
      [inClusterWith("customNames", { ...custom, forwards: ["10.9.0.4"] })],
      "warn",
      {
        says: "10.9.0.4",
      },
    ),
    row(
      "a block for Azure's names",
      [inClusterWith("customNames", { ...custom, zones: ["azmk8s.io"] })],
      "warn",
      {
        says: "azmk8s.io lead prod-1",
      },
    ),
    row("a zone that ends alike", [inClusterWith("customNames", { ...custom, zones: ["mk8s.io"] })], "pass"),
    row("not read", [inClusterUnread("customNames")], "notAssessed"),
  ],
  "k8s.konnectivity": [
    row("two", [], "pass"),
    row("one of two", [agents(1)], "warn", { says: "1 of 2" }),
    row("none", [agents(0)], "fail", { says: "logs, exec", fix: "restart deployment/konnectivity-agent" }),
    row("VNet integration", [agents(0)], "notApplicable", { azure: { hasVnetIntegration: true } }),
    row("no such Deployment", [inClusterWith("deployments", [])], "notApplicable"),
    row("not read", [inClusterUnread("deployments")], "notAssessed"),
  ],
  "k8s.tunnel-live": [
    row("from every node", [], "pass", { says: "2 nodes" }),
    row(
      "the third node is silent",
      [inClusterWith("tunnel", { pods: 2, fault: "nodeSilent", address: "10.240.0.6" })],
      "warn",
      { says: "10.240.0.6 does not answer on port 10250; 2 nodes before it did" },
    ),
    row(
      "the first is",
      [inClusterWith("tunnel", { pods: 0, fault: "nodeSilent", address: "10.240.0.4" })],
      "fail",
    ),
    row("no agent", [inClusterWith("tunnel", { pods: 0, fault: "noAgent", address: "" })], "fail", {
      says: "no agent",
    }),
    row("something else", [inClusterWith("tunnel", { pods: 1, fault: "other", address: "" })], "notAssessed"),
    row("no pod", [inClusterWith("tunnel", { pods: 0, fault: null, address: "" })], "notAssessed"),
    row("not read", [inClusterUnread("tunnel")], "notAssessed"),
  ],
  "k8s.netpol": [
    row("AKS's own", [], "pass"),
    row("one that closes all", [policies(closed)], "fail", {
      fix: "kubectl delete networkpolicy default-deny",
    }),
    row("one that closes CoreDNS", [policies({ ...closed, selects: { "k8s-app": "kube-dns" } })], "fail"),
    row("one of other pods", [policies({ ...closed, selects: { app: "shop" } })], "warn", {
      says: "default-deny",
    }),
    row("one that opens", [policies({ ...closed, closesIn: false, closesOut: false })], "warn"),
    row("one of which nobody knows what it selects", [policies({ ...closed, hasExpressions: true })], "warn"),
    row("not read", [inClusterUnread("networkPolicies")], "notAssessed"),
  ],
  "k8s.kube-system": [
    row("all run", [], "pass"),
    row("CoreDNS crashes", [inClusterWith("systemPods", [systemPod("coredns-1", crashing)])], "fail", {
      says: "coredns-1",
    }),
    row(
      "an agent finds no node",
      [inClusterWith("systemPods", [systemPod("konnectivity-agent-1", { phase: "Pending" })])],
      "fail",
    ),
    row(
      "CoreDNS waits for what nobody knows",
      [inClusterWith("systemPods", [systemPod("coredns-1", { waiting: ["RunContainerError"] })])],
      "fail",
    ),
    row("another one crashes", [inClusterWith("systemPods", [systemPod("own-thing-1", crashing)])], "warn"),
    row(
      "restarts",
      [inClusterWith("systemPods", [systemPod("coredns-1", { restarts: 6, ended: ["Error"] })])],
      "warn",
      {
        says: "restarted often",
      },
    ),
    row(
      "few restarts",
      [inClusterWith("systemPods", [systemPod("coredns-1", { restarts: 5, ended: ["Error"] })])],
      "pass",
    ),
    row("not read", [inClusterUnread("systemPods")], "notAssessed"),
  ],
  "k8s.deployments": [
    row("all there", [], "pass"),
    row("one gone", [inClusterWith("deployments", [{ name: "coredns", wanted: 2, ready: 0 }])], "fail", {
      says: "No pod is ready of coredns",
    }),
    row("fewer", [inClusterWith("deployments", [{ name: "coredns", wanted: 2, ready: 1 }])], "warn"),
    row(
      "scaled to none",
      [inClusterWith("deployments", [{ name: "ama-logs-rs", wanted: 0, ready: 0 }])],
      "pass",
    ),
    row("none seen", [inClusterWith("deployments", [])], "notAssessed"),
    row("not read", [inClusterUnread("deployments", "odd")], "notAssessed", {
      says: "not what kubectl prints",
    }),
  ],
  "k8s.daemonsets": [
    row("all there", [], "pass"),
    row("none ready", [inClusterWith("daemonSets", [{ name: "azure-cns", wanted: 3, ready: 0 }])], "fail"),
    row("fewer", [inClusterWith("daemonSets", [{ name: "azure-cns", wanted: 3, ready: 2 }])], "warn"),
    row(
      "one for Windows nodes, of which there are none",
      [inClusterWith("daemonSets", (own) => [...own, { name: "kube-proxy-windows", wanted: 0, ready: 0 }])],
      "pass",
      { says: "(1)" },
    ),
    row("not read", [inClusterUnread("daemonSets")], "notAssessed"),
  ],
  "k8s.metrics-server": [
    row("available", [], "pass"),
    row(
      "down",
      [
        inClusterWith("apiServices", (all) =>
          all.map((each) => ({ ...each, isAvailable: false, reason: "MissingEndpoints" })),
        ),
      ],
      "fail",
      { says: "MissingEndpoints", fix: "restart deployment/metrics-server" },
    ),
    row("none", [inClusterWith("apiServices", [])], "notApplicable"),
    row("not read", [inClusterUnread("apiServices")], "notAssessed"),
  ],
  "k8s.autoscaler": [
    row("well", [], "pass"),
    row(
      "its subnet is full",
      [inClusterWith("autoscaler", (it) => ({ ...it, backsOff: true, stuck: "subnet" }))],
      "fail",
      {
        says: "subnet of the nodes is full",
      },
    ),
    row("no quota", [inClusterWith("autoscaler", (it) => ({ ...it, stuck: "quota" }))], "fail"),
    row("backs off", [inClusterWith("autoscaler", (it) => ({ ...it, backsOff: true }))], "warn"),
    row("unwell", [inClusterWith("autoscaler", (it) => ({ ...it, isHealthy: false }))], "warn"),
    row("none", [inClusterWith("autoscaler", (it) => ({ ...it, exists: false }))], "notApplicable"),
    row("no such kind", [inClusterAbsent("autoscaler")], "notApplicable"),
    row("not read", [inClusterUnread("autoscaler")], "notAssessed"),
  ],
};
