// What a deployment would change: https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-what-if
import { isObject, type Json, type JsonObject, objectOf, sameJson } from "../../json.ts";
import type { World } from "../../world.ts";
import { isWithin, sameId } from "../arm-path.ts";
import type { ArmRequest } from "../arm-request.ts";
import { present, withoutSecrets } from "../present.ts";
import { NotThereYet } from "./evaluate.ts";
import type { Plan, Planned } from "./template.ts";

/** Of what is there already; else the expression stays as it stands. */
const referenceNow =
  (world: World) =>
  (id: string): Json => {
    const found = world.store.get(id);
    if (found === undefined) throw new NotThereYet();
    return structuredClone(found.properties);
  };

export const bodyNow = (world: World, planned: Planned): JsonObject => planned.body(referenceNow(world));

export function changesOf({ world, path }: ArmRequest, { resources }: Plan): JsonObject[] {
  const planned = resources.map((each) => changeOf(world, each));
  if (path.resourceGroup === null) return planned;
  const group = `/subscriptions/${path.subscriptionId}/resourceGroups/${path.resourceGroup}`;
  const ignored = world.store
    .all()
    .filter(({ id, type }) => isWithin(`${group}/providers`, id) && type.split("/").length === 2)
    .filter(({ id }) => !resources.some((each) => sameId(each.id, id)))
    .map((resource) => ({
      resourceId: resource.id,
      changeType: "Ignore",
      before: present(world, resource),
      after: present(world, resource),
    }));
  return [...planned, ...ignored];
}

function changeOf(world: World, planned: Planned): JsonObject {
  const { id, type, name, apiVersion } = planned;
  const body = bodyNow(world, planned);
  const shown = { id, type, name: name.split("/").at(-1) ?? name, apiVersion, ...body };
  const before = beforeOf(world, planned);
  if (before === null) return { resourceId: id, changeType: "Create", after: shown };
  const wanted = { ...body, properties: withoutSecrets(type, objectOf(body.properties)) };
  const delta = deltaOf(before, body.properties === undefined ? body : wanted);
  const after = { ...before, ...body };
  return delta.length === 0
    ? { resourceId: id, changeType: "NoChange", before, after: before }
    : { resourceId: id, changeType: "Modify", before, after, delta };
}

function beforeOf(world: World, { id, type, name, body }: Planned): JsonObject | null {
  if (!sameId(type, "Microsoft.Authorization/roleAssignments")) {
    const found = world.store.get(id);
    return found === undefined ? null : present(world, found);
  }
  const there = world.assignments.some((item) => sameId(item.name, name));
  return there ? { id, ...body(referenceNow(world)) } : null;
}

/** What the template does not say stays as it is. */
function deltaOf(before: JsonObject, wanted: JsonObject, base = ""): JsonObject[] {
  return Object.entries(wanted).flatMap(([name, after]) =>
    propertyChange(`${base}${name}`, keyed(before, name), after),
  );
}

const keyed = (object: JsonObject, name: string): Json | undefined => {
  const key = Object.keys(object).find((each) => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : object[key];
};

function propertyChange(path: string, before: Json | undefined, after: Json): JsonObject[] {
  if (isUnset(before) && isUnset(after)) return [];
  if (isUnset(before)) return [{ path, propertyChangeType: "Create", before: null, after, children: null }];
  if (isObject(before) && isObject(after)) return deltaOf(before, after, `${path}.`);
  if (Array.isArray(before) && Array.isArray(after)) return listChange(path, before, after);
  return sameText(before, after)
    ? []
    : [{ path, propertyChangeType: "Modify", before: before ?? null, after, children: null }];
}

const isUnset = (value: Json | undefined): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/** Of ids the case does not count. */
const sameText = (one: Json | undefined, other: Json): boolean =>
  typeof one === "string" && typeof other === "string" && one.startsWith("/subscriptions/")
    ? sameId(one, other)
    : sameJson(one, other);

function listChange(path: string, before: readonly Json[], after: readonly Json[]): JsonObject[] {
  const children = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => {
    const [was, is] = [before[index], after[index]];
    if (is === undefined)
      return [
        {
          path: String(index),
          propertyChangeType: "Delete",
          before: was ?? null,
          after: null,
          children: null,
        },
      ];
    return isObject(was) && isObject(is)
      ? deltaOf(was, is, `${index}.`)
      : propertyChange(String(index), was, is);
  }).flat();
  return children.length === 0
    ? []
    : [{ path, propertyChangeType: "Array", before: null, after: null, children }];
}

/** The body of what-if's answer. */
export const whatIfResult = (request: ArmRequest, plan: Plan): JsonObject => ({
  status: "Succeeded",
  properties: { correlationId: crypto.randomUUID(), changes: changesOf(request, plan) },
});
