// Azure's SDKs pass on whatever type a field comes in, and a number where a text belongs breaks whoever reads it later:
// so what was mapped is looked at once, by the names of its fields, and one that is odd is not taken for known.

const flags: ReadonlySet<string> = new Set([
  ...["activeActive", "allowForwardedTraffic", "allowGatewayTransit", "allowVirtualNetworkAccess"],
  ...["disableBgpRoutePropagation", "disableLocalAccounts", "disableRunCommand", "dnsProxy"],
  ...["enableAutoScaling", "enableAzureRbac", "enableBgp", "enableIpForwarding", "enablePrivateCluster"],
  ...["enablePrivateClusterPublicFqdn", "enableTunneling", "enableVnetIntegration", "inVirtualHub"],
  ...["isAutoRegistered", "isOdd", "leadsOut", "managed", "privateOnly", "registrationEnabled"],
  ...["terminatesTls", "useRemoteGateways"],
]);

const numbers: ReadonlySet<string> = new Set(["count", "limit", "port", "priority", "ttl", "used"]);

const textLists: ReadonlySet<string> = new Set([
  ...["actions", "addresses", "addressPrefixes", "adminGroupObjectIds", "authorizedIpRanges"],
  ...["clientAddressPools", "dataActions", "delegations", "destinationAddressPrefixes"],
  ...["destinationGroupIds", "destinationPortRanges", "destinations", "dnsServers", "fqdnTags", "fqdns"],
  ...["ipAddresses", "networkInterfaceIds", "nodeTaints", "notActions", "notDataActions", "occupantIds"],
  ...["outboundIpIds", "podCidrs", "ports", "privateIpAddresses", "publicIpAddressIds"],
  ...["publicIpPrefixIds", "remoteAddressPrefixes", "serviceCidrs", "sourceAddressPrefixes"],
  ...["sourceGroupIds", "sourcePortRanges", "sources", "subnetIds"],
]);

const texts: ReadonlySet<string> = new Set([
  ...["access", "action", "addressPrefix", "availabilityState", "connectionStatus", "connectionType"],
  ...["description", "direction", "fqdn", "gatewayId", "gatewayType", "id", "ip", "ipAddress", "kind"],
  ...["kubernetesVersion", "linkState", "loadBalancerSku", "localNetworkGatewayId", "location"],
  ...["manager", "mode", "name", "natGatewayId", "networkSecurityGroupId", "nextHopIpAddress"],
  ...["nextHopType", "nodeResourceGroup", "operation", "osName", "osType", "outboundType"],
  ...["peeringState", "peeringSyncLevel", "plugin", "pluginMode", "policyId", "privateEndpointId"],
  ...["privateEndpointNetworkPolicies", "privateFqdn", "privateIpAddress", "protocol"],
  ...["provisioningState", "publicIpAddressId", "remoteVirtualNetworkId", "resourceGroup", "resourceId"],
  ...["routeTableId", "sku", "subnetId", "subscriptionId", "tenantId", "virtualNetworkId"],
  ...["vnetSubnetId"],
]);

const isAbsent = (value: unknown): boolean => value === undefined || value === null;
const isText = (value: unknown): boolean => typeof value === "string";

/** What a field of this name holds; true for names that hold one thing here and another there. */
function holds(name: string, value: unknown): boolean {
  if (texts.has(name)) return isText(value);
  if (textLists.has(name)) return Array.isArray(value) && value.every(isText);
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
