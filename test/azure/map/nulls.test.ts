// ARM sends null where it has nothing: every mapper takes that for absent.
import type { ManagedCluster as ArmCluster } from "@azure/arm-containerservice";
import type {
  AzureFirewall,
  BastionHost,
  LoadBalancer,
  NatGateway,
  NetworkInterface,
  NetworkSecurityGroup,
  PrivateEndpoint,
  PublicIPAddress,
  RouteTable,
  VirtualNetwork,
  VirtualNetworkGateway,
} from "@azure/arm-network";
import type { PrivateZone, RecordSet, VirtualNetworkLink } from "@azure/arm-privatedns";
import { mapBastionHost, mapVirtualNetworkGateway } from "../../../src/azure/map/fields.ts";
import {
  circuit,
  localNetworkGateway,
  mapCircuit,
  mapLocalNetworkGateway,
  parseConnection,
} from "../../../src/azure/map/gateways.ts";
import { mapLoadBalancer, mapNetworkInterface } from "../../../src/azure/map/interfaces.ts";
import { mapManagedCluster } from "../../../src/azure/map/managed-cluster.ts";
import {
  mapARecordSet,
  mapNetworkSecurityGroup,
  mapPrivateDnsZone,
  mapPrivateEndpoint,
  mapRouteTable,
  mapVirtualNetwork,
  mapVirtualNetworkLink,
} from "../../../src/azure/map/networks.ts";
import { mapFirewall, mapNatGateway, mapPublicIpAddress } from "../../../src/azure/map/outbound.ts";

/** What the SDK hands on for such an answer, whatever its types say. */
const nulls = <T>(text: string): T => JSON.parse(text);

const none = (...names: readonly string[]): string =>
  JSON.stringify(Object.fromEntries(names.map((name) => [name, null])));

const cluster = (text: string) => mapManagedCluster(nulls<ArmCluster>(text), "");

test.each<readonly [what: string, read: unknown, plain: unknown]>([
  [
    "a cluster",
    cluster(
      none(
        ...["tags", "powerState", "provisioningState", "status", "agentPoolProfiles", "networkProfile"],
        ...["apiServerAccessProfile", "aadProfile", "httpProxyConfig", "bootstrapProfile", "fqdn"],
      ),
    ),
    cluster("{}"),
  ],
  [
    "a cluster's parts",
    cluster(
      `{"status":{"provisioningError":${none("code", "message", "target")}},
        "networkProfile":${none("podCidr", "podCidrs", "serviceCidr", "serviceCidrs", "outboundType")},
        "agentPoolProfiles":[${none("name", "count", "maxCount", "nodeTaints", "powerState", "vnetSubnetID")}]}`,
    ),
    cluster('{"status":{"provisioningError":{}},"networkProfile":{},"agentPoolProfiles":[{}]}'),
  ],
  [
    "a network",
    mapVirtualNetwork(nulls<VirtualNetwork>(none("addressSpace", "dhcpOptions", "subnets"))),
    mapVirtualNetwork({}),
  ],
  [
    "a network's parts",
    mapVirtualNetwork(
      nulls<VirtualNetwork>(
        `{"subnets":[${none("addressPrefix", "addressPrefixes", "ipConfigurations", "delegations", "serviceEndpoints", "natGateway")}],
          "virtualNetworkPeerings":[${none("remoteVirtualNetwork", "remoteAddressSpace", "peeringState")}]}`,
      ),
    ),
    mapVirtualNetwork({ subnets: [{}], virtualNetworkPeerings: [{}] }),
  ],
  [
    "a security group",
    mapNetworkSecurityGroup(nulls<NetworkSecurityGroup>(none("securityRules", "defaultSecurityRules"))),
    mapNetworkSecurityGroup({}),
  ],
  [
    "a security rule",
    mapNetworkSecurityGroup(
      nulls<NetworkSecurityGroup>(
        `{"securityRules":[${none(
          ...["sourceAddressPrefix", "sourceAddressPrefixes", "destinationAddressPrefix", "access"],
          ...["destinationPortRange", "destinationPortRanges", "sourceApplicationSecurityGroups", "protocol"],
        )}]}`,
      ),
    ),
    mapNetworkSecurityGroup({ securityRules: [{}] }),
  ],
  ["a route table", mapRouteTable(nulls<RouteTable>(none("routes"))), mapRouteTable({})],
  [
    "an interface",
    mapNetworkInterface(nulls<NetworkInterface>(none("ipConfigurations"))),
    mapNetworkInterface({}),
  ],
  ["a balancer", mapLoadBalancer(nulls<LoadBalancer>(none("frontendIPConfigurations"))), mapLoadBalancer({})],
  [
    "a NAT gateway",
    mapNatGateway(nulls<NatGateway>(none("publicIpAddresses", "publicIpPrefixes"))),
    mapNatGateway({}),
  ],
  [
    "a public address",
    mapPublicIpAddress(nulls<PublicIPAddress>(none("ipAddress", "ipTags"))),
    mapPublicIpAddress({}),
  ],
  [
    "a firewall",
    mapFirewall(nulls<AzureFirewall>(`{"virtualHub":${none("id")},"ipConfigurations":null}`)),
    mapFirewall({}),
  ],
  [
    "a firewall's rules",
    mapFirewall(
      nulls<AzureFirewall>(
        `{"networkRuleCollections":null,"applicationRuleCollections":[${none("name", "priority", "action", "rules")}],"firewallPolicy":null,"additionalProperties":null}`,
      ),
    ),
    mapFirewall({ applicationRuleCollections: [{}] }),
  ],
  ["a Bastion host", mapBastionHost(nulls<BastionHost>(none("sku", "ipConfigurations"))), mapBastionHost({})],
  [
    "a gateway",
    mapVirtualNetworkGateway(
      nulls<VirtualNetworkGateway>(none("sku", "ipConfigurations", "active", "vpnClientConfiguration")),
    ),
    mapVirtualNetworkGateway({}),
  ],
  [
    "a gateway connection",
    parseConnection({
      id: "/c",
      properties: JSON.parse(
        none(
          ...["connectionType", "virtualNetworkGateway1", "localNetworkGateway2", "peer", "enableBgp"],
          ...["connectionStatus", "provisioningState", "trafficSelectorPolicies"],
        ),
      ),
    }),
    parseConnection({ id: "/c", properties: {} }),
  ],
  [
    "a circuit",
    mapCircuit(
      circuit.parse({
        id: "/c",
        properties: JSON.parse(
          none(
            "circuitProvisioningState",
            "serviceProviderProvisioningState",
            "expressRoutePort",
            "peerings",
          ),
        ),
      }),
    ),
    mapCircuit(circuit.parse({ id: "/c", properties: {} })),
  ],
  [
    "a local network gateway",
    mapLocalNetworkGateway(
      localNetworkGateway.parse({ id: "/l", properties: { localNetworkAddressSpace: null } }),
    ),
    mapLocalNetworkGateway(localNetworkGateway.parse({ id: "/l", properties: {} })),
  ],
  [
    "an endpoint",
    mapPrivateEndpoint(nulls<PrivateEndpoint>(none("networkInterfaces", "customDnsConfigs", "subnet"))),
    mapPrivateEndpoint({}),
  ],
  ["a zone", mapPrivateDnsZone(nulls<PrivateZone>(none("provisioningState"))), mapPrivateDnsZone({})],
  [
    "a link",
    mapVirtualNetworkLink(nulls<VirtualNetworkLink>(none("virtualNetwork"))),
    mapVirtualNetworkLink({}),
  ],
  ["a record", mapARecordSet(nulls<RecordSet>(none("aRecords", "ttl"))), mapARecordSet({})],
])("%s", (_what, read, plain) => {
  expect(read).toEqual(plain);
});
