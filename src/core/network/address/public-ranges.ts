// Azure's service tags: which stand for public addresses, and which of them the address of a public name is in.
// https://learn.microsoft.com/azure/virtual-network/service-tags-overview
import { type Coverage, coverage, ends, isIpv6, parseCidr, privateSpace } from "./cidr.ts";

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

// The public addresses as they are cut into pieces by the prefixes of rules or routes: all of a piece are treated alike,
// so an address of each shows what becomes of any, whichever a name has.

type Range = readonly [first: number, last: number];

/**
 * Nobody's on the Internet: private, the host's own, for documents and measurements, multicast and reserved.
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const otherReserved = [
  ...["0.0.0.0/8", ...privateSpace, "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16"],
  ...["192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"],
];

/** All of a range is nobody's on the Internet, so that no name leads there and no service tag holds it. */
export const isReserved = (range: string): boolean => coverage(otherReserved, range) === "yes";

const rangesOf = (prefixes: readonly string[]): readonly Range[] =>
  prefixes.flatMap((text) => {
    const cidr = parseCidr(text);
    return cidr === null ? [] : [ends(cidr)];
  });

const isIn = (ranges: readonly Range[], address: number): boolean =>
  ranges.some(([first, last]) => first <= address && address <= last);

const textOf = (address: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");

const notPublic = rangesOf(otherReserved);
const borders = ([first, last]: Range): readonly number[] => [first, last + 1];

/** More than these nobody writes by hand, and each is asked of every rule. */
const mostPieces = 128;

/** One address for each set of prefixes that hold it; null where there are too many. */
export function piecesOf(prefixes: readonly string[]): readonly string[] | null {
  const ranges = rangesOf(prefixes);
  const starts = [...new Set([0, ...[...ranges, ...notPublic].flatMap(borders)])];
  if (starts.length > mostPieces) return null;
  const found = new Map<string, string>();
  for (const start of starts) {
    if (start >= 2 ** 32 || isIn(notPublic, start)) continue;
    const key = ranges.map((range) => (isIn([range], start) ? 1 : 0)).join("");
    if (!found.has(key)) found.set(key, textOf(start));
  }
  return [...found.values()];
}

// What may be true of a public address that nobody knows: where it lies, and which tags hold it. A group that does the
// same in each case has decided; else its text alone does not.

/** `at` and `open`: where there are too many cases, a prefix or these tags may hold it or not. `tags`: null: not told. */
export type World = Readonly<{
  at: string | null;
  tags: readonly string[] | null;
  open: readonly string[];
  /** Of a tag that perhaps holds it, it is taken to do so. */
  isAssumed: boolean;
}>;

const mostOpen = 3;

/** Each tag in it, or not. */
function subsetsOf([tag, ...others]: readonly string[]): readonly (readonly string[])[] {
  if (tag === undefined) return [[]];
  const sets = subsetsOf(others);
  return [...sets, ...sets.map((set) => [tag, ...set])];
}

/** `entries`: what rules name as targets. */
export function worldsOf(entries: readonly string[], tags: PublicTags | undefined): readonly World[] {
  const pieces = piecesOf(entries.filter((entry) => parseCidr(entry) !== null)) ?? [null];
  const named = [...new Set(entries.map((entry) => entry.toLowerCase()))];
  const perhaps = tags === undefined ? [] : named.filter((entry) => heldBy(entry, tags) === "perhaps");
  const isMany = perhaps.length > mostOpen;
  const open = isMany ? perhaps : [];
  return pieces.flatMap((at) =>
    subsetsOf(isMany ? [] : perhaps).map((also) => ({
      at,
      tags: tags === undefined ? null : [...tags.holds, ...also],
      open,
      isAssumed: also.length > 0,
    })),
  );
}

/** Null where the world says nothing of such an entry. */
export function inWorld(entry: string, { at, tags, open }: World): Coverage | null {
  if (parseCidr(entry) !== null) return at === null ? "undecidable" : coverage([entry], at);
  if (isIpv6(entry)) return "no";
  if (tags === null) return null;
  const tag = entry.toLowerCase();
  if (open.includes(tag)) return "undecidable";
  return tags.includes(tag) ? "yes" : "no";
}

// In which of Azure's service tags the addresses of a public name are.
// https://learn.microsoft.com/azure/virtual-network/service-tags-overview#available-service-tags
// https://learn.microsoft.com/azure/container-registry/container-registry-firewall-access-rules

const cloud = "azurecloud";

const registry: readonly PublicTags[] = [
  { holds: ["microsoftcontainerregistry"], perhaps: [cloud] },
  // What the registry stores comes from there.
  { holds: ["azurefrontdoor.firstparty"], perhaps: [cloud] },
];

const known: readonly (readonly [name: RegExp, faces: readonly PublicTags[]])[] = [
  [/(^|\.)mcr\.microsoft\.com$/, registry],
  [/^login\.(microsoftonline\.(com|us)|chinacloudapi\.cn)$/, [face("azureactivedirectory", cloud)]],
  [/^management\.(azure\.com|usgovcloudapi\.net|chinacloudapi\.cn)$/, [face("azureresourcemanager", cloud)]],
];

function face(...holds: readonly string[]): PublicTags {
  return { holds, perhaps: [] };
}

/** Where a name is served from: each has to be reached. */
export function facesOf(name: string): readonly PublicTags[] {
  const asked = name.toLowerCase().replace(/^\*\./, "");
  // An API server's public address is one of its region.
  const region = /\.hcp\.([a-z0-9]+)\./.exec(asked)?.[1];
  if (region !== undefined) return [face(cloud, `${cloud}.${region}`)];
  const found = known.find(([pattern]) => pattern.test(asked));
  return found?.[1] ?? [{ holds: [], perhaps: [cloud, "azurefrontdoor"] }];
}
