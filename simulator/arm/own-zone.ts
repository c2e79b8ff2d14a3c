// A private DNS zone of the owner's own: whenever AKS applies a cluster, it writes the API server's record there as the
// cluster's identity, and leaves it as it is where that may not.
import { listOf, objectOf, textOf } from "../json.ts";
import type { World } from "../world.ts";
import { identitiesOf } from "./managed-identity.ts";
import { nodeGroupOf } from "./node-group.ts";
import type { Resource } from "./resource-store.ts";

const recordType = "Microsoft.Network/privateDnsZones/A";

/** Where AKS's own endpoint stands now. */
function endpointAddress(world: World, cluster: Resource): string | null {
  const endpoint = world.store.get(
    `${nodeGroupOf(cluster)}/providers/Microsoft.Network/privateEndpoints/kube-apiserver`,
  );
  const [nic] = listOf(endpoint?.properties.networkInterfaces).map(objectOf);
  const [configuration] = listOf(world.store.get(textOf(nic?.id))?.properties.ipConfigurations).map(objectOf);
  return textOf(objectOf(configuration?.properties).privateIPAddress) || null;
}

export function writeOwnRecord(world: World, cluster: Resource): void {
  const zone = world.store.get(textOf(objectOf(cluster.properties.apiServerAccessProfile).privateDNSZone));
  const [principal] = identitiesOf(cluster);
  const address = endpointAddress(world, cluster);
  if (zone === undefined || principal === undefined || address === null) return;
  if (!world.access.allows(principal, `${recordType}/write`, zone.id)) return;
  const name = textOf(cluster.properties.privateFQDN).split(".")[0] ?? "";
  const record = world.store.list(recordType, zone.id).find((each) => each.name === name);
  if (record !== undefined) record.properties.aRecords = [{ ipv4Address: address }];
}
