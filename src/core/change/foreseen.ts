// What comes of a change, as far as the object itself tells: for verbs whose dry run prints nothing of it.
import type { ChangeRequest } from "../command/change/change-request.ts";
import type { Touched } from "../run/proposed.ts";
import { type FieldChanges, fieldChange, fieldChanges } from "./field-changes.ts";
import { flagOf, type NamedObjects } from "./named-objects.ts";
import { at, type Fields, isFields } from "./printed-objects.ts";

/** `isMissing`: it is not there yet. */
export const doesOf = (
  { verb }: ChangeRequest,
  { isMade, mayBeMade }: NamedObjects,
  isMissing: boolean,
): Touched["does"] => {
  if (isMade === true || (mayBeMade === true && isMissing)) return "create";
  if (verb === "delete") return "delete";
  if (verb === "rollout restart") return "restart";
  return verb === "drain" ? "evict" : "change";
};

/** One field that the verb sets, where it is not so already. */
const set = (object: Fields, path: string, after: unknown): FieldChanges => {
  const before = at(object, path);
  return { fields: (before ?? false) === (after ?? false) ? [] : [fieldChange(path, before, after)] };
};

/** `undone`: the revision that comes back, of `rollout undo`. */
export function foreseenFields(
  request: ChangeRequest,
  named: NamedObjects,
  object: Fields,
  undone: Fields | null,
): FieldChanges {
  switch (request.verb) {
    case "scale":
      return set(object, "spec.replicas", Number(flagOf(request, "replicas")));
    case "rollout pause":
      return set(object, "spec.paused", true);
    case "rollout resume":
      return set(object, "spec.paused", undefined);
    case "cordon":
    case "drain":
      return set(object, "spec.unschedulable", true);
    case "uncordon":
      return set(object, "spec.unschedulable", undefined);
    case "rollout undo":
      return undone === null
        ? { fields: [] }
        : fieldChanges(restored(named, object), restored(named, undone));
    default:
      return { fields: [] };
  }
}

/** What a revision brings back; of a Deployment its annotations too, in place of those that it has. */
function restored({ type }: NamedObjects, object: Fields): Fields {
  const annotations = at(object, "metadata.annotations");
  if (type !== "deployments" || !isFields(annotations)) return templateOf(object);
  const back = Object.entries(annotations).filter(([key]) => !keptOnUndo.has(key));
  return { ...templateOf(object), metadata: { annotations: Object.fromEntries(back) } };
}

/** From kubectl's own rollback. */
const keptOnUndo = new Set([
  ...["revision", "revision-history", "desired-replicas", "max-replicas"].map(
    (name) => `deployment.kubernetes.io/${name}`,
  ),
  "deprecated.deployment.rollback.to",
  "kubectl.kubernetes.io/last-applied-configuration",
]);

/** The template of its pods alone; a ReplicaSet's has one label more. */
function templateOf(object: Fields): Fields {
  const template = at(object, "spec.template");
  const labels = at(template, "metadata.labels");
  if (!isFields(template) || !isFields(labels) || !isFields(template.metadata)) return { spec: { template } };
  const { "pod-template-hash": _, ...own } = labels;
  return { spec: { template: { ...template, metadata: { ...template.metadata, labels: own } } } };
}

const countAt = (object: Fields, ...paths: readonly string[]): number => {
  const count = paths.map((path) => at(object, path)).find((value) => typeof value === "number");
  return typeof count === "number" ? count : 0;
};

const running = (object: Fields): number =>
  countAt(object, "status.currentNumberScheduled", "status.active", "status.replicas", "spec.replicas");

/** Pods that end with it, or make way for others; 0: none, or nobody knows. */
export function podsEnding(
  request: ChangeRequest,
  named: NamedObjects,
  object: Fields,
  fields: FieldChanges,
): number {
  switch (request.verb) {
    case "scale":
      return Math.max(0, countAt(object, "spec.replicas") - Number(flagOf(request, "replicas")));
    case "delete":
      if (named.type === "pods") return 1;
      return flagOf(request, "cascade") === "orphan" ? 0 : running(object);
    case "rollout restart":
      return running(object);
    default:
      return replacesPods(named, object, fields) ? running(object) : fewer(fields);
  }
}

/** Of an object that is written whole, or patched: so many it scales down by. */
function fewer({ fields }: FieldChanges): number {
  const scaled = fields.find(({ path }) => path === "spec.replicas");
  const by = Number(scaled?.before ?? 0) - Number(scaled?.after ?? 0);
  return Number.isFinite(by) ? Math.max(0, by) : 0;
}

/** A StatefulSet may say that the claims of its pods go with them, and what stands on their volumes. */
export function losesVolumes({ verb }: ChangeRequest, object: Fields, changed: FieldChanges): boolean {
  const retention = at(object, "spec.persistentVolumeClaimRetentionPolicy");
  if (verb === "delete") return at(retention, "whenDeleted") === "Delete";
  return fewer(changed) > 0 && at(retention, "whenScaled") === "Delete";
}

const rolledOut = ["deployments", "daemonsets", "statefulsets"];

/** Another template: the controller makes the pods anew, where it is told to do that by itself. */
const replacesPods = ({ type }: NamedObjects, object: Fields, { fields }: FieldChanges): boolean =>
  rolledOut.includes(type) &&
  fields.some(({ path }) => path.startsWith("spec.template")) &&
  at(object, "spec.paused") !== true &&
  at(object, "spec.updateStrategy.type") !== "OnDelete";
