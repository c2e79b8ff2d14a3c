// Changes of what a scenario has in Azure, as merge patches of its resources' properties.
import { type JsonObject, listOf, mergePatch, objectOf } from "../../simulator/json.ts";
import type { Scenario } from "../../simulator/scenario/schema.ts";

/** From a resource's properties to a merge patch of them; null takes the resource away. */
export type Change = (properties: JsonObject) => JsonObject | null;

/** Changes by the id of the resource; one that is not there yet begins with no properties. */
export type Changes = Readonly<Record<string, Change>>;

export function withChanges(healthy: Scenario, changes: Changes): Scenario {
  const resources = new Map(healthy.resources.map((item) => [item.id, item]));
  for (const [id, change] of Object.entries(changes)) {
    const item = resources.get(id) ?? { id, location: "westeurope", properties: {} };
    const patch = change(item.properties);
    if (patch === null) resources.delete(id);
    else resources.set(id, { ...item, properties: mergePatch(item.properties, patch) });
  }
  return { ...healthy, resources: [...resources.values()] };
}

export const gone: Change = () => null;
export const set =
  (patch: JsonObject): Change =>
  () =>
    patch;

/** The same for every object of a list. */
export const setEach =
  (list: string, patchOf: (item: JsonObject) => JsonObject): Change =>
  (properties) => ({
    [list]: listOf(properties[list])
      .map(objectOf)
      .map((item) => mergePatch(item, patchOf(item))),
  });

/** A security rule that denies TCP, unless said otherwise. */
export const rule = (name: string, priority: number, properties: JsonObject): JsonObject => ({
  name,
  properties: {
    priority,
    access: "Deny",
    protocol: "Tcp",
    sourceAddressPrefix: "*",
    sourcePortRange: "*",
    destinationAddressPrefix: "*",
    ...properties,
  },
});
