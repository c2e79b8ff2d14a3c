// Error texts as people paste them, and what they point at. Sources: Azure's troubleshooting pages for AKS, and threads in
// which people met them. A text points at findings of a need, or, where Azure's side is fine, at what the asker can do.
// https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/welcome-azure-kubernetes

/** What stands on the way of a connection to the API server's private address. */
export const privateTimeout: readonly string[] = [
  "dns.a-record-match",
  "dns.duplicate-zone",
  "peering.both-sides",
  "peering.state",
  "peering.vnet-access",
  "peering.sync",
  "peering.forwarded-traffic",
  "peering.gateway-transit",
  "vpn.connection-status",
  "vpn.bgp-peers",
  "vpn.route-to-spoke",
  "er.circuit-provisioned",
  "er.private-peering",
  "er.gateway-connection",
  "route.api-path",
  "route.bgp-propagation",
  "firewall.network-rules",
  "nsg.avnm-admin-rules",
  "nsg.client-443",
  "nsg.pe-inbound",
];

const names: readonly string[] = [
  "dns.link-client",
  "dns.link-resolver",
  "dns.private-resolver",
  "dns.custom-servers",
  "dns.onprem-forwarding",
  "vpn.p2s-config",
  "dns.a-record-present",
  "dns.zone-exists",
  "dns.zone-name",
  "cluster.power-state",
  "cluster.credential-stale",
];

const nodesNames: readonly string[] = [
  "dns.link-cluster",
  "dns.link-resolver",
  "dns.custom-servers",
  "dns.a-record-present",
  "dns.zone-exists",
];

const nodesOut: readonly string[] = [
  "firewall.aks-fqdns",
  "firewall.precedence",
  "firewall.state",
  "route.default",
  "route.next-hop-alive",
  "nsg.node-egress",
  "egress.outbound-consistent",
  "egress.nat-gateway",
  "egress.lb-outbound",
  "egress.http-proxy",
];

const nodesApi: readonly string[] = [
  "api.authorized-ip-egress",
  "dns.a-record-match",
  "nsg.node-egress",
  "nsg.pe-inbound",
  "api.vnetint-nsg",
  "api.vnetint-ilb",
  "api.vnetint-network",
  "route.api-path",
  "pe.connection-approved",
  "pe.provisioning",
];

const betweenNodes: readonly string[] = [
  "nsg.intra-node",
  "api.vnetint-nsg",
  "route.inside",
  "route.kubenet-table",
];

const refusedByKubernetes =
  /Error from server \(Forbidden\)|cannot (get|list|watch|create|update|patch|delete) resource/i;

export const suspectsByText: readonly (readonly [text: RegExp, suspects: readonly string[]])[] = [
  [/no such host|NXDOMAIN|server can't find|could not resolve|name or service not known/i, names],
  // How a node's set-up ends: https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/create-upgrade-delete/error-code-vmextensionerror-outboundconnfail
  [/OutboundConnFail|exit (?:status|code)\s?[=:]?\s?50\b|ImagePullBackOff|ErrImagePull/i, nodesOut],
  [/NodesNotReady|K8SAPIServerConnFail|exit (?:status|code)\s?[=:]?\s?51\b/i, nodesApi],
  [
    /K8SAPIServerDNSLookupFail|exit (?:status|code)\s?[=:]?\s?52\b|unable to resolve Kubernetes API server/i,
    nodesNames,
  ],
  [/error dialing backend|error upgrading connection/i, betweenNodes],
  [/failed calling webhook/i, betweenNodes],
  [/connection refused/i, ["dns.a-record-match", "dns.duplicate-zone", "peering.address-overlap"]],
  [/x509.*unknown authority/i, ["cluster.credential-stale"]],
  [/x509.*(?:expired|not yet valid)/i, ["cluster.api-certificate"]],
  [/multiple zones with overlapping namespaces/i, ["dns.duplicate-zone"]],
  [
    /you must be logged in to the server|\bUnauthorized\b|AADSTS(?:50020|90072|700016|50105)/i,
    ["entra.tenant"],
  ],
  [/unable to reach the api server|api server is too busy/i, ["api.authorized-ip-client"]],
  [/listClusterUserCredential/i, ["access.kubeconfig"]],
  [refusedByKubernetes, ["access.kubernetes-role"]],
  [/static credential/i, ["entra.local-accounts"]],
  [/AADSTS7000222/i, ["identity.kind"]],
  [
    /LinkedAuthorizationFailed|Missing\w*Permission/i,
    ["identity.subnet-role", "identity.dns-role", "identity.route-role"],
  ],
  [/runCommand|commandResults/i, ["invoke.permission"]],
  [/RunCommand is disabled|run command.{0,40}disabled/i, ["invoke.enabled"]],
  [
    /KubernetesPerformanceError|KubernetesOperationError|did not start within|untolerated taint/i,
    ["invoke.schedulable-node", "pool.system-ready", "pool.power", "pool.vm-instances"],
  ],
  [/validation\.gatekeeper\.sh/i, ["invoke.policy"]],
  [/SubnetIsFull|InsufficientSubnetSize/i, ["pool.subnet-ip-free", "api.vnetint-subnet"]],
  [
    /target machine is taking too long/i,
    ["jump.power", "jit.active-request", "nsg.jump-inbound", "bastion.reach", "bastion.nsg-rules"],
  ],
  [/bastion (?:ssh|tunnel)|native client|EnableTunneling|Bastion Host SKU/i, ["bastion.sku-features"]],
  [
    /cloud ?shell|failed to (?:provision|request) a terminal/i,
    [
      ...["cloudshell.providers", "cloudshell.network-profile", "cloudshell.relay", "cloudshell.storage"],
      ...["cloudshell.aci-roles", "cloudshell.reach"],
    ],
  ],
  [
    /virtual desktop|\bAVD\b|session host|host pool|no available resources|no resources available/i,
    ["avd.host-pool", "avd.session-hosts", "avd.reach"],
  ],
  [/OperationNotAllowed|another operation .{0,60} in progress/i, ["cluster.operation-in-progress"]],
];

export type Hint =
  | "olderCertificate"
  | "expiredCertificate"
  | "kubernetesRefuses"
  | "noLocalAccounts"
  | "nodeUnreached"
  | "proxyBetween"
  | "tlsUnanswered"
  | "kubeloginMissing"
  | "secretExpired"
  | "conditionalAccess"
  | "identityLacksRole"
  | "subnetFull"
  | "azurePolicy"
  | "cloudShellSignIn";

/** What an error text means where Azure's side is fine: the fault is the asker's own, or the cluster's own. */
export const hints: readonly (readonly [text: RegExp, hint: Hint])[] = [
  [/x509.*unknown authority/i, "olderCertificate"],
  [/x509.*(expired|not yet valid)/i, "expiredCertificate"],
  [refusedByKubernetes, "kubernetesRefuses"],
  [/static credential/i, "noLocalAccounts"],
  [/error dialing backend/i, "nodeUnreached"],
  [/proxyconnect|first record does not look like a TLS handshake/i, "proxyBetween"],
  [/TLS handshake timeout/i, "tlsUnanswered"],
  [/kubelogin.{0,40}(?:not found|executable file)|exec: executable kubelogin/i, "kubeloginMissing"],
  [/AADSTS7000222/i, "secretExpired"],
  [/AADSTS(?:53003|50076|50079|50158)/i, "conditionalAccess"],
  [/LinkedAuthorizationFailed|MissingPermissionError/i, "identityLacksRole"],
  [/SubnetIsFull|InsufficientSubnetSize/i, "subnetFull"],
  [/validation\.gatekeeper\.sh/i, "azurePolicy"],
  [/Failed to connect to MSI/i, "cloudShellSignIn"],
];
