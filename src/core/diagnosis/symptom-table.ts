// Error texts as people paste them, and what they point at. Sources: Azure's troubleshooting pages for AKS, and threads in
// which people met them. A text points at findings of a need, or, where Azure's side is fine, at what the requester can do.
// https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/welcome-azure-kubernetes

import type { FindingId } from "../finding/kit/finding-id.ts";
import type { RequirementId } from "../requirement/requirement.ts";
import { nodesWay, privateWay } from "./points-at.ts";

/** What stands on the way of a connection to the API server's private address. */
export const privateTimeout: readonly FindingId[] = [
  "dns.a-record-match",
  "dns.duplicate-zone",
  "pe.extra-endpoint",
  ...privateWay,
];

const names: readonly FindingId[] = [
  "dns.link-client",
  "dns.link-resolver",
  "dns.private-resolver",
  "dns.onprem-forwarding",
  "dns.custom-servers",
  "dns.a-record-present",
  "dns.zone-exists",
  "dns.zone-name",
  "cluster.power-state",
  "cluster.credential-stale",
  // Pods ask CoreDNS.
  ...(["k8s.coredns", "k8s.coredns-errors", "k8s.coredns-custom", "k8s.netpol"] as const),
];

const nodesNames: readonly FindingId[] = [
  "dns.link-cluster",
  "dns.link-resolver",
  "dns.custom-servers",
  "dns.a-record-present",
  "dns.zone-exists",
];

const nodesOut: readonly FindingId[] = [
  "firewall.aks-fqdns",
  "firewall.state",
  "firewall.precedence",
  "route.default",
  "route.next-hop-alive",
  "nsg.node-egress",
  "egress.outbound-consistent",
  "egress.nat-gateway",
  "egress.lb-outbound",
  "egress.http-proxy",
];

const betweenNodes: readonly FindingId[] = [
  "nsg.intra-node",
  "api.vnetint-nsg",
  "route.inside",
  "route.kubenet-table",
];

/** The API server's connection to the nodes, by which it reaches what runs on them. */
const tunnel: readonly FindingId[] = [
  ...betweenNodes,
  "api.authorized-ip-egress",
  "firewall.precedence",
  ...(["k8s.konnectivity", "k8s.tunnel-live", "k8s.netpol"] as const),
];

const tenants: readonly FindingId[] = [
  "entra.tenant",
  "entra.managed-aad",
  "cluster.credential-stale",
  "access.kubernetes-role",
];

/**
 * `needs`: what cannot be met, as the text says.
 * `of`: whose way or right it is; where the text tells of somebody else's, the row says nothing.
 */
export type SymptomRow = Readonly<{
  text: RegExp;
  suspects: readonly FindingId[];
  needs?: readonly RequirementId[];
  of?: "requestersPath" | "requestersRights";
}>;

/** A kubelet on its own port. */
export const kubeletPort = String.raw`(?:\d|\]):10250\b`;

export const symptomRows: readonly SymptomRow[] = [
  {
    text: /no such host|NXDOMAIN|non-existent domain|server can't find|could ?n[o']t resolve|name or service not known|server misbehaving|\bSERVFAIL\b|DNS name does not exist|DNS_ERROR_RCODE|Temporary failure in name resolution/i,
    suspects: names,
  },
  // How a node's set-up ends: https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/create-upgrade-delete/error-code-vmextensionerror-outboundconnfail
  {
    text: /OutboundConnFail|exit (?:status|code)\s?[=:]?\s?50\b|ImagePullBackOff|ErrImagePull/i,
    suspects: [...nodesOut, "k8s.image-pull"],
    needs: ["nodes.egress"],
  },
  {
    text: /K8SAPIServerConnFail|exit (?:status|code)\s?[=:]?\s?51\b/i,
    suspects: nodesWay,
    needs: ["nodes.api"],
  },
  {
    text: /K8SAPIServerDNSLookupFail|exit (?:status|code)\s?[=:]?\s?52\b|unable to resolve Kubernetes API server/i,
    suspects: nodesNames,
    needs: ["nodes.dns", "nodes.api"],
  },
  {
    text: new RegExp(
      `error dialing backend|error upgrading connection|konnectivity|No agent available|${kubeletPort}`,
      "i",
    ),
    suspects: tunnel,
    needs: ["api.nodes", "nodes.nodes", "nodes.api"],
  },
  {
    text: /failed calling webhook/i,
    suspects: [...betweenNodes, "k8s.webhook-backends", "k8s.certificates", "k8s.konnectivity"],
    needs: ["nodes.services", "nodes.nodes"],
  },
  {
    text: /connection refused|actively refused/i,
    suspects: ["dns.a-record-match", "dns.duplicate-zone", "peering.address-overlap"],
    of: "requestersPath",
  },
  { text: /multiple zones with overlapping namespaces/i, suspects: ["dns.duplicate-zone"] },
  {
    text: /you must be logged in to the server|\bUnauthorized\b|asked for the client to provide credentials/i,
    suspects: tenants,
    of: "requestersRights",
  },
  { text: /AADSTS(?:50020|90072|700016|90002|500011|50034)\b/i, suspects: ["entra.tenant"] },
  {
    text: /Error from server \(Forbidden\)|cannot (?:get|list|watch|create|update|patch|delete) resource/i,
    suspects: ["access.kubernetes-role", "k8s.can-i"],
    of: "requestersRights",
  },
  { text: /static credential/i, suspects: ["entra.local-accounts"] },
  {
    text: /x509:.{0,80}unknown authority|error dialing backend: EOF/i,
    suspects: ["cluster.credential-stale", "firewall.precedence"],
  },
  { text: /x509:.{0,80}(?:expired|not yet valid)/i, suspects: ["cluster.api-certificate"] },
  {
    text: /TLS handshake timeout/i,
    suspects: ["cluster.resource-health", "firewall.precedence", "egress.lb-outbound"],
  },
  { text: /unable to reach the api server|api server is too busy/i, suspects: ["api.authorized-ip-client"] },
  { text: /\bScopeLocked\b|following scope\(s\) are locked/i, suspects: ["access.locks"] },
  { text: /listClusterUserCredential/i, suspects: ["access.kubeconfig"] },
  { text: /runCommand|commandResults/i, suspects: ["invoke.permission"] },
  { text: /RunCommand is disabled|run command.{0,40}disabled/i, suspects: ["invoke.enabled"] },
  {
    text: /KubernetesPerformanceError|KubernetesOperationError|did not start within|untolerated taint|invalid status '?Not Found/i,
    suspects: [
      ...(["invoke.schedulable-node", "pool.system-ready", "pool.power", "pool.vm-instances"] as const),
      ...(["invoke.policy", "k8s.invoke-capacity", "k8s.aks-command"] as const),
    ],
  },
  { text: /validation\.gatekeeper\.sh|ValidatingAdmissionPolicy '/i, suspects: ["invoke.policy"] },
  {
    text: /target machine is taking too long/i,
    suspects: ["jump.power", "jit.active-request", "nsg.jump-inbound", "bastion.reach", "bastion.nsg-rules"],
    needs: ["bastion.jump"],
  },
  {
    text: /port (?:22|3389)\b.{0,40}timed out|:(?:22|3389): (?:i\/o timeout|connect)/i,
    suspects: ["jit.active-request", "nsg.jump-inbound", "jump.power"],
    needs: ["bastion.jump"],
  },
  {
    text: /bastion (?:ssh|tunnel)|native client|EnableTunneling|Bastion Host SKU/i,
    suspects: ["bastion.sku-features"],
  },
  {
    text: /OperationNotAllowed|another operation .{0,60} in progress/i,
    suspects: ["cluster.operation-in-progress"],
  },
  {
    text: /AADSTS7000(?:222|215)|ServicePrincipalValidationClientError/i,
    suspects: ["identity.kind"],
  },
  {
    text: /LinkedAuthorizationFailed|CustomRouteTableMissingPermission/i,
    suspects: ["identity.subnet-role", "identity.dns-role", "identity.route-role"],
  },
  { text: /CustomPrivateDNSZoneMissingPermissionError/i, suspects: ["identity.dns-role"] },
  {
    text: /SubnetIsFull|InsufficientSubnetSize|InsufficientSubnetSpace/i,
    suspects: ["pool.subnet-ip-free", "api.vnetint-subnet", "k8s.autoscaler"],
  },
  { text: /KeyVault|\bKMS\b/i, suspects: ["cluster.kms-key"] },
  {
    text: /cloud ?shell|failed to (?:provision|request|connect)(?: a| connect)? terminal/i,
    suspects: [
      ...([
        "cloudshell.providers",
        "cloudshell.network-profile",
        "cloudshell.relay",
        "cloudshell.storage",
      ] as const),
      ...(["cloudshell.aci-roles", "cloudshell.reach"] as const),
    ],
  },
  {
    text: /virtual desktop|\bAVD\b|session host|host pool|no available resources|no resources available/i,
    suspects: ["avd.host-pool", "avd.session-hosts", "avd.reach"],
  },
  {
    text: /NodesNotReady|NotReady/,
    suspects: [...nodesWay, ...nodesOut, "k8s.nodes-ready", "k8s.node-lease", "k8s.node-pressure", "k8s.csr"],
    needs: ["nodes.api"],
  },
  // What only stands inside the cluster.
  {
    text: /CreateContainerConfigError|(?:secret|configmap) "[^"]{1,253}" not found/i,
    suspects: ["k8s.container-config"],
  },
  { text: /exceeded quota: |FailedCreate\b/, suspects: ["k8s.pods-not-made"] },
  { text: /ProgressDeadlineExceeded|exceeded its progress deadline/, suspects: ["k8s.workloads"] },
  { text: /BackoffLimitExceeded|reached the specified backoff limit/, suspects: ["k8s.jobs"] },
  { text: /\bEvicted\b|low on resource: /, suspects: ["k8s.evicted-pods"] },
  {
    text: /unbound immediate PersistentVolumeClaims|storageclass[^\n]{0,260} not found/i,
    suspects: ["k8s.claims", "k8s.pending-pods"],
  },
  { text: /CrashLoopBackOff|OOMKilled/, suspects: ["k8s.crashloop", "k8s.kube-system"] },
  {
    text: /FailedScheduling|\d nodes are available/i,
    suspects: ["k8s.pending-pods", "k8s.sched-events", "k8s.node-cordoned", "k8s.autoscaler"],
  },
  {
    text: /metrics\.k8s\.io|Metrics API not available|list of server APIs/i,
    suspects: ["k8s.metrics-server", "k8s.apiservices"],
  },
  { text: /disruption budget|PodDrainFailure/i, suspects: ["k8s.pdb-blocking"] },
];
