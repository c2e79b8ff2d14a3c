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
import type { VerbSpec } from "./verb-spec.ts";

/** Nodes, and of one namespace what follows, with the logs. */
const dumped = [
  "nodes",
  "events",
  "replicationcontrollers",
  "services",
  "daemonsets",
  "deployments",
  "replicasets",
  "pods",
  "pods/log",
];
const rolledOut = ["deployments", "daemonsets", "statefulsets"];

export const verbs: readonly VerbSpec[] = [
  {
    verb: "get",
    words: ["get"],
    target: { kind: "objects" },
    flags: getFlags,
    example: "kubectl get pods -n payments",
  },
  {
    verb: "describe",
    words: ["describe"],
    target: { kind: "objects" },
    flags: describeFlags,
    example: "kubectl describe pod api-0 -n payments",
  },
  {
    verb: "logs",
    words: ["logs"],
    spellings: ["log"],
    target: { kind: "logs" },
    flags: logsFlags,
    // With a selector kubectl prints ten lines of each pod.
    bound: {
      flag: "tail",
      value: "1000",
      unless: ["tail", "since", "since-time", "limit-bytes", "selector"],
    },
    example: "kubectl logs api-0 -n payments --tail=200",
  },
  {
    verb: "events",
    words: ["events"],
    spellings: ["event"],
    target: { kind: "fixed", types: ["events"] },
    flags: eventsFlags,
    example: "kubectl events -n payments --types=Warning",
  },
  {
    verb: "top",
    words: ["top", "pods"],
    spellings: ["pod", "po"],
    target: { kind: "metrics", type: "pods" },
    flags: topPodsFlags,
    example: "kubectl top pods -n payments",
  },
  {
    verb: "top",
    words: ["top", "nodes"],
    spellings: ["node", "no"],
    target: { kind: "metrics", type: "nodes" },
    flags: topNodesFlags,
    example: "kubectl top nodes",
  },
  {
    verb: "rollout status",
    words: ["rollout", "status"],
    target: { kind: "objects", types: rolledOut },
    flags: rolloutStatusFlags,
    // Without it kubectl waits until the rollout is done.
    always: ["--watch=false"],
    example: "kubectl rollout status deployment/api -n payments",
  },
  {
    verb: "rollout history",
    words: ["rollout", "history"],
    target: { kind: "objects", types: rolledOut },
    flags: rolloutHistoryFlags,
    example: "kubectl rollout history deployment/api -n payments",
  },
  {
    verb: "auth can-i",
    words: ["auth", "can-i"],
    target: { kind: "accessQuestion" },
    flags: canIFlags,
    example: "kubectl auth can-i get pods -n payments",
  },
  {
    verb: "auth whoami",
    words: ["auth", "whoami"],
    target: { kind: "nothing" },
    flags: whoAmIFlags,
    example: "kubectl auth whoami",
  },
  {
    verb: "explain",
    words: ["explain"],
    target: { kind: "fieldPath" },
    flags: explainFlags,
    example: "kubectl explain pods.spec.containers",
  },
  {
    verb: "api-resources",
    words: ["api-resources"],
    target: { kind: "nothing" },
    flags: apiResourcesFlags,
    example: "kubectl api-resources --namespaced=true",
  },
  {
    verb: "api-versions",
    words: ["api-versions"],
    target: { kind: "nothing" },
    flags: [],
    example: "kubectl api-versions",
  },
  {
    verb: "version",
    words: ["version"],
    target: { kind: "nothing" },
    flags: versionFlags,
    example: "kubectl version",
  },
  {
    verb: "wait",
    words: ["wait"],
    target: { kind: "objects" },
    flags: waitFlags,
    bound: { flag: "timeout", value: "30s", unless: ["timeout"] },
    most: { flag: "timeout", value: "4m", within: upToFourMinutes },
    example: "kubectl wait pod/api-0 --for=condition=Ready --timeout=60s -n payments",
  },
  {
    verb: "cluster-info dump",
    words: ["cluster-info", "dump"],
    target: { kind: "fixed", types: dumped },
    flags: dumpFlags,
    // With `--namespace` it would dump kube-system besides.
    namespaceFlag: "namespaces",
    // Of each read; logs without an end are cut by it.
    bound: { flag: "request-timeout", value: "20s", unless: ["request-timeout"] },
    example: "kubectl cluster-info dump -n payments",
  },
  {
    verb: "cluster-info",
    words: ["cluster-info"],
    // It lists the services of the control plane.
    target: { kind: "fixed", types: ["services"], namespace: "kube-system" },
    flags: [],
    example: "kubectl cluster-info",
  },
  ...helmVerbs,
];

/** Names of the verbs as policies and requests use them. */
export const readVerbs: readonly string[] = [...new Set(verbs.map(({ verb }) => verb))];
