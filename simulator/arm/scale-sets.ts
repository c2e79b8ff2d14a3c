// AKS makes a scale set in the node resource group for a pool that is added, gives it as many machines as the pool is to
// have, and takes it away with the pool.
import { objectOf, textOf } from "../json.ts";
import { parseArmPath } from "./arm-path.ts";
import type { Resource, ResourceStore } from "./resource-store.ts";

const scaleSetType = "Microsoft.Compute/virtualMachineScaleSets";
const poolTag = "aks-managed-poolName";
const poolType = /\/managedClusters\/agentPools$/i;

/** After a pool was written or deleted. Its nodes stand where those of another pool do. */
export function mirrorPool(
  store: ResourceStore,
  before: Resource | undefined,
  after: Resource | undefined,
): void {
  const pool = after ?? before;
  if (pool === undefined || !poolType.test(pool.type)) return;
  const cluster = store.get(parseArmPath(pool.id).parent);
  const [subscription] = /^\/subscriptions\/[^/]+/i.exec(pool.id) ?? [];
  const nodeGroup = textOf(cluster?.properties.nodeResourceGroup);
  if (subscription === undefined || nodeGroup === "") return;
  const group = `${subscription}/resourceGroups/${nodeGroup}`;
  const all = store.list(scaleSetType, group, true);
  const own = all.filter(({ tags }) => objectOf(tags)[poolTag] === pool.name);
  if (after === undefined) {
    for (const { id } of own) store.delete(id);
    return;
  }
  const capacity =
    objectOf(after.properties.powerState).code === "Stopped" ? 0 : Number(after.properties.count);
  for (const set of own) set.sku = { ...objectOf(set.sku), capacity };
  if (own.length > 0) return;
  const [other] = all;
  if (other === undefined) return;
  const { location = "", properties } = structuredClone(other);
  const name = `aks-${pool.name}-00000000-vmss`;
  store.put(`${group}/providers/${scaleSetType}/${name}`, {
    location,
    sku: { ...objectOf(other.sku), capacity },
    properties,
    tags: { [poolTag]: pool.name },
  });
}
