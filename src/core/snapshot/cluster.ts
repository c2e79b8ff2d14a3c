// The cluster itself as read: its settings, its node pools, its health.
import { idKey } from "./resource-id.ts";

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
  /** Of automatic upgrades: `patch`, `stable`, `none`; absent where Azure says none. */
  upgradeChannel?: string;
  /** Of automatic updates of the nodes' images: `NodeImage`, `SecurityPatch`, `None`. */
  nodeUpgradeChannel?: string;
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
  /** `AKSUbuntu-2204gen2containerd-202510.19.1`. */
  nodeImage?: string;
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

// Clusters that take neither Cloud Shell in a network nor a Bastion tunnel straight to their API server.
// https://learn.microsoft.com/azure/aks/private-cluster-connect#choose-a-connectivity-option

export type LockedBy = "automatic" | "nodeGroup";

/** Null where nothing says so. */
export function lockOf({ sku = "", nodeGroupRestriction = "" }: ManagedCluster): LockedBy | null {
  if (/^automatic$/i.test(sku)) return "automatic";
  return /^readonly$/i.test(nodeGroupRestriction) ? "nodeGroup" : null;
}

// The resource group that AKS keeps for the nodes: what is changed there, AKS may put back.

/** As every id in it begins, in one spelling. */
export const nodeGroupPrefix = ({ subscriptionId, nodeResourceGroup }: ManagedCluster): string =>
  `${idKey(`/subscriptions/${subscriptionId}/resourceGroups/${nodeResourceGroup}`)}/`;

export const isInNodeGroup = (id: string, cluster: ManagedCluster): boolean =>
  idKey(id).startsWith(nodeGroupPrefix(cluster));

// Node auto-provisioning: AKS makes nodes as pods need them, and lists them in no pool.
// https://learn.microsoft.com/azure/aks/node-auto-provisioning

/** AKS Automatic makes nodes as pods need them, whether its mode is said or not. */
const modeOf = ({ nodeProvisioningMode, sku }: ManagedCluster): string =>
  nodeProvisioningMode ?? (/^automatic$/i.test(sku ?? "") ? "Auto" : "Manual");

/** A mode that is not known may do so. */
export const mayProvisionNodes = (cluster: ManagedCluster): boolean => !/^manual$/i.test(modeOf(cluster));

const isScaleSet = (type = "VirtualMachineScaleSets"): boolean => /^VirtualMachineScaleSets$/i.test(type);

/** Nodes that stand in no scale set: each is a machine of its own in the node resource group. */
export const mayHaveLoneNodes = (cluster: ManagedCluster): boolean =>
  mayProvisionNodes(cluster) || cluster.agentPools.some(({ type }) => !isScaleSet(type));

export const provisionsNodes = (cluster: ManagedCluster): boolean => /^auto$/i.test(modeOf(cluster));

// Whether a cluster counts as production.

const trial = /(^|[^a-z])(dev|develop(ment)?|test(ing)?|tst|qa|stag(e|ing)|sandbox|lab|non-?prod)([^a-z]|$)/i;

/** By its environment tag, else by its name; whatever does not say that it is for trials counts as production. */
export function isProduction({ name, tags }: Pick<ManagedCluster, "name" | "tags">): boolean {
  const tagged = Object.entries(tags).find(([key]) => /^(env|environment|stage)$/i.test(key))?.[1];
  return !trial.test(tagged ?? name);
}

// When AKS may upgrade a cluster or its nodes by itself, as its owner planned it.
// https://learn.microsoft.com/azure/aks/planned-maintenance

/** By its English name, as Azure writes it. */
type WeekDay = string;

export type MaintenanceSchedule = Readonly<
  | { is: "daily"; intervalDays: number }
  | { is: "weekly"; intervalWeeks: number; dayOfWeek: WeekDay }
  | { is: "absoluteMonthly"; intervalMonths: number; dayOfMonth: number }
  /** `weekIndex`: `First` to `Fourth`, `Last`. */
  | { is: "relativeMonthly"; intervalMonths: number; weekIndex: string; dayOfWeek: WeekDay }
  /** Of a kind that a newer Azure has. */
  | { is: "other" }
>;

/** Dates as `2026-11-25`, times as `02:00`, both at `utcOffset` (`+05:30`). */
export type MaintenanceWindow = Readonly<{
  schedule: MaintenanceSchedule;
  startTime: string;
  durationHours: number;
  utcOffset: string;
  /** Before this day there is none. */
  startDate?: string;
  /** Both days belong to it. */
  notAllowedDates: readonly Readonly<{ start: string; end: string }>[];
}>;

export type MaintenanceConfiguration = Readonly<{
  /** `default`, `aksManagedAutoUpgradeSchedule`, `aksManagedNodeOSUpgradeSchedule`. */
  name: string;
  window?: MaintenanceWindow;
  /** The older form: whole hours of days of the week, in UTC. */
  weekHours: readonly Readonly<{ day: WeekDay; hours: readonly number[] }>[];
  /** Of the older form: ISO 8601. */
  notAllowedTimes: readonly Readonly<{ start: string; end: string }>[];
}>;
