// What a write to Azure would change of a resource, field by field.

import { type ArmWrite, type Body, namesIn } from "../fix/write/arm-write.ts";
import { writtenByPeople } from "../fix/write/written-fields.ts";
import type { FieldChange, Touched } from "../run/proposed.ts";

const isBranch = (value: unknown): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** A list counts as one value: an item that goes would rename all behind it. */
function leavesOf(value: unknown, path: string): readonly (readonly [path: string, value: unknown])[] {
  if (!isBranch(value)) return value === undefined || value === null ? [] : [[path, value]];
  return Object.entries(value).flatMap(([name, each]) =>
    leavesOf(each, path === "" ? name : `${path}.${name}`),
  );
}

function said(value: unknown): string {
  const isPlain = (each: unknown) => typeof each !== "object";
  const list = Array.isArray(value) && value.every(isPlain) ? value.join(", ") : null;
  return list ?? (typeof value === "string" ? value : JSON.stringify(value));
}

/** In the order of the fields before; null: it is not there. Values are whole, and not masked. */
function changedFields(before: Body | null, after: Body | null): readonly FieldChange[] {
  const [was, is] = [new Map(leavesOf(before ?? {}, "")), new Map(leavesOf(after ?? {}, ""))];
  const sayAt = (leaves: ReadonlyMap<string, unknown>, path: string) =>
    leaves.has(path) ? said(leaves.get(path)) : null;
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => JSON.stringify(was.get(path)) !== JSON.stringify(is.get(path)))
    .map((path) => ({ path, before: sayAt(was, path), after: sayAt(is, path) }));
}

function doesOf({ what }: ArmWrite, before: Body | null): Touched["does"] {
  if (what.do === "delete") return "delete";
  if (what.do === "act") return what.action === "restart" || what.action === "reset" ? "restart" : "change";
  return before === null ? "create" : "change";
}

/** `version`: of what was seen; null where it was not there. */
export function touchedBy(
  write: ArmWrite,
  before: Body | null,
  after: Body | null,
  version: string | null,
): Touched {
  const { id, type } = write;
  const own = (body: Body | null) => (body === null ? null : writtenByPeople(type, body));
  return {
    ...{ type, name: namesIn(id, type)?.names.join("/") ?? id, namespace: null, version },
    ...{ does: doesOf(write, before), fields: changedFields(own(before), own(after)) },
  };
}
