// JSON patch (RFC 6902), merge patch (RFC 7386) and the part of Kubernetes' strategic merge patch that kubectl's own commands send.

import { isDeepStrictEqual } from "node:util";
import { type Fields, isFields, text } from "./kube-object.ts";

/** Throws a sentence where an operation cannot be carried out. */
export function jsonPatch(target: unknown, operations: readonly unknown[]): unknown {
  return operations.reduce<unknown>(operate, target);
}

function operate(target: unknown, operation: unknown): unknown {
  const keys = text(operation, "path")
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const value = isFields(operation) ? operation.value : undefined;
  const op = text(operation, "op");
  if (!["add", "remove", "replace", "test"].includes(op)) {
    throw new PatchError(`the local Azure carries out no operation "${op}"`);
  }
  return changedAt(target, keys, op, value);
}

export class PatchError extends Error {}

function changedAt(target: unknown, [key, ...rest]: readonly string[], op: string, value: unknown): unknown {
  if (key === undefined) return op === "test" ? tested(target, value) : value;
  const isList = Array.isArray(target);
  const at = isList ? (key === "-" ? target.length : Number(key)) : key;
  const inner = isList || isFields(target) ? Reflect.get(target, at) : undefined;
  if (!isList && !isFields(target)) throw new PatchError(`there is no "${key}"`);
  if (inner === undefined && (op !== "add" || rest.length > 0)) throw new PatchError(`there is no "${key}"`);
  const next =
    rest.length > 0 ? changedAt(inner, rest, op, value) : op === "test" ? tested(inner, value) : value;
  const isGone = rest.length === 0 && op === "remove";
  if (isList) {
    const isNew = rest.length === 0 && op === "add";
    return target.toSpliced(Number(at), isNew ? 0 : 1, ...(isGone ? [] : [next]));
  }
  const { [key]: _, ...others } = target;
  return isGone ? others : { ...target, [key]: next };
}

function tested(found: unknown, value: unknown): unknown {
  if (!isDeepStrictEqual(found, value)) throw new PatchError("the test operation failed");
  return found;
}

/** RFC 7386: objects merge, null removes, everything else replaces. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  return merge(target, patch, () => null);
}

/** As merge patch, but lists of named things merge by their key and `$patch: delete` removes an element. */
export function strategicMergePatch(target: unknown, patch: unknown): unknown {
  return merge(target, patch, (field) => mergeKeys.get(field) ?? null);
}

/** Lists of the built-in kinds that merge by a key; all others are replaced as a whole, taints among them. */
const mergeKeys = new Map([
  ["conditions", "type"],
  ["containers", "name"],
  ["env", "name"],
  ["ephemeralContainers", "name"],
  ["imagePullSecrets", "name"],
  ["initContainers", "name"],
  ["ownerReferences", "uid"],
  ["volumeMounts", "mountPath"],
  ["volumes", "name"],
]);

type KeyOf = (field: string) => string | null;

function merge(target: unknown, patch: unknown, keyOf: KeyOf): unknown {
  if (!isFields(patch)) return patch;
  const merged = new Map(isFields(target) ? Object.entries(target) : []);
  for (const [field, value] of Object.entries(patch)) {
    if (field.startsWith("$")) continue;
    const key = keyOf(field);
    if (value === null) merged.delete(field);
    else if (key !== null && Array.isArray(value)) {
      merged.set(field, mergeByKey(merged.get(field), value, key, keyOf));
    } else merged.set(field, merge(merged.get(field), value, keyOf));
  }
  return Object.fromEntries(merged);
}

function mergeByKey(target: unknown, patch: unknown[], key: string, keyOf: KeyOf): unknown[] {
  const result = Array.isArray(target) ? [...target] : [];
  for (const element of patch) {
    const index = result.findIndex((candidate) => text(candidate, key) === text(element, key));
    if (isDeletion(element)) {
      if (index >= 0) result.splice(index, 1);
    } else if (index >= 0) result[index] = merge(result[index], element, keyOf);
    else result.push(element);
  }
  return result;
}

function isDeletion(element: unknown): element is Fields {
  return isFields(element) && element.$patch === "delete";
}
