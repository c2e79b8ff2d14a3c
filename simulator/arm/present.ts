// A resource as ARM shows it: what is stored, less the simulator's own hints, plus what follows from others.
import { type JsonObject, objectOf } from "../json.ts";
import type { World } from "../world.ts";
import { parseArmPath } from "./arm-path.ts";
import type { Resource } from "./resource-store.ts";

const zoneType = "Microsoft.Network/privateDnsZones";

/** A copy for sending. */
export function present(world: World, resource: Resource): JsonObject {
  const shown = structuredClone(resource);
  if (/^Microsoft\.Compute\/virtualMachines$/i.test(shown.type)) {
    const { extended: _extended, instanceView: _instanceView, ...properties } = shown.properties;
    shown.properties = properties;
  }
  if (new RegExp(`^${zoneType}$`, "i").test(shown.type)) {
    shown.properties.numberOfVirtualNetworkLinks = world.store.list(
      `${zoneType}/virtualNetworkLinks`,
      shown.id,
    ).length;
    shown.properties.numberOfRecordSets = recordSets(world, shown.id).length + 1;
  }
  if (/^Microsoft\.Network\/privateDnsZones\/A$/i.test(shown.type)) {
    const zone = parseArmPath(parseArmPath(shown.id).parent).name;
    shown.properties = { fqdn: `${shown.name}.${zone}.`, ...objectOf(shown.properties) };
  }
  return shown;
}

/** The record sets of a zone, of every type but the zone's own SOA. */
export function recordSets(world: World, zoneId: string): Resource[] {
  const types = ["A", "AAAA", "CNAME", "MX", "PTR", "SRV", "TXT"];
  return types.flatMap((type) => world.store.list(`${zoneType}/${type}`, zoneId));
}
