// How an operation on a cluster ends: what would stop it in Azure stops it here, so that `az aks update` cures nothing.
import { type JsonObject, listOf, objectOf, textOf } from "../json.ts";
import type { World } from "../world.ts";
import { mendApiBalancer } from "./api-balancer.ts";
import { parseArmPath, sameId } from "./arm-path.ts";
import { identitiesOf } from "./managed-identity.ts";
import { usageOf } from "./network-usages.ts";
import { mendEndpoint } from "./own-endpoint.ts";
import { writeOwnRecord } from "./own-zone.ts";
import type { Resource } from "./resource-store.ts";

const clusterType = "Microsoft.ContainerService/managedClusters";
const poolType = `${clusterType}/agentPools`;

type OperationError = { code: string; message: string };

const lacks = ({ access }: World, principals: readonly string[], action: string, scope: string): boolean =>
  principals.length > 0 && !principals.some((oid) => access.allows(oid, action, scope));

function subnetsOf({ properties }: Resource): string[] {
  const pools = listOf(properties.agentPoolProfiles).map(objectOf);
  const api = textOf(objectOf(properties.apiServerAccessProfile).subnetId);
  const ids = [...pools.flatMap((pool) => [textOf(pool.vnetSubnetID), textOf(pool.podSubnetID)]), api];
  return [...new Set(ids.filter((id) => id !== ""))];
}

/**
 * AKS gives its identity what it needs in the node resource group.
 * https://learn.microsoft.com/azure/aks/concepts-network-cni-overview#aks-cni-networking-prerequisites
 */
function withoutSubnet(world: World, cluster: Resource): OperationError | null {
  const action = "Microsoft.Network/virtualNetworks/subnets/join/action";
  const principals = identitiesOf(cluster);
  const own = textOf(cluster.properties.nodeResourceGroup);
  const closed = subnetsOf(cluster)
    .filter((id) => !sameId(parseArmPath(id).resourceGroup ?? "", own))
    .find((id) => lacks(world, principals, action, id));
  if (closed === undefined) return null;
  const message = `The client '${principals[0]}' with object id '${principals[0]}' does not have authorization to perform action '${action}' over scope '${closed}' or the scope is invalid. If access was recently granted, please refresh your credentials.`;
  return { code: "LinkedAuthorizationFailed", message };
}

/** https://learn.microsoft.com/azure/aks/private-clusters#configure-a-private-dns-zone */
function withoutZone(world: World, cluster: Resource): OperationError | null {
  const zoneId = textOf(objectOf(cluster.properties.apiServerAccessProfile).privateDNSZone);
  const action = "Microsoft.Network/privateDnsZones/A/write";
  if (!zoneId.startsWith("/") || !lacks(world, identitiesOf(cluster), action, zoneId)) return null;
  const message = `Service principal or user assigned identity must be given permission to read and write to custom private dns zone ${zoneId}.`;
  return { code: "CustomPrivateDNSZoneMissingPermissionError", message };
}

/** With kubenet, into a table of the owner's own. https://learn.microsoft.com/azure/aks/configure-kubenet */
function withoutRoutes(world: World, cluster: Resource): OperationError | null {
  if (textOf(objectOf(cluster.properties.networkProfile).networkPlugin) !== "kubenet") return null;
  const action = "Microsoft.Network/routeTables/routes/write";
  const own = textOf(cluster.properties.nodeResourceGroup);
  const closed = subnetsOf(cluster)
    .map((id) => textOf(objectOf(world.store.get(id)?.properties.routeTable).id))
    .filter((id) => id !== "" && !sameId(parseArmPath(id).resourceGroup ?? "", own))
    .find((id) => lacks(world, identitiesOf(cluster), action, id));
  if (closed === undefined) return null;
  const message = `Service principal or user assigned identity must be given permission to read and write to custom route table ${closed}.`;
  return { code: "CustomRouteTableMissingPermission", message };
}

function withoutRoom(world: World, cluster: Resource): OperationError | null {
  for (const id of subnetsOf(cluster)) {
    const subnet = world.store.get(id);
    if (subnet === undefined) continue;
    const { currentValue, limit } = usageOf(world, subnet);
    if (Number(currentValue) < Number(limit)) continue;
    const message = `Subnet ${parseArmPath(id).name} with address prefix ${textOf(subnet.properties.addressPrefix)} does not have enough capacity for 1 IP addresses.`;
    return { code: "SubnetIsFull", message };
  }
  return null;
}

/** https://learn.microsoft.com/azure/aks/use-kms-etcd-encryption */
function withoutKey({ store }: World, { properties }: Resource): OperationError | null {
  const kms = objectOf(objectOf(properties.securityProfile).azureKeyVaultKms);
  const vaultId = textOf(kms.keyVaultResourceId);
  if (kms.enabled !== true || vaultId === "" || store.get(vaultId) !== undefined) return null;
  return { code: "AzureKeyVaultKmsKeyNotFound", message: `The key vault ${vaultId} could not be found.` };
}

const reasons = [withoutSubnet, withoutZone, withoutRoutes, withoutKey, withoutRoom];

function errorOf(world: World, cluster: Resource): OperationError | null {
  for (const reason of reasons) {
    const error = reason(world, cluster);
    if (error !== null) return error;
  }
  return null;
}

function say(properties: JsonObject, error: OperationError | null): void {
  if (error === null) {
    delete properties.status;
    properties.provisioningState = "Succeeded";
    return;
  }
  properties.status = { provisioningError: error };
  properties.provisioningState = "Failed";
}

/** After a cluster or one of its pools was written, or the cluster started. */
export function endOperation(world: World, id: string): void {
  const { type, parent } = parseArmPath(id);
  const isPool = sameId(type, poolType);
  const cluster = world.store.get(isPool ? parent : id);
  if (cluster === undefined || !sameId(cluster.type, clusterType)) return;
  const error = errorOf(world, cluster);
  say(cluster.properties, error);
  if (error === null && !isPool) {
    mendEndpoint(world, cluster);
    mendApiBalancer(world, cluster);
    writeOwnRecord(world, cluster);
  }
  const pools = listOf(cluster.properties.agentPoolProfiles).map(objectOf);
  const written = isPool
    ? pools.filter((pool) => sameId(textOf(pool.name), parseArmPath(id).name ?? ""))
    : pools;
  for (const pool of written) {
    // Azure says of a pool what it runs; a new one runs what the API server does.
    pool.currentOrchestratorVersion ??= textOf(cluster.properties.currentKubernetesVersion);
    say(pool, error);
  }
}
