// `GET {virtual network}/usages`: how many addresses of each subnet are in use.
import { type Json, type JsonObject, listOf, objectOf, textOf } from "../json.ts";
import type { World } from "../world.ts";
import { resourceNotFound } from "./arm-errors.ts";
import { parseArmPath, sameId } from "./arm-path.ts";
import { type ArmHandler, pageOf, refuse } from "./arm-request.ts";
import { ipConfigurations, subnetIdOf } from "./ip-configurations.ts";
import { parsePrefix, usableIn } from "./ipv4.ts";
import type { Resource } from "./resource-store.ts";

const clusterType = "Microsoft.ContainerService/managedClusters";

export const networkUsages: ArmHandler = (request) => {
  const { world, path } = request;
  const refusal = refuse(request);
  if (refusal !== null) return refusal;
  const network = world.store.get(path.parent);
  if (network === undefined) return resourceNotFound(parseArmPath(path.parent));
  const subnets = world.store.list(`${network.type}/subnets`, network.id);
  return pageOf(
    request,
    subnets.map((subnet) => usageOf(world, subnet)),
  );
};

/** Of one subnet. */
export function usageOf(world: World, { id, properties }: Resource): JsonObject {
  const configured = ipConfigurations(world.store).filter((item) => sameId(subnetIdOf(item), id)).length;
  const prefixes = [properties.addressPrefix, ...listOf(properties.addressPrefixes)].map(textOf);
  const limit = [...new Set(prefixes)]
    .map(parsePrefix)
    .reduce((sum, prefix) => sum + (prefix === null ? 0 : usableIn(prefix)), 0);
  return {
    id,
    currentValue: configured + nodeAddresses(world, id),
    limit,
    name: { value: "SubnetSpace", localizedValue: "Subnet size and usage" },
    unit: "Count",
  };
}

/** One address for each node; without an overlay, the node's pods have theirs beside it. */
function nodeAddresses({ store }: World, subnetId: string): number {
  const clusters = store.all().filter((item) => sameId(item.type, clusterType));
  return clusters.flatMap(poolsOf).reduce((sum, { pool, podsToo }) => {
    const nodes = sameId(textOf(pool.vnetSubnetID), subnetId) ? Number(pool.count ?? 0) : 0;
    const isRunning = objectOf(pool.powerState).code !== "Stopped";
    return sum + (isRunning ? nodes * (podsToo ? 1 + Number(pool.maxPods ?? 0) : 1) : 0);
  }, 0);
}

function poolsOf({ properties }: Resource): { pool: Record<string, Json>; podsToo: boolean }[] {
  const { networkPlugin, networkPluginMode } = objectOf(properties.networkProfile);
  const flat = networkPlugin === "azure" && networkPluginMode !== "overlay";
  return listOf(properties.agentPoolProfiles)
    .map(objectOf)
    .map((pool) => ({ pool, podsToo: flat && textOf(pool.podSubnetID) === "" }));
}
