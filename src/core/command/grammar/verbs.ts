// The verbs that are accepted. All of them only read.
import {
  apiResourcesFlags,
  canIFlags,
  describeFlags,
  eventsFlags,
  explainFlags,
  type FlagSpec,
  getFlags,
  logsFlags,
  rolloutHistoryFlags,
  rolloutStatusFlags,
  topNodesFlags,
  topPodsFlags,
  versionFlags,
  whoAmIFlags,
} from "./flags.ts";

/** What may follow the verb besides flags. `fixed`: always the same objects, so nothing may follow. */
export type Target =
  | Readonly<{ kind: "objects"; types?: readonly string[] }>
  | Readonly<{ kind: "metrics"; type: "pods" | "nodes" }>
  | Readonly<{ kind: "fixed"; type: string; namespace?: string }>
  | Readonly<{ kind: "logs" | "fieldPath" | "accessQuestion" | "nothing" }>;

export type VerbSpec = Readonly<{
  /** As kubectl calls it; two words for a verb with a sub-command. */
  verb: string;
  /** The words after `kubectl`. The last may have other spellings. */
  words: readonly string[];
  spellings?: readonly string[];
  target: Target;
  flags: readonly FlagSpec[];
  /** Added to every such command. */
  always?: readonly string[];
  example: string;
}>;

/** As it is typed. */
export const commandOf = ({ words }: VerbSpec): string => `kubectl ${words.join(" ")}`;

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
    example: "kubectl logs api-0 -n payments --tail=200",
  },
  {
    verb: "events",
    words: ["events"],
    spellings: ["event"],
    target: { kind: "fixed", type: "events" },
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
    verb: "cluster-info",
    words: ["cluster-info"],
    // It lists the services of the control plane.
    target: { kind: "fixed", type: "services", namespace: "kube-system" },
    flags: [],
    example: "kubectl cluster-info",
  },
];

/** Names of the verbs as policies and requests use them. */
export const readVerbs: readonly string[] = [...new Set(verbs.map(({ verb }) => verb))];
