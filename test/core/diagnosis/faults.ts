// One fault each, with the cause that has to be named. The numbers are those of the scenarios in the catalogue of checks.
import type { Diagnosis } from "../../../src/core/diagnosis/diagnosis.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import type { ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import {
  besideNodes,
  setBastion,
  setBastionRules,
  setBastionSubnet,
  setGateways,
} from "../../fixtures/entry-changes.ts";
import { apiIp, hub, ids, linkTo, peering, requesterId, zoneName } from "../../fixtures/healthy-snapshot.ts";
import {
  addDataNetwork,
  changed,
  setAccess,
  setClient,
  setCluster,
  setData,
  setEndpointSubnet,
  setHub,
  setHubPeering,
  setJumpHosts,
  setPools,
  setRecord,
  setRoutes,
  setRules,
  setSpoke,
  setSpokePeering,
} from "../../fixtures/snapshot-changes.ts";
import {
  routed,
  setHubFirewall,
  setNatGateway,
  setNodeRoutes,
  setNodeRules,
  setNodeSubnet,
  toAppliance,
} from "../../fixtures/snapshot-nodes.ts";
import {
  dataThroughHub,
  dnsAt,
  dnsMachines,
  otherEndpoint,
  setConnections,
  setNetworkProfile,
  setResolver,
} from "../../fixtures/snapshot-surroundings.ts";
import { hubDenied, publicRanges, setRequesterTenant, stop } from "../../fixtures/snapshot-variants.ts";
import { setApiRules, setVnetIntegration } from "../../fixtures/snapshot-vnet-integration.ts";

/** To the network of a resolver, which was not read. */
const toDns = peering(ids.hub, ids.dns, "hub-to-dns", "10.30.0.0/16");

export const linkMissing = changed(setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]));
export const hubPeeringGone = changed(
  setHub({ peerings: [] }),
  setSpokePeering({ peeringState: "Disconnected" }),
);
/** The zone's link still names the hub, so it was read all the same. */
export const spokePeeringGone = changed(
  setSpoke({ peerings: [] }),
  setHubPeering({ peeringState: "Disconnected" }),
);
/** The hub is out of sight as well: nothing but the link says that it is there. */
const spokePeeringGoneHubDenied = changed(setSpoke({ peerings: [] }), hubDenied);
export const notCovered = changed(publicRanges, setClient({ ip: "20.50.0.9" }));
const onlyInvoke = [setSpoke({ peerings: [] }), setData("peerNetworks", []), setData("jumpHosts", [])];
const ownLinkOnly = setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]);
const forAddons = { nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"] };
export const tainted = setPools(forAddons);
const deallocated = setJumpHosts({ powerState: collected("deallocated") });

const basic = setBastion({ sku: "Basic", enableTunneling: false });
export const basicBastion = changed(basic);
export const bastionCutOff = changed(setBastionRules({ AllowAzureCloudOutbound: null }));

type Fault = readonly [name: string, snapshot: ClusterSnapshot, cause: string, verdict: Diagnosis["verdict"]];
export const faults: readonly Fault[] = [
  ["S01 stopped overnight", changed(stop), "cluster.power-state", "broken"],
  ["S02 hub not linked to the zone", linkMissing, "dns.link-client", "broken"],
  ["S03 the hub's half of the peering deleted", hubPeeringGone, "peering.both-sides", "broken"],
  ["S03 the spoke's half deleted", spokePeeringGone, "peering.both-sides", "broken"],
  [
    "S03 the spoke's half deleted, the hub out of sight",
    spokePeeringGoneHubDenied,
    "peering.both-sides",
    "broken",
  ],
  ["S04 record left behind by a restart", changed(setRecord("10.10.0.77")), "dns.a-record-match", "broken"],
  [
    "S05 a further endpoint cut off by a restart",
    changed(
      setConnections(
        { id: ids.connection, privateEndpointId: ids.endpoint, status: "Approved" },
        { ...otherEndpoint, status: "Disconnected" },
      ),
    ),
    "pe.extra-endpoint",
    "degraded",
  ],
  [
    "S06 DNS servers in a network without a link",
    changed(addDataNetwork, setHub({ dnsServers: ["10.20.1.5"] })),
    "dns.link-resolver",
    "broken",
  ],
  [
    "S06 a resolver in a network without a link",
    changed(
      setHub({ dnsServers: ["10.30.0.4"], peerings: [...hub.peerings, toDns] }),
      setResolver("Succeeded"),
    ),
    "dns.link-resolver",
    "broken",
  ],
  [
    "S07 both DNS servers deallocated",
    changed(
      setSpoke({ dnsServers: [dnsAt(1), dnsAt(2)] }),
      setHub({ dnsServers: [dnsAt(1), dnsAt(2)] }),
      dnsMachines("deallocated", "deallocated"),
    ),
    "dns.custom-servers",
    "broken",
  ],
  [
    "S08 zone of another region",
    changed(
      setData("privateDnsZone", {
        id: ids.zone.replace(zoneName, "privatelink.northeurope.azmk8s.io"),
        name: "privatelink.northeurope.azmk8s.io",
        provisioningState: "Succeeded",
      }),
      setData("apiServerRecord", null),
    ),
    "dns.zone-name",
    "broken",
  ],
  ["S10 jump host's group denies 443", changed(setRules({})), "nsg.client-443", "broken"],
  [
    "S13 firewall on the way there only",
    changed(
      setHubFirewall(),
      setSpokePeering({ allowForwardedTraffic: true }),
      setRoutes({ prefix: "10.10.0.0/16", hop: "VirtualAppliance", ip: "10.0.3.4" }),
      setEndpointSubnet("Enabled"),
    ),
    "route.api-path",
    "broken",
  ],
  [
    "S12 the endpoint's group denies 443, and policies are on",
    changed(
      setNodeRules({ direction: "Inbound", sourceAddressPrefixes: ["10.0.0.0/16"] }),
      setNodeSubnet({ privateEndpointNetworkPolicies: "Enabled" }),
    ),
    "nsg.pe-inbound",
    "broken",
  ],
  ["S15 home address changed", notCovered, "api.authorized-ip-client", "broken"],
  [
    "S16 nodes leave by a NAT gateway that nobody authorized",
    changed(publicRanges, setNatGateway(), setClient({ ip: "20.40.0.9" })),
    "api.authorized-ip-egress",
    "broken",
  ],
  [
    "S17 the firewall deallocated to save money",
    changed(routed, setHubFirewall({ ipConfigurations: [] })),
    "firewall.state",
    "broken",
  ],
  [
    "the default route leads to an appliance that is gone",
    changed(routed, setNodeRoutes(toAppliance("10.0.1.9"))),
    "route.next-hop-alive",
    "broken",
  ],
  [
    "S20 only the run command, every pool tainted",
    changed(...onlyInvoke, ownLinkOnly, tainted),
    "invoke.schedulable-node",
    "broken",
  ],
  [
    "only the run command, and beside tainted pools Windows and spot ones",
    changed(
      ...[...onlyInvoke, ownLinkOnly],
      setPools(forAddons, { name: "win", osType: "Windows" }, { name: "cheap", scaleSetPriority: "Spot" }),
    ),
    "invoke.schedulable-node",
    "broken",
  ],
  ["every pool tainted, the jump host works", changed(tainted), "invoke.schedulable-node", "degraded"],
  [
    "S21 only the run command, and it is disabled",
    changed(...onlyInvoke, ownLinkOnly, setAccess({ disableRunCommand: true })),
    "invoke.enabled",
    "broken",
  ],
  [
    "S24 Bastion takes the browser only, and the asker wants ssh",
    changed(
      basic,
      setClient({ symptom: "az network bastion ssh: Bastion Host SKU must be Standard or Premium" }),
    ),
    "bastion.sku-features",
    "degraded",
  ],
  ["S25 Bastion cannot reach Azure", bastionCutOff, "bastion.nsg-rules", "degraded"],
  ["S26 jump host shut down, and Bastion leads nowhere", changed(deallocated), "jump.power", "broken"],
  [
    "S26 the only jump host, beside the nodes, shut down",
    changed(setJumpHosts({ ...besideNodes, powerState: collected("deallocated") })),
    "jump.power",
    "broken",
  ],
  [
    "Bastion failed to deploy",
    changed(setBastion({ provisioningState: "Failed" })),
    "bastion.provisioning",
    "degraded",
  ],
  [
    "a route table on Bastion's subnet",
    changed(setBastionSubnet({ routeTableId: ids.jumpRoutes })),
    "bastion.subnet",
    "degraded",
  ],
  [
    "VPN gateway failed",
    changed(setGateways({ provisioningState: "Failed" })),
    "vpn.gateway-state",
    "degraded",
  ],
  [
    "S39 no address left in the API server's subnet",
    changed(setVnetIntegration({ usage: { used: 11 } })),
    "api.vnetint-subnet",
    "broken",
  ],
  [
    "S40 the tunnel's port is closed before an API server in the network",
    changed(setApiRules({ direction: "Inbound", destinationPortRanges: ["4443"] })),
    "api.vnetint-nsg",
    "broken",
  ],
  [
    "nodes may not leave",
    changed(setNodeRules({ destinationAddressPrefixes: ["Internet"] })),
    "nsg.node-egress",
    "broken",
  ],
  [
    "no NAT gateway where the cluster is to leave by one",
    changed(setCluster({ outboundType: "managedNATGateway" })),
    "egress.outbound-consistent",
    "broken",
  ],
  [
    "S34 signed in to another tenant",
    changed(
      setRequesterTenant(requesterId),
      setClient({ symptom: "error: You must be logged in to the server (Unauthorized)" }),
    ),
    "entra.tenant",
    "degraded",
  ],
  [
    "S42 jump subnet in the service range",
    changed(setNetworkProfile({ serviceCidrs: ["10.0.0.0/16"] })),
    "peering.address-overlap",
    "broken",
  ],
  [
    "S45 incident of the platform",
    changed(setData("resourceHealth", { availabilityState: "Unavailable", reasonType: "Unplanned" })),
    "cluster.resource-health",
    "broken",
  ],
  [
    "endpoint deleted",
    changed(setData("privateEndpoint", null), setData("privateEndpointNic", null)),
    "pe.exists",
    "broken",
  ],
  [
    "endpoint waits for approval",
    changed(
      setData("privateEndpointConnections", [
        { id: ids.connection, privateEndpointId: ids.endpoint, status: "Pending" },
      ]),
    ),
    "pe.connection-approved",
    "broken",
  ],
  [
    "access off at the peering",
    changed(setHubPeering({ allowVirtualNetworkAccess: false })),
    "peering.vnet-access",
    "broken",
  ],
  ["zone deleted", changed(setData("privateDnsZone", null)), "dns.zone-exists", "broken"],
  ["record deleted", changed(setData("apiServerRecord", null)), "dns.a-record-present", "broken"],
  [
    "no name at all",
    changed(setAccess({ privateDnsZone: "none", enablePrivateClusterPublicFqdn: false })),
    "api.mode",
    "broken",
  ],
  [
    "last operation failed",
    changed(
      setCluster({
        provisioningState: "Failed",
        provisioningError: { code: "SubnetIsFull", message: "Subnet nodes is full." },
      }),
    ),
    "cluster.provisioning-failed",
    "degraded",
  ],
  [
    "endpoint's interface failed",
    changed(
      setData("privateEndpointNic", {
        id: ids.nic,
        provisioningState: "Failed",
        enableIpForwarding: false,
        ipConfigurations: [{ privateIpAddress: apiIp }],
      }),
    ),
    "pe.provisioning",
    "broken",
  ],
  [
    "a range of the cluster's network never synced",
    changed(setHubPeering({ peeringSyncLevel: "RemoteNotInSync", remoteAddressPrefixes: ["10.11.0.0/16"] })),
    "peering.sync",
    "broken",
  ],
  [
    "the cluster's network drops what the hub's appliance passes on",
    changed(
      addDataNetwork,
      dataThroughHub({ allowForwardedTraffic: true }),
      setHubFirewall(),
      setHub({ peerings: [...hub.peerings, peering(ids.hub, ids.data, "hub-to-data", "10.20.0.0/16")] }),
      setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks"), linkTo(ids.data, "link-data")]),
      setClient({ virtualNetwork: "vnet-data" }),
    ),
    "peering.forwarded-traffic",
    "broken",
  ],
];
