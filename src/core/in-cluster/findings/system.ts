// What AKS itself runs in kube-system. A new one goes here or beside this, and into the list.

import { advise, fail, notApplicable, notAssessed, type Outcome, pass, warn } from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import type { AutoscalerStuck, CustomNames, Pod, Workload } from "../reads/model.ts";
import { defineFinding, namesOf, restartFix } from "./define-finding.ts";
import { systemNetworkPolicies } from "./k8s.netpol.ts";
import { isComponent, isCrashing, isHeldUp, isImageTrouble, isPending, podLines } from "./recent.ts";

// k8s.autoscaler: what the cluster autoscaler says of itself, where there is one.

type AutoscalerFact = Readonly<
  { is: "well" | "backsOff" | "unwell" | "none" } | { is: "stuck"; by: AutoscalerStuck }
>;

const clusterAutoscaler = defineFinding({
  id: "k8s.autoscaler",
  severity: "medium",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/error-codes/cluster-autoscaler-fails-to-scale",
  needs: ["autoscaler"],
  after: ["pool.subnet-ip-free", "k8s.nodes-ready"],
  evaluate: ({ autoscaler: { exists, stuck, backsOff, isHealthy } }): Outcome<AutoscalerFact> => {
    if (!exists) return notApplicable({ is: "none" });
    if (stuck !== null) return fail({ is: "stuck", by: stuck });
    if (backsOff) return warn({ is: "backsOff" });
    return isHealthy ? pass({ is: "well" }) : warn({ is: "unwell" });
  },
});

// k8s.coredns: without it no pod finds a name, neither in the cluster nor outside.

type CoreDnsFact = Readonly<{ is: "answers" | "alone" | "none"; ready: number }>;

const restartCoreDns = restartFix("coredns");

const coreDns = defineFinding({
  id: "k8s.coredns",
  severity: "critical",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/dns/basic-troubleshooting-dns-resolution-problems",
  needs: ["systemSlices"],
  after: ["k8s.nodes-ready", "k8s.netpol"],
  evaluate: ({ systemSlices }): Outcome<CoreDnsFact> => {
    const slices = systemSlices.filter(({ service }) => service === "kube-dns");
    // A cluster of two families has a slice for each: they hold the same pods.
    const ready = Math.max(0, ...slices.map((slice) => slice.ready));
    if (ready === 0) return fail({ is: "none", ready }, { fix: restartCoreDns });
    return ready === 1 ? warn({ is: "alone", ready }) : pass({ is: "answers", ready });
  },
});

// k8s.coredns-custom: settings of one's own may hide the API server's private name from pods.

type CustomNamesFact = Readonly<
  | { is: "none" }
  | { is: "harmless" }
  | { is: "forwards"; servers: readonly string[] }
  | { is: "hidesApi"; name: string; by: readonly string[] }
>;

/** `a.b` covers itself and what ends with `.a.b`. */
const covers = (zone: string, name: string): boolean =>
  zone !== "" && zone !== "." && `.${name}`.endsWith(`.${zone.replace(/\.$/, "").toLowerCase()}`);

const isEmpty = ({ zones, forwards, rewrites }: CustomNames): boolean =>
  zones.length + forwards.length + rewrites.length === 0;

const coreDnsCustom = defineFinding({
  id: "k8s.coredns-custom",
  severity: "medium",
  source: "https://learn.microsoft.com/azure/aks/coredns-custom",
  needs: ["customNames"],
  evaluate: ({ customNames }, { azure: { apiName } }): Outcome<CustomNamesFact> => {
    if (isEmpty(customNames)) return pass({ is: "none" });
    const { zones, forwards, rewrites } = customNames;
    const by = [...zones, ...rewrites].filter((zone) => covers(zone, apiName.toLowerCase()));
    if (apiName !== "" && by.length > 0) return warn({ is: "hidesApi", name: apiName, by });
    return forwards.length > 0 ? advise({ is: "forwards", servers: forwards }) : pass({ is: "harmless" });
  },
});

// Workloads of kube-system that have fewer pods than they want.

type WorkloadsFact = Readonly<
  { is: "allThere"; count: number } | { is: "gone" | "fewer"; names: readonly string[] } | { is: "noneSeen" }
>;

const linesOf = (some: readonly Workload[]): readonly Columns[] =>
  some.slice(0, 10).map(({ name, ready, wanted }) => columns(name, [ready, wanted].join("/")));

function judgeCounts(workloads: readonly Workload[]): Outcome<WorkloadsFact> {
  if (workloads.length === 0) return notAssessed({ is: "noneSeen" });
  const fewer = workloads.filter(({ ready, wanted }) => ready < wanted);
  const gone = fewer.filter(({ ready }) => ready === 0);
  if (gone.length > 0) return fail({ is: "gone", names: namesOf(gone) }, { evidence: linesOf(gone) });
  return fewer.length > 0
    ? warn({ is: "fewer", names: namesOf(fewer) }, { evidence: linesOf(fewer) })
    : pass({ is: "allThere", count: workloads.length });
}

// k8s.daemonsets: each DaemonSet of kube-system runs on every node that it is for: network, storage, kube-proxy.

const systemDaemonSets = defineFinding({
  id: "k8s.daemonsets",
  severity: "high",
  source: "https://learn.microsoft.com/azure/aks/core-aks-concepts",
  needs: ["daemonSets"],
  after: ["k8s.nodes-ready", "k8s.kube-system"],
  evaluate: ({ daemonSets }) => judgeCounts(daemonSets.filter(({ wanted }) => wanted > 0)),
});

// k8s.deployments: each Deployment of kube-system has the pods that it wants.

const systemDeployments = defineFinding({
  id: "k8s.deployments",
  severity: "high",
  source: "https://learn.microsoft.com/azure/aks/core-aks-concepts",
  needs: ["deployments"],
  after: ["k8s.nodes-ready", "k8s.coredns", "k8s.konnectivity", "k8s.kube-system", "k8s.webhook-backends"],
  evaluate: ({ deployments }) => judgeCounts(deployments),
});

// k8s.konnectivity: over its agents the API server reaches the nodes: logs, exec, port-forward, webhooks in the cluster.

type KonnectivityFact = Readonly<
  { is: "connects" | "fewer" | "none"; ready: number; wanted: number } | { is: "notUsed" }
>;

const agent = "konnectivity-agent";

const restartAgents = restartFix(agent);

const konnectivity = defineFinding({
  id: "k8s.konnectivity",
  severity: "high",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/tunnel-connectivity-issues",
  needs: ["deployments"],
  after: ["k8s.nodes-ready", "k8s.netpol", "nsg.node-egress", "firewall.aks-fqdns", "firewall.network-rules"],
  evaluate: ({ deployments }, { azure }): Outcome<KonnectivityFact> => {
    const agents = deployments.find(({ name }) => name === agent);
    if (azure.hasVnetIntegration || agents === undefined) return notApplicable({ is: "notUsed" });
    const { ready, wanted } = agents;
    if (ready === 0) return fail({ is: "none", ready, wanted }, { fix: restartAgents });
    return ready < wanted ? warn({ is: "fewer", ready, wanted }) : pass({ is: "connects", ready, wanted });
  },
});

// k8s.kube-system: pods of AKS itself that do not run.

type KubeSystemFact = Readonly<
  { is: "allRun" } | { is: "componentsDown" | "othersDown" | "restarted"; pods: readonly string[] }
>;

/** More restarts than a node's own restarts explain. */
const many = 5;

const isDown = (pod: Pod): boolean =>
  isCrashing(pod) || isImageTrouble(pod) || isPending(pod) || isHeldUp(pod);

const kubeSystem = defineFinding({
  id: "k8s.kube-system",
  severity: "high",
  source: "https://learn.microsoft.com/azure/aks/core-aks-concepts",
  needs: ["systemPods"],
  after: ["k8s.nodes-ready", "k8s.coredns", "k8s.konnectivity", "firewall.aks-fqdns", "k8s.image-pull"],
  evaluate: ({ systemPods }): Outcome<KubeSystemFact> => {
    const down = systemPods.filter(isDown);
    const components = down.filter(isComponent);
    if (components.length > 0)
      return fail({ is: "componentsDown", pods: namesOf(components) }, { evidence: podLines(components) });
    if (down.length > 0) return warn({ is: "othersDown", pods: namesOf(down) }, { evidence: podLines(down) });
    const restarted = systemPods.filter(({ restarts }) => restarts > many);
    return restarted.length > 0
      ? advise({ is: "restarted", pods: namesOf(restarted) }, { evidence: podLines(restarted) })
      : pass({ is: "allRun" });
  },
});

// k8s.metrics-server: without it kubectl top shows nothing, and nothing is scaled by its load.

type MetricsServerFact = Readonly<{ is: "available" } | { is: "down"; reason: string } | { is: "none" }>;

export const metricsApi = "v1beta1.metrics.k8s.io";

const metricsServer = defineFinding({
  id: "k8s.metrics-server",
  severity: "medium",
  source: "https://learn.microsoft.com/azure/aks/core-aks-concepts",
  needs: ["apiServices"],
  after: ["k8s.nodes-ready", "k8s.kube-system", "k8s.konnectivity", "k8s.tunnel-live"],
  evaluate: ({ apiServices }): Outcome<MetricsServerFact> => {
    const metrics = apiServices.find(({ name }) => name === metricsApi);
    if (metrics === undefined) return notApplicable({ is: "none" });
    return metrics.isAvailable
      ? pass({ is: "available" })
      : fail({ is: "down", reason: metrics.reason }, { fix: restartFix("metrics-server") });
  },
});

// k8s.tunnel-live: a line of a log, fetched from a pod on every node: the proof that logs and exec work there.

type TunnelFact = Readonly<
  | { is: "carries"; pods: number }
  /** `before`: so many nodes gave theirs; it ended at the first that did not. */
  | { is: "nodeSilent"; address: string; before: number }
  | { is: "noAgent"; before: number }
  | { is: "unclear" }
  | { is: "noPod" }
>;

const tunnelLive = defineFinding({
  id: "k8s.tunnel-live",
  severity: "high",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/tunnel-connectivity-issues",
  needs: ["tunnel"],
  after: ["k8s.konnectivity", "k8s.nodes-ready", "nsg.intra-node", "k8s.netpol"],
  evaluate: ({ tunnel: { pods, fault, address } }): Outcome<TunnelFact> => {
    if (fault === "other") return notAssessed({ is: "unclear" });
    if (fault === null) return pods > 0 ? pass({ is: "carries", pods }) : notAssessed({ is: "noPod" });
    const fact =
      fault === "noAgent"
        ? { is: "noAgent" as const, before: pods }
        : { is: "nodeSilent" as const, address, before: pods };
    // Some nodes gave theirs: the tunnel itself stands.
    return pods > 0 ? warn(fact) : fail(fact);
  },
});

// k8s.coredns-errors: CoreDNS asks the network's own servers for what it does not know; where they are silent, it says so.

type NameErrorsFact = Readonly<
  | { is: "none"; lines: number }
  | { is: "silent"; servers: readonly string[]; times: number }
  | { is: "refused"; times: number }
  | { is: "noLog" }
>;

/** One may be a packet that was lost. */
const repeated = 3;

const coreDnsErrors = defineFinding({
  id: "k8s.coredns-errors",
  severity: "high",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/dns/basic-troubleshooting-dns-resolution-problems",
  needs: ["nameErrors"],
  after: [
    "dns.custom-servers",
    "nsg.node-egress",
    "firewall.network-rules",
    "k8s.coredns",
    "k8s.tunnel-live",
  ],
  evaluate: ({ nameErrors: { lines, silent, serverFailures } }): Outcome<NameErrorsFact> => {
    if (lines === 0) return notAssessed({ is: "noLog" });
    const servers = [...new Set(silent)];
    if (silent.length >= repeated) return fail({ is: "silent", servers, times: silent.length });
    if (silent.length > 0) return warn({ is: "silent", servers, times: silent.length });
    return serverFailures > 0 ? warn({ is: "refused", times: serverFailures }) : pass({ is: "none", lines });
  },
});

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
