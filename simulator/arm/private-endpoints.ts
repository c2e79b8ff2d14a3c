// A private endpoint shows the state of its connection, which is approved, rejected or removed on the other side.
import { type JsonObject, listOf, objectOf, textOf } from "../json.ts";
import { parseArmPath, sameId } from "./arm-path.ts";
import type { Resource, ResourceStore } from "./resource-store.ts";

const connectionType = /\/privateEndpointConnections$/i;

/** After a connection of a cluster was written or deleted: its endpoint says the same. */
export function mirrorConnection(
  store: ResourceStore,
  before: Resource | undefined,
  after: Resource | undefined,
): void {
  const connection = after ?? before;
  if (connection === undefined || !connectionType.test(connection.type)) return;
  const endpoint = store.get(textOf(objectOf(connection.properties.privateEndpoint).id));
  if (endpoint === undefined) return;
  const state: JsonObject =
    after === undefined
      ? { status: "Disconnected", description: "Removed by the owner of the service." }
      : objectOf(after.properties.privateLinkServiceConnectionState);
  const target = parseArmPath(connection.id).parent;
  for (const property of ["privateLinkServiceConnections", "manualPrivateLinkServiceConnections"]) {
    for (const link of listOf(endpoint.properties[property]).map(objectOf)) {
      const properties = objectOf(link.properties);
      if (!sameId(textOf(properties.privateLinkServiceId), target)) continue;
      properties.privateLinkServiceConnectionState = { actionsRequired: "None", ...structuredClone(state) };
    }
  }
}
