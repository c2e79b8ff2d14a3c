// The managed identities that a resource acts as, by their object ids.
import { type Json, objectOf, textOf } from "../json.ts";

export function identitiesOf(resource: { [name: string]: Json | undefined }): string[] {
  const { principalId, userAssignedIdentities } = objectOf(resource.identity);
  const given = Object.values(objectOf(userAssignedIdentities)).map((item) => objectOf(item).principalId);
  return [principalId, ...given].map(textOf).filter((id) => id !== "");
}
