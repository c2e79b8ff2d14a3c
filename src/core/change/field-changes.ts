// Two states of an object, field by field.

import { type ChangeRisk, telling } from "../command/change/change-risks.ts";
import type { FieldChange, Touched } from "../run/proposed.ts";
import { at, type Fields, isFields } from "./printed-objects.ts";

// What people should know of fields that would be other ones, whatever makes them so: a patch that replaces a list takes
// away what it does not name, and a revision that comes back brings what it had.

/** As a pointer in JSON: `a.b[c]` is `"/a/b/c"`. */
const pointerTo = (path: string): string => `"/${path.replaceAll(/[.[\]]+/g, "/")}"`;

/** So many of these taints move the pods that do not tolerate them. */
const movingPods = (taints: string | null): number => (taints?.match(/"NoExecute"/g) ?? []).length;

function riskOf({ path, before, after }: FieldChange): ChangeRisk | null {
  if (path === "metadata.finalizers" && before !== null) return "irreversible";
  // An owner that is not there takes the object with it.
  if (path.startsWith("metadata.ownerReferences") && after !== null) return "irreversible";
  if (/^spec\.(?:replicas|parallelism)$/.test(path) && after === "0") return "stops";
  if (path === "spec.suspend" && after === "true") return "stops";
  if (path === "spec.taints" && movingPods(after) > movingPods(before)) return "drainsNode";
  if (/^spec\.persistentVolume(?:ReclaimPolicy|ClaimRetentionPolicy\.\w+)$/.test(path) && after === "Delete")
    return "deletesVolume";
  return [pointerTo(path), before ?? "", after ?? ""].some((each) => telling.test(each))
    ? "widensRights"
    : null;
}

/** Each once. Expects values that are whole. */
const risksOfFields = (fields: readonly FieldChange[]): readonly ChangeRisk[] =>
  [...new Set(fields.flatMap((field) => riskOf(field) ?? []))].toSorted();

/** What the API server keeps of an object for itself, and what says the whole of it once more. */
const ownMetadata = new Set(
  "creationTimestamp generation managedFields name namespace resourceVersion selfLink uid".split(" "),
);
const applied = "kubectl.kubernetes.io/last-applied-configuration";
const most = 150;

export type FieldChanges = Pick<Touched, "fields" | "moreFields" | "risks">;

/**
 * What is no part of the difference. `applied`: kubectl itself keeps in an annotation what was applied, which says nothing
 * more. `status`: the API server takes it from nobody who writes the object.
 */
type LeftOut = Readonly<{ applied: boolean; status: boolean }>;

/** `before`: null where there is no object yet. Values are whole, and not masked. */
export function fieldChanges(
  before: Fields | null,
  after: Fields,
  leftOut: LeftOut = { applied: true, status: true },
): FieldChanges {
  const all = [...difference("", told(before ?? {}, leftOut), told(after, leftOut))];
  const fields = all.slice(0, most);
  const risks = risksOfFields(all);
  return {
    fields,
    ...(all.length > most && { moreFields: all.length - most }),
    ...(risks.length > 0 && { risks }),
  };
}

/** As texts; null: it is not there. `80` and `"80"`, which differ, are told apart as JSON does. */
export function fieldChange(path: string, before: unknown, after: unknown): FieldChange {
  const [was, is] = [textOf(before), textOf(after)];
  return was === is && was !== null
    ? { path, before: canonical(before), after: canonical(after) }
    : { path, before: was, after: is };
}

const without = (fields: Fields, isLeftOut: (key: string) => boolean): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !isLeftOut(key)));

/** What people say of an object. Values of a Secret are no part of that. */
function told(object: Fields, leftOut: LeftOut): Fields {
  const metadata = without(isFields(object.metadata) ? object.metadata : {}, (key) => ownMetadata.has(key));
  const annotations = at(metadata, "annotations");
  const own = isFields(annotations) ? without(annotations, (key) => leftOut.applied && key === applied) : {};
  // Another type of that name is one like any other.
  const isSecret = object.kind === "Secret" && object.apiVersion === "v1";
  return {
    ...without(
      object,
      (key) =>
        ["apiVersion", "kind"].includes(key) ||
        (leftOut.status && key === "status") ||
        (isSecret && ["data", "stringData"].includes(key)),
    ),
    metadata: {
      ...without(metadata, (key) => key === "annotations"),
      ...(Object.keys(own).length > 0 && { annotations: own }),
    },
  };
}

function* difference(path: string, before: unknown, after: unknown): Generator<FieldChange> {
  const [left, right] = partsOf(before, after);
  if (left === null || right === null) {
    if (canonical(before) !== canonical(after)) yield fieldChange(path, before, after);
    return;
  }
  if (left.size + right.size === 0 && isThere(before) !== isThere(after))
    yield fieldChange(path, before, after);
  if (Array.isArray(before)) {
    const [was, is] = [[...left.keys()], [...right.keys()]];
    // What comes new is expected behind what stays.
    const expected = [...was.filter((key) => right.has(key)), ...is.filter((key) => !left.has(key))];
    if (expected.join() !== is.join()) yield fieldChange(path, was.join(), is.join());
  }
  for (const key of new Set([...left.keys(), ...right.keys()]))
    yield* difference(`${path}${key}`.replace(/^\./, ""), left.get(key), right.get(key));
}

/** By the path to each. Of a value that is not there: none. Null where it has none to compare. */
type Parts = ReadonlyMap<string, unknown> | null;

function partsOf(before: unknown, after: unknown): readonly [Parts, Parts] {
  const there = [before, after].filter(isThere);
  const part = there.every(isFields) ? fieldsIn : there.every(isNamedList) ? entriesIn : () => null;
  const of = (value: unknown): Parts => (isThere(value) ? part(value) : new Map());
  return [of(before), of(after)];
}

const isThere = (value: unknown): boolean => value !== undefined && value !== null;
const plain = /^[\w-]+$/;

/** Kubernetes' own types write these even where nothing is in them. */
const alwaysWritten = new Set(["resources", "strategy", "updateStrategy"]);

const fieldsIn = (value: unknown): Parts =>
  new Map(
    Object.entries(isFields(value) ? value : {})
      .filter(([key, inner]) => !alwaysWritten.has(key) || canonical(inner) !== "{}")
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [plain.test(key) ? `.${key}` : `[${key}]`, inner]),
  );

/** Where each entry has a name of its own. */
function isNamedList(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const names = value.map((entry) => (isFields(entry) ? entry.name : undefined));
  return names.every((name) => typeof name === "string") && new Set(names).size === names.length;
}

/** The name is part of the path. */
const entriesIn = (value: unknown): Parts =>
  new Map(
    (Array.isArray(value) ? value : []).filter(isFields).map(({ name, ...rest }) => [`[${name}]`, rest]),
  );

/** As JSON, whatever the order in which its fields are written. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    isFields(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? "";

function textOf(value: unknown): string | null {
  if (!isThere(value)) return null;
  return typeof value === "string" ? value : canonical(value);
}
