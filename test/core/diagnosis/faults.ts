// One fault each, with the cause that has to be named. The numbers are those of the scenarios in the catalogue of checks.
import type { Diagnosis } from "../../../src/core/diagnosis/diagnosis.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import type { ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import { besideNodes, setBastion, setBastionRules, setBastionSubnet } from "../../fixtures/entry-changes.ts";
import { apiIp, hub, ids, linkTo, peering, requesterId, zoneName } from "../../fixtures/healthy-snapshot.ts";
import {
  addDataNetwork,
  type Change,
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
const faultOf =
  (verdict: Diagnosis["verdict"]) =>
  (name: string, cause: string, ...changes: readonly Change[]): Fault => [
    name,
    changed(...changes),
    cause,
    verdict,
  ];
const broken = faultOf("broken");
const degraded = faultOf("degraded");

export const faults: readonly Fault[] = [
  broken("S01 stopped overnight", "cluster.power-state", stop),
  ["S02 hub not linked to the zone", linkMissing, "dns.link-client", "broken"],
  ["S03 the hub's half of the peering deleted", hubPeeringGone, "peering.both-sides", "broken"],
  ["S03 the spoke's half deleted", spokePeeringGone, "peering.both-sides", "broken"],
  [
    "S03 the spoke's half deleted, the hub out of sight",
    spokePeeringGoneHubDenied,
    "peering.both-sides",
    "broken",
  ],
  broken("S04 record left behind by a restart", "dns.a-record-match", setRecord("10.10.0.77")),
  degraded(
    "S05 a further endpoint cut off by a restart",
    "pe.extra-endpoint",
    setConnections(
      { id: ids.connection, privateEndpointId: ids.endpoint, status: "Approved" },
      { ...otherEndpoint, status: "Disconnected" },
    ),
  ),
  broken(
    "S06 DNS servers in a network without a link",
    "dns.link-resolver",
    addDataNetwork,
    setHub({ dnsServers: ["10.20.1.5"] }),
  ),
  broken(
    "S06 a resolver in a network without a link",
    "dns.link-resolver",
    setHub({ dnsServers: ["10.30.0.4"], peerings: [...hub.peerings, toDns] }),
    setResolver("Succeeded"),
  ),
  broken(
    "S07 both DNS servers deallocated",
    "dns.custom-servers",
    setSpoke({ dnsServers: [dnsAt(1), dnsAt(2)] }),
    setHub({ dnsServers: [dnsAt(1), dnsAt(2)] }),
    dnsMachines("deallocated", "deallocated"),
  ),
  broken(
    "S08 zone of another region",
    "dns.zone-name",
    setData("privateDnsZone", {
      id: ids.zone.replace(zoneName, "privatelink.northeurope.azmk8s.io"),
      name: "privatelink.northeurope.azmk8s.io",
      provisioningState: "Succeeded",
    }),
    setData("apiServerRecord", null),
  ),
  broken("S10 jump host's group denies 443", "nsg.client-443", setRules({})),
  broken(
    "S13 firewall on the way there only",
    "route.api-path",
    setHubFirewall(),
    setSpokePeering({ allowForwardedTraffic: true }),
    setRoutes({ prefix: "10.10.0.0/16", hop: "VirtualAppliance", ip: "10.0.3.4" }),
    setEndpointSubnet("Enabled"),
  ),
  broken(
    "S12 the endpoint's group denies 443, and policies are on",
    "nsg.pe-inbound",
    setNodeRules({ direction: "Inbound", sourceAddressPrefixes: ["10.0.0.0/16"] }),
    setNodeSubnet({ privateEndpointNetworkPolicies: "Enabled" }),
  ),
  ["S15 home address changed", notCovered, "api.authorized-ip-client", "broken"],
  broken(
    "S16 nodes leave by a NAT gateway that nobody authorized",
    "api.authorized-ip-egress",
    publicRanges,
    setNatGateway(),
    setClient({ ip: "20.40.0.9" }),
  ),
  broken(
    "S17 the firewall deallocated to save money",
    "firewall.state",
    routed,
    setHubFirewall({ ipConfigurations: [] }),
  ),
  broken(
    "the default route leads to an appliance that is gone",
    "route.next-hop-alive",
    routed,
    setNodeRoutes(toAppliance("10.0.1.9")),
  ),
  broken(
    "S20 only the run command, every pool tainted",
    "invoke.schedulable-node",
    ...onlyInvoke,
    ownLinkOnly,
    tainted,
  ),
  broken(
    "only the run command, and beside tainted pools Windows and spot ones",
    "invoke.schedulable-node",
    ...[...onlyInvoke, ownLinkOnly],
    setPools(forAddons, { name: "win", osType: "Windows" }, { name: "cheap", scaleSetPriority: "Spot" }),
  ),
  degraded("every pool tainted, the jump host works", "invoke.schedulable-node", tainted),
  broken(
    "S21 only the run command, and it is disabled",
    "invoke.enabled",
    ...onlyInvoke,
    ownLinkOnly,
    setAccess({ disableRunCommand: true }),
  ),
  degraded(
    "S24 Bastion takes the browser only, and the requester wants ssh",
    "bastion.sku-features",
    basic,
    setClient({ symptom: "az network bastion ssh: Bastion Host SKU must be Standard or Premium" }),
  ),
  ["S25 Bastion cannot reach Azure", bastionCutOff, "bastion.nsg-rules", "degraded"],
  broken("S26 jump host shut down, and Bastion leads nowhere", "jump.power", deallocated),
  broken(
    "S26 the only jump host, beside the nodes, shut down",
    "jump.power",
    setJumpHosts({ ...besideNodes, powerState: collected("deallocated") }),
  ),
  degraded("Bastion is being deleted", "bastion.provisioning", setBastion({ provisioningState: "Deleting" })),
  degraded(
    "a route table on Bastion's subnet",
    "bastion.subnet",
    setBastionSubnet({ routeTableId: ids.jumpRoutes }),
  ),
  broken(
    "S39 no address left in the API server's subnet",
    "api.vnetint-subnet",
    setVnetIntegration({ usage: { used: 11 } }),
  ),
  broken(
    "S40 the tunnel's port is closed before an API server in the network",
    "api.vnetint-nsg",
    setApiRules({ direction: "Inbound", destinationPortRanges: ["4443"] }),
  ),
  broken(
    "nodes may not leave",
    "nsg.node-egress",
    setNodeRules({ destinationAddressPrefixes: ["Internet"] }),
  ),
  broken(
    "no NAT gateway where the cluster is to leave by one",
    "egress.outbound-consistent",
    setCluster({ outboundType: "managedNATGateway" }),
  ),
  degraded(
    "S34 signed in to another tenant",
    "entra.tenant",
    setRequesterTenant(requesterId),
    setClient({ symptom: "error: You must be logged in to the server (Unauthorized)" }),
  ),
  broken(
    "S42 jump subnet in the service range",
    "peering.address-overlap",
    setNetworkProfile({ serviceCidrs: ["10.0.0.0/16"] }),
  ),
  broken(
    "S45 incident of the platform",
    "cluster.resource-health",
    setData("resourceHealth", { availabilityState: "Unavailable", reasonType: "Unplanned" }),
  ),
  broken(
    "endpoint deleted",
    "pe.exists",
    setData("privateEndpoint", null),
    setData("privateEndpointNic", null),
  ),
  broken(
    "endpoint waits for approval",
    "pe.connection-approved",
    setData("privateEndpointConnections", [
      { id: ids.connection, privateEndpointId: ids.endpoint, status: "Pending" },
    ]),
  ),
  broken(
    "access off at the peering",
    "peering.vnet-access",
    setHubPeering({ allowVirtualNetworkAccess: false }),
  ),
  broken("zone deleted", "dns.zone-exists", setData("privateDnsZone", null)),
  broken("record deleted", "dns.a-record-present", setData("apiServerRecord", null)),
  broken(
    "no name at all",
    "api.mode",
    setAccess({ privateDnsZone: "none", enablePrivateClusterPublicFqdn: false }),
  ),
  degraded(
    "last operation failed",
    "cluster.provisioning-failed",
    setCluster({
      provisioningState: "Failed",
      provisioningError: { code: "SubnetIsFull", message: "Subnet nodes is full." },
    }),
  ),
  broken(
    "endpoint's interface failed, and a new node does not reach the API server",
    "pe.provisioning",
    setData("privateEndpointNic", {
      id: ids.nic,
      provisioningState: "Failed",
      enableIpForwarding: false,
      ipConfigurations: [{ privateIpAddress: apiIp }],
    }),
    setCluster({
      provisioningState: "Failed",
      provisioningError: { code: "VMExtensionError_K8SAPIServerConnFail", message: "" },
    }),
  ),
  broken(
    "a range of the cluster's network never synced",
    "peering.sync",
    setHubPeering({ peeringSyncLevel: "RemoteNotInSync", remoteAddressPrefixes: ["10.11.0.0/16"] }),
  ),
  broken(
    "the cluster's network drops what the hub's appliance passes on",
    "peering.forwarded-traffic",
    addDataNetwork,
    dataThroughHub({ allowForwardedTraffic: true }),
    setHubFirewall(),
    setHub({ peerings: [...hub.peerings, peering(ids.hub, ids.data, "hub-to-data", "10.20.0.0/16")] }),
    setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks"), linkTo(ids.data, "link-data")]),
    setClient({ virtualNetwork: "vnet-data" }),
  ),
];
