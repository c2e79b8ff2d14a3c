// A private endpoint shows the state of its connection, which is approved, rejected or removed on the other side. Azure
// makes its interface and its connection with it, and takes them away with it.
import { type JsonObject, listOf, objectOf, textOf } from "../json.ts";
import { parseArmPath, sameId } from "./arm-path.ts";
import type { Resource, ResourceStore } from "./resource-store.ts";

const endpointType = "Microsoft.Network/privateEndpoints";
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

/** What the endpoint is to lead to. One that its maker asked for by hand waits for its owner. */
function connectionsOf({ properties }: Resource): { target: string; status: "Approved" | "Pending" }[] {
  const targets = (property: string) =>
    listOf(properties[property]).map((each) =>
      textOf(objectOf(objectOf(each).properties).privateLinkServiceId),
    );
  return [
    ...targets("privateLinkServiceConnections").map((target) => ({ target, status: "Approved" as const })),
    ...targets("manualPrivateLinkServiceConnections").map((target) => ({
      target,
      status: "Pending" as const,
    })),
  ];
}

const connectionIdOf = (target: string, endpoint: Resource): string =>
  `${target}/privateEndpointConnections/${endpoint.name}`;

function makeEndpoint(store: ResourceStore, endpoint: Resource): void {
  const { parent } = parseArmPath(endpoint.id);
  const nicId = `${parent}/providers/Microsoft.Network/networkInterfaces/${endpoint.name}.nic`;
  const { subnet = {} } = endpoint.properties;
  store.put(nicId, {
    location: endpoint.location ?? "",
    properties: {
      privateEndpoint: { id: endpoint.id },
      ipConfigurations: [{ name: "privateEndpointIpConfig", properties: { primary: true, subnet } }],
    },
  });
  endpoint.properties.networkInterfaces = [{ id: nicId }];
  for (const { target, status } of connectionsOf(endpoint)) {
    if (store.get(target) === undefined) continue;
    const connection = store.put(connectionIdOf(target, endpoint), {
      properties: { privateEndpoint: { id: endpoint.id }, privateLinkServiceConnectionState: { status } },
    });
    mirrorConnection(store, undefined, connection);
  }
}

function removeEndpoint(store: ResourceStore, endpoint: Resource): void {
  for (const nic of listOf(endpoint.properties.networkInterfaces)) store.delete(textOf(objectOf(nic).id));
  for (const { target } of connectionsOf(endpoint)) {
    const own = store
      .list(`${parseArmPath(target).type}/privateEndpointConnections`, target)
      .filter(({ properties }) => sameId(textOf(objectOf(properties.privateEndpoint).id), endpoint.id));
    for (const { id } of own) store.delete(id);
  }
}

/** After an endpoint was made or deleted. */
export function settleEndpoint(
  store: ResourceStore,
  before: Resource | undefined,
  after: Resource | undefined,
): void {
  const endpoint = after ?? before;
  if (endpoint === undefined || !sameId(endpoint.type, endpointType)) return;
  if (before === undefined) makeEndpoint(store, endpoint);
  if (after === undefined) removeEndpoint(store, endpoint);
}
