// A private DNS zone of the owner's own: whenever AKS applies a cluster, it writes the API server's record there as the
// cluster's identity, and leaves it as it is where that may not.
import { objectOf, textOf } from "../json.ts";
import type { World } from "../world.ts";
import { endpointAddressOf } from "./api-address.ts";
import { identitiesOf } from "./managed-identity.ts";
import type { Resource } from "./resource-store.ts";

const recordType = "Microsoft.Network/privateDnsZones/A";

export function writeOwnRecord(world: World, cluster: Resource): void {
  const zone = world.store.get(textOf(objectOf(cluster.properties.apiServerAccessProfile).privateDNSZone));
  const [principal] = identitiesOf(cluster);
  const address = endpointAddressOf(world.store, cluster);
  if (zone === undefined || principal === undefined || address === null) return;
  if (!world.access.allows(principal, `${recordType}/write`, zone.id)) return;
  const name = textOf(cluster.properties.privateFQDN).split(".")[0] ?? "";
  const record = world.store.list(recordType, zone.id).find((each) => each.name === name);
  if (record !== undefined) record.properties.aRecords = [{ ipv4Address: address }];
}
