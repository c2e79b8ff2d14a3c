// The verbs that are accepted. All of them only read.
import {
  apiResourcesFlags,
  canIFlags,
  describeFlags,
  dumpFlags,
  eventsFlags,
  explainFlags,
  getFlags,
  logsFlags,
  rolloutHistoryFlags,
  rolloutStatusFlags,
  topNodesFlags,
  topPodsFlags,
  upToFourMinutes,
  versionFlags,
  waitFlags,
  whoAmIFlags,
} from "./flags.ts";
import { helmVerbs } from "./helm.ts";
import { specOf, type VerbSpec } from "./verb-spec.ts";

/** Nodes, and of one namespace what follows, with the logs. */
const dumped =
  "nodes events replicationcontrollers services daemonsets deployments replicasets pods pods/log".split(" ");
const rolledOut = { kind: "objects", types: ["deployments", "daemonsets", "statefulsets"] } as const;

const objects = { kind: "objects" } as const;
const nothing = { kind: "nothing" } as const;

export const verbs: readonly VerbSpec[] = [
  specOf("get", objects, getFlags, "kubectl get pods -n payments"),
  specOf("describe", objects, describeFlags, "kubectl describe pod api-0 -n payments"),
  specOf("logs", { kind: "logs" }, logsFlags, "kubectl logs api-0 -n payments --tail=200", {
    spellings: ["log"],
    // With a selector kubectl prints ten lines of each pod.
    bound: {
      flag: "tail",
      value: "1000",
      unless: ["tail", "since", "since-time", "limit-bytes", "selector"],
    },
  }),
  specOf(
    "events",
    { kind: "fixed", types: ["events"] },
    eventsFlags,
    "kubectl events -n payments --types=Warning",
    { spellings: ["event"] },
  ),
  specOf("top", { kind: "metrics", type: "pods" }, topPodsFlags, "kubectl top pods -n payments", {
    words: ["top", "pods"],
    spellings: ["pod", "po"],
  }),
  specOf("top", { kind: "metrics", type: "nodes" }, topNodesFlags, "kubectl top nodes", {
    words: ["top", "nodes"],
    spellings: ["node", "no"],
  }),
  specOf(
    "rollout status",
    rolledOut,
    rolloutStatusFlags,
    "kubectl rollout status deployment/api -n payments",
    // Without it kubectl waits until the rollout is done.
    { always: ["--watch=false"] },
  ),
  specOf(
    "rollout history",
    rolledOut,
    rolloutHistoryFlags,
    "kubectl rollout history deployment/api -n payments",
  ),
  specOf("auth can-i", { kind: "accessQuestion" }, canIFlags, "kubectl auth can-i get pods -n payments"),
  specOf("auth whoami", nothing, whoAmIFlags, "kubectl auth whoami"),
  specOf("explain", { kind: "fieldPath" }, explainFlags, "kubectl explain pods.spec.containers"),
  specOf("api-resources", nothing, apiResourcesFlags, "kubectl api-resources --namespaced=true"),
  specOf("api-versions", nothing, [], "kubectl api-versions"),
  specOf("version", nothing, versionFlags, "kubectl version"),
  specOf(
    "wait",
    objects,
    waitFlags,
    "kubectl wait pod/api-0 --for=condition=Ready --timeout=60s -n payments",
    {
      bound: { flag: "timeout", value: "30s", unless: ["timeout"] },
      most: { flag: "timeout", value: "4m", within: upToFourMinutes },
    },
  ),
  specOf(
    "cluster-info dump",
    { kind: "fixed", types: dumped },
    dumpFlags,
    "kubectl cluster-info dump -n payments",
    {
      // With `--namespace` it would dump kube-system besides.
      namespaceFlag: "namespaces",
      // Of each read; logs without an end are cut by it.
      bound: { flag: "request-timeout", value: "20s", unless: ["request-timeout"] },
    },
  ),
  // It lists the services of the control plane.
  specOf(
    "cluster-info",
    { kind: "fixed", types: ["services"], namespace: "kube-system" },
    [],
    "kubectl cluster-info",
  ),
  ...helmVerbs,
];

/** Names of the verbs as policies and requests use them. */
export const readVerbs: readonly string[] = [...new Set(verbs.map(({ verb }) => verb))];
