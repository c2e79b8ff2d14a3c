// Anything that is kept, without one person's ids and name: what stands in their place is nobody's.
import type { Person } from "../app/ports/store.ts";

const nobody = {
  objectId: "00000000-0000-0000-0000-000000000000",
  displayName: "somebody who was forgotten",
};

/** By which an object says who it is. */
const identity: readonly string[] = ["objectId", "tenantId", "displayName"];

/**
 * An object that is somebody else by its ids keeps these and its name, whatever they are called; one that is the person by its
 * ids loses the name it bears, also one that they had earlier.
 */
export function withoutPerson(value: unknown, person: Person): unknown {
  if (typeof value === "string") return withoutWords(value, person);
  if (Array.isArray(value)) return value.map((each) => withoutPerson(each, person));
  if (typeof value !== "object" || value === null) return value;
  const own = isAnother({ ...value }, person) ? identity : [];
  const left = Object.entries(value).map(([key, each]) => [
    key,
    own.includes(key) ? each : withoutPerson(each, person),
  ]);
  if (own.length > 0) return Object.fromEntries(left);
  const isThem = "objectId" in value && "displayName" in value;
  return { ...Object.fromEntries(left), ...(isThem && { displayName: nobody.displayName }) };
}

function isAnother(fields: Readonly<Record<string, unknown>>, person: Person): boolean {
  const { objectId, tenantId = person.tenantId } = fields;
  return typeof objectId === "string" && (objectId !== person.objectId || tenantId !== person.tenantId);
}

/** The id of Teams may hold that of Entra. */
function withoutWords(text: string, { userId, objectId, displayName }: Person): string {
  const without = userId === "" ? text : text.replaceAll(userId, "");
  const nameless = displayName === "" ? without : without.replaceAll(displayName, nobody.displayName);
  return nameless.replaceAll(objectId, nobody.objectId);
}
