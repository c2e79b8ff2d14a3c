// Azure's service tags: which stand for public addresses, and which of them the address of a public name is in.
// https://learn.microsoft.com/azure/virtual-network/service-tags-overview

const names = [
  ...["ActionGroup", "ApiManagement", "AppConfiguration", "AppService", "AppServiceManagement"],
  ...["AutonomousDevelopmentPlatform", "AzureActiveDirectory", "AzureActiveDirectoryDomainServices"],
  ...["AzureAdvancedThreatProtection", "AzureArcInfrastructure", "AzureAttestation", "AzureBackup"],
  ...["AzureBotService", "AzureCloud", "AzureCognitiveSearch", "AzureConnectors", "AzureContainerRegistry"],
  ...["AzureCosmosDB", "AzureDatabricks", "AzureDataExplorerManagement", "AzureDeviceUpdate", "AzureDevOps"],
  ...["AzureDigitalTwins", "AzureEventGrid", "AzureFrontDoor", "AzureInformationProtection", "AzureIoTHub"],
  ...["AzureKeyVault", "AzureMachineLearning", "AzureMonitor", "AzureOpenDatasets", "AzureResourceManager"],
  ...["AzureSignalR", "AzureSiteRecovery", "AzureSphere", "AzureStack", "AzureTrafficManager"],
  ...["AzureUpdateDelivery", "AzureWebPubSub", "BatchNodeManagement", "ChaosStudio"],
  ...["CognitiveServicesFrontend", "CognitiveServicesManagement", "DataFactory", "DataFactoryManagement"],
  ...["Dynamics365ForMarketingEmail", "EventHub", "GatewayManager", "GuestAndHybridManagement", "HDInsight"],
  ...["LogicApps", "LogicAppsManagement", "MicrosoftCloudAppSecurity", "MicrosoftContainerRegistry"],
  ...["MicrosoftDefenderForEndpoint", "OneDsCollector", "PowerBI", "PowerPlatformInfra", "PowerQueryOnline"],
  ...["Scuba", "SerialConsole", "ServiceBus", "ServiceFabric", "Sql", "SqlManagement", "Storage"],
  ...["StorageSyncService", "VideoIndexer", "WindowsAdminCenter", "WindowsVirtualDesktop"],
];

/** A region, or a part of the service, may follow. */
const publicTags = new RegExp(`^(${names.join("|")})(\\.[A-Za-z0-9.]+)?$`, "i");

/** So a private address is never in it. */
export const isPublicTag = (entry: string): boolean => publicTags.test(entry);

/** Never the address of a public name. */
const others = /^(VirtualNetwork|AzureLoadBalancer|AzurePlatform(DNS|IMDS|LKM))$/i;

/** The address of a public name: tags that hold it, and those with their parts that perhaps do. In lower case. */
export type PublicTags = Readonly<{ holds: readonly string[]; perhaps: readonly string[] }>;

const isPartOf = (tag: string, whole: string): boolean => tag.startsWith(`${whole}.`);

export const isTag = (text: string): boolean => /^[a-z][a-z0-9]*(\.[a-z0-9.]+)?$/i.test(text);

export function heldBy(entry: string, { holds, perhaps }: PublicTags): "yes" | "perhaps" | "no" {
  const tag = entry.toLowerCase();
  if (!isTag(tag) || others.test(tag)) return "no";
  if (holds.includes(tag)) return "yes";
  const isPerhaps =
    holds.some((whole) => isPartOf(tag, whole)) ||
    perhaps.some((whole) => tag === whole || isPartOf(tag, whole)) ||
    !isPublicTag(tag);
  return isPerhaps ? "perhaps" : "no";
}
