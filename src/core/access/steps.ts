// The lines to copy on the machine that has the way in.
import { quoteArgv } from "../command/quote.ts";
import { apiFqdnOf } from "../diagnosis/api-server.ts";
import { az } from "../diagnosis/az.ts";
import type { ManagedCluster } from "../diagnosis/snapshot.ts";

/** Signs in, fetches the kubeconfig, and proves the way with one harmless read. */
export function ownKubectlSteps(cluster: ManagedCluster): readonly string[] {
  const tenant = cluster.entra?.tenantId;
  const fqdn = apiFqdnOf(cluster);
  const target = ["--resource-group", cluster.resourceGroup, "--name", cluster.name];
  return [
    quoteArgv(["az", "login", ...(tenant === undefined ? [] : ["--tenant", tenant])]),
    az(cluster.subscriptionId, "aks get-credentials", ...target, "--overwrite-existing"),
    ...(cluster.entra?.managed === true ? ["kubelogin convert-kubeconfig -l azurecli"] : []),
    ...(fqdn === undefined ? [] : [quoteArgv(["nslookup", fqdn])]),
    "kubectl get pods",
  ];
}
