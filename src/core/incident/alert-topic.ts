// What an alert speaks of: which thing is unwell, in which way, and where. Read of the names that Kubernetes, its exporters
// and Azure give to their metrics and rules. Of everything else nothing is known.
import type { AlertFacts } from "../alert/alert.ts";

export type AlertTopic =
  | ("apiServer" | "apiServerLoad" | "clusterHealth")
  | ("nodesReady" | "nodesRoom" | "nodesCpu")
  | ("names" | "restarts" | "podsReady" | "podsPending" | "images" | "volumes" | "jobs");

/** `namespace`, `node`: null where the alert does not say it. */
export type AlertAbout = Readonly<{ topic: AlertTopic; namespace: string | null; node: string | null }>;

export const nodeTopics: readonly AlertTopic[] = ["nodesReady", "nodesRoom", "nodesCpu"];
export const podTopics: readonly AlertTopic[] = [
  ...(["restarts", "podsReady", "podsPending", "images", "volumes", "jobs"] as const),
];

/** The first that fits: what names the reason stands before what names the state alone. */
const known: readonly (readonly [words: RegExp, topic: AlertTopic])[] = [
  [/ImagePullBackOff|ErrImagePull/, "images"],
  [/CrashLoopBackOff|OOMKilled/, "restarts"],
  [/\bkube_pod_container_status_(?:restarts|last_terminated)|\bKubePodCrashLooping\b/, "restarts"],
  [/\bkube_job_|\bKubeJob(?:Failed|NotCompleted|Stale)\b/, "jobs"],
  [/\bkube_persistentvolume(?:claim)?_status_phase\b|\bKubePersistentVolumeErrors\b/, "volumes"],
  [/\bcluster_autoscaler_unschedulable_pods|\bkube_pod_status_unschedulable\b/, "podsPending"],
  [/\bkube_pod_status_phase\b.*\bPending\b/, "podsPending"],
  [/\bkube_pod_status_(?:phase|ready)|\bKubePod(?:NotReady\w*|ReadyStateLow|FailedState)\b/, "podsReady"],
  [/\bkube_(?:deployment|statefulset|daemonset|replicaset)_\w*(?:available|ready|replicas)/, "podsReady"],
  [/\bKube(?:Deployment|StatefulSet)ReplicasMismatch\b|\bKubeDaemonSetRolloutStuck\b/, "podsReady"],
  [/\bkube_pod_container_status_waiting|\bKubeContainerWaiting\b/, "podsReady"],
  [/\bcoredns_|\bCoreDNS(?:Down|Errors\w*|Latency\w*|Forward\w*)\b/, "names"],
  [/\bkube_node_status_condition\b.*\b(?:Memory|Disk|PID)Pressure\b/, "nodesRoom"],
  [/\bkube_node_status_condition\b|\bKubeNode(?:NotReady|Unreachable|ReadinessFlapping)\b/, "nodesReady"],
  [/\bnode_cpu_/, "nodesCpu"],
  [/\bnode_(?:memory|disk|filesystem)_|\bNodeFilesystem\w+/, "nodesRoom"],
  [/\bapiserver_(?:cpu|memory|current_inflight|request)|\betcd_|\bKubeAPIErrorBudgetBurn\b/, "apiServerLoad"],
  [/\bKubeAPIDown\b|\bup\{[^}]*job="(?:kube-)?apiserver"|\bapiserver_availability/, "apiServer"],
];

/** What is measured says more than what its rule is called. What somebody wrote about it may say anything. */
function textsOf({ rule, reason }: AlertFacts): readonly string[] {
  switch (reason?.is) {
    case "measured":
      return "metric" in reason.of ? [[reason.of.metric, ...reason.where].join(" "), rule] : [rule];
    case "ruleFires":
      return [reason.expression ?? "", rule];
    case "labelled":
      return [...reason.values, rule];
    default:
      return [rule];
  }
}

const topicIn = (text: string): readonly AlertTopic[] =>
  known.flatMap(([words, topic]) => (words.test(text) ? [topic] : [])).slice(0, 1);

/** Name and value stand beside each other there, as the alert gave them. */
function placesIn({ reason }: AlertFacts): readonly string[] {
  if (reason?.is === "measured" || reason?.is === "labelled") return reason.where;
  const expression = reason?.is === "ruleFires" ? (reason.expression ?? "") : "";
  const matchers = [...expression.matchAll(/\b(namespace|node)="([^"]*)"/g)];
  return matchers.map(([, name, value]) => `${name} ${value}`);
}

/** Null where it names none of the kind, or several. */
function onlyOne(places: readonly string[], kind: "namespace" | "node"): string | null {
  const values = places
    .filter((place) => place.startsWith(`${kind} `))
    .map((place) => place.slice(kind.length + 1));
  return new Set(values).size === 1 ? (values[0] ?? null) : null;
}

/** Then its labels say where that stands, and not what it tells of. */
const isOfExporter = (places: readonly string[]): boolean =>
  places.some((place) => /\b(?:kube-state-metrics|node-exporter|ama-metrics)/.test(place));

/** Null where nothing is known of what it speaks of. */
export function aboutOf(alert: AlertFacts): AlertAbout | null {
  const isHealth = alert.reason?.is === "health";
  const [topic] = isHealth ? (["clusterHealth"] as const) : textsOf(alert).flatMap(topicIn);
  if (topic === undefined) return null;
  const places = placesIn(alert);
  const isOfPods = podTopics.includes(topic) && !isOfExporter(places);
  return {
    topic,
    namespace: isOfPods ? onlyOne(places, "namespace") : null,
    node: nodeTopics.includes(topic) ? onlyOne(places, "node") : null,
  };
}
