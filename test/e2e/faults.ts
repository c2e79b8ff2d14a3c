// Faults for the healthy hub and spoke: what is changed in Azure, and the check that has to be blamed.
import type { JsonObject } from "../../simulator/json.ts";
import * as ids from "../simulator/ids.ts";
import { type Change, type Changes, gone, rule, set, setEach } from "./changes.ts";

const link = (name: string) => `${ids.zone}/virtualNetworkLinks/${name}`;
const record = `${ids.zone}/A/prod-1-dns-7k2m9x4q`;
const connection = `${ids.cluster}/privateEndpointConnections/kube-apiserver`;
const jumpRules = `${ids.hubGroup}/providers/Microsoft.Network/networkSecurityGroups/nsg-jump`;
const nodeRules = `${ids.clusterGroup}/providers/Microsoft.Network/networkSecurityGroups/nsg-aks`;
const nodeRoutes = `${ids.clusterGroup}/providers/Microsoft.Network/routeTables/rt-aks`;
const jumpRoutes = `${ids.hubGroup}/providers/Microsoft.Network/routeTables/rt-jump`;

const pools = (patchOf: (pool: JsonObject) => JsonObject): Change => setEach("agentPoolProfiles", patchOf);
const addresses = (...all: string[]): Change =>
  set({ aRecords: all.map((ipv4Address) => ({ ipv4Address })) });
const noPeerings = set({ virtualNetworkPeerings: [] });
const closedPeerings = setEach("virtualNetworkPeerings", () => ({
  properties: { allowVirtualNetworkAccess: false },
}));

const cutPeerings = setEach("virtualNetworkPeerings", () => ({
  properties: { peeringState: "Disconnected" },
}));
const endpoint = `${ids.nodeGroup}/providers/Microsoft.Network/privateEndpoints/kube-apiserver`;
const endpointInterface = `${ids.nodeGroup}/providers/Microsoft.Network/networkInterfaces/kube-apiserver.nic.4e1a7c90-35b2-4d8f-96e0-a7f3c5d1b284`;

/** A rule about TCP 443 going out. */
const outbound443 = (name: string, priority: number, access: string, to: string): JsonObject =>
  rule(name, priority, {
    direction: "Outbound",
    access,
    destinationAddressPrefix: to,
    destinationPortRange: "443",
  });
const denyHttps = outbound443("deny-https", 300, "Deny", "*");

/** Port 443 is denied, and an earlier repair let people through to another cluster. */
export const deniedBesideRepair: Changes = {
  [jumpRules]: set({
    securityRules: [denyHttps, outbound443("allow-aks-tcp-443", 299, "Allow", "10.40.0.4")],
  }),
};

/** On purpose, so that nobody calls it a fault who does not ask about it. */
export const runCommandOff: Changes = {
  [ids.cluster]: set({ apiServerAccessProfile: { disableRunCommand: true } }),
};

export const faults: readonly [what: string, cause: string, Changes][] = [
  [
    "every node pool tainted",
    "invoke.schedulable-node",
    { [ids.cluster]: pools(() => ({ nodeTaints: ["dedicated=batch:NoSchedule"] })) },
  ],
  [
    "system pool stopped",
    "pool.system-ready",
    { [ids.cluster]: pools(({ mode }) => (mode === "System" ? { powerState: { code: "Stopped" } } : {})) },
  ],
  [
    "private endpoint waits for approval",
    "pe.connection-approved",
    { [connection]: set({ privateLinkServiceConnectionState: { status: "Pending" } }) },
  ],
  [
    "the API server's endpoint deleted, with its interface",
    "pe.exists",
    { [endpoint]: gone, [endpointInterface]: gone, [connection]: gone },
  ],
  [
    "the endpoint says another address than its interface has",
    "pe.ip",
    { [endpoint]: set({ customDnsConfigs: [{ fqdn: "prod-1", ipAddresses: ["10.20.0.9"] }] }) },
  ],
  ["record leads to an old address", "dns.a-record-match", { [record]: addresses("10.20.0.9") }],
  [
    "record holds two old addresses",
    "dns.a-record-match",
    { [record]: addresses("10.20.0.9", "10.20.0.10") },
  ],
  ["record gone", "dns.a-record-present", { [record]: gone }],
  ["link to the cluster's own network gone", "dns.link-cluster", { [link("link-spoke")]: gone }],
  [
    "link to the hub failed",
    "dns.link-state",
    { [link("link-hub")]: set({ virtualNetworkLinkState: "Failed" }) },
  ],
  [
    "hub resolves with servers of its own, and is not linked",
    "dns.link-resolver",
    {
      // Azure's own as the second one, so that nothing is left to warn of once the link is there.
      [ids.hubNetwork]: set({ dhcpOptions: { dnsServers: ["10.10.1.4", "168.63.129.16"] } }),
      [link("link-hub")]: gone,
    },
  ],
  ["spoke's half of the peering deleted", "peering.both-sides", { [ids.spokeNetwork]: noPeerings }],
  ["hub's half of the peering deleted", "peering.both-sides", { [ids.hubNetwork]: noPeerings }],
  [
    "both halves of the peering deleted",
    "peering.both-sides",
    { [ids.spokeNetwork]: noPeerings, [ids.hubNetwork]: noPeerings },
  ],
  [
    "a range of the cluster's network was never synced",
    "peering.sync",
    {
      [ids.hubNetwork]: setEach("virtualNetworkPeerings", () => ({
        properties: {
          remoteAddressSpace: { addressPrefixes: ["10.99.0.0/16"] },
          peeringSyncLevel: "RemoteNotInSync",
        },
      })),
    },
  ],
  [
    "last operation failed",
    "cluster.provisioning-failed",
    { [ids.cluster]: set({ provisioningState: "Failed" }) },
  ],
  ["peering lets nothing through", "peering.vnet-access", { [ids.hubNetwork]: closedPeerings }],
  [
    "jump subnet may not reach port 443",
    "nsg.client-443",
    { [jumpRules]: set({ securityRules: [denyHttps] }) },
  ],
  [
    "route of the jump subnet leads nowhere",
    "route.api-path",
    {
      [jumpRoutes]: set({
        routes: [{ name: "blackhole", properties: { addressPrefix: "10.20.0.4/32", nextHopType: "None" } }],
      }),
      [ids.hubNetwork]: setEach("subnets", ({ name }) =>
        name === "snet-jump" ? { properties: { routeTable: { id: jumpRoutes } } } : {},
      ),
    },
  ],
  ["jump box off", "jump.power", { [ids.jumpMachine]: set({ extended: { powerState: "deallocated" } }) }],
  [
    "Bastion may not open SSH or RDP",
    "nsg.jump-inbound",
    {
      [jumpRules]: set({
        securityRules: [
          rule("no-shells", 200, { direction: "Inbound", destinationPortRanges: ["22", "3389"] }),
        ],
      }),
    },
  ],
  [
    "nodes may not reach Azure",
    "nsg.node-egress",
    { [nodeRules]: set({ securityRules: [outbound443("no-azure", 300, "Deny", "AzureCloud")] }) },
  ],
  [
    "nodes may not reach each other's kubelet",
    "nsg.intra-node",
    {
      [nodeRules]: set({
        securityRules: [rule("no-kubelet", 300, { direction: "Inbound", destinationPortRange: "10250" })],
      }),
    },
  ],
  [
    "a rule before which no number is left shuts the nodes' kubelet",
    "nsg.intra-node",
    {
      [nodeRules]: set({
        securityRules: [rule("no-kubelet", 100, { direction: "Inbound", destinationPortRange: "10250" })],
      }),
    },
  ],
  [
    "default route of the nodes leads nowhere",
    "route.default",
    {
      [nodeRoutes]: set({
        routes: [{ name: "blackhole", properties: { addressPrefix: "0.0.0.0/0", nextHopType: "None" } }],
      }),
      [ids.spokeNetwork]: setEach("subnets", () => ({ properties: { routeTable: { id: nodeRoutes } } })),
    },
  ],
  [
    "no NAT gateway where the cluster leaves by one",
    "egress.outbound-consistent",
    { [ids.cluster]: set({ networkProfile: { outboundType: "userAssignedNATGateway" } }) },
  ],
  [
    "both halves of the peering disconnected",
    "peering.state",
    { [ids.spokeNetwork]: cutPeerings, [ids.hubNetwork]: cutPeerings },
  ],
  [
    "record holds an old address beside",
    "dns.a-record-extra",
    { [record]: addresses("10.20.0.4", "10.20.0.9") },
  ],
  [
    "private endpoint failed",
    "pe.provisioning",
    {
      [endpoint]: set({ provisioningState: "Failed" }),
      [ids.cluster]: set({
        provisioningState: "Failed",
        status: { provisioningError: { code: "VMExtensionError_K8SAPIServerConnFail", message: "" } },
      }),
    },
  ],
  [
    "neither a zone nor a public name",
    "api.mode",
    {
      [ids.cluster]: set({
        apiServerAccessProfile: { privateDNSZone: "none", enablePrivateClusterPublicFQDN: false },
      }),
    },
  ],
  [
    "Bastion's subnet has a route table",
    "bastion.subnet",
    {
      [jumpRoutes]: set({ routes: [] }),
      [ids.hubNetwork]: setEach("subnets", ({ name }) =>
        name === "AzureBastionSubnet" ? { properties: { routeTable: { id: jumpRoutes } } } : {},
      ),
    },
  ],
  [
    "last operation on a pool failed",
    "pool.provisioning",
    { [ids.cluster]: pools(({ name }) => (name === "apps" ? { provisioningState: "Failed" } : {})) },
  ],
  [
    "route table of the API server's subnet takes no routes from gateways",
    "route.bgp-propagation",
    {
      [nodeRoutes]: set({ routes: [], disableBgpRoutePropagation: true }),
      [ids.spokeNetwork]: setEach("subnets", () => ({
        properties: { routeTable: { id: nodeRoutes }, privateEndpointNetworkPolicies: "Enabled" },
      })),
    },
  ],
  [
    "route between the nodes leads nowhere",
    "route.inside",
    {
      [nodeRoutes]: set({
        routes: [{ name: "no-pods", properties: { addressPrefix: "10.20.0.0/22", nextHopType: "None" } }],
      }),
      [ids.spokeNetwork]: setEach("subnets", ({ name }) =>
        name === "snet-aks" ? { properties: { routeTable: { id: nodeRoutes } } } : {},
      ),
    },
  ],
];
