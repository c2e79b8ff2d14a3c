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
  "vpn.route-to-spoke",
  "er.circuit-provisioned",
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
  "dns.a-record-present",
  "dns.zone-exists",
  "dns.zone-name",
  "cluster.power-state",
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
  "firewall.state",
  "route.default",
  "route.next-hop-alive",
  "nsg.node-egress",
  "egress.outbound-consistent",
  "egress.nat-gateway",
  "egress.load-balancer",
  "egress.http-proxy",
];

const nodesApi: readonly string[] = [
  "api.authorized-ip-egress",
  "dns.a-record-match",
  "nsg.node-egress",
  "nsg.pe-inbound",
  "api.vnetint-nsg",
  "api.vnetint-ilb",
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

export const suspectsByText: readonly (readonly [text: RegExp, suspects: readonly string[]])[] = [
  [/no such host|NXDOMAIN|server can't find|could not resolve|name or service not known/i, names],
  // How a node's set-up ends: https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/create-upgrade-delete/error-code-vmextensionerror-outboundconnfail
  [/OutboundConnFail|exit (?:status|code)\s?[=:]?\s?50\b|ImagePullBackOff|ErrImagePull/i, nodesOut],
  [/K8SAPIServerConnFail|exit (?:status|code)\s?[=:]?\s?51\b/i, nodesApi],
  [
    /K8SAPIServerDNSLookupFail|exit (?:status|code)\s?[=:]?\s?52\b|unable to resolve Kubernetes API server/i,
    nodesNames,
  ],
  [/error dialing backend|error upgrading connection/i, betweenNodes],
  [/failed calling webhook/i, betweenNodes],
  [/connection refused/i, ["dns.a-record-match", "dns.duplicate-zone", "peering.address-overlap"]],
  [/multiple zones with overlapping namespaces/i, ["dns.duplicate-zone"]],
  [
    /you must be logged in to the server|\bUnauthorized\b|AADSTS(?:50020|90072|700016|50105)/i,
    ["entra.tenant"],
  ],
  [/unable to reach the api server|api server is too busy/i, ["api.authorized-ip-client"]],
  [/listClusterUserCredential/i, ["access.kubeconfig"]],
  [/runCommand|commandResults/i, ["invoke.permission"]],
  [/RunCommand is disabled|run command.{0,40}disabled/i, ["invoke.enabled"]],
  [
    /KubernetesPerformanceError|KubernetesOperationError|did not start within|untolerated taint/i,
    ["invoke.schedulable-node", "pool.system-ready"],
  ],
  [
    /target machine is taking too long/i,
    ["jump.power", "jit.active-request", "nsg.jump-inbound", "bastion.reach", "bastion.nsg-rules"],
  ],
  [/bastion (?:ssh|tunnel)|native client|EnableTunneling|Bastion Host SKU/i, ["bastion.sku-features"]],
  [/OperationNotAllowed|another operation .{0,60} in progress/i, ["cluster.operation-in-progress"]],
];

/** What an error text means where Azure's side is fine: the fault is the asker's own, or the cluster's own. */
export const hints: readonly (readonly [text: RegExp, hint: string])[] = [
  [
    /x509.*unknown authority/i,
    "your kubeconfig trusts an older certificate of the cluster, or something on the way opens TLS: run az aks get-credentials --overwrite-existing",
  ],
  [
    /x509.*(expired|not yet valid)/i,
    "a certificate has expired, or your clock is wrong: fetch the kubeconfig again; if that does not help, the cluster's certificates have to be rotated",
  ],
  [
    /Error from server \(Forbidden\)|cannot (get|list|watch|create|update|patch|delete) resource/i,
    "the network is fine, and Kubernetes refuses what you ask: name a namespace with -n, or ask for a wider role",
  ],
  [
    /static credential/i,
    "local accounts are disabled on the cluster: leave out --admin and sign in with Entra",
  ],
  [
    /error dialing backend/i,
    "the API server answers, and cannot reach a node on port 10250: look at the node that it names, and at the konnectivity agents in kube-system",
  ],
  [
    /proxyconnect|first record does not look like a TLS handshake/i,
    "a proxy stands between you and the API server: set NO_PROXY for its name and address, or unset HTTPS_PROXY",
  ],
  [
    /TLS handshake timeout/i,
    "something takes the connection and answers nothing: a firewall that looks into TLS, or Azure itself; ask a colleague on another network, and see Azure's status page",
  ],
  [
    /kubelogin.{0,40}(?:not found|executable file)|exec: executable kubelogin/i,
    "kubelogin is missing: install it with az aks install-cli, then run kubelogin convert-kubeconfig -l azurecli",
  ],
  [
    /AADSTS7000222/i,
    "a client secret has expired: where it is the cluster's own, run az aks update-credentials --reset-service-principal",
  ],
  [
    /AADSTS(?:53003|50076|50079|50158)/i,
    "Conditional Access asks for more than your sign-in had: sign in again with az login --tenant, from a device that it accepts",
  ],
  [
    /LinkedAuthorizationFailed|MissingPermissionError/i,
    "the cluster's identity lacks a role on what it names: its owner has to give it back",
  ],
  [
    /SubnetIsFull|InsufficientSubnetSize/i,
    "a subnet has no address left for more nodes: take fewer nodes, or a pool in another subnet",
  ],
  [/validation\.gatekeeper\.sh/i, "Azure Policy refuses it inside the cluster: its owner has to exempt it"],
  [/Failed to connect to MSI/i, "that is Cloud Shell's own sign-in: run az login in it first"],
];
