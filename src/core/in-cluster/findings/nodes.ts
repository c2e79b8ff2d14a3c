// Nodes. A new one goes here or beside this, and into the list.

import { fixOf } from "../../fix/write/fix.ts";
import { advise, fail, notApplicable, notAssessed, type Outcome, pass, warn } from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import { minorOf } from "../../snapshot/support-calendar.ts";
import type { Node } from "../reads/model.ts";
import { defineFinding, namesOf } from "./define-finding.ts";

// k8s.invoke-capacity: the command that looked stood on a node itself: that is the proof that one had room.

type InvokeCapacityFact = Readonly<{ is: "hadRoom" | "noRoom" | "notTried" }>;

const invokeCapacity = defineFinding({
  id: "k8s.invoke-capacity",
  severity: "high",
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
    const fix = byUpgrade ? null : fixOf(steps, { is: "nodesTakePods" });
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

// Which nodes count for what.

const isNodeReady = ({ on }: Node): boolean => on.includes("Ready");
const isSystem = ({ mode }: Node): boolean => mode === "system";

/** A taint that turns pods away which know nothing of it. */
const isTainted = ({ taints }: Node): boolean =>
  taints.some((taint) => /:(NoSchedule|NoExecute)$/.test(taint));

// k8s.nodes-ready: a node that is not Ready runs nothing new, and what runs on it moves away.

type NodesReadyFact = Readonly<
  | { is: "allReady"; count: number }
  /** `unknown`: of these the kubelet says nothing any more. */
  | { is: "someNotReady"; nodes: readonly string[]; unknown: number; of: number }
  | { is: "noSystemReady"; nodes: readonly string[]; unknown: number; of: number }
  | { is: "noNodes" }
>;

const lineOf = ({ name, pool, unsure, on }: Node): Columns =>
  columns(name, pool, unsure.includes("Ready") ? "Unknown" : "NotReady", ...on);

const nodesReady = defineFinding({
  id: "k8s.nodes-ready",
  severity: "critical",
  scope: "nodes",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/availability-performance/node-not-ready-basic-troubleshooting",
  needs: ["nodes"],
  after: [
    ...([
      "k8s.api-ready",
      "nsg.node-egress",
      "route.default",
      "firewall.aks-fqdns",
      "firewall.network-rules",
    ] as const),
    ...(["dns.custom-servers", "dns.link-cluster", "dns.link-resolver", "dns.a-record-match"] as const),
    ...([
      "api.authorized-ip-egress",
      "egress.lb-outbound",
      "egress.nat-gateway",
      "pool.vm-instances",
    ] as const),
  ],
  evaluate: ({ nodes }): Outcome<NodesReadyFact> => {
    if (nodes.length === 0) return notAssessed({ is: "noNodes" });
    const notReady = nodes.filter((node) => !isNodeReady(node));
    if (notReady.length === 0) return pass({ is: "allReady", count: nodes.length });
    const system = nodes.filter(isSystem);
    const needed = system.length > 0 ? system : nodes;
    const unknown = notReady.filter(({ unsure }) => unsure.includes("Ready")).length;
    const fact = { nodes: namesOf(notReady), unknown, of: nodes.length };
    const evidence = notReady.slice(0, 10).map(lineOf);
    return needed.some(isNodeReady)
      ? warn({ is: "someNotReady", ...fact }, { evidence })
      : fail({ is: "noSystemReady", ...fact }, { evidence });
  },
});

// k8s.node-pressure: a node that runs out of memory, disk or processes throws pods out and takes no more.

/** `conditions`: those of the nodes, each once. */
type NodePressureFact = Readonly<
  | { is: "none" }
  | { is: "onSystem" | "onOthers"; nodes: readonly string[]; conditions: readonly string[] }
  /** What the node's problem detector saw. */
  | { is: "problems"; nodes: readonly string[]; conditions: readonly string[] }
>;

const pressures = ["MemoryPressure", "DiskPressure", "PIDPressure", "NetworkUnavailable"];

/** True where all is well, or as long as AKS is about to do something. */
const harmless = ["Ready", "VMEventScheduled", "ContainerRuntimeReady"];

const conditionsOf = (nodes: readonly Node[], counts: (condition: string) => boolean): readonly string[] => [
  ...new Set(nodes.flatMap(({ on }) => on.filter(counts))),
];

const isPressure = (condition: string): boolean => pressures.includes(condition);
const isProblem = (condition: string): boolean => !isPressure(condition) && !harmless.includes(condition);

const nodePressure = defineFinding({
  id: "k8s.node-pressure",
  severity: "high",
  scope: "nodes",
  source: "https://learn.microsoft.com/azure/aks/node-problem-detector",
  needs: ["nodes"],
  after: ["k8s.nodes-ready"],
  evaluate: ({ nodes }): Outcome<NodePressureFact> => {
    const pressed = nodes.filter(({ on }) => on.some(isPressure));
    const said = (some: readonly Node[], counts = isPressure) => ({
      nodes: namesOf(some),
      conditions: conditionsOf(some, counts),
    });
    const system = pressed.filter(isSystem);
    if (system.length > 0) return fail({ is: "onSystem", ...said(system) });
    if (pressed.length > 0) return warn({ is: "onOthers", ...said(pressed) });
    const troubled = nodes.filter(({ on }) => on.some(isProblem));
    return troubled.length > 0
      ? warn({ is: "problems", ...said(troubled, isProblem) })
      : pass({ is: "none" });
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
