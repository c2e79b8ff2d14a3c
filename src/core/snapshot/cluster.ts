// The cluster itself as read: its settings, its node pools, its health.

/** Whom the control plane acts as in Azure: a managed identity by its object id, or an application of somebody's. */
export type ClusterIdentity = Readonly<
  | { kind: "system" | "user"; principalId?: string }
  /** Its object id is not told, and nothing in ARM leads to it. */
  | { kind: "servicePrincipal"; clientId: string }
>;

export type ManagedCluster = Readonly<{
  id: string;
  name: string;
  location: string;
  resourceGroup: string;
  subscriptionId: string;
  nodeResourceGroup: string;
  provisioningState: string;
  /** Why the last operation failed, as AKS says it. */
  provisioningError?: Readonly<{ code: string; message: string; target?: string }>;
  powerState: string;
  kubernetesVersion?: string;
  /** `Base`, `Automatic`. */
  sku?: string;
  /** `KubernetesOfficial`, `AKSLongTermSupport`. */
  supportPlan?: string;
  /** ISO 8601; absent for what was made before Azure kept it. */
  createdAt?: string;
  fqdn?: string;
  privateFqdn?: string;
  /** By which the Azure portal reaches the API server. */
  portalFqdn?: string;
  apiServerAccess: Readonly<{
    enablePrivateCluster: boolean;
    enableVnetIntegration: boolean;
    authorizedIpRanges: readonly string[];
    privateDnsZone?: string;
    enablePrivateClusterPublicFqdn?: boolean;
    disableRunCommand: boolean;
    subnetId?: string;
  }>;
  entra?: Readonly<{
    managed: boolean;
    enableAzureRbac: boolean;
    tenantId?: string;
    adminGroupObjectIds: readonly string[];
    /** Of the integration before Entra's own: an application that the owner registered. */
    serverAppId?: string;
  }>;
  disableLocalAccounts: boolean;
  /** Of Kubernetes; false where nobody is asked for rights at all. Absent where Azure does not say. */
  enableRbac?: boolean;
  /** Absent where Azure says none. */
  identity?: ClusterIdentity;
  /** Where the key stands that encrypts what the API server stores; absent while that is off. */
  kms?: KmsKey;
  /** `ReadOnly`: nobody but AKS changes what stands in the node resource group. */
  nodeGroupRestriction?: string;
  outboundType?: string;
  network: ClusterNetworkProfile;
  /** Nodes reach public addresses through this proxy only. */
  httpsProxy?: string;
  /** `Cache` for a network isolated cluster, which needs no way out. */
  bootstrapArtifactSource?: string;
  tags: Readonly<Record<string, string>>;
  agentPools: readonly AgentPool[];
  /** The add-on of Azure Policy is on: it may turn down what somebody puts into the cluster. */
  azurePolicy?: boolean;
  /** Nodes take certificates of the owner's own authorities. */
  trustsOwnAuthorities?: boolean;
  /** AKS makes nodes as pods need them (`Auto`), beside the pools and without listing them. */
  nodeProvisioningMode?: string;
  /** AKS hosts the system nodes itself, in no pool; the subnets that it was given for those and for other nodes. */
  hostedSystem?: Readonly<{ nodeSubnetIds: readonly string[] }>;
}>;

export type KmsKey = Readonly<{
  /** `https://<vault>.vault.azure.net/keys/<name>/<version>`. */
  keyId: string;
  /** `Public`, `Private`. */
  vaultAccess: string;
  /** Left empty by Azure for a vault that is `Public`. */
  vaultId?: string;
}>;

export type ClusterNetworkProfile = Readonly<{
  /** `azure`, `kubenet`, `none`. */
  plugin?: string;
  /** `overlay`: pods' addresses are not the network's. */
  pluginMode?: string;
  loadBalancerSku?: string;
  /** `IPv4`, `IPv6`; empty where Azure does not say. */
  ipFamilies?: readonly string[];
  podCidrs: readonly string[];
  serviceCidrs: readonly string[];
  /** Public IP addresses through which nodes leave, by the load balancer or the managed NAT gateway, where Azure lists them. */
  outboundIpIds?: readonly string[];
  /** How many public addresses AKS keeps for the load balancer; absent where its owner brings them. */
  managedOutboundIps?: number;
}>;

export type AgentPool = Readonly<{
  name: string;
  mode: string;
  /** `VirtualMachineScaleSets`, `VirtualMachines`; absent where Azure does not say. */
  type?: string;
  osType: string;
  /** Absent where Azure does not say. */
  count?: number;
  minCount?: number;
  maxCount?: number;
  /** Missing where it could not be read. */
  enableAutoScaling?: boolean;
  powerState: string;
  provisioningState: string;
  /** Why the last operation on it failed, as AKS says it. */
  provisioningError?: Readonly<{ code: string; message: string }>;
  scaleSetPriority?: string;
  /** That its nodes run; absent where Azure does not say. */
  kubernetesVersion?: string;
  /** `Standard_D4s_v5`. */
  vmSize?: string;
  /** Each node has a public address of its own, out of this prefix if there is one. */
  nodePublicIp?: Readonly<{ prefixId?: string }>;
  /** Pods that a node takes. */
  maxPods?: number;
  /** Nodes that an upgrade adds for a while: how many, or `33%` of the pool. */
  maxSurge?: string;
  /** Absent where Azure names none. */
  zones?: readonly string[];
  nodeTaints: readonly string[];
  vnetSubnetId?: string;
  podSubnetId?: string;
}>;

export type ResourceHealth = Readonly<{
  availabilityState: string;
  reasonType?: string;
  summary?: string;
  occurredTime?: string;
}>;
