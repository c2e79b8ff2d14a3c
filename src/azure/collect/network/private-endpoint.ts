// The API server's private endpoint: connections on the cluster, endpoint and interface in the node resource group.

import { apiModeOf } from "../../../core/network/address/api-server.ts";
import type { ManagedCluster } from "../../../core/snapshot/cluster.ts";
import type {
  NetworkInterface,
  PrivateEndpoint,
  PrivateEndpointConnection,
} from "../../../core/snapshot/network.ts";
import { idKey } from "../../../core/snapshot/resource-id.ts";
import { collected, type WhyUnread } from "../../../core/snapshot/section.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import type { ArmReads } from "../kit/arm-reads.ts";
import { readPrivateEndpointConnections } from "../kit/cluster.ts";
import { blockedBy, dataOf, notReached, type Read } from "../kit/read.ts";
import { type ListRead, pickFrom } from "../kit/read-list.ts";

type PrivateEndpointReads = Readonly<{
  connections: Read<readonly PrivateEndpointConnection[]>;
  endpoint: Read<PrivateEndpoint | null>;
  nic: Read<NetworkInterface | null>;
}>;

/** AKS gives its own endpoint this name. */
const endpointName = "kube-apiserver";

/** The endpoint that AKS made. Others of the same group count only where a connection of the cluster names them. */
export const pickPrivateEndpoint = (
  endpoints: readonly PrivateEndpoint[],
  connections: readonly PrivateEndpointConnection[],
): PrivateEndpoint | null => {
  const connected = new Set(connections.flatMap((each) => each.privateEndpointId ?? []).map(idKey));
  return (
    endpoints.find((endpoint) => endpoint.name === endpointName) ??
    endpoints.find((endpoint) => connected.has(idKey(endpoint.id))) ??
    null
  );
};

const nicOf = (
  endpoint: Read<PrivateEndpoint | null>,
  nics: ListRead<NetworkInterface>,
): Read<NetworkInterface | null> => {
  if (endpoint.section.status === "unavailable") return blockedBy(endpoint.section, "interfaceOfEndpoint");
  const wanted = new Set(endpoint.section.data?.networkInterfaceIds?.map(idKey));
  const pick = (list: readonly NetworkInterface[]) => list.find((nic) => wanted.has(idKey(nic.id)));
  return pickFrom<NetworkInterface, NetworkInterface | null>(nics, pick, collected(null));
};

const skipped = (why: WhyUnread): PrivateEndpointReads => ({
  connections: notReached(why),
  endpoint: notReached(why),
  nic: notReached(why),
});

export const readPrivateEndpoint = async (
  arm: ArmSession,
  reads: ArmReads,
  after: number,
  cluster: ManagedCluster,
): Promise<PrivateEndpointReads> => {
  const mode = apiModeOf(cluster);
  if (mode.startsWith("public")) return skipped({ is: "endpointOfPublic" });
  if (mode !== "private-link") return skipped({ is: "endpointOfIntegrated" });
  const group = { subscriptionId: cluster.subscriptionId, resourceGroup: cluster.nodeResourceGroup };
  const [connections, endpoints, nics] = await Promise.all([
    readPrivateEndpointConnections(arm, after, cluster),
    reads.privateEndpoints(after, group),
    reads.networkInterfaces(after, group),
  ]);
  const known = dataOf(connections.section) ?? [];
  const pick = (list: readonly PrivateEndpoint[]) => pickPrivateEndpoint(list, known) ?? undefined;
  const endpoint = pickFrom<PrivateEndpoint, PrivateEndpoint | null>(endpoints, pick, collected(null));
  return { connections, endpoint, nic: nicOf(endpoint, nics) };
};
