// Nodes. A new one is a file beside this and a line here.

import { minorOf } from "../../finding/cluster/release-calendar.ts";
import { advise, fail, notApplicable, notAssessed, type Outcome, pass, warn } from "../../outcome/check.ts";
import { defineFinding, kubectlFix, namesOf } from "./define-finding.ts";
import { nodePressure } from "./k8s.node-pressure.ts";
import { nodesReady } from "./k8s.nodes-ready.ts";
import { isTainted } from "./recent.ts";

// k8s.invoke-capacity: the command that looked stood on a node itself: that is the proof that one had room.

type InvokeCapacityFact = Readonly<{ is: "hadRoom" | "noRoom" | "notTried" }>;

const invokeCapacity = defineFinding({
  id: "k8s.invoke-capacity",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/resolve-az-aks-command-invoke-failures",
  needs: [],
  after: ["invoke.schedulable-node", "pool.system-ready", "pool.vm-instances"],
  evaluate: (_data, { model: { hasRun, notRun } }): Outcome<InvokeCapacityFact> => {
    if (hasRun) return pass({ is: "hadRoom" });
    return notRun === "podNotPlaced" ? fail({ is: "noRoom" }) : notAssessed({ is: "notTried" });
  },
});

// k8s.kubelet-serving: nodes whose kubelet serves with a certificate of the cluster's authority, which is rotated.

type KubeletServingFact = Readonly<
  { is: "all" } | { is: "without"; nodes: readonly string[]; of: number } | { is: "noNodes" }
>;

const kubeletServing = defineFinding({
  id: "k8s.kubelet-serving",
  severity: "low",
  scope: "nodes",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/aks/certificate-rotation#kubelet-serving-certificate-rotation",
  needs: ["nodes"],
  after: [],
  evaluate: ({ nodes }): Outcome<KubeletServingFact> => {
    if (nodes.length === 0) return notApplicable({ is: "noNodes" });
    const without = nodes.filter(({ hasServingCa }) => !hasServingCa);
    return without.length === 0
      ? pass({ is: "all" })
      : advise({ is: "without", nodes: namesOf(without), of: nodes.length });
  },
});

// k8s.node-cordoned: a cordoned node takes no pods: an upgrade is at work, or somebody forgot to uncordon it.

type CordonedFact = Readonly<
  | { is: "none" }
  /** `byUpgrade`: an operation of Azure is running, and cordons nodes one after the other. */
  | { is: "some" | "all"; nodes: readonly string[]; byUpgrade: boolean }
>;

const nodeCordoned = defineFinding({
  id: "k8s.node-cordoned",
  severity: "high",
  scope: "nodes",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/upgrade-aks-cluster",
  needs: ["nodes"],
  after: ["cluster.operation-in-progress"],
  evaluate: ({ nodes }, { azure: { isChanging: byUpgrade } }): Outcome<CordonedFact> => {
    const cordoned = nodes.filter(({ isCordoned }) => isCordoned);
    if (cordoned.length === 0) return pass({ is: "none" });
    const names = namesOf(cordoned);
    const open = nodes.filter((node) => !isTainted(node) || node.isCordoned);
    const isAll = open.every(({ isCordoned }) => isCordoned);
    const steps = names.slice(0, 10).map((node) => ({ kind: "uncordonNode", node }) as const);
    const fix = byUpgrade ? null : kubectlFix(steps, { is: "nodesTakePods" });
    return isAll
      ? fail({ is: "all", nodes: names, byUpgrade }, { fix })
      : warn({ is: "some", nodes: names, byUpgrade }, { fix });
  },
});

// k8s.node-lease: a kubelet renews its lease every ten seconds. A lease that is old is a node that lost the API server.

type NodeLeaseFact = Readonly<
  | { is: "allRenew"; count: number }
  | { is: "silent"; nodes: readonly string[]; of: number }
  | { is: "noLease" }
>;

/** After which Kubernetes itself takes a node for lost. */
const lostMs = 50_000;

const nodeLease = defineFinding({
  id: "k8s.node-lease",
  severity: "high",
  scope: "nodes",
  impact: "degrades",
  source: "https://kubernetes.io/docs/reference/node/node-status/#heartbeats",
  needs: ["leases"],
  after: ["k8s.nodes-ready", "nsg.node-egress", "firewall.aks-fqdns", "firewall.network-rules"],
  evaluate: ({ leases }, { now }): Outcome<NodeLeaseFact> => {
    if (leases.length === 0) return notAssessed({ is: "noLease" });
    const silent = leases.filter(({ renewed }) => renewed === null || now - renewed > lostMs);
    if (silent.length === 0) return pass({ is: "allRenew", count: leases.length });
    const fact = { is: "silent" as const, nodes: silent.map(({ node }) => node), of: leases.length };
    return silent.length === leases.length ? fail(fact) : warn(fact);
  },
});

// k8s.node-version: a kubelet may be up to three minor versions older than the API server, and never newer.

type NodeVersionFact = Readonly<
  | { is: "same" }
  | { is: "behind" | "unsupported"; nodes: readonly string[]; server: number; oldest: number }
  | { is: "notSaid" }
>;

const furthest = 3;

const nodeVersion = defineFinding({
  id: "k8s.node-version",
  severity: "medium",
  scope: "nodes",
  impact: "degrades",
  source: "https://kubernetes.io/releases/version-skew-policy/#kubelet",
  needs: ["nodes", "version"],
  after: ["cluster.version-skew"],
  evaluate: ({ nodes, version: { server } }): Outcome<NodeVersionFact> => {
    const known = nodes.flatMap((node) => {
      const minor = minorOf(node.kubelet);
      return minor === null ? [] : [{ name: node.name, minor }];
    });
    const other = known.filter(({ minor }) => minor !== server);
    if (other.length === 0)
      return known.length > 0 && known.length === nodes.length
        ? pass({ is: "same" })
        : notAssessed({ is: "notSaid" });
    const apart = other.filter(({ minor }) => server - minor > furthest || minor > server);
    const some = apart.length > 0 ? apart : other;
    const fact = { nodes: namesOf(some), server, oldest: Math.min(...some.map(({ minor }) => minor)) };
    return apart.length > 0 ? fail({ is: "unsupported", ...fact }) : advise({ is: "behind", ...fact });
  },
});

export const nodeFindings = [
  nodesReady,
  nodePressure,
  nodeCordoned,
  nodeLease,
  nodeVersion,
  kubeletServing,
  invokeCapacity,
] as const;
