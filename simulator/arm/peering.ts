// Peerings as Azure computes them: a state comes from both sides, and so does whether they are in sync.
import type { Reply } from "../http.ts";
import { type Json, type JsonObject, listOf, objectOf, sameJson, textOf } from "../json.ts";
import { armError } from "./arm-errors.ts";
import { parseArmPath, sameId } from "./arm-path.ts";
import type { Resource, ResourceStore } from "./resource-store.ts";

const vnetType = "Microsoft.Network/virtualNetworks";
export const peeringType = `${vnetType}/virtualNetworkPeerings`;

type Side = { vnet: Resource; properties: JsonObject };

/**
 * Recomputes every peering after a change, or after loading (`touched` undefined: what a scenario says about
 * being in sync stays). Without a counterpart a peering is Initiated, or Disconnected once it was connected.
 */
export function settlePeerings(store: ResourceStore, touched?: string): void {
  const vnets = store.all().filter((item) => sameId(item.type, vnetType));
  for (const side of vnets.flatMap(sidesOf)) {
    const remote = vnets.find((item) => sameId(item.id, remoteIdOf(side)));
    if (remote === undefined) {
      // Deleted just now, or outside this scenario: then what is written is all that can be known.
      if (touched !== undefined && sameId(touched, remoteIdOf(side)))
        side.properties.peeringState = "Disconnected";
      side.properties.peeringState ??= "Initiated";
      continue;
    }
    const counterpart = counterpartOf(side, remote);
    side.properties.peeringState = stateOf(side, counterpart);
    settleAddressSpaces(side, remote, counterpart, touched);
  }
}

/** Before a peering is written: refuses what Azure refuses, and lets a disconnected one begin again. */
export function preparePeeringPut(store: ResourceStore, id: string, body: JsonObject): Reply | null {
  const vnet = store.get(parseArmPath(id).parent);
  if (vnet === undefined) return null;
  const side: Side = { vnet, properties: objectOf(body.properties) };
  const remote = store.get(remoteIdOf(side));
  const counterpart = remote && counterpartOf(side, remote);
  if (counterpart?.peeringState === "Disconnected") {
    const message = `Cannot create or update peering ${id}. Because remote peering referencing parent virtual network ${vnet.id} is in Disconnected state. Update or re-create the remote peering to get it back to Initiated state. Peering gets Disconnected when remote vnet or remote peering is deleted and re-created.`;
    return armError(400, "RemotePeeringIsDisconnected", message);
  }
  return null;
}

/** After a peering is written: it starts from the remote network's present address space. */
export function resetPeering(store: ResourceStore, id: string): void {
  const peering = store.get(id);
  if (peering === undefined) return;
  peering.properties.peeringState = "Initiated";
  delete peering.properties.remoteAddressSpace;
}

function sidesOf(vnet: Resource): Side[] {
  return listOf(vnet.properties.virtualNetworkPeerings).map((item) => ({
    vnet,
    properties: objectOf(objectOf(item).properties),
  }));
}

function remoteIdOf(side: Side): string {
  return textOf(objectOf(side.properties.remoteVirtualNetwork).id);
}

function counterpartOf(side: Side, remote: Resource): JsonObject | undefined {
  return sidesOf(remote).find((other) => sameId(remoteIdOf(other), side.vnet.id))?.properties;
}

function stateOf(side: Side, counterpart: JsonObject | undefined): string {
  const before = textOf(side.properties.peeringState);
  if (counterpart !== undefined && before !== "Disconnected") {
    return counterpart.peeringState === "Disconnected" ? before || "Initiated" : "Connected";
  }
  return before === "Connected" || before === "Disconnected" ? "Disconnected" : "Initiated";
}

function settleAddressSpaces(
  { vnet, properties }: Side,
  remote: Resource,
  counterpart: JsonObject | undefined,
  touched: string | undefined,
): void {
  const remoteSpace: Json = structuredClone(objectOf(remote.properties.addressSpace));
  properties.remoteAddressSpace ??= remoteSpace;
  properties.remoteVirtualNetworkAddressSpace = remoteSpace;
  const concerns = touched !== undefined && (sameId(touched, vnet.id) || sameId(touched, remote.id));
  if (properties.peeringSyncLevel !== undefined && !concerns) return;
  const localStale = !samePrefixes(properties.remoteAddressSpace, remoteSpace);
  const seenByRemote = counterpart?.remoteAddressSpace;
  const remoteStale = seenByRemote !== undefined && !samePrefixes(seenByRemote, vnet.properties.addressSpace);
  properties.peeringSyncLevel = syncLevel(localStale, remoteStale);
}

function samePrefixes(a: Json | undefined, b: Json | undefined): boolean {
  const prefixes = (space: Json | undefined): string[] =>
    listOf(objectOf(space).addressPrefixes).map(textOf).toSorted();
  return sameJson(prefixes(a), prefixes(b));
}

function syncLevel(localStale: boolean, remoteStale: boolean): string {
  if (localStale && remoteStale) return "LocalAndRemoteNotInSync";
  if (localStale) return "LocalNotInSync";
  return remoteStale ? "RemoteNotInSync" : "FullyInSync";
}
