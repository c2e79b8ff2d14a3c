// Virtual networks with their subnets and peerings as the SDK reads them → our data.
import type {
  VirtualNetwork as ArmNetwork,
  VirtualNetworkPeering as ArmPeering,
  Subnet as ArmSubnet,
} from "@azure/arm-network";
import type { Peering, Subnet, VirtualNetwork } from "../../core/snapshot/network.ts";
import { present, valuesOf } from "./present.ts";

/** An IP configuration's id is its owner's with two segments more. */
const occupantsOf = (subnet: ArmSubnet): readonly string[] =>
  (subnet.ipConfigurations ?? []).flatMap(({ id }) => /^(.+)\/[^/]+\/[^/]+$/.exec(id ?? "")?.[1] ?? []);

const mapSubnet = (subnet: ArmSubnet): Subnet => ({
  id: subnet.id ?? "",
  name: subnet.name ?? "",
  addressPrefixes: valuesOf(subnet.addressPrefix, subnet.addressPrefixes),
  occupantIds: [...new Set(occupantsOf(subnet))],
  delegations: (subnet.delegations ?? []).flatMap(({ serviceName }) => serviceName ?? []),
  ...present({
    provisioningState: subnet.provisioningState,
    networkSecurityGroupId: subnet.networkSecurityGroup?.id,
    routeTableId: subnet.routeTable?.id,
    natGatewayId: subnet.natGateway?.id,
    defaultOutboundAccess: subnet.defaultOutboundAccess,
    privateEndpointNetworkPolicies: subnet.privateEndpointNetworkPolicies,
    serviceEndpoints: subnet.serviceEndpoints?.flatMap(({ service }) => service ?? []),
  }),
});

const mapOnlySubnets = (peering: ArmPeering): Pick<Peering, "onlySubnets"> =>
  peering.peerCompleteVnets === false
    ? { onlySubnets: { local: peering.localSubnetNames ?? [], remote: peering.remoteSubnetNames ?? [] } }
    : {};

const mapPeering = (peering: ArmPeering): Peering => ({
  id: peering.id ?? "",
  name: peering.name ?? "",
  remoteVirtualNetworkId: peering.remoteVirtualNetwork?.id ?? "",
  peeringState: peering.peeringState ?? "",
  provisioningState: peering.provisioningState ?? "",
  allowVirtualNetworkAccess: peering.allowVirtualNetworkAccess ?? false,
  allowForwardedTraffic: peering.allowForwardedTraffic ?? false,
  allowGatewayTransit: peering.allowGatewayTransit ?? false,
  useRemoteGateways: peering.useRemoteGateways ?? false,
  // What is routed: the remote network's present ranges are another property, which runs ahead until a sync.
  remoteAddressPrefixes:
    (peering.remoteAddressSpace ?? peering.remoteVirtualNetworkAddressSpace)?.addressPrefixes ?? [],
  ...mapOnlySubnets(peering),
  ...present({ peeringSyncLevel: peering.peeringSyncLevel }),
});

export const mapVirtualNetwork = (network: ArmNetwork): VirtualNetwork => ({
  id: network.id ?? "",
  name: network.name ?? "",
  location: network.location ?? "",
  provisioningState: network.provisioningState ?? "",
  addressPrefixes: network.addressSpace?.addressPrefixes ?? [],
  ...present({ isEncrypted: network.encryption?.enabled }),
  dnsServers: (network.dhcpOptions?.dnsServers ?? []).filter((server) => server !== ""),
  subnets: (network.subnets ?? []).map(mapSubnet),
  peerings: (network.virtualNetworkPeerings ?? []).map(mapPeering),
  hasDdosPlan: network.enableDdosProtection === true && Boolean(network.ddosProtectionPlan?.id),
});

const isWholePeering = ({ remoteVirtualNetwork, allowVirtualNetworkAccess }: ArmPeering): boolean =>
  Boolean(remoteVirtualNetwork?.id) && allowVirtualNetworkAccess !== null;

/** Whether nothing is left out that would look like a fault if it were taken for none: null is not an empty list. */
export const isWholeNetwork = ({ addressSpace, subnets, virtualNetworkPeerings }: ArmNetwork): boolean =>
  (addressSpace?.addressPrefixes ?? []).length > 0 &&
  subnets !== null &&
  virtualNetworkPeerings !== null &&
  (virtualNetworkPeerings ?? []).every(isWholePeering);

/** Ids of the interfaces that the network's subnets name: they may lie in any resource group. */
export const interfaceIdsOf = (network: ArmNetwork): readonly string[] =>
  (network.subnets ?? [])
    .flatMap(occupantsOf)
    .filter((id) => /\/Microsoft\.Network\/networkInterfaces\/[^/]+$/i.test(id));
