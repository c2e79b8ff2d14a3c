// JSON Patch (RFC 6902): how one scenario is written as a variation of another.
import { z } from "zod";
import { isObject, type Json, sameJson } from "../json.ts";

const pointer = z.string().regex(/^(\/.*)?$/, "must be a JSON pointer, such as /resources/0/properties");
export const patchOperation = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("add"), path: pointer, value: z.json() }),
  z.strictObject({ op: z.literal("replace"), path: pointer, value: z.json() }),
  z.strictObject({ op: z.literal("test"), path: pointer, value: z.json() }),
  z.strictObject({ op: z.literal("remove"), path: pointer }),
  z.strictObject({ op: z.literal("move"), path: pointer, from: pointer }),
  z.strictObject({ op: z.literal("copy"), path: pointer, from: pointer }),
]);
export type PatchOperation = z.infer<typeof patchOperation>;

/** Applies the operations in order to a copy. Throws an Error that names the operation that did not fit. */
export function applyPatch(document: Json, operations: readonly PatchOperation[]): Json {
  const root: Json[] = [structuredClone(document)];
  for (const [index, operation] of operations.entries()) {
    try {
      applyOperation(root, operation);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`patch operation ${index} (${operation.op} ${operation.path}): ${reason}`);
    }
  }
  return root[0] ?? null;
}

// The document stands in a list of one, so that "" addresses it like any other place.
function applyOperation(root: Json[], operation: PatchOperation): void {
  const target = ["0", ...tokens(operation.path)];
  switch (operation.op) {
    case "add":
      insert(root, target, structuredClone(operation.value));
      break;
    case "replace":
      remove(root, target);
      insert(root, target, structuredClone(operation.value));
      break;
    case "remove":
      remove(root, target);
      break;
    case "test":
      if (!sameJson(read(root, target), operation.value)) throw new Error("the value is another one");
      break;
    case "copy":
      insert(root, target, structuredClone(read(root, ["0", ...tokens(operation.from)])));
      break;
    case "move":
      insert(root, target, remove(root, ["0", ...tokens(operation.from)]));
      break;
  }
}

function tokens(path: string): string[] {
  return path
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function read(root: Json, path: readonly string[]): Json {
  let value = root;
  for (const token of path) {
    const next = Array.isArray(value)
      ? value[indexOf(token, value.length - 1)]
      : isObject(value) && Object.hasOwn(value, token)
        ? value[token]
        : undefined;
    if (next === undefined) throw new Error(`there is no "${token}"`);
    value = next;
  }
  return value;
}

function insert(root: Json[], path: readonly string[], value: Json): void {
  const container = read(root, path.slice(0, -1));
  const key = path.at(-1) ?? "";
  if (Array.isArray(container)) {
    if (container === root) root[0] = value;
    else container.splice(key === "-" ? container.length : indexOf(key, container.length), 0, value);
  } else if (isObject(container)) container[key] = value;
  else throw new Error("its parent is neither an object nor a list");
}

function remove(root: Json[], path: readonly string[]): Json {
  const container = read(root, path.slice(0, -1));
  const removed = read(root, path);
  const key = path.at(-1) ?? "";
  if (Array.isArray(container)) {
    if (container !== root) container.splice(Number(key), 1);
  } else if (isObject(container)) delete container[key];
  return removed;
}

function indexOf(token: string, last: number): number {
  if (!/^(0|[1-9]\d*)$/.test(token)) throw new Error(`"${token}" is not a list index`);
  if (Number(token) > last) throw new Error(`index ${token} is past the end`);
  return Number(token);
}
