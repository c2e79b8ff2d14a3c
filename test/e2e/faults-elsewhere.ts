// Faults that take another healthy scenario than the hub and spoke: what is changed there, and the check to be blamed.
import * as ids from "../simulator/ids.ts";
import { type Changes, gone, rule, set, setEach } from "./changes.ts";

const hub = `${ids.hubGroup}/providers/Microsoft.Network`;
const spoke = `${ids.clusterGroup}/providers/Microsoft.Network`;
const apiBalancer = `${ids.nodeGroup}/providers/Microsoft.Network/loadBalancers/kube-apiserver`;
const containers = `${ids.hubGroup}/providers/Microsoft.ContainerInstance/containerGroups/ci-ssh`;
const teamConnection = `${ids.cluster}/privateEndpointConnections/pe-prod-1`;

const byFirewall = (addressPrefix: string) => ({
  name: `by-firewall-${addressPrefix.replace(/\W/g, "-")}`,
  properties: { addressPrefix, nextHopType: "VirtualAppliance", nextHopIpAddress: "10.10.4.4" },
});

/** Between jump box and API server all goes through the hub's firewall, which lets it; the spoke takes nothing of that. */
const forwardedDropped: Changes = {
  [`${hub}/routeTables/rt-jump`]: set({ routes: [byFirewall("10.20.0.0/16")] }),
  [ids.hubNetwork]: setEach("subnets", ({ name }) =>
    name === "snet-jump" ? { properties: { routeTable: { id: `${hub}/routeTables/rt-jump` } } } : {},
  ),
  [`${hub}/firewallPolicies/afwp-hub/ruleCollectionGroups/operations`]: set({
    priority: 300,
    ruleCollections: [
      {
        ruleCollectionType: "FirewallPolicyFilterRuleCollection",
        ...{ name: "operations", priority: 200, action: { type: "Allow" } },
        rules: [
          {
            ...{ ruleType: "NetworkRule", name: "api", ipProtocols: ["TCP"] },
            ...{ sourceAddresses: ["10.10.1.0/24"], destinationAddresses: ["10.20.0.0/22"] },
            destinationPorts: ["443"],
          },
        ],
      },
    ],
  }),
  [`${spoke}/routeTables/rt-aks`]: set({ routes: [byFirewall("0.0.0.0/0"), byFirewall("10.10.1.0/24")] }),
  [ids.spokeNetwork]: (properties) => ({
    ...setEach("subnets", () => ({ properties: { privateEndpointNetworkPolicies: "Enabled" } }))(properties),
    ...setEach("virtualNetworkPeerings", () => ({ properties: { allowForwardedTraffic: false } }))(
      properties,
    ),
  }),
};

const ownZone = `${hub}/privateDnsZones/privatelink.westeurope.azmk8s.io`;

export const faultsElsewhere: readonly (readonly [
  what: string,
  cause: string,
  scenario: string,
  cluster: string,
  Changes,
])[] = [
  [
    "load balancer of the API server deleted",
    "api.vnetint-ilb",
    "vnet-private",
    "prod-1",
    { [apiBalancer]: gone },
  ],
  [
    "subnet of the API server no longer delegated",
    "api.vnetint-subnet",
    "vnet-private",
    "prod-1",
    {
      [ids.spokeNetwork]: setEach("subnets", ({ name }) =>
        name === "snet-apiserver" ? { properties: { delegations: [] } } : {},
      ),
    },
  ],
  [
    "team's own zone deleted",
    "dns.zone-exists",
    "private-byo-zone",
    "prod-1",
    {
      [ownZone]: gone,
      [`${ownZone}/A/prod-1-dns-7k2m9x4q`]: gone,
      [`${ownZone}/virtualNetworkLinks/link-spoke`]: gone,
      [`${ownZone}/virtualNetworkLinks/link-hub`]: gone,
    },
  ],
  [
    "container with SSH stopped",
    "jump.aci",
    "ssh-container",
    "prod-1",
    { [containers]: set({ instanceView: { state: "Stopped" } }) },
  ],
  [
    "jump box in the cluster's network may not reach port 443",
    "jump.placement",
    "jump-in-spoke",
    "prod-1",
    {
      [`${spoke}/networkSecurityGroups/nsg-jump`]: set({
        securityRules: [rule("no-https", 300, { direction: "Outbound", destinationPortRange: "443" })],
      }),
    },
  ],
  [
    "team's own endpoint waits for approval",
    "pe.extra-endpoint",
    "own-endpoint-dead",
    "prod-1",
    { [teamConnection]: set({ privateLinkServiceConnectionState: { status: "Pending" } }) },
  ],
  [
    "spoke takes nothing that the hub's firewall passes on",
    "peering.forwarded-traffic",
    "hub-firewall",
    "prod-1",
    forwardedDropped,
  ],
  [
    "people at home sign in with Entra, over IKEv2",
    "vpn.p2s-config",
    "vpn-healthy",
    "prod-1",
    {
      [`${hub}/virtualNetworkGateways/vgw-hub`]: set({
        vpnClientConfiguration: { vpnClientProtocols: ["IkeV2"] },
      }),
    },
  ],
];
