// A resource as ARM shows it: what is stored, less the simulator's own hints, plus what follows from others.
import { type JsonObject, listOf, objectOf } from "../json.ts";
import type { World } from "../world.ts";
import { parseArmPath } from "./arm-path.ts";
import { etagOf } from "./etags.ts";
import { referencesTo } from "./references.ts";
import type { Resource } from "./resource-store.ts";
import { missingInLists } from "./resource-types.ts";

const zoneType = "Microsoft.Network/privateDnsZones";

/** A copy for sending. */
export function present(world: World, resource: Resource): JsonObject {
  const shown = structuredClone(resource);
  const etag = etagOf(resource);
  if (etag !== undefined) shown.etag = etag;
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
  shown.properties = withoutSecrets(shown.type, shown.properties);
  return withReferences(world, shown);
}

/** What Azure takes and shows nobody again: the values of a container app's secrets. */
export function withoutSecrets(type: string, properties: JsonObject): JsonObject {
  const configuration = objectOf(properties.configuration);
  if (!/^Microsoft\.App\/containerApps$/i.test(type) || configuration.secrets === undefined)
    return properties;
  const secrets = listOf(configuration.secrets).map((item) => ({ name: objectOf(item).name ?? null }));
  return { ...properties, configuration: { ...configuration, secrets } };
}

/** The same as one of a list, which for some types says less. */
export function presentInList(world: World, resource: Resource): JsonObject {
  const shown = present(world, resource);
  const missing = new Set(missingInLists(resource.type));
  const properties = Object.entries(objectOf(shown.properties)).filter(([name]) => !missing.has(name));
  return { ...shown, properties: Object.fromEntries(properties) };
}

/** A network shows its subnets with theirs. */
function withReferences(world: World, shown: Resource): Resource {
  setReferences(world, shown);
  if (/^Microsoft\.Network\/virtualNetworks$/i.test(shown.type)) {
    for (const subnet of listOf(shown.properties.subnets).map(objectOf)) {
      const id = `${shown.id}/subnets/${subnet.name}`;
      setReferences(world, { id, type: `${shown.type}/subnets`, properties: objectOf(subnet.properties) });
    }
  }
  return shown;
}

function setReferences(world: World, target: Pick<Resource, "id" | "type" | "properties">): void {
  for (const [property, value] of Object.entries(referencesTo(world.store, target))) {
    if (value === undefined) delete target.properties[property];
    else target.properties[property] = value;
  }
}

/** The record sets of a zone, of every type but the zone's own SOA. */
export function recordSets(world: World, zoneId: string): Resource[] {
  const types = ["A", "AAAA", "CNAME", "MX", "PTR", "SRV", "TXT"];
  return types.flatMap((type) => world.store.list(`${zoneType}/${type}`, zoneId));
}
