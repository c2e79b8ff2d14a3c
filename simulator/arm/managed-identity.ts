// The managed identities that a resource acts as, by their object ids.
import { type Json, objectOf, textOf } from "../json.ts";
import { sameId } from "./arm-path.ts";
import type { Resource } from "./resource-store.ts";

export function identitiesOf(resource: { [name: string]: Json | undefined }): string[] {
  const { principalId, userAssignedIdentities } = objectOf(resource.identity);
  const given = Object.values(objectOf(userAssignedIdentities)).map((item) => objectOf(item).principalId);
  return [principalId, ...given].map(textOf).filter((id) => id !== "");
}

/** The ids of an identity are Azure's own to say: a client writes the identity's name alone. */
export function keepIdentityIds(before: Resource | undefined, after: Resource): void {
  const identity = objectOf(after.identity);
  const known = objectOf(before?.identity);
  const given = objectOf(identity.userAssignedIdentities);
  const knownGiven = Object.entries(objectOf(known.userAssignedIdentities));
  for (const [id, said] of Object.entries(given)) {
    const [, ids] = knownGiven.find(([name]) => sameId(name, id)) ?? [];
    given[id] = { ...objectOf(ids), ...objectOf(said) };
  }
  for (const id of ["principalId", "tenantId"])
    if (textOf(identity[id]) === "" && textOf(known[id]) !== "") identity[id] = textOf(known[id]);
}
