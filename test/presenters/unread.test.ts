// Why something could not be read, in words: each reason, each thing that is asked for, and each that is not looked for.

import type { BlockedPart, WhyUnread } from "../../src/core/snapshot/section.ts";
import { type Subject, subject } from "../../src/core/snapshot/subject.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { kept } from "../unavailable.ts";

const { sayUnread } = messages();

const hub = subject("virtualNetwork", "hub");
const id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/routeTables/rt";

test.each<[WhyUnread, string]>([
  [
    { is: "refused", what: hub, failure: { status: null, code: "TimedOut", message: "" } },
    "Could not read the virtual network hub: Azure did not answer in time.",
  ],
  [
    {
      ...{ is: "refused", what: hub },
      failure: {
        status: 403,
        code: "RequestDisallowedByPolicy",
        message: "Not allowed.",
        policy: "No reads",
      },
    },
    'Could not read the virtual network hub: an Azure Policy forbids it, whatever role you have. Azure says: Not allowed. The policy is "No reads".',
  ],
  [
    {
      ...{ is: "refused", what: hub },
      failure: { status: 403, code: "RequestDisallowedByPolicy", message: "", policy: "No reads" },
    },
    'Could not read the virtual network hub: an Azure Policy forbids it, whatever role you have. Azure says: The policy is "No reads".',
  ],
  [
    { is: "oddForm", what: hub },
    "Could not read the virtual network hub: Azure describes it in a form that is not known here.",
  ],
  [
    { is: "oddItem", what: subject("loadBalancers", "rg-hub"), name: "strange" },
    "Could not read strange, one of the load balancers of resource group rg-hub: Azure describes it in a form that is not known here.",
  ],
  [
    { is: "oddItem", what: subject("loadBalancers", "rg-hub"), name: null },
    "Could not read an item without a name, one of the load balancers of resource group rg-hub: Azure describes it in a form that is not known here.",
  ],
  [{ is: "oddConnection" }, "Azure listed a gateway connection in an unknown form."],
  [
    { is: "unsaid", what: subject("powerState", "jump-1") },
    "Azure does not say the power state of the virtual machine jump-1.",
  ],
  [
    { is: "unsaid", what: subject("containersRun", "ssh") },
    "Azure does not say whether the containers of ssh run.",
  ],
  [
    { is: "tooSlow", what: subject("activityLog", "rg-hub") },
    "Azure took too long to give the activity log of resource group rg-hub.",
  ],
  [
    { is: "networkCutShort", network: "hub" },
    "Azure gave the virtual network hub without its address space, its subnets or its peerings.",
  ],
  [
    { is: "scaleSetCutShort", scaleSet: "aks-1" },
    "Azure gave the scale set aks-1 without its network interfaces.",
  ],
  [{ is: "noNetworkInGroup", group: "MC_x" }, "Resource group MC_x holds no virtual network."],
  [
    { is: "noZoneInGroup", group: "MC_x" },
    "Resource group MC_x holds no private DNS zone for the API server.",
  ],
  [
    { is: "referenceGone", of: "routeTable", id, group: "g" },
    `The route table ${id} is referenced, but resource group g does not hold it.`,
  ],
  [
    { is: "groupsSkipped", groups: 5, read: 3 },
    "Virtual machines of 5 further resource groups stand in these networks; 3 were looked at.",
  ],
  [{ is: "poolsSkipped", pools: 9, read: 4 }, "Of 9 host pools, 4 were looked at."],
  [
    { is: "peersSkipped", peers: 301, read: 8, left: 293 },
    "The cluster's network is peered with 301 networks, of which the 8 likeliest were read and 293 were not.",
  ],
  [{ is: "connectionsSkipped", read: 12 }, "Only the first 12 connections of the gateways were read."],
  [
    { is: "machinesSkipped", asked: 3 },
    "Only the 3 likeliest virtual machines are asked for their power state.",
  ],
  [
    { is: "blocked", what: "zoneLinks", cause: { is: "noZoneInGroup", group: "MC_x" } },
    "The links of the private DNS zone could not be looked for. Resource group MC_x holds no private DNS zone for the API server.",
  ],
  [{ is: "notAnId", of: "cluster", id: "prod-1" }, '"prod-1" is not the id of an AKS cluster.'],
  [{ is: "notAnId", of: "firewallPolicy", id: "x" }, '"x" is not the id of a firewall policy.'],
  [{ is: "notAnId", of: "privateDnsZone", id: "x" }, '"x" is not the id of a private DNS zone.'],
  [{ is: "notAnId", of: "virtualNetwork", id: "x" }, '"x" is not the id of a virtual network.'],
  [
    { is: "overVirtualHub" },
    "A hub of Virtual WAN leads on from the cluster's network, which nobody may read; paths over Virtual WAN are not judged yet.",
  ],
  [{ is: "noBastionHost" }, "No Bastion host asks for these rights."],
  [{ is: "containersTakeNoSsh" }, "Containers that take no SSH are not asked whether they run."],
  [
    { is: "addressesDoNotMatter" },
    "Addresses in use are not counted: the network that AKS made has more room than the nodes can fill.",
  ],
  [{ is: "noPolicyAddon" }, "The cluster has no add-on of Azure Policy."],
  [{ is: "notAnId", of: "ipGroup", id: "x" }, '"x" is not the id of an IP group.'],
  [
    { is: "noPrivateName" },
    "The cluster names no private address of its API server; a stopped cluster has none.",
  ],
  [{ is: "zoneHoldsNot", zone: "a.b", name: "c.d" }, "The zone a.b cannot hold the name c.d."],
  [{ is: "nameIsPublic" }, "The API server is public: its name is in public DNS."],
  [
    { is: "clusterWithoutZone" },
    "The cluster has no private DNS zone (`none`): its public name leads to the private address.",
  ],
  [{ is: "endpointOfPublic" }, "The API server is public: it has no private endpoint."],
  [
    { is: "endpointOfIntegrated" },
    "The API server stands in the virtual network itself: it has no private endpoint.",
  ],
  [{ is: "resourceNotAsked", name: "lgw-office" }, "Azure was not asked for lgw-office."],
  [{ is: "connectionEndUnsaid" }, "Azure does not say what a connection leads to."],
  [
    { is: "networkNotPeered", network: "hub" },
    "Azure was not asked for the network hub: it is not peered with the cluster's.",
  ],
  [{ is: "bastionNowhere", bastion: "bas" }, "Azure does not say in which network bas stands."],
  [
    { is: "bastionNotHeld", network: "hub" },
    "hub has a subnet for Bastion, but no resource group that was read holds its host.",
  ],
  [{ is: "gatewayNowhere", gateway: "vgw" }, "Azure does not say in which network the gateway vgw stands."],
  [
    { is: "gatewayOfType", gateway: "vgw", type: "Quantum" },
    'Azure gives the gateway vgw the type "Quantum", which is not known here.',
  ],
  [
    { is: "mayOwnAddress", name: "nic", subnet: "snet" },
    "Azure was not asked for nic in snet, so it may own the address.",
  ],
  [{ is: "stateUnknown", state: "Odd" }, 'It is in the state "Odd", which is not judged here.'],
  [
    { is: "connectionStateUnknown", state: "Odd" },
    'Its connection is in the state "Odd", which is not judged here.',
  ],
  [
    { is: "nobodyBehind", balancer: "lb" },
    "lb names no machine behind it, and Azure does not show where it leads.",
  ],
  [
    { is: "nobodyReadBehind", balancer: "lb", address: "10.0.0.4" },
    "Of the machines that Azure was asked for, none has the address 10.0.0.4 behind lb.",
  ],
  [
    { is: "scaleSetBehind", balancer: "lb" },
    "A scale set stands behind lb, and Azure was not asked whether it runs.",
  ],
  [
    { is: "interfaceBehind", balancer: "lb", name: "nic" },
    "Azure was not asked for the interface nic behind lb.",
  ],
  [
    { is: "proxyOfParent", firewall: "fw" },
    "Whether fw has a DNS proxy from the parent of its policy, Azure does not show.",
  ],
  [{ is: "ownAncestor", policy: "fp" }, "The firewall policy fp is its own ancestor."],
  [{ is: "endpointWithoutAddress" }, "The private endpoint has no address."],
  [{ is: "balancerWithoutAddress" }, "The internal load balancer of the API server has no address."],
  [{ is: "zoneWithoutAddress" }, "The zone holds no address of the API server."],
  [{ is: "publicIpWithoutAddress", name: "pip" }, "The public IP address pip has no address."],
  [{ is: "firewallWithoutAddress", firewall: "fw" }, "The firewall fw names no public address."],
  [
    { is: "applianceAddressUnread", ip: "10.0.0.4" },
    "By which public address the appliance at 10.0.0.4 leaves, Azure was not asked.",
  ],
  [
    { is: "routeAddressUnread", route: "default", nextHopType: "VirtualNetworkGateway" },
    "The default route default leads to VirtualNetworkGateway; by which public address it goes on from there, Azure does not show.",
  ],
  [
    { is: "wayOutUnknown", subnet: "snet" },
    "How nodes in the subnet snet leave the network is not judged for its outbound type.",
  ],
])("%j", (why, sentence) => {
  expect(sayUnread(why)).toBe(sentence);
});

test.each<[Subject, string]>([
  [subject("network", "hub"), "Azure was not asked for the network hub."],
  [subject("networkSecurityGroup", "nsg"), "Azure was not asked for the network security group nsg."],
  [subject("routeTable", "rt"), "Azure was not asked for the route table rt."],
  [subject("natGateway", "ng"), "Azure was not asked for the NAT gateway ng."],
  [subject("publicIpAddress", "pip"), "Azure was not asked for the public IP address pip."],
  [subject("publicIpPrefix", "pre"), "Azure was not asked for the public IP prefix pre."],
  [subject("firewallPolicy", "fp"), "Azure was not asked for the firewall policy fp."],
  [subject("record", "prod-1"), "Azure was not asked for the record prod-1."],
  [subject("bastionSubnet", "bas"), "Azure was not asked for the subnet of the Bastion host bas."],
  [subject("gatewayIn", "hub"), "Azure was not asked for the gateway in hub."],
])("not asked: %j", (what, sentence) => {
  expect(sayUnread({ is: "notAsked", what })).toBe(sentence);
});

test.each<[Subject, string]>([
  [subject("cluster", "prod-1"), "the cluster prod-1"],
  [subject("expressRouteCircuit", "er"), "the ExpressRoute circuit er"],
  [subject("firewallPolicy", "fp"), "the firewall policy fp"],
  [subject("ipGroup", "ig"), "the IP group ig"],
  [subject("loadBalancer", "lb"), "the load balancer lb"],
  [subject("localNetworkGateway", "lgw"), "the local network gateway lgw"],
  [subject("natGateway", "ng"), "the NAT gateway ng"],
  [subject("networkSecurityGroup", "nsg"), "the network security group nsg"],
  [subject("privateDnsZone", "a.b"), "the private DNS zone a.b"],
  [subject("publicIpAddress", "pip"), "the public IP address pip"],
  [subject("publicIpPrefix", "pre"), "the public IP prefix pre"],
  [subject("routeTable", "rt"), "the route table rt"],
  [subject("virtualNetwork", "hub"), "the virtual network hub"],
  [subject("activityLog", "g"), "the activity log of resource group g"],
  [subject("bastionHosts", "g"), "the Bastion hosts of resource group g"],
  [subject("containerGroups", "g"), "the containers of resource group g"],
  [subject("dnsResolvers", "g"), "the DNS resolvers of resource group g"],
  [subject("dnsRulesets", "g"), "the DNS forwarding rulesets of resource group g"],
  [subject("firewalls", "g"), "the firewalls of resource group g"],
  [subject("gatewayConnections", "g"), "the gateway connections of resource group g"],
  [subject("jitPolicies", "g"), "the policies of just-in-time access of resource group g"],
  [subject("loadBalancers", "g"), "the load balancers of resource group g"],
  [subject("natGateways", "g"), "the NAT gateways of resource group g"],
  [subject("networkInterfaces", "g"), "the network interfaces of resource group g"],
  [subject("networkProfiles", "g"), "the network profiles of resource group g"],
  [subject("networkSecurityGroups", "g"), "the network security groups of resource group g"],
  [subject("privateDnsZones", "g"), "the private DNS zones of resource group g"],
  [subject("privateEndpoints", "g"), "the private endpoints of resource group g"],
  [subject("publicIpAddresses", "g"), "the public IP addresses of resource group g"],
  [subject("relays", "g"), "the relay namespaces of resource group g"],
  [subject("routeTables", "g"), "the route tables of resource group g"],
  [subject("scaleSets", "g"), "the virtual machine scale sets of resource group g"],
  [subject("storageAccounts", "g"), "the storage accounts of resource group g"],
  [subject("virtualNetworkGateways", "g"), "the virtual network gateways of resource group g"],
  [subject("virtualNetworks", "g"), "the virtual networks of resource group g"],
  [subject("addressesInUse", "hub"), "the addresses in use in hub"],
  [subject("adminRules", "hub"), "the network manager's rules for hub"],
  [subject("connectionState", "cn"), "the state of the connection cn"],
  [subject("connectionsOfGateway", "vgw"), "the connections of the gateway vgw"],
  [subject("containersRun", "ssh"), "whether the containers of ssh run"],
  [subject("firewallRules", "fp"), "the rules of the firewall policy fp"],
  [subject("powerState", "vm"), "the power state of the virtual machine vm"],
  [subject("provider", "Microsoft.Relay"), "the resource provider Microsoft.Relay"],
  [subject("roleAssignments", "arn"), "the role assignments on arn"],
  [subject("rulesetLinks", "rs"), "the links of the DNS forwarding ruleset rs"],
  [subject("rulesetRules", "rs"), "the rules of the DNS forwarding ruleset rs"],
  [subject("sessionHosts", "hp"), "the session hosts of hp"],
  [subject("zoneLinks", "a.b"), "the network links of the private DNS zone a.b"],
  [subject("zoneRecords", "a.b"), "the records of the private DNS zone a.b"],
  [subject("desktopGroups"), "the application groups of Azure Virtual Desktop"],
  [subject("clusterHealth"), "the platform health of the cluster"],
  [subject("endpointConnections"), "the private endpoint connections of the cluster"],
  [subject("hostPools"), "the host pools of Azure Virtual Desktop"],
  [subject("inboundEndpoints"), "the inbound endpoints of a DNS resolver"],
  [subject("networkManagers"), "the network managers"],
  [subject("permissions"), "your permissions"],
  [subject("policyAssignments"), "the policies that are assigned to the cluster"],
  [subject("policyDefinition", "p"), "the definition of the policy p"],
  [subject("machinesOf", "vmss"), "the machines of the scale set vmss"],
  [subject("subscriptions"), "your subscriptions"],
  [subject("aRecord", "c.d"), "the A record of c.d"],
  [subject("clustersOfSubscription", "prod"), "the clusters of subscription prod"],
  [subject("zonesOfSubscription", "s"), "the private DNS zones of subscription s"],
])("asked for: %j", (what, words) => {
  const failure = { status: 404, code: "NotFound", message: "" };
  const sentence = `Could not read ${words}: it does not exist or is not visible to you.`;
  expect(sayUnread({ is: "refused", what, failure })).toBe(sentence);
});

test.each<[BlockedPart, string]>([
  ["apiRecord", "The A record of the API server"],
  ["bastionHosts", "Bastion hosts"],
  ["clusterNetwork", "The cluster's virtual network"],
  ["clusterPeers", "Networks peered with the cluster's"],
  ["connections", "Gateway connections"],
  ["containerGroups", "Containers"],
  ["dnsResolvers", "DNS resolvers"],
  ["dnsRulesets", "DNS forwarding rulesets"],
  ["endpoint", "The API server's private endpoint"],
  ["endpointConnections", "Private endpoint connections"],
  ["endpointInterface", "The private endpoint's network interface"],
  ["firewalls", "Firewalls"],
  ["inPeeredNetworks", "What lies in peered networks"],
  ["interfaceOfEndpoint", "The endpoint's network interface"],
  ["jitPolicies", "Policies of just-in-time access"],
  ["loadBalancers", "Load balancers"],
  ["machines", "Virtual machines to go through"],
  ["networkProfiles", "Network profiles"],
  ["nodeInterfaces", "The nodes' network interfaces"],
  ["otherZones", "Other private DNS zones"],
  ["peerNetworks", "Peered networks"],
  ["recentChanges", "Recent changes"],
  ["scaleSets", "The nodes' scale sets"],
  ["sessionHosts", "Session hosts"],
  ["desktopGroups", "Application groups of desktops"],
  ["shellParts", "What Cloud Shell needs in a network"],
  ["usedAddresses", "The addresses in use"],
  ["virtualNetworkGateways", "Virtual network gateways"],
  ["zone", "The private DNS zone"],
  ["zoneLinks", "The links of the private DNS zone"],
])("not looked for: %s", (what, words) => {
  const cause = kept("Azure did not answer.");
  const sentence = `${words} could not be looked for. Azure did not answer.`;
  expect(sayUnread({ is: "blocked", what, cause })).toBe(sentence);
});

test("a reason that a later release kept is told by its id", () => {
  expect(sayUnread({ is: "fromTomorrow" } as never)).toBe("fromTomorrow");
});
