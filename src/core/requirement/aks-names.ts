// Names that nodes need outside of their network, by cloud. https://learn.microsoft.com/azure/aks/outbound-rules-control-egress
import { isPrivate } from "../network/address/api-server.ts";
import type { ManagedCluster } from "../snapshot/cluster.ts";

const everywhere = ["mcr.microsoft.com", "*.data.mcr.microsoft.com", "packages.microsoft.com"];
/** Not what others stand in for: acs-mirror.azureedge.net before this one, mcr-0001.mcr-msedge.net beside mcr.microsoft.com. */
const packages = ["packages.aks.azure.com"];

/** By the end of the API server's own name. */
const clouds: readonly Readonly<{ suffix: string; names: readonly string[] }>[] = [
  {
    suffix: ".azmk8s.io",
    names: [...everywhere, ...packages, "management.azure.com", "login.microsoftonline.com"],
  },
  {
    suffix: ".azure.us",
    names: [...everywhere, ...packages, "management.usgovcloudapi.net", "login.microsoftonline.us"],
  },
  {
    suffix: ".azk8s.cn",
    names: [
      ...everywhere,
      "mcr.azure.cn",
      "*.data.mcr.azure.cn",
      "*.azk8s.cn",
      "management.chinacloudapi.cn",
      "login.chinacloudapi.cn",
    ],
  },
];

/** Nodes go straight to the API server, whatever proxy they have: AKS excepts it. */
export const publicApiNames = (cluster: ManagedCluster): readonly string[] =>
  isPrivate(cluster) || cluster.fqdn === undefined ? [] : [cluster.fqdn];

/** Where `az login` and kubelogin ask for a token; undefined where the cloud is none that is known. */
export const signInName = (cluster: ManagedCluster): string | undefined =>
  namesForNodes(cluster).find((name) => name.startsWith("login."));

/** Empty where the cloud is none that is known. Nodes of a private cluster reach the API server inside the network. */
export function namesForNodes(cluster: ManagedCluster): readonly string[] {
  const fqdn = (cluster.privateFqdn ?? cluster.fqdn ?? "").toLowerCase();
  const cloud = clouds.find(({ suffix }) => fqdn.endsWith(suffix));
  if (cloud === undefined) return [];
  return [...publicApiNames(cluster), ...cloud.names];
}
