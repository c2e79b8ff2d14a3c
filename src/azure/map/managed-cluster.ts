// Managed clusters as the SDK reads them → our data. Absent booleans mean false, as in ARM's documentation.
import type {
  ManagedCluster as ArmCluster,
  ManagedClusterAgentPoolProfile as ArmPool,
} from "@azure/arm-containerservice";
import type { ClusterSummary } from "../../core/conversation/cluster-answer.ts";
import type { AgentPool, ClusterNetworkProfile, ManagedCluster } from "../../core/snapshot/cluster.ts";
import { resourceGroupOf } from "../arm/resource-id.ts";
import { present, valuesOf } from "./fields.ts";

/** A pool of single virtual machines has no count of its own, but one for each of their sizes. */
function countOf({ count, virtualMachineNodesStatus: sizes }: ArmPool): number | undefined {
  if (typeof count === "number" || !sizes) return count;
  return sizes.reduce((sum, size) => sum + (size.count ?? 0), 0);
}

const mapPoolError = ({ status }: ArmPool): Pick<AgentPool, "provisioningError"> => {
  const error = status?.provisioningError;
  return error ? { provisioningError: { code: error.code ?? "", message: error.message ?? "" } } : {};
};

const mapPool = (pool: ArmPool): AgentPool => ({
  name: pool.name ?? "",
  mode: pool.mode ?? "",
  osType: pool.osType ?? "",
  enableAutoScaling: pool.enableAutoScaling ?? false,
  powerState: pool.powerState?.code ?? "",
  provisioningState: pool.provisioningState ?? "",
  nodeTaints: pool.nodeTaints ?? [],
  ...mapPoolError(pool),
  ...present({
    count: countOf(pool),
    minCount: pool.minCount,
    maxCount: pool.maxCount,
    type: pool.type,
    scaleSetPriority: pool.scaleSetPriority,
    vnetSubnetId: pool.vnetSubnetID,
    podSubnetId: pool.podSubnetID,
    kubernetesVersion: pool.currentOrchestratorVersion ?? pool.orchestratorVersion,
    nodeImage: pool.nodeImageVersion,
    vmSize: pool.vmSize,
    nodePublicIp:
      pool.enableNodePublicIP === true ? present({ prefixId: pool.nodePublicIPPrefixID }) : undefined,
    maxPods: pool.maxPods,
    maxSurge: pool.upgradeSettings?.maxSurge,
    zones: pool.availabilityZones?.length ? pool.availabilityZones : undefined,
  }),
});

/** `msi` is what Azure writes in place of an application's id where there is none. */
const mapIdentity = ({
  identity,
  servicePrincipalProfile: application,
}: ArmCluster): Pick<ManagedCluster, "identity"> => {
  const type = identity?.type?.toLowerCase();
  if (type === "systemassigned")
    return { identity: { kind: "system", ...present({ principalId: identity?.principalId }) } };
  if (type === "userassigned") {
    // A control plane has one; of several nobody could tell as which it acts.
    const [only, ...others] = Object.values(identity?.userAssignedIdentities ?? {});
    const principalId = others.length === 0 ? only?.principalId : undefined;
    return { identity: { kind: "user", ...present({ principalId }) } };
  }
  const clientId = application?.clientId ?? "msi";
  return clientId.toLowerCase() === "msi" ? {} : { identity: { kind: "servicePrincipal", clientId } };
};

const mapAccess = (cluster: ArmCluster): ManagedCluster["apiServerAccess"] => {
  const access = cluster.apiServerAccessProfile;
  return {
    enablePrivateCluster: access?.enablePrivateCluster ?? false,
    enableVnetIntegration: access?.enableVnetIntegration ?? false,
    authorizedIpRanges: access?.authorizedIPRanges ?? [],
    disableRunCommand: access?.disableRunCommand ?? false,
    ...present({
      privateDnsZone: access?.privateDNSZone,
      enablePrivateClusterPublicFqdn: access?.enablePrivateClusterPublicFqdn,
      subnetId: access?.subnetId,
    }),
  };
};

const mapEntra = (cluster: ArmCluster): Pick<ManagedCluster, "entra"> => {
  const profile = cluster.aadProfile;
  if (!profile) return {};
  return {
    entra: {
      managed: profile.managed ?? false,
      enableAzureRbac: profile.enableAzureRbac ?? false,
      adminGroupObjectIds: profile.adminGroupObjectIDs ?? [],
      ...present({ tenantId: profile.tenantID, serverAppId: profile.serverAppID }),
    },
  };
};

const mapNetwork = ({ networkProfile: profile }: ArmCluster): ClusterNetworkProfile => {
  const lists = [profile?.loadBalancerProfile, profile?.natGatewayProfile].flatMap((each) =>
    each?.effectiveOutboundIPs?.every(({ id }) => id) ? [each.effectiveOutboundIPs] : [],
  );
  return {
    podCidrs: profile?.podCidrs ?? valuesOf(profile?.podCidr, undefined),
    serviceCidrs: profile?.serviceCidrs ?? valuesOf(profile?.serviceCidr, undefined),
    ...present({
      outboundIpIds: lists.length === 0 ? undefined : lists.flat().flatMap(({ id }) => id ?? []),
      ipFamilies: profile?.ipFamilies,
      plugin: profile?.networkPlugin,
      pluginMode: profile?.networkPluginMode,
      loadBalancerSku: profile?.loadBalancerSku,
      managedOutboundIps: profile?.loadBalancerProfile?.managedOutboundIPs?.count,
    }),
  };
};

const mapError = ({ status }: ArmCluster): Pick<ManagedCluster, "provisioningError"> => {
  const error = status?.provisioningError;
  if (!error) return {};
  const { code, message, target } = error;
  return { provisioningError: { code: code ?? "", message: message ?? "", ...present({ target }) } };
};

const mapKms = ({ securityProfile }: ArmCluster): Pick<ManagedCluster, "kms"> => {
  const kms = securityProfile?.azureKeyVaultKms;
  if (kms?.enabled !== true) return {};
  return {
    kms: {
      keyId: kms.keyId ?? "",
      vaultAccess: kms.keyVaultNetworkAccess ?? "Public",
      // Azure leaves it empty for a public vault.
      ...present({ vaultId: kms.keyVaultResourceId || undefined }),
    },
  };
};
/** Azure writes an add-on's name in any case. */
const hasPolicy = ({ addonProfiles }: ArmCluster): boolean | undefined =>
  Object.entries(addonProfiles ?? {}).some(
    ([name, addon]) => /^azurepolicy$/i.test(name) && addon?.enabled,
  ) || undefined;

const mapHostedSystem = ({
  hostedSystemProfile: profile,
}: ArmCluster): Pick<ManagedCluster, "hostedSystem"> =>
  profile?.enabled === true
    ? {
        hostedSystem: {
          nodeSubnetIds: [profile.systemNodeSubnetID, profile.nodeSubnetID].flatMap((id) => id || []),
        },
      }
    : {};

const mapVersion = ({
  currentKubernetesVersion,
  kubernetesVersion,
  supportPlan,
  autoUpgradeProfile: upgrades,
}: ArmCluster): Pick<
  ManagedCluster,
  "kubernetesVersion" | "supportPlan" | "upgradeChannel" | "nodeUpgradeChannel"
> =>
  present({
    kubernetesVersion: currentKubernetesVersion ?? kubernetesVersion,
    supportPlan,
    upgradeChannel: upgrades?.upgradeChannel,
    nodeUpgradeChannel: upgrades?.nodeOSUpgradeChannel,
  });

/** `id` is the id that was asked for; it stands in where the answer has none. */
export const mapManagedCluster = (cluster: ArmCluster, id: string): ManagedCluster => {
  const ownId = cluster.id ?? id;
  const group = resourceGroupOf(ownId);
  const proxy = cluster.httpProxyConfig;
  return {
    id: ownId,
    name: cluster.name ?? "",
    location: cluster.location ?? "",
    resourceGroup: group?.resourceGroup ?? "",
    subscriptionId: group?.subscriptionId ?? "",
    nodeResourceGroup: cluster.nodeResourceGroup ?? "",
    provisioningState: cluster.provisioningState ?? "",
    ...mapError(cluster),
    powerState: cluster.powerState?.code ?? "",
    apiServerAccess: mapAccess(cluster),
    ...mapEntra(cluster),
    ...mapIdentity(cluster),
    disableLocalAccounts: cluster.disableLocalAccounts ?? false,
    tags: cluster.tags ?? {},
    network: mapNetwork(cluster),
    agentPools: (cluster.agentPoolProfiles ?? []).map(mapPool),
    ...mapHostedSystem(cluster),
    ...mapKms(cluster),
    ...mapVersion(cluster),
    ...present({
      azurePolicy: hasPolicy(cluster),
      trustsOwnAuthorities:
        (cluster.securityProfile?.customCATrustCertificates ?? []).length > 0 || undefined,
      nodeProvisioningMode: cluster.nodeProvisioningProfile?.mode,
      enableRbac: cluster.enableRbac,
      sku: cluster.sku?.name,
      createdAt: cluster.systemData?.createdAt?.toISOString(),
      nodeGroupRestriction: cluster.nodeResourceGroupProfile?.restrictionLevel,
      portalFqdn: cluster.azurePortalFqdn,
      fqdn: cluster.fqdn,
      privateFqdn: cluster.privateFqdn,
      outboundType: cluster.networkProfile?.outboundType,
      httpsProxy: proxy?.enabled === false ? undefined : (proxy?.httpsProxy ?? proxy?.httpProxy),
      bootstrapArtifactSource: cluster.bootstrapProfile?.artifactSource,
    }),
  };
};

export const mapClusterSummary = (cluster: ArmCluster): ClusterSummary => {
  const {
    id,
    name,
    resourceGroup,
    subscriptionId,
    location,
    powerState,
    apiServerAccess,
    kubernetesVersion,
    supportPlan,
    fqdn,
    privateFqdn,
  } = mapManagedCluster(cluster, "");
  const apiNames = [privateFqdn, fqdn].filter((name) => name !== undefined);
  return {
    id,
    name,
    resourceGroup,
    subscriptionId,
    location,
    powerState,
    private: apiServerAccess.enablePrivateCluster,
    ...present({ version: kubernetesVersion, supportPlan }),
    ...(apiNames.length === 0 ? {} : { apiNames }),
  };
};
