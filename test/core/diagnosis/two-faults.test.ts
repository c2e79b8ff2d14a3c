// Two faults at once: which of them is named as the cause, and what the verdict is. One row for each rule of precedence and for
// each attribute of a finding that decides; where two rules disagree, the row says which wins.

import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { besideNodes, denyBastion, setBastion, setBastionRules } from "../../fixtures/entry-changes.ts";
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
const bastionGoes = setBastion({ provisioningState: "Deleting" });
const overlap = setNetworkProfile({ serviceCidrs: ["10.0.0.0/16"] });
const tainted = setPools({ nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"] });
const platformDown = setData("resourceHealth", { availabilityState: "Unavailable", reasonType: "Unplanned" });
const apiSubnetFull = setVnetIntegration({ usage: { used: 11 } });
const upgrading = setCluster({ provisioningState: "Upgrading" });
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

type Row = readonly [rule: string, changes: readonly Change[], verdictAndCause: string];

test.each<Row>([
  // Among checks
  [
    "what cuts everyone, before an equally grave fault",
    [overlap, platformDown],
    "broken cluster.resource-health",
  ],
  ["of what cuts everyone, the graver", [platformDown, apiSubnetFull], "broken api.vnetint-subnet"],
  ["the network before what runs in it", [tainted, overlap], "broken peering.address-overlap"],
  ["a Bastion host before a peering", [bastionGoes, overlap], "broken bastion.provisioning"],
  ["the cluster before the network", [overlap, operationFailed], "broken cluster.provisioning-failed"],
  ["the cluster before the run command", [tainted, operationFailed], "degraded cluster.provisioning-failed"],
  // The verdict of what checks find
  [
    "a failed operation cuts nobody off",
    [bastionGoes, operationFailed],
    "degraded cluster.provisioning-failed",
  ],
  [
    "an endpoint that some people made cuts nobody else off",
    [extraEndpointCut, bastionGoes],
    "degraded pe.extra-endpoint",
  ],
  ["nodes without a way out", [noNatGateway, bastionGoes], "broken egress.outbound-consistent"],
  ["while a direct path is left", [tainted, bastionGoes], "degraded bastion.provisioning"],
  ["while none is left", [tainted, noJumpHost], "broken invoke.schedulable-node"],
  ["none is left where the machine is off", [jumpOff, bastionGoes], "broken bastion.provisioning"],
  [
    "a stopped cluster explains what is missing of it",
    [stop, setData("privateDnsZone", null)],
    "broken cluster.power-state",
  ],
  // A check, beside what stops a walk
  [
    "what the cluster needs, before a fault that leaves it degraded",
    [nodesAskNobody, bastionGoes],
    "broken dns.custom-servers",
  ],
  ["even before one of the cluster itself", [...firewallGone, operationFailed], "broken firewall.state"],
  [
    "what the cluster needs, before people's way in",
    [nodesAskNobody, jumpBesideNodesOff],
    "broken dns.custom-servers",
  ],
  ["though another need of it is stopped", [noNodeEgress, jumpBesideNodesOff], "broken nsg.node-egress"],
  ["a check where people's walk alone is stopped", [setRules({}), overlap], "broken peering.address-overlap"],
  ["what explains the stop", [endpointPending, setRecord("10.10.0.77")], "broken pe.connection-approved"],
  // Several walks
  [
    "of needs that are stopped, the cluster's own",
    [setRules({}), nodesAskNobody],
    "broken dns.custom-servers",
  ],
  ["whatever people lack besides", [hubNotLinked, noNodeEgress], "broken dns.link-cluster"],
  ["the way out before people's name", [peopleAskNobody, noNodeEgress], "broken nsg.node-egress"],
  // What the error text points at
  [
    "what the error points at, before the cluster's need",
    [setRules({}), nodesAskNobody, timeout],
    "broken nsg.client-443",
  ],
  [
    "what the requester lacks, where the error points at it",
    [setRules({}), otherTenant, unauthorized],
    "degraded entra.tenant",
  ],
  [
    "what the requester lacks, and a path is open",
    [bastionGoes, otherTenant, unauthorized],
    "degraded entra.tenant",
  ],
  [
    "what the requester lacks is no cause by itself",
    [bastionGoes, otherTenant],
    "degraded bastion.provisioning",
  ],
  [
    "what the requester lacks, though a need of the cluster is stopped too",
    [nodesAskNobody, otherTenant, unauthorized],
    "broken entra.tenant",
  ],
  [
    "unless that would leave the cluster degraded",
    [nodesAskNobody, setClient({ symptom: "static credential" })],
    "broken dns.custom-servers",
  ],
  // What was switched off on purpose
  [
    "what is off on purpose is no fault beside one",
    [tainted, runCommandOff],
    "degraded invoke.schedulable-node",
  ],
  ["nor beside a walk that is stopped", [setRules({}), runCommandOff], "broken nsg.client-443"],
  ["unless nothing else leads in", [runCommandOff, noJumpHost, peeringGone], "broken peering.both-sides"],
  ["and nothing else is known to", [runCommandOff, noJumpHost], "broken invoke.enabled"],
  [
    "or the error points at it",
    [runCommandOff, noLocalAccounts, runCommandDisabled],
    "degraded invoke.enabled",
  ],
  // Doubts and warnings
  ["a warning, and a path that cannot be read", [upgrading, denyBastion], "unknown -"],
  [
    "a warning, and nobody said where they are",
    [upgrading, publicRanges],
    "degraded cluster.operation-in-progress",
  ],
  [
    "a warning, and an address that leads nowhere",
    [upgrading, setClient({ ip: "20.50.9.9" })],
    "degraded cluster.operation-in-progress",
  ],
  [
    "a path closed to Bastion, and one that is not",
    [setBastionRules({ AllowAzureCloudOutbound: null }), upgrading],
    "degraded bastion.nsg-rules",
  ],
])("%s", (_rule, changes, expected) => {
  const { verdict, rootCause } = diagnose(changed(...changes));
  expect(`${verdict} ${rootCause?.check ?? "-"}`).toBe(expected);
});
