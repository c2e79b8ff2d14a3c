// Merge patch (RFC 7386), the part of Kubernetes' strategic merge patch that kubectl's own commands send, and JSON patch
// (RFC 6902), all of it.
import { z } from "zod";
import { applyPatch, patchOperation } from "../scenario/json-patch.ts";
import { type Fields, isFields, text } from "./kube-object.ts";

/** What cannot be carried out; the API server says the same of each. */
export class PatchError extends Error {}

/** As the API server takes it: what an operation does not need is passed over. Throws `PatchError`. */
export function jsonPatch(target: unknown, operations: readonly unknown[]): unknown {
  const read = z.array(patchOperation).safeParse(operations.map(needed));
  if (!read.success) throw new PatchError(z.prettifyError(read.error));
  // In the place of the whole object nothing is written: the API server finds no such path.
  if (read.data.some(({ path }) => path === "")) throw new PatchError("doc is missing path");
  try {
    return applyPatch(z.json().parse(target), read.data);
  } catch (error) {
    throw new PatchError(String(error));
  }
}

function needed(operation: unknown): unknown {
  if (!isFields(operation)) return operation;
  const { op, path, from, value } = operation;
  if (op === "remove") return { op, path };
  return op === "move" || op === "copy" ? { op, path, from } : { op, path, value: value ?? null };
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
