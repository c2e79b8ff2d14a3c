// The verbs that change something: what may follow them, and what kubectl asks the API server for. Taken from the
// requests that kubectl 1.34 sends, and held against them by test/kubectl/what-kubectl-changes.test.ts.
import type { AlsoRead } from "../grammar/also-reads.ts";
import {
  autoscaleFlags,
  deleteFlags,
  drainFlags,
  fileFlags,
  labelFlags,
  patchFlags,
  scaleFlags,
  setEnvFlags,
  setImageFlags,
  setResourcesFlags,
  taintFlags,
  undoFlags,
} from "./change-flags.ts";
import {
  annotations,
  type ChangeSpec,
  type Effect,
  type Effects,
  images,
  labels,
  taints,
  variables,
  type WriteVerb,
} from "./change-request.ts";
import { risksOfDeletion, risksOfDrain, risksOfPatch, risksOfTaints, widening } from "./change-risks.ts";

const objects = (...types: readonly string[]): ChangeSpec["target"] =>
  types.length === 0 ? { kind: "objects" } : { kind: "objects", types };
const rolledOut = ["deployments", "daemonsets", "statefulsets"];
const withPodTemplate = [...rolledOut, "replicasets", "replicationcontrollers", "cronjobs", "jobs", "pods"];

const self = (resource: string, ...verbs: readonly WriteVerb[]): readonly Effect[] =>
  verbs.map((verb) => ({ verb, resource, where: "self" }));
const beside = (resource: string): AlsoRead => ({ resource, where: "beside" });
const created = (resource: string): Effect => ({ verb: "create", resource, where: "beside" });
const patched = (resource: string): Effects => ({ reads: [], writes: self(resource, "patch") });

/** What an earlier revision is kept in. */
const revisionsOf = (resource: string): AlsoRead =>
  beside(resource === "deployments" ? "replicasets" : "controllerrevisions");

export const changeVerbs: readonly ChangeSpec[] = [
  {
    verb: "scale",
    words: ["scale"],
    target: objects("deployments", "statefulsets", "replicasets", "replicationcontrollers"),
    flags: scaleFlags,
    needs: [["replicas"]],
    effects: (resource, flags) => {
      const isConditional = flags.has("current-replicas") || flags.has("resource-version");
      return isConditional
        ? { reads: [beside(`${resource}/scale`)], writes: self(`${resource}/scale`, "update") }
        : patched(`${resource}/scale`);
    },
    risks: ({ flags }) => (Number(flags.get("replicas")) === 0 ? ["stops"] : []),
    example: "kubectl scale deployment/api -n payments --replicas=3",
  },
  {
    verb: "rollout restart",
    words: ["rollout", "restart"],
    target: objects(...rolledOut),
    flags: [],
    effects: patched,
    example: "kubectl rollout restart deployment/api -n payments",
  },
  {
    verb: "rollout undo",
    words: ["rollout", "undo"],
    target: objects(...rolledOut),
    flags: undoFlags,
    effects: (resource) => ({ reads: [revisionsOf(resource)], writes: self(resource, "patch") }),
    example: "kubectl rollout undo deployment/api -n payments",
  },
  ...(["pause", "resume"] as const).map(
    (word): ChangeSpec => ({
      verb: `rollout ${word}`,
      words: ["rollout", word],
      target: objects("deployments"),
      flags: [],
      effects: patched,
      example: `kubectl rollout ${word} deployment/api -n payments`,
    }),
  ),
  ...(["cordon", "uncordon"] as const).map(
    (word): ChangeSpec => ({
      verb: word,
      words: [word],
      of: "nodes",
      target: objects("nodes"),
      flags: [],
      effects: patched,
      example: `kubectl ${word} aks-system-31846275-vmss000000`,
    }),
  ),
  {
    verb: "drain",
    words: ["drain"],
    of: "nodes",
    target: objects("nodes"),
    flags: drainFlags,
    // A node of AKS has pods of DaemonSets: without it kubectl cordons the node, and stops there.
    needs: [["ignore-daemonsets"]],
    bound: { flag: "timeout", value: "4m", unless: ["timeout"] },
    effects: (_resource, flags) => ({
      reads: [
        { resource: "pods", where: "everywhere" },
        { resource: "daemonsets", where: "everywhere" },
      ],
      writes: [
        ...self("nodes", "patch"),
        flags.get("disable-eviction") === "true"
          ? { verb: "delete", resource: "pods", where: "everywhere" }
          : { verb: "create", resource: "pods/eviction", where: "everywhere" },
      ],
    }),
    risks: ({ flags }) => risksOfDrain(flags),
    example: "kubectl drain aks-system-31846275-vmss000000 --ignore-daemonsets",
  },
  {
    verb: "delete",
    words: ["delete"],
    target: objects(),
    flags: deleteFlags,
    bound: { flag: "timeout", value: "1m", unless: ["timeout"] },
    effects: (resource) => ({ reads: [], writes: self(resource, "delete") }),
    risks: ({ resources }) => risksOfDeletion(resources),
    example: "kubectl delete pod api-0 -n payments",
  },
  {
    verb: "label",
    words: ["label"],
    target: objects(),
    flags: labelFlags,
    values: labels,
    effects: patched,
    risks: ({ resources }) => widening(resources),
    example: "kubectl label node aks-system-31846275-vmss000000 tier=web",
  },
  {
    verb: "annotate",
    words: ["annotate"],
    target: objects(),
    flags: labelFlags,
    values: annotations,
    effects: patched,
    risks: ({ resources }) => widening(resources),
    example: "kubectl annotate deployment/api note=restarted -n payments",
  },
  {
    verb: "taint",
    words: ["taint"],
    apart: "nodes",
    target: objects("nodes"),
    flags: taintFlags,
    values: taints,
    effects: patched,
    risks: ({ values }) => risksOfTaints(values),
    example: "kubectl taint nodes aks-system-31846275-vmss000000 dedicated=web:NoSchedule",
  },
  {
    verb: "set image",
    words: ["set", "image"],
    target: objects(...withPodTemplate),
    flags: setImageFlags,
    values: images,
    effects: patched,
    example: "kubectl set image deployment/api api=contoso.azurecr.io/api:1.4.2 -n payments",
  },
  {
    verb: "set env",
    words: ["set", "env"],
    target: objects(...withPodTemplate),
    flags: setEnvFlags,
    values: variables,
    effects: patched,
    example: "kubectl set env deployment/api LOG_LEVEL=debug -n payments",
  },
  {
    verb: "set resources",
    words: ["set", "resources"],
    target: objects(...withPodTemplate),
    flags: setResourcesFlags,
    needs: [["limits", "requests"]],
    effects: patched,
    example: "kubectl set resources deployment/api --limits=memory=512Mi -n payments",
  },
  {
    verb: "patch",
    words: ["patch"],
    target: objects(),
    flags: patchFlags,
    needs: [["patch"]],
    effects: patched,
    risks: ({ resources, flags }) => risksOfPatch(resources, flags.get("patch") ?? ""),
    example: `kubectl patch deployment/api -n payments -p '{"spec":{"paused":true}}'`,
  },
  {
    verb: "autoscale",
    words: ["autoscale"],
    target: objects("deployments", "statefulsets", "replicasets", "replicationcontrollers"),
    flags: autoscaleFlags,
    needs: [["max"]],
    effects: (_resource, flags) => ({
      reads: [],
      writes: [{ ...created("horizontalpodautoscalers"), named: flags.get("name") }],
    }),
    example: "kubectl autoscale deployment/api --min=2 --max=5 --cpu-percent=80 -n payments",
  },
  ...(
    [
      ["apply", "create", "patch"],
      ["create", "create"],
      ["replace", "update"],
    ] as const
  ).map(
    ([verb, ...writes]): ChangeSpec => ({
      verb,
      words: [verb],
      target: objects(),
      flags: fileFlags,
      fromFile: true,
      needs: [["filename"]],
      effects: (resource) => ({ reads: [], writes: self(resource, ...writes) }),
      example: `kubectl ${verb} -f web.yaml -n payments`,
    }),
  ),
];

/** Those that take what they change from a file. */
export const fileVerbs: readonly string[] = changeVerbs.flatMap(({ verb, fromFile }) =>
  fromFile === true ? [verb] : [],
);

/** Names of the verbs as policies and requests use them. */
export const writeVerbs: readonly string[] = changeVerbs.map(({ verb }) => verb);
