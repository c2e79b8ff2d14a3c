// Every ARM resource by its id. A child that Azure shows inside its parent lives there, and only there:
// reading, writing and listing it by its own id goes through the parent, so both views are always the same.
import {
  isObject,
  type Json,
  type JsonObject,
  keyIgnoringCase,
  listOf,
  mergePatch,
  objectOf,
  textOf,
} from "../json.ts";
import { isWithin, parseArmPath, sameId } from "./arm-path.ts";
import { defaultProperties, embeddedIn, mergesOnPut, readOnlyOf } from "./resource-types.ts";

export type Resource = JsonObject & { id: string; name: string; type: string; properties: JsonObject };

type Slot = { parent: Resource; property: string; flat: boolean; index: number };

export class ResourceStore {
  readonly #byId = new Map<string, Resource>();

  /** Adds a scenario's resource as it stands, filled up with what Azure would say. */
  load(resource: JsonObject): void {
    const slot = this.#slotOf(textOf(resource.id));
    const complete = completeResource(resource);
    if (slot === null) this.#byId.set(complete.id.toLowerCase(), complete);
    else fill(slot, complete);
  }

  get(id: string): Resource | undefined {
    const found = this.#byId.get(id.toLowerCase());
    if (found !== undefined) return found;
    const slot = this.#slotOf(id);
    if (slot === null || slot.index < 0) return undefined;
    return childView(slot, parseArmPath(id).type);
  }

  /** Direct children of one type: of a resource, or of a resource group or subscription with `deep`. */
  list(type: string, parent: string, deep = false): Resource[] {
    const own = [...this.#byId.values()].filter(
      (item) =>
        sameId(item.type, type) &&
        (deep ? isWithin(parent, item.id) : sameId(parseArmPath(item.id).parent, parent)),
    );
    return [...own, ...this.#embedded(type, parent)];
  }

  all(): Resource[] {
    return [...this.#byId.values()];
  }

  /** Writes as a PUT does; returns what is stored then. Fields only Azure writes stay as they are. */
  put(id: string, body: JsonObject): Resource {
    const existing = this.get(id);
    const { type, name } = parseArmPath(id);
    const written = completeResource({
      ...(existing ?? {}),
      ...body,
      id: existing?.id ?? id,
      name: existing?.name ?? name ?? "",
      type: existing?.type ?? type,
      properties: putProperties(type, existing?.properties, objectOf(body.properties)),
    });
    this.#write(id, written);
    return this.get(id) ?? written;
  }

  /** Merges as a PATCH does. */
  patch(existing: Resource, body: JsonObject): Resource {
    const { id, name, type } = existing;
    const merged = mergePatch(existing, body);
    this.#write(id, { ...merged, id, name, type, properties: objectOf(merged.properties) });
    return this.get(id) ?? existing;
  }

  /** Removes a resource and everything under it; false where there was none. */
  delete(id: string): boolean {
    const slot = this.#slotOf(id);
    if (slot !== null && slot.index >= 0) {
      listOf(slot.parent.properties[slot.property]).splice(slot.index, 1);
      return true;
    }
    const doomed = [...this.#byId.keys()].filter((key) => isWithin(id, key));
    for (const key of doomed) this.#byId.delete(key);
    return doomed.length > 0;
  }

  #write(id: string, resource: Resource): void {
    const slot = this.#slotOf(id);
    if (slot === null) this.#byId.set(id.toLowerCase(), resource);
    else fill(slot, resource);
  }

  #embedded(type: string, parentId: string): Resource[] {
    const parent = this.#byId.get(parentId.toLowerCase());
    const collection = parent && collectionIn(parent, type.split("/").at(-1) ?? "");
    if (
      parent === undefined ||
      collection === undefined ||
      !sameId(`${parent.type}/${collection.segment}`, type)
    ) {
      return [];
    }
    const items = listOf(parent.properties[collection.property]);
    return items.map((_, index) => childView({ parent, ...collection, index }, type));
  }

  /** Where an embedded child stands; index -1 = not there yet. `null`: not a child of that kind. */
  #slotOf(id: string): Slot | null {
    const path = parseArmPath(id);
    if (path.name === null) return null;
    const parent = this.#byId.get(path.parent.toLowerCase());
    const segment = path.type.split("/").at(-1) ?? "";
    const collection = parent && collectionIn(parent, segment);
    if (parent === undefined || collection === undefined) return null;
    const index = listOf(parent.properties[collection.property]).findIndex((item) =>
      sameId(textOf(objectOf(item).name), path.name ?? ""),
    );
    return { parent, property: collection.property, flat: collection.flat, index };
  }
}

/** A known collection, or any list in the parent's properties whose items are named resources. */
function collectionIn(
  parent: Resource,
  segment: string,
): { property: string; segment: string; flat: boolean } | undefined {
  const known = embeddedIn(parent.type).find((item) => sameId(item.segment, segment));
  if (known !== undefined) return { property: known.property, segment, flat: known.flat === true };
  const property = keyIgnoringCase(parent.properties, segment);
  const items = property === undefined ? [] : listOf(parent.properties[property]);
  const isCollection = items.length > 0 && items.every((item) => isObject(item) && isObject(item.properties));
  return property !== undefined && isCollection ? { property, segment, flat: false } : undefined;
}

function childView({ parent, property, flat, index }: Slot, type: string): Resource {
  const item = objectOf(listOf(parent.properties[property])[index]);
  const name = textOf(item.name);
  const segment = type.split("/").at(-1) ?? "";
  const identity = { id: `${parent.id}/${segment}/${name}`, name, type: `${parent.type}/${segment}` };
  if (flat) {
    const { name: _, ...properties } = item;
    return { ...identity, properties };
  }
  return { ...item, ...identity, id: textOf(item.id) || identity.id, properties: objectOf(item.properties) };
}

function fill({ parent, property, flat, index }: Slot, child: Resource): void {
  const items = listOf(parent.properties[property]);
  const item: Json = flat ? { name: child.name, ...child.properties } : child;
  if (index < 0) items.push(item);
  else items[index] = item;
  parent.properties[property] = items;
}

/** Name, type and defaults, for the resource and for the children that stand in it. */
function completeResource(resource: JsonObject): Resource {
  const id = textOf(resource.id).replace(/\/+$/, "");
  const path = parseArmPath(id);
  const type = textOf(resource.type) || path.type;
  const properties: JsonObject = {
    ...defaultProperties(type),
    ...structuredClone(objectOf(resource.properties)),
  };
  for (const { property, segment, flat } of embeddedIn(type)) {
    if (properties[property] === undefined) continue;
    properties[property] = listOf(properties[property]).map((item) =>
      completeChild(objectOf(item), id, `${type}/${segment}`, flat === true),
    );
  }
  return { ...resource, id, name: textOf(resource.name) || (path.name ?? ""), type, properties };
}

function completeChild(item: JsonObject, parentId: string, type: string, flat: boolean): JsonObject {
  if (flat) return { ...defaultProperties(type), ...item };
  const id = textOf(item.id) || `${parentId}/${type.split("/").at(-1)}/${textOf(item.name)}`;
  return { ...item, id, type, properties: { ...defaultProperties(type), ...objectOf(item.properties) } };
}

function putProperties(type: string, existing: JsonObject | undefined, body: JsonObject): JsonObject {
  if (existing === undefined) return { ...body, provisioningState: "Succeeded" };
  const kept: JsonObject = {};
  for (const name of readOnlyOf(type)) {
    const value = existing[name];
    if (value !== undefined) kept[name] = value;
  }
  const base = mergesOnPut(type) ? mergePatch(existing, body) : body;
  const children: JsonObject = {};
  for (const { property, segment, flat } of embeddedIn(type)) {
    children[property] = putChildren(existing[property], body[property], `${type}/${segment}`, flat === true);
  }
  return { ...base, ...children, ...kept, provisioningState: "Succeeded" };
}

/** Children written inside their parent: matched by name, each as if it had been written itself. */
function putChildren(existing: Json | undefined, body: Json | undefined, type: string, flat: boolean): Json {
  if (body === undefined || body === null) return listOf(existing);
  const byName = new Map(
    listOf(existing).map((item) => [textOf(objectOf(item).name).toLowerCase(), objectOf(item)]),
  );
  return listOf(body).map((value) => {
    const item = objectOf(value);
    const before = byName.get(textOf(item.name).toLowerCase());
    if (before === undefined) return item;
    if (flat) return { ...before, ...putProperties(type, before, item) };
    return {
      ...item,
      properties: putProperties(type, objectOf(before.properties), objectOf(item.properties)),
    };
  });
}
