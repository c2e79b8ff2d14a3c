// Who is hurt by what was seen in the cluster: what the finding is about, and the nodes and pods that it names.
import type { Fact } from "../outcome/check.ts";
import { distinct } from "../text/distinct.ts";
import type { Hurt, NodesLoss, OperationsLoss, PodsLoss, WhichNodes, WhichPods } from "./impact.ts";
import type { Problem } from "./problem.ts";

// Whom a finding names. Each has names of its own for them, in the same few forms.

type Named = Fact &
  Readonly<{
    nodes?: readonly string[];
    of?: number;
    conditions?: readonly string[];
    pods?: unknown;
    workloads?: unknown;
    jobs?: unknown;
    claims?: unknown;
    names?: unknown;
  }>;

const listIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.filter((each) => typeof each === "string");
  return typeof value === "object" && value !== null && "names" in value ? listIn(value.names) : [];
};

/** `namespace/name`, and of what AKS runs itself the name alone. */
function namespacesIn(facts: readonly Named[]): WhichPods {
  const names = facts.flatMap(({ pods, workloads, jobs, claims, names: own }) =>
    [pods, workloads, jobs, claims, own].flatMap(listIn),
  );
  const namespaces = names.map((name) => (name.includes("/") ? (name.split("/")[0] ?? "") : "kube-system"));
  return namespaces.length === 0 ? { is: "some" } : { is: "namespaces", names: distinct(namespaces) };
}

function nodesIn(facts: readonly Named[]): WhichNodes {
  if (facts.some(({ is }) => is === "noSystemReady")) return { is: "system" };
  const nodes = distinct(facts.flatMap((fact) => fact.nodes ?? []));
  const of = facts.find((fact) => fact.of !== undefined)?.of;
  if (facts.some(({ is }) => is === "all") || (of !== undefined && nodes.length >= of)) return { is: "all" };
  return nodes.length === 0 ? { is: "some" } : { is: "nodes", names: nodes };
}

type Judge = (problem: Problem) => Hurt | null;

const some =
  (cannot: PodsLoss): Judge =>
  ({ facts }) => ({ on: "pods", which: namespacesIn(facts), cannot });

/** A warning of it says that it happens at times, or might. */
const every =
  (cannot: PodsLoss): Judge =>
  ({ status }) => ({ on: "pods", which: { is: status === "fail" ? "all" : "some" }, cannot });

const onNodes =
  (cannot: NodesLoss): Judge =>
  ({ facts }) => ({ on: "nodes", which: nodesIn(facts), cannot });

/** Nothing but what a node runs out of. */
const lacksRoom = ({ facts }: Problem): boolean =>
  facts.every(({ conditions }: Named) => conditions?.every((each) => /Pressure$/.test(each)) === true);

const allNodes =
  (cannot: NodesLoss): Judge =>
  ({ status }) => ({ on: "nodes", which: { is: status === "fail" ? "all" : "some" }, cannot });

const operations =
  (cannot: OperationsLoss): Judge =>
  () => ({ on: "operations", cannot });

/** Of a warning that only one of several is left, nobody is hurt yet. */
const whereFailed =
  (judge: Judge): Judge =>
  (problem) =>
    problem.status === "fail" ? judge(problem) : null;

const overRunCommand: Judge = () => ({ on: "people", at: [], over: "runCommand", everyone: false });

/** What advises is no cause, and hurts nobody. */
const judges: Readonly<Record<string, Judge>> = {
  "k8s.api-ready": () => ({ on: "apiServer", cannot: "beReady" }),
  "k8s.api-endpoint": every("reachApi"),
  "k8s.aks-command": overRunCommand,
  "k8s.invoke-capacity": overRunCommand,
  "k8s.can-i": () => ({ on: "requester", from: {}, cannot: "useKubernetes" }),
  "k8s.nodes-ready": onNodes("beReady"),
  "k8s.node-pressure": (problem) => onNodes(lacksRoom(problem) ? "haveRoom" : "beWell")(problem),
  "k8s.node-cordoned": onNodes("takePods"),
  "k8s.node-version": onNodes("beSupported"),
  "k8s.node-lease": onNodes("report"),
  "k8s.csr": allNodes("beReached"),
  "k8s.konnectivity": whereFailed(allNodes("beReached")),
  "k8s.tunnel-live": ({ facts }) => ({
    on: "nodes",
    which: { is: facts.some(({ is }) => is === "noAgent") ? "all" : "some" },
    cannot: "beReached",
  }),
  "k8s.coredns": whereFailed(every("resolveNames")),
  "k8s.coredns-errors": every("resolveNames"),
  "k8s.coredns-custom": () => ({ on: "pods", which: { is: "all" }, cannot: "reachApi" }),
  "k8s.netpol": every("resolveNames"),
  "k8s.kube-system": some("beReady"),
  "k8s.deployments": some("beReady"),
  "k8s.daemonsets": some("beReady"),
  "k8s.metrics-server": operations("measure"),
  "k8s.autoscaler": operations("addNodes"),
  "k8s.apiservices": operations("serveApis"),
  "k8s.webhook-backends": every("beCreated"),
  "k8s.certificates": (problem) =>
    (problem.status === "fail" ? every("beCreated") : operations("renew"))(problem),
  "k8s.pdb-blocking": operations("finishUpdate"),
  "k8s.pods-not-made": some("beCreated"),
  "k8s.workloads": some("beReady"),
  "k8s.pods-ready": some("beReady"),
  "k8s.container-config": some("start"),
  "k8s.claims": some("getVolumes"),
  "k8s.jobs": some("finish"),
  "k8s.evicted-pods": some("stayOnNode"),
  "k8s.pending-pods": some("findNode"),
  "k8s.image-pull": some("pullImages"),
  "k8s.crashloop": some("keepRunning"),
};

export const hurtInCluster = (problem: Problem): Hurt | null => judges[problem.id]?.(problem) ?? null;
