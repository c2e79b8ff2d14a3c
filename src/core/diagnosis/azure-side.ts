// What the Azure side knows of a cluster, for what is seen inside it.
import type { AzureSide } from "../inside/findings/define-finding.ts";
import { apiAddressOf } from "../network/api-address.ts";
import { apiFqdnOf, isPrivate } from "../network/api-server.ts";
import { holdsOperation } from "../outcome/operation.ts";
import type { ManagedCluster } from "../snapshot/cluster.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";

const nothingKnown: AzureSide = {
  apiAddresses: null,
  apiName: "",
  hasVnetIntegration: false,
  isChanging: false,
};

/** Of a public one, pods find another address than people: nothing to hold theirs against. */
function addressesOf(cluster: ManagedCluster, snapshot: ClusterSnapshot): AzureSide["apiAddresses"] {
  if (!isPrivate(cluster)) return null;
  const address = apiAddressOf(cluster, snapshot);
  return address.status === "known" ? [address.ip] : null;
}

export function azureSideOf(snapshot: ClusterSnapshot): AzureSide {
  if (snapshot.managedCluster.status !== "collected") return nothingKnown;
  const cluster = snapshot.managedCluster.data;
  const { enableVnetIntegration } = cluster.apiServerAccess;
  return {
    apiAddresses: addressesOf(cluster, snapshot),
    apiName: enableVnetIntegration ? "" : (apiFqdnOf(cluster) ?? ""),
    hasVnetIntegration: enableVnetIntegration,
    isChanging: holdsOperation(cluster),
  };
}
