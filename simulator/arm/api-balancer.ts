// AKS keeps the load balancer of an API server that stands in the network itself: it is put right with the cluster.
import { objectOf, textOf } from "../json.ts";
import type { World } from "../world.ts";
import { assignAddresses } from "./ip-configurations.ts";
import { nodeGroupOf } from "./node-group.ts";
import type { Resource } from "./resource-store.ts";

/** One that is gone gets an address of the API server's subnet, as any other frontend. */
export function mendApiBalancer({ store }: World, cluster: Resource): void {
  const { location, properties } = cluster;
  const { enableVnetIntegration, subnetId } = objectOf(properties.apiServerAccessProfile);
  if (enableVnetIntegration !== true) return;
  const balancerId = `${nodeGroupOf(cluster)}/providers/Microsoft.Network/loadBalancers/kube-apiserver`;
  const subnet = { id: textOf(subnetId) };
  store.put(balancerId, {
    location: textOf(location),
    sku: { name: "Standard" },
    properties: store.get(balancerId)?.properties ?? {
      frontendIPConfigurations: [{ name: "kube-apiserver-frontend", properties: { subnet } }],
      backendAddressPools: [{ name: "kube-apiserver-backend", properties: {} }],
    },
  });
  assignAddresses(store);
}
