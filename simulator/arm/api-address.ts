// Where the API server of a cluster stands, as Azure has placed it.
import { type Json, listOf, objectOf, textOf } from "../json.ts";
import { nodeGroupOf } from "./node-group.ts";
import type { Resource, ResourceStore } from "./resource-store.ts";

const firstAddress = (configurations: Json | undefined): string =>
  textOf(objectOf(objectOf(listOf(configurations)[0]).properties).privateIPAddress);

/** Of AKS's own endpoint. */
export function endpointAddressOf(store: ResourceStore, cluster: Resource): string | null {
  const endpoint = store.get(
    `${nodeGroupOf(cluster)}/providers/Microsoft.Network/privateEndpoints/kube-apiserver`,
  );
  const [nic] = listOf(endpoint?.properties.networkInterfaces).map(objectOf);
  return firstAddress(store.get(textOf(nic?.id))?.properties.ipConfigurations) || null;
}

/** Its endpoint's, or its internal load balancer's; of a public one, an address on the Internet. */
export function apiAddressOf(store: ResourceStore, cluster: Resource): string {
  const balancer = store.get(
    `${nodeGroupOf(cluster)}/providers/Microsoft.Network/loadBalancers/kube-apiserver`,
  );
  const behind = firstAddress(balancer?.properties.frontendIPConfigurations);
  return behind || (endpointAddressOf(store, cluster) ?? "20.50.0.200");
}
