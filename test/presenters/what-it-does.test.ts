// The sentence of a fix says what its steps do, for every kind of step.

import { diagnose } from "../../src/core/diagnosis/diagnose.ts";
import type { FixStep } from "../../src/core/fix/write/actions.ts";
import { linesOf } from "../../src/core/fix/write/fix.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { faults } from "../core/diagnosis/faults.ts";
import { fixInWords } from "../diagnosed.ts";
import { at, fixSteps, networkId } from "../fixtures/fix-steps.ts";

const { whatItDoes } = messages();

const sentences: Readonly<Record<FixStep["kind"], string>> = {
  startMachine: "Starts vm.",
  restartMachine: "Restarts vm.",
  waitUntilMachineDown: "Waits until vm is down.",
  startInstance: "Starts the instance 3 of vmss.",
  restartInstance: "Restarts the instance 3 of vmss.",
  scaleScaleSet: "Scales vmss to 2 instances.",
  startCluster: "Starts c.",
  awaitCluster: "Waits until the operation has ended.",
  rotateCertificates: "Rotates the certificates of c.",
  reconcileCluster: "Applies the settings of c again.",
  authorizeRanges: "Adds 30.0.0.1 to the authorized ranges of c.",
  enableRunCommand: "Switches the run command of c on.",
  enablePublicName: "Applies the settings of c again.",
  setOutboundAddresses: "Gives the load balancer of c 3 public addresses.",
  setOutboundPorts: "Keeps 2048 ports for each node of c.",
  fetchKubeconfig: "Fetches the kubeconfig of c again.",
  approveConnection: "Approves p.",
  addPool: "Adds the node pool run.",
  startPool: "Starts the node pool apps.",
  scalePool: "Scales the node pool apps to 4.",
  setPoolLimits: "Moves the limits of the node pool apps.",
  surgePoolByOne: "Lets upgrades of the node pool apps add one node at a time.",
  createZone: "Creates the private DNS zone.",
  createLink: "Links the private DNS zone to hub.",
  endRegistration: "Switches registration off on the link link.",
  deleteLink: "Removes the link link.",
  setRecord: "Sets the record api to 10.0.0.4.",
  addToRecord: "Adds 10.0.0.4 to the record api.",
  removeFromRecord: "Removes 10.0.0.9 from the record api.",
  createPeering: "Makes the peering of spoke with hub again, one half.",
  deletePeering: "Removes the dead peering to-hub of spoke.",
  syncPeering: "Syncs the peering to-hub of spoke.",
  enableOnPeering: "Sets allowForwardedTraffic=true on the peering to-hub of spoke.",
  createRule: "Adds the rule allow api to nsg.",
  moveRule: "Moves the rule deny of nsg to priority 101.",
  deleteRule: "Removes the rule deny of nsg.",
  createRouteTable: "Creates the route table rt.",
  createRoute: "Adds the route default to rt.",
  deleteRoute: "Removes the route drop from rt.",
  disableEncryption: "Turns the encryption of spoke off.",
  setNatGateway: "Gives the subnet nodes of spoke the NAT gateway ng.",
  attachRouteTable: "Attaches the route table to the subnet nodes of spoke.",
  attachFoundRouteTable: "Attaches the route table to the subnet nodes of spoke.",
  detachRouteTable: "Takes the route table off the subnet AzureBastionSubnet of hub.",
  delegateSubnet: "Delegates the subnet api of spoke to Microsoft.X/y.",
  setServiceEndpoints: "Gives the subnet shell of hub a service endpoint for storage.",
  enableForwarding: "Turns IP forwarding of the interface nic on.",
  clearDnsServers: "Takes the DNS servers off the interface nic.",
  createPublicAddress: "Creates the public address pip.",
  createNatGateway: "Creates the NAT gateway ng.",
  setNatAddress: "Changes the NAT gateway ng.",
  reapplyNatGateway: "Changes the NAT gateway ng.",
  placeFirewall: "Changes f.",
  enableFirewallProxy: "Turns the DNS proxy of f on.",
  enablePolicyProxy: "Turns the DNS proxy of fp on.",
  resetTranslation: "Lets fp translate what goes to the Internet again.",
  createRuleGroup: "Adds the rules allow-aks to fp.",
  enableCircuitPeering: "Switches AzurePrivatePeering of the circuit er on.",
  resetGateway: "Resets the gateway vgw.",
  setClientProtocols: "Changes the gateway vgw.",
  setBastionTunnels: "Sets enableTunneling=true on bas.",
  upgradeBastion: "Sets sku.name=Standard on bas.",
  signIn: "Signs you in to the cluster's tenant.",
  grantRole: "Gives the role Network Contributor on hub.",
  loosenLock: "Makes the lock l one against deletion alone.",
  registerProvider: "Registers the resource provider Microsoft.Relay.",
  openWindow: "Asks for just-in-time access with the policy p.",
  createEndpoint: "Creates the private endpoint pe-2.",
  deleteEndpoint: "Removes the private endpoint pe.",
  approveRelayConnection: "Approves p.",
  letSubnetIn: "Lets the subnet shell in to account.",
  startContainers: "Starts the containers jump.",
  recoverVault: "Brings the deleted key vault kv back.",
  openVault: "Opens the key vault kv to every network.",
  uncordonNode: "Lets pods be placed on node-1 again.",
  restartDeployment: "Restarts deployment/coredns.",
  deleteNetworkPolicy: "Deletes the network policy deny.",
};

test.each(Object.values(fixSteps).map((step) => [step.kind, step] as const))("%s", (kind, step) => {
  expect(whatItDoes({ steps: [step] })).toBe(sentences[kind]);
});

const start = (name: string): FixStep => ({ kind: "startMachine", at: at(name) });
const half = (network: string): FixStep => ({ ...fixSteps.createPeering, at: at(network, "to-hub") });
const back: FixStep = {
  ...{ ...fixSteps.createPeering, at: at("hub", "to-spoke") },
  remote: networkId("virtualNetworks/spoke"),
};

test.each<[string, readonly FixStep[], string]>([
  ["two steps", [start("a"), start("b")], "Starts a, then starts b."],
  ["the same twice", [start("a"), start("a")], "Starts a."],
  [
    "a peering, both halves",
    [fixSteps.deletePeering, half("spoke"), back],
    "Makes the peering of spoke with hub again, both halves.",
  ],
  [
    "two peerings",
    [half("a"), half("b")],
    "Makes the peering of a with hub, then makes the peering of b with hub.",
  ],
  [
    "a peering beside something else",
    [half("a"), start("b")],
    "Makes the peering of a with hub, then starts b.",
  ],
])("%s", (_what, steps, sentence) => {
  expect(whatItDoes({ steps })).toBe(sentence);
});

test.each(faults)(
  "%s: its fix is told, says who may do it and where, and removes nothing that was not seen",
  (_name, snapshot) => {
    const fixes = diagnose(snapshot).checks.flatMap((check) => ("fix" in check ? (check.fix ?? []) : []));
    for (const fix of fixes) {
      expect(whatItDoes(fix)).not.toMatch(/undefined| {2}| \./);
      expect(fixInWords(fix).role).toContain(" on ");
      expect(linesOf(fix).filter((line) => /xargs.* delete /.test(line))).toEqual([]);
    }
  },
);
