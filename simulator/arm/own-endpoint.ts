// The private endpoint of the API server is AKS's own: it is put right with the cluster, and made again where it is gone.
import { listOf, objectOf, textOf } from "../json.ts";
import type { World } from "../world.ts";
import { parseArmPath, sameId } from "./arm-path.ts";
import { assignAddresses } from "./ip-configurations.ts";
import { nodeGroupOf } from "./node-group.ts";
import { settleEndpoint } from "./private-endpoints.ts";
import type { Resource } from "./resource-store.ts";

const endpointType = "Microsoft.Network/privateEndpoints";

const hasOwn = ({ properties }: Resource): boolean => {
  const { enablePrivateCluster, enableVnetIntegration } = objectOf(properties.apiServerAccessProfile);
  return enablePrivateCluster === true && enableVnetIntegration !== true;
};

/** In the subnet of the first pool. */
function makeAgain({ store }: World, cluster: Resource): void {
  const [pool] = listOf(cluster.properties.agentPoolProfiles).map(objectOf);
  const to = { privateLinkServiceId: cluster.id, groupIds: ["management"] };
  const endpoint = store.put(`${nodeGroupOf(cluster)}/providers/${endpointType}/kube-apiserver`, {
    location: textOf(cluster.location),
    properties: {
      provisioningState: "Succeeded",
      subnet: { id: textOf(pool?.vnetSubnetID) },
      privateLinkServiceConnections: [{ name: "kube-apiserver", properties: to }],
    },
  });
  settleEndpoint(store, undefined, endpoint);
  assignAddresses(store);
}

/** Its address is what its interface has. */
function saysAddress({ store }: World, cluster: Resource, endpoint: Resource): void {
  const [nic] = listOf(endpoint.properties.networkInterfaces).map(objectOf);
  const ipAddresses = listOf(store.get(textOf(nic?.id))?.properties.ipConfigurations)
    .map((each) => textOf(objectOf(objectOf(each).properties).privateIPAddress))
    .filter((address) => address !== "");
  if (ipAddresses.length === 0) return;
  endpoint.properties.customDnsConfigs = [{ fqdn: textOf(cluster.properties.privateFQDN), ipAddresses }];
}

export function mendEndpoint(world: World, cluster: Resource): void {
  const own = () =>
    world.store
      .all()
      .filter(
        ({ type, id }) => sameId(type, endpointType) && sameId(parseArmPath(id).parent, nodeGroupOf(cluster)),
      );
  if (hasOwn(cluster) && own().length === 0) makeAgain(world, cluster);
  for (const endpoint of own()) {
    endpoint.properties.provisioningState = "Succeeded";
    saysAddress(world, cluster, endpoint);
  }
}
