// Endpoints for the API server that people made themselves, in networks of their own: a record may lead to one of them.
// https://learn.microsoft.com/azure/aks/private-cluster-connect#use-a-private-endpoint-connection

import type { ManagedCluster } from "../snapshot/cluster.ts";
import type { PrivateEndpointConnection } from "../snapshot/endpoint.ts";
import { nameOf, parseResourceId } from "../snapshot/resource-id.ts";
import type { Section } from "../snapshot/section.ts";

/** One that works and is not AKS's own, which stands in the node resource group. Its address nobody reads. */
export function furtherEndpoint(
  connections: Section<readonly PrivateEndpointConnection[]>,
  { nodeResourceGroup }: ManagedCluster,
): string | null {
  if (connections.status === "unavailable") return null;
  const own = nodeResourceGroup.toLowerCase();
  const further = connections.data.find(({ privateEndpointId, status }) => {
    const group = parseResourceId(privateEndpointId ?? "")?.resourceGroup.toLowerCase();
    return /^approved$/i.test(status) && group !== undefined && group !== own;
  });
  return further === undefined ? null : nameOf(further.privateEndpointId ?? "");
}
