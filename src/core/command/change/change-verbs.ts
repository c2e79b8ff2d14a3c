// The verbs that change something: what may follow them, and what kubectl asks the API server for. Taken from the
// requests that kubectl 1.34 sends, and held against them by test/kubectl/what-kubectl-changes.test.ts.
import type { AlsoRead } from "../grammar/also-reads.ts";
import { specOf } from "../grammar/verb-spec.ts";
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
const workloads = ["deployments", "daemonsets", "statefulsets"];
const rolledOut = objects(...workloads);
const scaled = objects("deployments", "statefulsets", "replicasets", "replicationcontrollers");
const withPodTemplate = objects(
  ...[...workloads, "replicasets", "replicationcontrollers", "cronjobs", "jobs", "pods"],
);

const self = (resource: string, ...verbs: readonly WriteVerb[]): readonly Effect[] =>
  verbs.map((verb) => ({ verb, resource, where: "self" }));
const beside = (resource: string): AlsoRead => ({ resource, where: "beside" });
const created = (resource: string): Effect => ({ verb: "create", resource, where: "beside" });
const patched = (resource: string): Effects => ({ reads: [], writes: self(resource, "patch") });

/** What an earlier revision is kept in. */
const revisionsOf = (resource: string): AlsoRead =>
  beside(resource === "deployments" ? "replicasets" : "controllerrevisions");

/** Whose objects are patched, where nothing else is said. */
const changing = (
  verb: string,
  target: ChangeSpec["target"],
  flags: ChangeSpec["flags"],
  example: string,
  more: Partial<ChangeSpec> = {},
): ChangeSpec => ({ ...specOf(verb, target, flags, example), effects: patched, ...more });

export const changeVerbs: readonly ChangeSpec[] = [
  changing("scale", scaled, scaleFlags, "kubectl scale deployment/api -n payments --replicas=3", {
    needs: [["replicas"]],
    effects: (resource, flags) => {
      const isConditional = flags.has("current-replicas") || flags.has("resource-version");
      return isConditional
        ? { reads: [beside(`${resource}/scale`)], writes: self(`${resource}/scale`, "update") }
        : patched(`${resource}/scale`);
    },
    risks: ({ flags }) => (Number(flags.get("replicas")) === 0 ? ["stops"] : []),
  }),
  changing("rollout restart", rolledOut, [], "kubectl rollout restart deployment/api -n payments"),
  changing("rollout undo", rolledOut, undoFlags, "kubectl rollout undo deployment/api -n payments", {
    effects: (resource) => ({ reads: [revisionsOf(resource)], writes: self(resource, "patch") }),
  }),
  ...["pause", "resume"].map((word) =>
    changing(
      `rollout ${word}`,
      objects("deployments"),
      [],
      `kubectl rollout ${word} deployment/api -n payments`,
    ),
  ),
  ...["cordon", "uncordon"].map((word) =>
    changing(word, objects("nodes"), [], `kubectl ${word} aks-system-31846275-vmss000000`, { of: "nodes" }),
  ),
  changing(
    "drain",
    objects("nodes"),
    drainFlags,
    "kubectl drain aks-system-31846275-vmss000000 --ignore-daemonsets",
    {
      of: "nodes",
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
    },
  ),
  changing("delete", objects(), deleteFlags, "kubectl delete pod api-0 -n payments", {
    bound: { flag: "timeout", value: "1m", unless: ["timeout"] },
    effects: (resource) => ({ reads: [], writes: self(resource, "delete") }),
    risks: ({ resources }) => risksOfDeletion(resources),
  }),
  changing("label", objects(), labelFlags, "kubectl label node aks-system-31846275-vmss000000 tier=web", {
    values: labels,
    risks: ({ resources }) => widening(resources),
  }),
  changing("annotate", objects(), labelFlags, "kubectl annotate deployment/api note=restarted -n payments", {
    values: annotations,
    risks: ({ resources }) => widening(resources),
  }),
  changing(
    "taint",
    objects("nodes"),
    taintFlags,
    "kubectl taint nodes aks-system-31846275-vmss000000 dedicated=web:NoSchedule",
    { apart: "nodes", values: taints, risks: (said) => risksOfTaints(said.values) },
  ),
  changing(
    "set image",
    withPodTemplate,
    setImageFlags,
    "kubectl set image deployment/api api=contoso.azurecr.io/api:1.4.2 -n payments",
    { values: images },
  ),
  changing(
    "set env",
    withPodTemplate,
    setEnvFlags,
    "kubectl set env deployment/api LOG_LEVEL=debug -n payments",
    { values: variables },
  ),
  changing(
    "set resources",
    withPodTemplate,
    setResourcesFlags,
    "kubectl set resources deployment/api --limits=memory=512Mi -n payments",
    { needs: [["limits", "requests"]] },
  ),
  changing(
    "patch",
    objects(),
    patchFlags,
    `kubectl patch deployment/api -n payments -p '{"spec":{"paused":true}}'`,
    {
      needs: [["patch"]],
      risks: ({ resources, flags }) => risksOfPatch(resources, flags.get("patch") ?? ""),
    },
  ),
  changing(
    "autoscale",
    scaled,
    autoscaleFlags,
    "kubectl autoscale deployment/api --min=2 --max=5 --cpu-percent=80 -n payments",
    {
      needs: [["max"]],
      effects: (_resource, flags) => ({
        reads: [],
        writes: [{ ...created("horizontalpodautoscalers"), named: flags.get("name") }],
      }),
    },
  ),
  ...(
    [
      ["apply", "create", "patch"],
      ["create", "create"],
      ["replace", "update"],
    ] as const
  ).map(([verb, ...writes]) =>
    changing(verb, objects(), fileFlags, `kubectl ${verb} -f web.yaml -n payments`, {
      ...{ fromFile: true, needs: [["filename"]] },
      effects: (resource) => ({ reads: [], writes: self(resource, ...writes) }),
    }),
  ),
];

/** Those that take what they change from a file. */
export const fileVerbs: readonly string[] = changeVerbs.flatMap(({ verb, fromFile }) =>
  fromFile === true ? [verb] : [],
);

/** Names of the verbs as policies and requests use them. */
export const writeVerbs: readonly string[] = changeVerbs.map(({ verb }) => verb);
