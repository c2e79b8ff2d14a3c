// What AKS documents that a cluster needs of the network: connections, and names outside. What no row says nobody needs: a
// rule, a firewall or a route that stops anything else is no fault, and no fix opens it.

import { isPrivate } from "../network/address/api-server.ts";
import { https, type Service } from "../network/address/packet.ts";
import { firstNodePort, lastNodePort, platformDns, platformMetadata } from "../network/walk/platform.ts";
import type { ManagedCluster } from "../snapshot/cluster.ts";
import type { RequirementId } from "./requirement.ts";

type End = "nodes" | "pods" | "apiServer" | "dnsPods" | "dnsServers" | "azure" | "balancer" | "internet";

type Row = Readonly<{
  need: RequirementId;
  from: readonly End[];
  to: End;
  protocol: Service["protocol"];
  /** Of a range the first one. */
  port: number;
  lastPort?: number;
  /** Left out where every cluster needs it. */
  where?: (cluster: ManagedCluster) => boolean;
}>;

const hasVnetIntegration = ({ apiServerAccess }: ManagedCluster): boolean =>
  apiServerAccess.enableVnetIntegration;
/** Of a plugin of the customer's own nobody knows how pods reach each other. */
const hasKnownPlugin = ({ network: { plugin = "" } }: ManagedCluster): boolean => !/^none$/i.test(plugin);

const outside = ["nodes", "pods"] as const;

/**
 * What stands in the same documents and no cluster needs today has no row: TCP 9000 and UDP 1194 to the control plane,
 * since every cluster has konnectivity agents, and NTP (UDP 123), since nodes of after March 2021 take their host's time.
 * https://learn.microsoft.com/azure/aks/outbound-rules-control-egress#azure-global-required-network-rules
 */
const connections: readonly Row[] = [
  /** https://learn.microsoft.com/azure/aks/outbound-rules-control-egress#azure-global-required-fqdn--application-rules */
  { need: "nodes.api", from: outside, to: "apiServer", ...https },
  /** Nodes open a tunnel of its own. https://learn.microsoft.com/azure/aks/api-server-vnet-integration#nsg-security-rules */
  {
    ...{ need: "nodes.api", from: outside, to: "apiServer", protocol: "Tcp", port: 4443 },
    where: hasVnetIntegration,
  },
  /** Its load balancer asks whether it lives. https://learn.microsoft.com/azure/aks/api-server-vnet-integration#nsg-security-rules */
  {
    ...{ need: "nodes.api", from: ["balancer"], to: "apiServer", protocol: "Tcp", port: 9988 },
    where: hasVnetIntegration,
  },
  /**
   * The API server reaches kubelets straight from its own subnet: logs, exec and the run command need it. Any other API
   * server comes over a tunnel that nodes open.
   * https://learn.microsoft.com/azure/aks/api-server-vnet-integration#api-server-connectivity
   */
  {
    ...{ need: "api.nodes", from: ["apiServer"], to: "nodes", protocol: "Tcp", port: 10250 },
    where: hasVnetIntegration,
  },
  /**
   * The tunnel ends in a pod, on one of the nodes: from there the kubelets of all are called.
   * https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/tunnel-connectivity-issues
   */
  { need: "nodes.nodes", from: outside, to: "nodes", protocol: "Tcp", port: 10250 },
  /**
   * Pods ask the DNS pods (CoreDNS), which stand on other nodes, or no workload finds any name. Long answers come over TCP.
   * https://learn.microsoft.com/azure/aks/concepts-network-azure-cni-overlay#network-security-groups
   */
  { need: "pods.dns", from: ["pods"], to: "dnsPods", protocol: "Udp", port: 53, where: hasKnownPlugin },
  { need: "pods.dns", from: ["pods"], to: "dnsPods", protocol: "Tcp", port: 53, where: hasKnownPlugin },
  /** https://learn.microsoft.com/azure/aks/outbound-rules-control-egress#azure-global-required-network-rules */
  { need: "nodes.dns", from: outside, to: "dnsServers", protocol: "Udp", port: 53 },
  /** https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
  { need: "nodes.dns", from: outside, to: "azure", protocol: platformDns.protocol, port: platformDns.port },
  /** Nodes get tokens of the cluster's identity there. https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service */
  {
    ...{ need: "nodes.egress", from: ["nodes"], to: "azure" },
    ...{ protocol: platformMetadata.protocol, port: platformMetadata.port },
  },
  /** To the names below. https://learn.microsoft.com/azure/aks/outbound-rules-control-egress#azure-global-required-fqdn--application-rules */
  { need: "nodes.egress", from: outside, to: "internet", ...https },
  /**
   * Pods that answer on their node's own address, as webhooks and metrics adapters often do, are called from other nodes,
   * and so are those with addresses of their own. The cluster itself goes on without. Which port such a pod listens on
   * nobody knows: this is what most do.
   * https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#service-reference
   */
  { need: "nodes.services", from: ["nodes"], to: "nodes", ...https },
  { need: "nodes.services", from: ["nodes"], to: "pods", ...https },
  /**
   * Azure's load balancer asks nodes whether they take what comes in for a service, on a node port of each.
   * https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview
   */
  {
    ...{ need: "nodes.services", from: ["balancer"], to: "nodes", protocol: "Tcp" },
    ...{ port: firstNodePort, lastPort: lastNodePort },
  },
];

const rowsFor = (cluster: ManagedCluster): readonly Row[] =>
  connections.filter(({ where }) => where?.(cluster) ?? true);

/** Of a range its first port. */
export const servicesFor = (
  need: RequirementId,
  from: End,
  to: End,
  cluster: ManagedCluster,
): readonly Service[] =>
  rowsFor(cluster)
    .filter((row) => row.need === need && row.from.includes(from) && row.to === to)
    .map(({ protocol, port }) => ({ protocol, port }));

/** Whether any row says that one of these ends needs it of the other. */
export const isDocumented = (
  { protocol, port }: Service,
  from: readonly End[],
  to: readonly End[],
  cluster: ManagedCluster,
): boolean =>
  rowsFor(cluster).some(
    (row) =>
      row.protocol === protocol &&
      row.port <= port &&
      port <= (row.lastPort ?? row.port) &&
      row.from.some((end) => from.includes(end)) &&
      to.includes(row.to),
  );

// Names that nodes need outside of their network, by cloud. https://learn.microsoft.com/azure/aks/outbound-rules-control-egress
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
