// AKS keeps the load balancer by which nodes leave: whatever is written to the cluster, it has its rule and as many public
// addresses as the cluster's profile says.
import { type JsonObject, listOf, objectOf, textOf } from "../json.ts";
import { nodeGroupOf } from "./node-group.ts";
import type { Resource, ResourceStore } from "./resource-store.ts";

const clusterType = /^Microsoft\.ContainerService\/managedClusters$/i;

/** Where the scenario has no address: those of a range for documents. */
const addressOf = (index: number): string => `203.0.113.${10 + index}`;

/** After a cluster was written. */
export function mirrorBalancer(store: ResourceStore, after: Resource | undefined): void {
  if (after === undefined || !clusterType.test(after.type)) return;
  const network = objectOf(after.properties.networkProfile);
  const profile = objectOf(network.loadBalancerProfile);
  const count = Number(objectOf(profile.managedOutboundIPs).count ?? 0);
  if (textOf(network.outboundType) !== "loadBalancer" || count === 0) return;
  const group = nodeGroupOf(after);
  const known = listOf(profile.effectiveOutboundIPs).map((each) => textOf(objectOf(each).id));
  const addresses = Array.from({ length: count }, (_each, index) => {
    const id =
      known[index] ?? `${group}/providers/Microsoft.Network/publicIPAddresses/aks-outbound-${index + 1}`;
    if (store.get(id) === undefined) store.load(publicAddress(id, index));
    return id;
  });
  profile.effectiveOutboundIPs = addresses.map((id) => ({ id }));
  const id = `${group}/providers/Microsoft.Network/loadBalancers/kubernetes`;
  writeBalancer(store, id, addresses, profile);
}

const publicAddress = (id: string, index: number): JsonObject => ({
  id,
  location: "westeurope",
  sku: { name: "Standard", tier: "Regional" },
  properties: { ipAddress: addressOf(index), publicIPAllocationMethod: "Static" },
});

function writeBalancer(
  store: ResourceStore,
  id: string,
  addresses: readonly string[],
  profile: JsonObject,
): void {
  const existing = store.get(id);
  const frontends = addresses.map((address) => ({
    name: address.split("/").at(-1) ?? "",
    properties: { publicIPAddress: { id: address } },
  }));
  store.put(id, {
    location: "westeurope",
    sku: { name: "Standard" },
    properties: {
      ...(existing?.properties ?? { loadBalancingRules: [], probes: [] }),
      frontendIPConfigurations: frontends,
      backendAddressPools: [{ name: "aksOutboundBackendPool", properties: {} }],
      outboundRules: [
        {
          name: "aksOutboundRule",
          properties: {
            protocol: "All",
            idleTimeoutInMinutes: profile.idleTimeoutInMinutes ?? 30,
            allocatedOutboundPorts: profile.allocatedOutboundPorts ?? 0,
            enableTcpReset: true,
            frontendIPConfigurations: frontends.map(({ name }) => ({
              id: `${id}/frontendIPConfigurations/${name}`,
            })),
            backendAddressPool: { id: `${id}/backendAddressPools/aksOutboundBackendPool` },
          },
        },
      ],
    },
  });
}
