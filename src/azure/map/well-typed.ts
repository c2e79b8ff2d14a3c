// Azure's SDKs pass on whatever type a field comes in, and a number where a text belongs breaks whoever reads it later:
// so what was mapped is looked at once, by the names of its fields, and one that is odd is not taken for known.

const flags: ReadonlySet<string> = new Set([
  ...["activeActive", "allowForwardedTraffic", "allowGatewayTransit", "allowVirtualNetworkAccess"],
  ...["disableBgpRoutePropagation", "disableLocalAccounts", "disableRunCommand", "dnsProxy"],
  ...["enableAutoScaling", "enableAzureRbac", "enableBgp", "enableIpForwarding"],
  ...["enablePrivateCluster", "enablePrivateClusterPublicFqdn", "enableTunneling"],
  ...["enableVnetIntegration", "inVirtualHub", "isAutoRegistered", "isOdd", "leadsOut", "managed"],
  ...["privateOnly", "registrationEnabled", "terminatesTls", "useRemoteGateways"],
]);

const numbers: ReadonlySet<string> = new Set(["count", "limit", "port", "priority", "ttl", "used"]);

/** Besides whatever ends with `Ids`. */
const textLists: ReadonlySet<string> = new Set([
  ...["actions", "addressPrefixes", "addresses", "authorizedIpRanges", "clientAddressPools"],
  ...["dataActions", "delegations", "destinationAddressPrefixes", "destinationPortRanges"],
  ...["destinations", "dnsServers", "fqdnTags", "fqdns", "ipAddresses", "nodeTaints", "notActions"],
  ...["notDataActions", "podCidrs", "ports", "privateIpAddresses", "remoteAddressPrefixes"],
  ...["serviceCidrs", "sourceAddressPrefixes", "sourcePortRanges", "sources"],
]);

/** Besides whatever ends with `Id`. */
const texts: ReadonlySet<string> = new Set([
  ...["access", "action", "addressPrefix", "availabilityState", "connectionStatus"],
  ...["connectionType", "description", "direction", "fqdn", "gatewayType", "id", "ip", "ipAddress"],
  ...["kind", "kubernetesVersion", "linkState", "loadBalancerSku", "location", "manager", "mode"],
  ...["name", "nextHopIpAddress", "nextHopType", "nodeResourceGroup", "operation", "osName"],
  ...["osType", "outboundType", "peeringState", "peeringSyncLevel", "plugin", "pluginMode"],
  ...["privateDnsZone", "privateEndpointNetworkPolicies", "privateFqdn", "privateIpAddress", "protocol"],
  ...["provisioningState", "resourceGroup", "sku"],
]);

const isAbsent = (value: unknown): boolean => value === undefined || value === null;
const isText = (value: unknown): boolean => typeof value === "string";

/** What a field of this name holds; true for names that hold one thing here and another there. */
function holds(name: string, value: unknown): boolean {
  if (texts.has(name) || name.endsWith("Id")) return isText(value);
  if (textLists.has(name) || name.endsWith("Ids")) return Array.isArray(value) && value.every(isText);
  if (numbers.has(name)) return typeof value === "number" && Number.isFinite(value);
  return flags.has(name) ? typeof value === "boolean" : true;
}

/** Tags are the customer's own names. */
const isWellTyped = (value: unknown): boolean =>
  typeof value !== "object" ||
  value === null ||
  Object.entries(value).every(
    ([name, inner]: [string, unknown]) =>
      name === "tags" || isAbsent(inner) || (holds(name, inner) && isWellTyped(inner)),
  );

/** The same value. Throws where Azure gave a field in a type that it does not have. */
export function wellTyped<T>(value: T): T {
  if (!isWellTyped(value)) throw new Error("A field is of another type than Azure documents.");
  return value;
}
