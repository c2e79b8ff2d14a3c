// Whether others stand in a resource or name it.
import { type JsonObject, listOf, objectOf, textOf } from "../json.ts";
import { sameId } from "./arm-path.ts";
import { referencesTo } from "./references.ts";
import type { Resource, ResourceStore } from "./resource-store.ts";

const clusterType = "Microsoft.ContainerService/managedClusters";

/** The nodes of a cluster and its API server have their addresses in a subnet without an interface that shows it. */
function holdsCluster(store: ResourceStore, subnetId: string): boolean {
  return store
    .all()
    .filter(({ type }) => sameId(type, clusterType))
    .some(({ properties }) => {
      const pools = listOf(properties.agentPoolProfiles).map(objectOf);
      const named = [
        ...pools.flatMap(({ vnetSubnetID, podSubnetID }) => [textOf(vnetSubnetID), textOf(podSubnetID)]),
        textOf(objectOf(properties.apiServerAccessProfile).subnetId),
      ];
      return named.some((id) => sameId(id, subnetId));
    });
}

export function isInUse(store: ResourceStore, id: string): boolean {
  const found = store.get(id);
  if (found === undefined) return false;
  const named = Object.values(referencesTo(store, found)).some((value) => value !== undefined);
  return named || holdsCluster(store, id);
}

/** Both ways in which ARM writes a subnet's ranges. */
export function prefixesOf({ addressPrefix, addressPrefixes }: JsonObject): string[] {
  const all = [addressPrefix, ...listOf(addressPrefixes)].map(textOf);
  return [...new Set(all)].filter((prefix) => prefix !== "");
}

export function subnetsOf({ properties }: Resource): { name: string; properties: JsonObject }[] {
  return listOf(properties.subnets)
    .map(objectOf)
    .map((subnet) => ({ name: textOf(subnet.name), properties: objectOf(subnet.properties) }));
}
