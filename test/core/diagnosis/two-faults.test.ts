// Two faults at once: which of them is named as the cause, and what the verdict is. One row for each rule of precedence and for
// each attribute of a finding that decides; where two rules disagree, the row says which wins.

import type { Verdict } from "../../../src/core/diagnosis/cause.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import {
  besideNodes,
  denyBastion,
  setBastion,
  setBastionRules,
  setGateways,
} from "../../fixtures/entry-changes.ts";
import { ids, requesterId } from "../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  changed,
  setAccess,
  setClient,
  setCluster,
  setData,
  setHub,
  setJumpHosts,
  setPools,
  setRecord,
  setRules,
  setSpoke,
} from "../../fixtures/snapshot-changes.ts";
import { routed, setHubFirewall, setNodeRules } from "../../fixtures/snapshot-nodes.ts";
import { otherEndpoint, setConnections, setNetworkProfile } from "../../fixtures/snapshot-surroundings.ts";
import { publicRanges, setRequesterTenant, stop } from "../../fixtures/snapshot-variants.ts";
import { setVnetIntegration } from "../../fixtures/snapshot-vnet-integration.ts";

const jumpOff = setJumpHosts({ powerState: collected("deallocated") });
const jumpBesideNodesOff = setJumpHosts({ ...besideNodes, powerState: collected("deallocated") });
const noJumpHost = setData("jumpHosts", []);
const peeringGone = setSpoke({ peerings: [] });
const nodesAskNobody = setSpoke({ dnsServers: ["10.9.9.9"] });
const peopleAskNobody = setHub({ dnsServers: ["10.9.9.9"] });
const hubNotLinked = setData("privateDnsLinks", []);
const noNodeEgress = setNodeRules({ destinationAddressPrefixes: ["Internet"] });
const noNatGateway = setCluster({ outboundType: "managedNATGateway" });
const bastionFailed = setBastion({ provisioningState: "Failed" });
const gatewayFailed = setGateways({ provisioningState: "Failed" });
const overlap = setNetworkProfile({ serviceCidrs: ["10.0.0.0/16"] });
const tainted = setPools({ nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"] });
const platformDown = setData("resourceHealth", { availabilityState: "Unavailable", reasonType: "Unplanned" });
const apiSubnetFull = setVnetIntegration({ usage: { used: 11 } });
const updating = setCluster({ provisioningState: "Updating" });
const operationFailed = setCluster({
  provisioningState: "Failed",
  provisioningError: { code: "SubnetIsFull", message: "Subnet nodes is full." },
});
const endpointPending = setConnections({
  id: ids.connection,
  privateEndpointId: ids.endpoint,
  status: "Pending",
});
const extraEndpointCut = setConnections(
  { id: ids.connection, privateEndpointId: ids.endpoint, status: "Approved" },
  { ...otherEndpoint, status: "Disconnected" },
);
const firewallGone: readonly Change[] = [routed, setHubFirewall({ ipConfigurations: [] })];
const runCommandOff = setAccess({ disableRunCommand: true });
const otherTenant = setRequesterTenant(requesterId);
const noLocalAccounts = setCluster({ disableLocalAccounts: true });
const timeout = setClient({ symptom: "dial tcp 10.10.0.4:443: i/o timeout" });
const unauthorized = setClient({ symptom: "error: You must be logged in to the server (Unauthorized)" });
const runCommandDisabled = setClient({ symptom: "The run command is disabled: RunCommand is disabled" });

type Row = readonly [rule: string, changes: readonly Change[], cause: string | null, verdict: Verdict];

test.each<Row>([
  // Among checks
  [
    "what cuts everyone, before an equally grave fault",
    [overlap, platformDown],
    "cluster.resource-health",
    "broken",
  ],
  ["of what cuts everyone, the graver", [platformDown, apiSubnetFull], "api.vnetint-subnet", "broken"],
  [
    "of equal ones, what is met first on the way in",
    [bastionFailed, gatewayFailed],
    "bastion.provisioning",
    "degraded",
  ],
  ["the gateway before the jump host behind it", [jumpOff, gatewayFailed], "vpn.gateway-state", "broken"],
  ["the network before what runs in it", [tainted, overlap], "peering.address-overlap", "broken"],
  ["a gateway before a peering", [gatewayFailed, overlap], "vpn.gateway-state", "broken"],
  ["the cluster before the network", [overlap, operationFailed], "cluster.provisioning-failed", "broken"],
  [
    "the cluster before the run command",
    [tainted, operationFailed],
    "cluster.provisioning-failed",
    "degraded",
  ],
  // The verdict of what checks find
  [
    "a failed operation cuts nobody off",
    [bastionFailed, operationFailed],
    "cluster.provisioning-failed",
    "degraded",
  ],
  [
    "an endpoint that some people made cuts nobody else off",
    [extraEndpointCut, bastionFailed],
    "pe.extra-endpoint",
    "degraded",
  ],
  ["nodes without a way out", [noNatGateway, gatewayFailed], "egress.outbound-consistent", "broken"],
  ["while a direct path is left", [tainted, gatewayFailed], "vpn.gateway-state", "degraded"],
  ["while none is left", [tainted, noJumpHost], "invoke.schedulable-node", "broken"],
  ["none is left where the machine is off", [jumpOff, bastionFailed], "bastion.provisioning", "broken"],
  [
    "a stopped cluster explains what is missing of it",
    [stop, setData("privateDnsZone", null)],
    "cluster.power-state",
    "broken",
  ],
  // A check, beside what stops a walk
  [
    "what the cluster needs, before a fault that leaves it degraded",
    [nodesAskNobody, gatewayFailed],
    "dns.custom-servers",
    "broken",
  ],
  ["even before one of the cluster itself", [...firewallGone, operationFailed], "firewall.state", "broken"],
  [
    "what the cluster needs, before people's way in",
    [nodesAskNobody, jumpBesideNodesOff],
    "dns.custom-servers",
    "broken",
  ],
  ["though another need of it is stopped", [noNodeEgress, jumpBesideNodesOff], "nsg.node-egress", "broken"],
  [
    "a check where people's walk alone is stopped",
    [setRules({}), overlap],
    "peering.address-overlap",
    "broken",
  ],
  ["what explains the stop", [endpointPending, setRecord("10.10.0.77")], "pe.connection-approved", "broken"],
  // Several walks
  [
    "of needs that are stopped, the cluster's own",
    [setRules({}), nodesAskNobody],
    "dns.custom-servers",
    "broken",
  ],
  ["whatever people lack besides", [hubNotLinked, noNodeEgress], "dns.link-cluster", "broken"],
  ["the way out before people's name", [peopleAskNobody, noNodeEgress], "nsg.node-egress", "broken"],
  // What the error text points at
  [
    "what the error points at, before the cluster's need",
    [setRules({}), nodesAskNobody, timeout],
    "nsg.client-443",
    "broken",
  ],
  [
    "what the requester lacks, where the error points at it",
    [setRules({}), otherTenant, unauthorized],
    "entra.tenant",
    "degraded",
  ],
  [
    "what the requester lacks, and a path is open",
    [gatewayFailed, otherTenant, unauthorized],
    "entra.tenant",
    "degraded",
  ],
  [
    "what the requester lacks is no cause by itself",
    [gatewayFailed, otherTenant],
    "vpn.gateway-state",
    "degraded",
  ],
  [
    "what the requester lacks, though a need of the cluster is stopped too",
    [nodesAskNobody, otherTenant, unauthorized],
    "entra.tenant",
    "broken",
  ],
  [
    "unless that would leave the cluster degraded",
    [nodesAskNobody, setClient({ symptom: "static credential" })],
    "dns.custom-servers",
    "broken",
  ],
  // What was switched off on purpose
  [
    "what is off on purpose is no fault beside one",
    [tainted, runCommandOff],
    "invoke.schedulable-node",
    "degraded",
  ],
  ["nor beside a walk that is stopped", [setRules({}), runCommandOff], "nsg.client-443", "broken"],
  ["unless nothing else leads in", [runCommandOff, noJumpHost, peeringGone], "peering.both-sides", "broken"],
  ["and nothing else is known to", [runCommandOff, noJumpHost], "invoke.enabled", "broken"],
  [
    "or the error points at it",
    [runCommandOff, noLocalAccounts, runCommandDisabled],
    "invoke.enabled",
    "degraded",
  ],
  // Doubts and warnings
  ["a warning, and a path that cannot be read", [updating, denyBastion], null, "unknown"],
  [
    "a warning, and nobody said where they are",
    [updating, publicRanges],
    "cluster.operation-in-progress",
    "degraded",
  ],
  [
    "a warning, and an address that leads nowhere",
    [updating, setClient({ ip: "20.50.9.9" })],
    "cluster.operation-in-progress",
    "degraded",
  ],
  [
    "a path closed to Bastion, and one that is not",
    [setBastionRules({ AllowAzureCloudOutbound: null }), updating],
    "bastion.nsg-rules",
    "degraded",
  ],
])("%s", (_rule, changes, cause, verdict) => {
  const found = diagnose(changed(...changes));
  expect([found.rootCause?.check ?? null, found.verdict]).toEqual([cause, verdict]);
});
